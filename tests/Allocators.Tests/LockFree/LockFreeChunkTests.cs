using System;
using System.Collections.Generic;
using System.Runtime.InteropServices;
using Xunit;

namespace Allocators.Tests.LockFree;

/// <summary>Single chunks that are taken and freed without the lock, one call after the other.</summary>
public sealed unsafe class LockFreeChunkTests : IDisposable
{
    private const int ShortBytes = 1200;
    private const int LongBytes = 3200;

    /// <summary>What the lock says if a process has it that lives, as far as one knows who does not wait.</summary>
    private const long Somebody = 1;

    private const long Dead = int.MaxValue - 1;

    private readonly nint _memory = (nint)NativeMemory.AllocZeroed(LongBytes);

    private ref long Lock => ref *(long*)(_memory + SharedLockFree40x64.OverheadBytes - SharedHeapLock.Size);

    [Fact]
    public void A_freed_chunk_is_taken_again_and_merges_when_it_has_to()
    {
        LockFree300x64 heap = default;
        Block first = heap.Alloc(10), second = heap.Alloc(64);
        heap.Free(second);
        heap.Free(first);

        Assert.Equal((0, 0, LockFree300x64.Capacity), (heap.UsedBytes, heap.AllocationCount, heap.LargestFreeBlock));
        Assert.False(heap.TryGetNext(default, out _));
        Assert.Equal(first.Offset, heap.Alloc(1).Offset);
        heap.Free(new Block(first.Offset, 1));
        Assert.Equal(new Block(0, LockFree300x64.Capacity), heap.Alloc(LockFree300x64.Capacity));
    }

    [Fact]
    public void Nobody_with_the_lock_is_waited_for()
    {
        SharedLockFree40x64 heap = new(_memory, LongBytes);
        nint first = heap.AllocAddress(10), second = heap.AllocAddress(64);
        heap.FreeAddress(second);

        Lock = Somebody;
        heap.FreeAddress(first);
        Block taken = heap.Alloc(64), other = heap.Alloc(1);
        Assert.Equal((first, second), (heap.AddressOf(taken), heap.AddressOf(other)));
        heap.Free(other);
        Lock = 0;

        Assert.Equal(1, heap.AllocationCount);
        Assert.True(heap.Owns(taken));
        Assert.Throws<InvalidOperationException>(() => heap.Free(other));
    }

    [Fact]
    public void In_an_abandoned_heap_single_chunks_are_refused_as_well()
    {
        SharedLockFree40x64 heap = new(_memory, LongBytes);
        Block live = heap.Alloc(10), freed = heap.Alloc(10);
        heap.Free(freed);

        Lock = Dead;
        Assert.Equal(Dead, Assert.Throws<AbandonedHeapException>(() => heap.AllocationCount).ProcessId);
        Assert.Throws<AbandonedHeapException>(() => heap.Alloc(10));
        Assert.Throws<AbandonedHeapException>(() => heap.Free(live));
        Assert.Throws<AbandonedHeapException>(() => heap.FreeAddress(heap.AddressOf(live)));

        heap.Reset();
        Assert.Equal(new HeapStatistics(heap.Capacity, 0, heap.Capacity, 0), heap.GetStatistics());
        Assert.Throws<InvalidOperationException>(() => heap.Free(live));
        Assert.Equal(heap.Capacity, heap.Alloc(heap.Capacity).Length);
    }

    [Fact]
    public void A_short_owner_takes_no_parked_chunk_beyond_its_end()
    {
        SharedLockFree40x64 few = new(_memory, ShortBytes), many = new(_memory, LongBytes);
        List<Block> blocks = [];
        while (many.TryAlloc(64, out Block block)) blocks.Add(block);
        foreach (Block block in blocks.FindAll(block => block.Offset >= few.Capacity)) many.Free(block);
        HeapStatistics before = many.GetStatistics();

        Assert.InRange(few.Capacity, 64, many.Capacity - 64);
        for (int i = 0; i < 3; i++)
        {
            Assert.False(few.TryAlloc(1, out Block none));
            Assert.Equal(default, none);
            Assert.Equal(before, many.GetStatistics());
        }

        Assert.True(many.TryAlloc(many.Capacity - few.Capacity, out _));
    }

    [Fact]
    public void Memory_that_became_shorter_is_refused_for_live_chunks_only()
    {
        SharedLockFree40x64 many = new(_memory, LongBytes);
        Block all = many.Alloc(many.Capacity);
        Assert.Throws<ArgumentException>(() => new SharedLockFree40x64(_memory, ShortBytes));

        many.Free(all);
        List<Block> blocks = [];
        while (many.TryAlloc(64, out Block block)) blocks.Add(block);
        foreach (Block block in blocks) many.Free(block);
        SharedLockFree40x64 few = new(_memory, ShortBytes);
        Assert.Equal(few.Capacity, few.LargestFreeBlock);
        Assert.Equal(few.Capacity, few.Alloc(few.Capacity).Length);
    }

    [Fact]
    public void A_heap_without_memory_stays_empty()
    {
        InMemoryLockFree50x8 none = default;
        Assert.False(none.TryAlloc(1, out _));
        Assert.Throws<InvalidOperationException>(() => none.Free(new Block(0, 1)));
        none.Reset();
        Assert.Equal(default, none.GetStatistics());
    }

    [Fact]
    public void A_block_that_grew_is_no_single_chunk_and_one_that_shrank_is()
    {
        LockFree300x64 heap = default;
        Block small = heap.Alloc(64), block = small;
        Assert.True(heap.TryResize(ref block, 65));
        Assert.Throws<InvalidOperationException>(() => heap.Free(small));
        Assert.True(heap.TryResize(ref block, 1));
        Assert.True(heap.Owns(small));
        heap.Free(small);
        Assert.Throws<InvalidOperationException>(() => heap.Free(block));

        // Neither is refused growth the end of a single chunk.
        Block full = heap.Alloc(1), behind = heap.Alloc(LockFree300x64.Capacity - 64), grown = full;
        Assert.False(heap.TryResize(ref grown, 65));
        Assert.Equal(full, grown);
        heap.Free(full);
        heap.Free(behind);
        Assert.Equal(0, heap.UsedBytes);
    }

    public void Dispose() => NativeMemory.Free((void*)_memory);
}
