using System;

namespace Allocators.Tests;

/// <summary>What makes it a heap: all of it follows from being an allocator.</summary>
public partial struct HandWritten : IHeap
{
    public Block Alloc(int size, int alignment = 1) => AllocatorExtensions.Alloc(ref this, size, alignment);

    public Block AllocZeroed(int size, int alignment = 1) => AllocatorExtensions.AllocZeroed(ref this, size, alignment);

    public Block<T> Alloc<T>(int count)
        where T : unmanaged
    {
        Block<T> block = default;
        this.Realloc(ref block, count);
        return block;
    }

    public ref T Alloc<T>()
        where T : unmanaged => ref AllocSpan<T>(1)[0];

    public Span<T> AllocSpan<T>(int count)
        where T : unmanaged => HeapMemory.Cast<T>(this[(Block)Alloc<T>(count)]);

    public bool TryRealloc(ref Block block, int size, int alignment = 1) => AllocatorExtensions.TryRealloc(ref this, ref block, size, alignment);

    public void Realloc(ref Block block, int size, int alignment = 1) => AllocatorExtensions.Realloc(ref this, ref block, size, alignment);

    public readonly void Free<T>(Span<T> span)
        where T : unmanaged => Free(HeapMemory.BlockOf(in _memory[0], Capacity, (ReadOnlySpan<T>)span));

    public readonly void Free<T>(ref T value)
        where T : unmanaged => Free(HeapMemory.BlockOf(in _memory[0], Capacity, ref value));
}
