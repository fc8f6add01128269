using System;

namespace Allocators;

/// <summary>The calls that follow from <see cref="IAllocator"/>, for code that is written once for all heaps.</summary>
public static class AllocatorExtensions
{
    /// <summary>Takes memory, or throws. The contents are whatever was there before.</summary>
    /// <exception cref="OutOfMemoryException">There is no room.</exception>
    public static Block Alloc<TAllocator>(this ref TAllocator heap, int size, int alignment = 1)
        where TAllocator : struct, IAllocator
    {
        if (!heap.TryAlloc(size, alignment, out Block block)) ThrowHelper.OutOfMemory(NameOf<TAllocator>(), size, alignment, heap.Capacity);
        return block;
    }

    /// <summary>Takes memory filled with zeros, or throws.</summary>
    /// <exception cref="OutOfMemoryException">There is no room.</exception>
    public static Block AllocZeroed<TAllocator>(this ref TAllocator heap, int size, int alignment = 1)
        where TAllocator : struct, IAllocator
    {
        Block block = heap.Alloc(size, alignment);
        heap[block].Clear();
        return block;
    }

    /// <summary>Gives a block another size and alignment, in place if that is possible; the contents move with it.</summary>
    /// <exception cref="OutOfMemoryException">There is no room; the block is as it was.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The size is negative, or the alignment is not one the heap can give.</exception>
    /// <exception cref="InvalidOperationException">It is not a live block of this heap; nothing was changed.</exception>
    public static void Realloc<TAllocator>(this ref TAllocator heap, ref Block block, int size, int alignment = 1)
        where TAllocator : struct, IAllocator
    {
        if (!heap.TryRealloc(ref block, size, alignment)) ThrowHelper.OutOfMemory(NameOf<TAllocator>(), size, alignment, heap.Capacity);
    }

    /// <summary>Gives a block another size and alignment, in place if that is possible; the contents move with it.</summary>
    /// <returns>Whether there was room. The heap and the block are unchanged if not.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The size is negative, or the alignment is not one the heap can give.</exception>
    /// <exception cref="InvalidOperationException">It is not a live block of this heap; nothing was changed.</exception>
    public static bool TryRealloc<TAllocator>(this ref TAllocator heap, ref Block block, int size, int alignment = 1)
        where TAllocator : struct, IAllocator
    {
        Check.Request(size, alignment, heap.MaxAlignment);

        bool aligned = (block.Offset & (alignment - 1)) == 0;
        if ((aligned || size == 0) && heap.TryResize(ref block, size)) return true;

        // A block that cannot stay has not been looked at yet, and one that is not live must be refused before anything is taken.
        if (block.Length < 0) ThrowHelper.NotALiveBlock(NameOf<TAllocator>(), block, lengthThere: 0);
        if (!aligned && !block.IsEmpty && !heap.TryResize(ref block, block.Length)) return false;

        // What cannot be read must be refused before anything is taken.
        Span<byte> kept = block.IsEmpty ? default : heap[block].Slice(0, Math.Min(block.Length, size));
        if (!heap.TryAlloc(size, alignment, out Block moved))
        {
            // A heap that merges only when there is no room may have room behind the block by now.
            return aligned && heap.TryResize(ref block, size);
        }

        kept.CopyTo(heap[moved]);
        heap.Free(block);
        block = moved;
        return true;
    }

    /// <summary>Takes memory for values, aligned for their type. The contents are whatever was there before.</summary>
    /// <returns>Whether there was room. The heap is unchanged if not.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative, or the type needs an alignment that the heap cannot give.</exception>
    public static bool TryAlloc<TAllocator, T>(this ref TAllocator heap, int count, out Block<T> block)
        where TAllocator : struct, IAllocator
        where T : unmanaged
    {
        bool found = heap.TryAlloc(HeapMemory.BytesFor<T>(count), HeapMemory.AlignmentFor<T>(heap.MaxAlignment), out Block bytes);
        block = (Block<T>)bytes;
        return found;
    }

    /// <summary>Takes memory for values, and copies them there, or throws.</summary>
    /// <exception cref="OutOfMemoryException">There is no room.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The type needs an alignment that the heap cannot give.</exception>
    public static Block<T> AllocCopy<TAllocator, T>(this ref TAllocator heap, ReadOnlySpan<T> values)
        where TAllocator : struct, IAllocator
        where T : unmanaged
    {
        Block block = heap.Alloc(HeapMemory.BytesFor<T>(values.Length), HeapMemory.AlignmentFor<T>(heap.MaxAlignment));
        values.CopyTo(HeapMemory.Cast<T>(heap[block]));
        return (Block<T>)block;
    }

    /// <summary>The values of a block. The bounds are checked, not whether the block is live.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The block reaches outside the heap.</exception>
    public static Span<T> SpanOf<TAllocator, T>(this ref TAllocator heap, Block<T> block)
        where TAllocator : struct, IAllocator
        where T : unmanaged => HeapMemory.Cast<T>(heap[(Block)block]);

    /// <summary>Gives a block back. Freeing the empty block does nothing.</summary>
    /// <exception cref="InvalidOperationException">It is not a live block of this heap; nothing was changed.</exception>
    public static void Free<TAllocator, T>(this ref TAllocator heap, Block<T> block)
        where TAllocator : struct, IAllocator
        where T : unmanaged => heap.Free((Block)block);

    /// <summary>Makes a block one of more values or fewer, where it is. The old value of the block is dead afterwards.</summary>
    /// <returns>Whether it could be done in place. The heap and the block are unchanged if not.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative.</exception>
    /// <exception cref="InvalidOperationException">It is not a live block of this heap; nothing was changed.</exception>
    public static bool TryResize<TAllocator, T>(this ref TAllocator heap, ref Block<T> block, int count)
        where TAllocator : struct, IAllocator
        where T : unmanaged
    {
        Block bytes = (Block)block;
        bool resized = heap.TryResize(ref bytes, HeapMemory.BytesFor<T>(count));
        block = (Block<T>)bytes;
        return resized;
    }

    /// <summary>Makes a block one of more values or fewer, in place if that is possible; the values move with it.</summary>
    /// <exception cref="OutOfMemoryException">There is no room; the block is as it was.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative, or the type needs an alignment that the heap cannot give.</exception>
    /// <exception cref="InvalidOperationException">It is not a live block of this heap; nothing was changed.</exception>
    public static void Realloc<TAllocator, T>(this ref TAllocator heap, ref Block<T> block, int count)
        where TAllocator : struct, IAllocator
        where T : unmanaged
    {
        Block bytes = (Block)block;
        heap.Realloc(ref bytes, HeapMemory.BytesFor<T>(count), HeapMemory.AlignmentFor<T>(heap.MaxAlignment));
        block = (Block<T>)bytes;
    }

    /// <summary>The name of the heap: of a static class, the class and not just the <c>Allocator</c> in it.</summary>
    private static string NameOf<TAllocator>() => typeof(TAllocator) is { DeclaringType: { } outer } nested
        ? ThrowHelper.NameOf(outer) + "." + ThrowHelper.NameOf(nested)
        : ThrowHelper.NameOf(typeof(TAllocator));
}
