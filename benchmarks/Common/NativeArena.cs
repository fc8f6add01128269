using System;
using System.Runtime.InteropServices;

namespace Allocators.Benchmarks;

/// <summary>Zero-filled native memory for a heap to work on, every page of it touched.</summary>
internal sealed unsafe class NativeArena : IDisposable
{
    /// <summary>Where the memory starts: at a multiple of a page.</summary>
    public const int Alignment = 4096;

    private void* _memory;

    public NativeArena(long length)
    {
        Length = length;
        _memory = NativeMemory.AlignedAlloc((nuint)length, Alignment);
        NativeMemory.Clear(_memory, (nuint)length);
    }

    public nint Address => (nint)_memory;

    public long Length { get; }

    public void Dispose()
    {
        NativeMemory.AlignedFree(_memory);
        _memory = null;
    }
}
