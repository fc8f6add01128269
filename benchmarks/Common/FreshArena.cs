using System;
using System.IO.MemoryMappedFiles;

namespace Allocators.Benchmarks;

/// <summary>Zero-filled memory of which no page was ever touched: the system has to find each when it is first written to.</summary>
internal sealed class FreshArena : IDisposable
{
    private readonly MemoryMappedFile _memory;
    private readonly MemoryMappedViewAccessor _view;

    public FreshArena(long length)
    {
        Length = length;
        _memory = MemoryMappedFile.CreateNew(mapName: null, length);
        _view = _memory.CreateViewAccessor();
    }

    public nint Address => _view.SafeMemoryMappedViewHandle.DangerousGetHandle();

    public long Length { get; }

    public void Dispose()
    {
        _view.Dispose();
        _memory.Dispose();
    }
}
