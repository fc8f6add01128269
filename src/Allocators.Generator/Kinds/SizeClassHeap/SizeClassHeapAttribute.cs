using System;

namespace Allocators;

/// <summary>
/// Writes a general-purpose heap for blocks of any size in a fixed budget: size classes over a heap of units, bookkeeping beside the memory, and
/// a bound for each call. Free memory is never read or written.
/// </summary>
[AttributeUsage(AttributeTargets.Struct | AttributeTargets.Class)]
public sealed class SizeClassHeapAttribute : HeapAttribute
{
    /// <summary>Bytes of memory: 4,096 or more, a multiple of 512, of larger heaps of 1,024 (above 31 MiB) to 8,192 (above 255 MiB).</summary>
    public int Bytes { get; set; } = 1 << 20;
}
