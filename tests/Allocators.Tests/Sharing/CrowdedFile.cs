using System;
using System.Threading;

namespace Allocators.Tests.Sharing;

/// <summary>A file of many heaps that nobody has had yet, and before them the number of processes that were about to open one.</summary>
internal sealed unsafe class CrowdedFile(string path) : IDisposable
{
    public const int Heaps = 500;
    public const int Workers = 3;

    private const int PageBytes = 4096;
    private const int PartBytes = 4096;
    private const int Parts = 3;

    private readonly Mapping _mapping = new(path, PageBytes + ((long)Heaps * Parts * PartBytes));

    private ref long Arrivals => ref *(long*)_mapping.Address;

    /// <summary>Waits until all have come to a heap, awake, so that they go on at once.</summary>
    public void WaitForAll(int heap)
    {
        Interlocked.Increment(ref Arrivals);
        SpinWait pause = default;
        while (Volatile.Read(ref Arrivals) < (heap + 1L) * Workers) pause.SpinOnce(sleep1Threshold: -1);
    }

    /// <summary>Opens three heaps: with a lock, with a lock that has to be fitted to short memory, and without locks.</summary>
    public void Open(int heap, out SharedSpoon4KiB spoon, out SharedPool pool, out PointerInMemoryLockFreeByteList65 list)
    {
        nint part = _mapping.Address + PageBytes + ((nint)heap * Parts * PartBytes);
        spoon = new(part, PartBytes);
        pool = new(part + PartBytes, PartBytes / 2);
        list = new(part + (2 * PartBytes), PartBytes);
    }

    public void Dispose() => _mapping.Dispose();
}
