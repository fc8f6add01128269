namespace Allocators;

/// <summary>An allocator that says how full it is.</summary>
public interface IHeapFigures
{
    /// <summary>Bytes in live blocks, rounding included.</summary>
    int UsedBytes { get; }

    /// <summary>The number of live blocks.</summary>
    int AllocationCount { get; }

    /// <summary>The largest request that would succeed now, in bytes, at alignment 1.</summary>
    int LargestFreeBlock { get; }

    /// <summary>All of these numbers, taken at one moment where the heap has a lock or needs none.</summary>
    HeapStatistics GetStatistics();
}
