using System;

namespace Allocators;

/// <summary>
/// Writes a pool of equal blocks: taking and freeing one is a handful of instructions, however full it is. A freed block holds
/// the link to the next, so that one bit a block is all the bookkeeping, and none with <c>Checks.None</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Struct | AttributeTargets.Class)]
public sealed class FreeListAttribute : HeapAttribute
{
    /// <summary>A pool of blocks of <see cref="BlockSize"/> bytes.</summary>
    public FreeListAttribute()
    {
    }

    /// <summary>A pool of values of an unmanaged type.</summary>
    public FreeListAttribute(Type type) => Type = type;

    /// <summary>The type of the values, if the blocks are values.</summary>
    public Type? Type { get; }

    /// <summary>How many blocks there are, over a span or at an address the most that are used: 1 or more.</summary>
    public int Blocks { get; set; }

    /// <summary>Bytes in a block: 1 or more. Every block is aligned to the largest power of two that divides them, as far as the memory is.</summary>
    public int BlockSize { get; set; }

    /// <summary>
    /// A heap that the memory is taken from, in one piece: a static class, a struct, or any struct that implements <c>IAllocator</c>. If its
    /// memory can move, which is that of a struct without <c>Storage.Pointer</c>, this heap is a ref struct.
    /// </summary>
    public Type? Over { get; set; }
}
