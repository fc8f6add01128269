using System;

namespace Allocators;

/// <summary>
/// Writes a heap of equal chunks: a block is a run of them, and two bits a chunk are all the bookkeeping. The default is
/// 4096 chunks of 256 bytes: 1 MiB of memory.
/// </summary>
[AttributeUsage(AttributeTargets.Struct | AttributeTargets.Class)]
public sealed class ChunkHeapAttribute : HeapAttribute
{
    /// <summary>How many chunks there are, over a span or at an address the most that are used: 1 or more.</summary>
    public int Chunks { get; set; } = 4096;

    /// <summary>Bytes in a chunk, the smallest unit that is given out: a power of two.</summary>
    public int ChunkSize { get; set; } = 256;

    /// <summary>When freed chunks are merged with their neighbours: <c>Deferred</c>, unless every free is to cost the same.</summary>
    /// <remarks>A heap of up to 64 chunks merges at once either way: there it is a single instruction. With
    /// <c>Synchronization.LockFree</c> single chunks wait to be merged either way, and nothing else does.</remarks>
    public Coalescing Coalescing { get; set; } = Coalescing.Deferred;
}
