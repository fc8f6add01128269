using System;

namespace Allocators;

/// <summary>
/// Writes a general-purpose heap for blocks of any size: a header of 2 to 4 bytes a block, constant time to allocate and to
/// free, free neighbours merged.
/// </summary>
[AttributeUsage(AttributeTargets.Struct | AttributeTargets.Class)]
public sealed class TeaspoonAttribute : HeapAttribute
{
    /// <summary>
    /// How large the arena can be, which decides the size of a header: <c>4KiB</c> (up to 8 KiB, headers of 2 bytes, blocks up
    /// to 4,096 bytes), <c>128KiB</c>, <c>16MiB</c> or <c>1GiB</c> (headers of 4 bytes).
    /// </summary>
    public string Variant { get; set; } = "16MiB";

    /// <summary>Bytes of the arena; the default is the most that the variant can have. A multiple of 8.</summary>
    public int Bytes { get; set; }

    /// <summary>
    /// Whether each block has a header in the memory. Without, a block is told by its length alone, which takes less memory and
    /// less time; it cannot be freed by its address then.
    /// </summary>
    public bool Headers { get; set; } = true;

    /// <summary>When freed blocks are merged with their neighbours: <c>Immediate</c>, so that every call has the same bound.</summary>
    public Coalescing Coalescing { get; set; } = Coalescing.Immediate;
}
