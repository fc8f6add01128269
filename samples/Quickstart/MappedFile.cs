using System;
using System.IO;
using System.IO.MemoryMappedFiles;

namespace Quickstart;

/// <summary>A file in the address space; a new file is filled with zeros, and so is what it grows by.</summary>
internal sealed class MappedFile : IDisposable
{
    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _view;

    public MappedFile(string path, long length)
    {
        _file = MemoryMappedFile.CreateFromFile(path, FileMode.OpenOrCreate, mapName: null, length);
        _view = _file.CreateViewAccessor(0, length);
    }

    public nint Address => _view.SafeMemoryMappedViewHandle.DangerousGetHandle();

    public long Length => _view.Capacity;

    public void Dispose()
    {
        _view.Dispose();
        _file.Dispose();
    }
}
