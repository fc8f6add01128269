using System;
using System.IO;
using System.IO.MemoryMappedFiles;

namespace Allocators.Tests;

/// <summary>A file, or anonymous memory, in the address space.</summary>
internal sealed unsafe class Mapping : IDisposable
{
    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _view;

    public Mapping(string? path, long length)
    {
        _file = path is null ? MemoryMappedFile.CreateNew(null, length) : OpenShared(path, length);
        _view = _file.CreateViewAccessor(0, length);
        byte* address = null;
        _view.SafeMemoryMappedViewHandle.AcquirePointer(ref address);
        Address = (nint)address;
    }

    public nint Address { get; }

    public void Dispose()
    {
        _view.SafeMemoryMappedViewHandle.ReleasePointer();
        _view.Dispose();
        _file.Dispose();
    }

    /// <summary>The file, which other processes can open as well.</summary>
    private static MemoryMappedFile OpenShared(string path, long length)
    {
        FileStream file = new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite);
        return MemoryMappedFile.CreateFromFile(file, null, length, MemoryMappedFileAccess.ReadWrite, HandleInheritability.None, leaveOpen: false);
    }
}
