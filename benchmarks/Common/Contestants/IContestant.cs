using System;
using System.Diagnostics.CodeAnalysis;

namespace Allocators.Benchmarks.Contestants;

/// <summary>Something that gives memory out and takes it back. What it gave is known by a number of 8 bytes; 0 is nothing.</summary>
/// <remarks>Contestants are structs and workloads are generic, so that the JIT makes a version of each with nothing virtual left.</remarks>
internal interface IContestant
{
    /// <summary>Takes memory, or gives 0 and tells that there is no room.</summary>
    bool TryAlloc(int size, int alignment, out long token);

    /// <summary>Gives memory another size, in place or not, contents kept. If there is no room, nothing has changed.</summary>
    bool TryRealloc(ref long token, int size);

    /// <summary>Gives memory back; nothing may be given back as well.</summary>
    void Free(long token);

    /// <summary>The memory itself.</summary>
    [UnscopedRef]
    Span<byte> Bytes(long token, int size);

    /// <summary>How far into the heap's own memory this reaches, in bytes; 0 where that has no meaning.</summary>
    long EndOf(long token);
}
