using System;
using System.Globalization;

namespace Allocators;

/// <summary>How full a heap is, taken at one moment.</summary>
public readonly struct HeapStatistics : IEquatable<HeapStatistics>
{
    /// <summary>Notes the numbers of a heap.</summary>
    public HeapStatistics(int capacity, int usedBytes, int largestFreeBlock, int allocationCount)
    {
        Capacity = capacity;
        UsedBytes = usedBytes;
        LargestFreeBlock = largestFreeBlock;
        AllocationCount = allocationCount;
    }

    /// <summary>Bytes of memory, used or free.</summary>
    public int Capacity { get; }

    /// <summary>Bytes in live blocks, rounding included.</summary>
    public int UsedBytes { get; }

    /// <summary>Bytes that are free, in one piece or in many.</summary>
    public int FreeBytes => Capacity - UsedBytes;

    /// <summary>The largest request that would succeed now, in bytes, at alignment 1.</summary>
    public int LargestFreeBlock { get; }

    /// <summary>The number of live blocks.</summary>
    public int AllocationCount { get; }

    /// <summary>The part of the memory that is in use: 0 is empty, 1 is full.</summary>
    public double Usage => Capacity == 0 ? 0 : (double)UsedBytes / Capacity;

    /// <summary>Whether all numbers of two statistics are the same.</summary>
    public static bool operator ==(HeapStatistics left, HeapStatistics right) => left.Equals(right);

    /// <summary>Whether a number of two statistics differs.</summary>
    public static bool operator !=(HeapStatistics left, HeapStatistics right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(HeapStatistics other) =>
        Capacity == other.Capacity && UsedBytes == other.UsedBytes
        && LargestFreeBlock == other.LargestFreeBlock && AllocationCount == other.AllocationCount;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is HeapStatistics other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Capacity, UsedBytes, LargestFreeBlock, AllocationCount);

    /// <summary>One line, such as <c>3 blocks in 768 of 4,096 bytes (18.8 %), largest free block 3,328 bytes</c>.</summary>
    public override string ToString() => string.Format(
        CultureInfo.InvariantCulture,
        "{0:N0} {1} in {2:N0} of {3:N0} bytes ({4:N1} %), largest free block {5:N0} bytes",
        AllocationCount,
        AllocationCount == 1 ? "block" : "blocks",
        UsedBytes,
        Capacity,
        Usage * 100,
        LargestFreeBlock);
}
