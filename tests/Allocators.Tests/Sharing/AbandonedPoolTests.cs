using System;
using System.Runtime.InteropServices;
using Xunit;

namespace Allocators.Tests.Sharing;

/// <summary>Free lists and slabs in which a process died, which is pretended here by the word that it leaves in the lock.</summary>
public sealed unsafe class AbandonedPoolTests : IDisposable
{
    private const int Bytes = 6000;
    private const int Dead = int.MaxValue - 1;

    private readonly nint _memory = (nint)NativeMemory.AllocZeroed(Bytes);

    private SharedPool Pool => new(_memory, Bytes);

    private SharedSlab Slab => new(_memory, Bytes);

    [Fact]
    public void A_free_list_is_recovered_with_its_blocks()
    {
        SharedPool heap = Pool;
        Block freed = heap.Alloc(), kept = heap.Alloc();
        heap.Free(freed);
        LockOf(SharedPool.OverheadBytes) = Dead;
        Assert.Equal(Dead, Assert.Throws<AbandonedHeapException>(() => heap.Alloc()).ProcessId);

        Assert.True(heap.TryRecover());
        Assert.True(heap.Owns(kept));
        Assert.Equal((freed, 2), (heap.Alloc(), heap.AllocationCount));
    }

    [Fact]
    public void A_free_list_that_was_left_half_changed_is_only_reset()
    {
        SharedPool heap = Pool;
        heap.Alloc();

        // Behind the word for the layout are the marks of live blocks: now a block has one that was never taken.
        ++*(long*)(_memory + sizeof(long));
        LockOf(SharedPool.OverheadBytes) = Dead;
        Assert.False(heap.TryRecover());
        Assert.Throws<AbandonedHeapException>(() => heap.Alloc());
        heap.Reset();
        heap.Verify();
        for (int i = 0; i < heap.Capacity / SharedPool.BlockSize; i++) heap.Alloc();
        Assert.Equal(0, heap.FreeBytes);
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(-1, 0)]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    public void A_slab_is_reset_whatever_was_left_half_changed(int live, int top)
    {
        SharedSlab heap = Slab;
        SharedSlab.Handle freed = heap.Alloc(1), kept = heap.Alloc(1);
        heap.Free(freed);

        // Behind the word for the layout, live slots are counted; then comes the top of the list of free ones.
        *(long*)(_memory + sizeof(long)) += live;
        if (top != 0) *(int*)(_memory + (2 * sizeof(long))) = 0;
        LockOf(SharedSlab.OverheadBytes) = Dead;
        Assert.Throws<AbandonedHeapException>(() => heap.Alloc(1));

        heap.Reset();
        Assert.Equal((0, 0), (heap.Count, heap.UsedBytes));
        Assert.False(heap.Owns(kept));
        Assert.False(heap.Owns(freed));
        int slots = heap.Capacity / SharedSlab.BlockSize;
        for (int i = 0; i < slots; i++) Assert.True(heap.TryAlloc(1, out SharedSlab.Handle _), $"Only {i} slots of {slots} are left");
        Assert.Equal(slots, heap.Count);
    }

    public void Dispose() => NativeMemory.Free((void*)_memory);

    /// <summary>The lock is the last word of the bookkeeping.</summary>
    private ref long LockOf(int overheadBytes) => ref *(long*)(_memory + overheadBytes - SharedHeapLock.Size);
}
