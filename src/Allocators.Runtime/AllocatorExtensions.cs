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
        if (!heap.TryAlloc(size, alignment, out Block block)) ThrowHelper.OutOfMemory(NameOf<TAllocator>(), size, alignment, heap.GetStatistics());
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
        if (!heap.TryRealloc(ref block, size, alignment)) ThrowHelper.OutOfMemory(NameOf<TAllocator>(), size, alignment, heap.GetStatistics());
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
        if (!block.IsEmpty && !heap.Owns(block)) ThrowHelper.NotALiveBlock(NameOf<TAllocator>(), block, lengthThere: 0);

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

    /// <summary>The name of the heap: of a static class, the class and not just the <c>Allocator</c> in it.</summary>
    private static string NameOf<TAllocator>() => typeof(TAllocator) is { DeclaringType: { } outer } nested
        ? ThrowHelper.NameOf(outer) + "." + ThrowHelper.NameOf(nested)
        : ThrowHelper.NameOf(typeof(TAllocator));
}
