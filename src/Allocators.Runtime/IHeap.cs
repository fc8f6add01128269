using System;
using System.Diagnostics.CodeAnalysis;

namespace Allocators;

/// <summary>What every heap with the attribute of a kind can do.</summary>
/// <remarks>
/// Code that asks for it (<c>where THeap : struct, IHeap</c>) calls the heap's own members, whose messages say how full it is. They are members
/// and no extensions because those could not infer the type of the heap beside one that is named, as in <c>AllocSpan&lt;float&gt;(3)</c>.
/// An allocator of one's own need only be an <see cref="IAllocator"/>.
/// </remarks>
public interface IHeap : IAllocator, IBlockOwner, IHeapFigures, IResettable
{
    /// <summary>Takes aligned memory, or throws. The contents are whatever was there before.</summary>
    /// <param name="size">Bytes wanted; 0 gives the empty block.</param>
    /// <param name="alignment">A power of two, at most <see cref="IAllocator.MaxAlignment"/>.</param>
    /// <exception cref="OutOfMemoryException">There is no room.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The size is negative, or the alignment is not one the heap can give.</exception>
    Block Alloc(int size, int alignment = 1);

    /// <summary>Takes aligned memory filled with zeros, or throws.</summary>
    /// <param name="size">Bytes wanted; 0 gives the empty block.</param>
    /// <param name="alignment">A power of two, at most <see cref="IAllocator.MaxAlignment"/>.</param>
    /// <exception cref="OutOfMemoryException">There is no room.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The size is negative, or the alignment is not one the heap can give.</exception>
    Block AllocZeroed(int size, int alignment = 1);

    /// <summary>Takes memory for values, aligned for their type, or throws. The contents are whatever was there before.</summary>
    /// <param name="count">Values wanted; 0 gives the empty block.</param>
    /// <exception cref="OutOfMemoryException">There is no room.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative, or the type needs an alignment that the heap cannot give.</exception>
    Block<T> Alloc<T>(int count)
        where T : unmanaged;

    /// <summary>Takes memory for one value, aligned for its type, or throws. The contents are whatever was there before.</summary>
    /// <exception cref="OutOfMemoryException">There is no room.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The type needs an alignment that the heap cannot give.</exception>
    [UnscopedRef]
    ref T Alloc<T>()
        where T : unmanaged;

    /// <summary>Takes memory for values, aligned for their type, or throws. The contents are whatever was there before.</summary>
    /// <param name="count">Values wanted; 0 gives an empty span.</param>
    /// <exception cref="OutOfMemoryException">There is no room.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative, or the type needs an alignment that the heap cannot give.</exception>
    [UnscopedRef]
    Span<T> AllocSpan<T>(int count)
        where T : unmanaged;

    /// <summary>Gives a block another size and alignment, in place if that is possible; the contents move with it.</summary>
    /// <param name="block">A live block, or the empty block; on success the resized one.</param>
    /// <param name="size">Bytes wanted; 0 frees the block.</param>
    /// <param name="alignment">A power of two, at most <see cref="IAllocator.MaxAlignment"/>.</param>
    /// <returns>Whether there was room. The heap and the block are unchanged if not.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The size is negative, or the alignment is not one the heap can give.</exception>
    /// <exception cref="InvalidOperationException">It is not a live block of this heap; nothing was changed.</exception>
    bool TryRealloc(ref Block block, int size, int alignment = 1);

    /// <summary>Gives a block another size and alignment, in place if that is possible; the contents move with it.</summary>
    /// <param name="block">A live block, or the empty block; afterwards the resized one.</param>
    /// <param name="size">Bytes wanted; 0 frees the block.</param>
    /// <param name="alignment">A power of two, at most <see cref="IAllocator.MaxAlignment"/>.</param>
    /// <exception cref="OutOfMemoryException">There is no room; the block is as it was.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The size is negative, or the alignment is not one the heap can give.</exception>
    /// <exception cref="InvalidOperationException">It is not a live block of this heap; nothing was changed.</exception>
    void Realloc(ref Block block, int size, int alignment = 1);

    /// <summary>Gives back what a span was allocated as. Freeing an empty span does nothing.</summary>
    /// <exception cref="InvalidOperationException">It is not all of a live block of this heap; nothing was changed.</exception>
    void Free<T>(Span<T> span)
        where T : unmanaged;

    /// <summary>Gives a value back.</summary>
    /// <exception cref="InvalidOperationException">It is not all of a live block of this heap; nothing was changed.</exception>
    void Free<T>(ref T value)
        where T : unmanaged;
}
