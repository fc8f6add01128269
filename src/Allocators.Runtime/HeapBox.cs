using System;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace Allocators;

/// <summary>A value in a heap, which is given back at the end of its scope: <c>using HeapBox&lt;Matrix, Level&gt; box = new(ref level);</c>.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
/// <typeparam name="TAllocator">The type of the heap; of a static class, its nested <c>Allocator</c>.</typeparam>
/// <remarks>
/// It lives on the stack, and no longer than the heap. A copy of it is the same value: where two of them are disposed of, a heap with checks
/// refuses the second.
/// </remarks>
[SuppressMessage("Performance", "CA1815", Justification = "A ref struct is not compared.")]
public ref struct HeapBox<T, TAllocator>
    where T : unmanaged
    where TAllocator : struct, IAllocator
{
    // A span of one: older frameworks have no fields that are references.
    private readonly Span<TAllocator> _heap;
    private Block _block;

    /// <summary>Takes memory for a value, aligned for its type. The value is whatever was there before.</summary>
    /// <exception cref="OutOfMemoryException">There is no room.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The type needs an alignment that the heap cannot give.</exception>
    public HeapBox(ref TAllocator heap)
    {
        _block = heap.Alloc(HeapMemory.SizeOf<T>(), HeapMemory.AlignmentFor<T>(heap.MaxAlignment));
        _heap = MemoryMarshal.CreateSpan(ref heap, 1);
    }

    /// <summary>Takes memory for a value, and copies it there.</summary>
    /// <exception cref="OutOfMemoryException">There is no room.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The type needs an alignment that the heap cannot give.</exception>
    public HeapBox(ref TAllocator heap, scoped in T value)
        : this(ref heap)
    {
        Value = value;
    }

    /// <summary>The value, where it is.</summary>
    /// <exception cref="ObjectDisposedException">It was given back, or kept by <see cref="Release"/>, or this is no box of any heap.</exception>
    public readonly ref T Value
    {
        get
        {
            if (_block.IsEmpty) ThrowHelper.NothingInTheBox();
            return ref HeapMemory.Cast<T>(_heap[0][_block])[0];
        }
    }

    /// <summary>Keeps the value beyond the scope: it is yours to free.</summary>
    /// <returns>Its block; the empty block if there is none any more.</returns>
    public Block<T> Release()
    {
        Block kept = _block;
        _block = default;
        return (Block<T>)kept;
    }

    /// <summary>Gives the memory back; a second time does nothing. Where the heap refuses, the box keeps its block.</summary>
    /// <exception cref="InvalidOperationException">The block is not live any more: it was freed elsewhere, or the heap was reset.</exception>
    public void Dispose()
    {
        if (_block.IsEmpty) return;

        _heap[0].Free(_block);
        _block = default;
    }
}
