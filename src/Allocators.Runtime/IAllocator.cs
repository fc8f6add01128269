using System;
using System.Diagnostics.CodeAnalysis;

namespace Allocators;

/// <summary>Memory that is taken, resized, given back, and read and written: all that code needs which only uses an allocator.</summary>
/// <remarks>
/// Write <c>where TAllocator : struct, IAllocator</c> and pass the heap by <c>ref</c>: the JIT then makes a version for each
/// heap, with nothing virtual left. <see cref="AllocatorExtensions"/> adds the forms that follow from these. Who needs more asks for
/// <see cref="IBlockOwner"/>, <see cref="IHeapFigures"/> or <see cref="IResettable"/> besides, or for <see cref="IHeap"/>, which
/// every heap with the attribute of a kind is.
/// </remarks>
public interface IAllocator
{
    /// <summary>Bytes of memory, used or free.</summary>
    int Capacity { get; }

    /// <summary>The largest alignment a block can be asked to have, in bytes.</summary>
    int MaxAlignment { get; }

    /// <summary>The bytes of a block. The bounds are checked, not whether the block is live.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The block reaches outside the heap.</exception>
    [UnscopedRef]
    Span<byte> this[Block block] { get; }

    /// <summary>Takes memory. The contents are whatever was there before.</summary>
    /// <param name="size">Bytes wanted; 0 gives the empty block.</param>
    /// <param name="alignment">A power of two, at most <see cref="MaxAlignment"/>.</param>
    /// <param name="block">The block, or the empty block when there is no room.</param>
    /// <returns>Whether there was room. The heap is unchanged if not.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The size is negative, or the alignment is not one the heap can give.</exception>
    bool TryAlloc(int size, int alignment, out Block block);

    /// <summary>Makes a block larger or smaller where it is. The old value of the block is dead afterwards.</summary>
    /// <param name="block">A live block; on success the resized one.</param>
    /// <param name="size">Bytes wanted; 0 frees the block.</param>
    /// <returns>Whether it could be done in place. The heap and the block are unchanged if not.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The size is negative.</exception>
    /// <exception cref="InvalidOperationException">It is not a live block of this heap.</exception>
    bool TryResize(ref Block block, int size);

    /// <summary>Gives a block back. Freeing the empty block does nothing.</summary>
    /// <exception cref="InvalidOperationException">It is not a live block of this heap; nothing was changed.</exception>
    void Free(Block block);
}
