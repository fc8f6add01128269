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
        if (!heap.TryAlloc(size, alignment, out Block block)) ThrowHelper.OutOfMemory(typeof(TAllocator).Name, size, alignment, heap.GetStatistics());
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

    /// <summary>Gives a block another size, in place if that is possible; the contents move with it.</summary>
    /// <exception cref="OutOfMemoryException">There is no room; the block is as it was.</exception>
    /// <exception cref="InvalidOperationException">It is not a live block of this heap.</exception>
    public static void Realloc<TAllocator>(this ref TAllocator heap, ref Block block, int size, int alignment = 1)
        where TAllocator : struct, IAllocator
    {
        if (heap.TryResize(ref block, size)) return;

        Block moved = heap.Alloc(size, alignment);
        if (!block.IsEmpty)
        {
            heap[block].Slice(0, Math.Min(block.Length, size)).CopyTo(heap[moved]);
            heap.Free(block);
        }

        block = moved;
    }
}
