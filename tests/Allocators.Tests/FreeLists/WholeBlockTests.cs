using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using Xunit;

namespace Allocators.Tests;

/// <summary>Free lists: calls for a whole block, and blocks that are values.</summary>
public sealed partial class WholeBlockTests
{
    private Pool _pool;
    private Segments _segments;

    public WholeBlockTests() => StaticPoints.Reset();

    [Fact]
    public void A_whole_block_is_taken_without_its_size()
    {
        for (int i = 0; i < Pool.Blocks; i++) Assert.Equal(new Block(i * 1024, 1024), _pool.Alloc());
        Assert.False(_pool.TryAlloc(out Block none));
        Assert.Equal(default, none);
        Assert.Equal(
            "Pool has no room for 1,024 bytes at alignment 1: 0 of its 4,096 bytes are free, the largest free block has 0.",
            Assert.Throws<OutOfMemoryException>(() => _pool.Alloc()).Message);

        _pool.Free(new Block(2048, 1024));
        Assert.True(_pool.TryAlloc(out Block again));
        Assert.Equal(new Block(2048, 1024), again);
    }

    [Fact]
    public void The_block_that_was_freed_last_is_taken_first()
    {
        Block first = _pool.Alloc(), second = _pool.Alloc(), third = _pool.Alloc();
        _pool.Free(third);
        _pool.Free(first);
        _pool.Free(second);
        Assert.Equal((second, first, third), (_pool.Alloc(), _pool.Alloc(), _pool.Alloc()));
        _pool.Verify();
    }

    [Fact]
    public void A_block_has_one_size()
    {
        Block block = _pool.Alloc(1);
        Assert.Equal((1, 1024), (block.Length, _pool.UsableSize(block)));
        Assert.True(_pool.TryResize(ref block, 1024));
        Assert.False(_pool.TryResize(ref block, 1025));
        Assert.Throws<OutOfMemoryException>(() => _pool.Realloc(ref block, 1025));
        Assert.Equal(new Block(0, 1024), block);
        Assert.Equal((1024, 1024), (Pool.MaxAllocation, _pool.LargestFreeBlock));
        Assert.False(_pool.TryAlloc(1025, out _));
    }

    [Fact]
    public void All_pool_have_the_alignment_that_their_size_has()
    {
        Assert.Equal((8, 8, 1, 2), (Pool.MaxAlignment, Segments.MaxAlignment, UncheckedBlocks1x1.MaxAlignment, LockedUncheckedBlocks1x2.MaxAlignment));
        Assert.Equal((4, 16, 64), (StaticPoints.MaxAlignment, Static48.MaxAlignment, Static64.MaxAlignment));
        for (int i = 0; i < Static48.Blocks; i++) Assert.Equal(0, Static48.AllocAddress(1, 16) % 16);
        for (int i = 0; i < Static64.Blocks; i++) Assert.Equal(0, Static64.AllocAddress(1, 64) % 64);
        Assert.Throws<ArgumentOutOfRangeException>("alignment", () => Static48.Alloc(1, 32));
    }

    [Fact]
    public void A_block_is_a_value()
    {
        Block<Segment> block = _segments.Alloc();
        _segments[block] = new Segment(1, 2, 3);
        Block<Segment> other = _segments.Alloc(new Segment(4, 5, 6));
        Assert.Equal((new Segment(1, 2, 3), new Segment(4, 5, 6)), (_segments[block], _segments[other]));
        Assert.True(Unsafe.AreSame(ref _segments[other], ref Unsafe.Add(ref _segments[block], 1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => _segments[new Block<Segment>(24 * Segments.Blocks, 1)].Key);
        Assert.Throws<IndexOutOfRangeException>(() => _segments[(Block<Segment>)new Block(0, 23)].Key);
        Assert.Throws<IndexOutOfRangeException>(() => _segments[default(Block<Segment>)].Key);
        _segments.Free(block);
        Assert.Equal(block, _segments.AllocZeroed());
        Assert.Equal(default, _segments[block]);
    }

    [Fact]
    public void A_value_is_taken_and_given_back_by_reference()
    {
        ref Segment value = ref _segments.Alloc<Segment>();
        value = new Segment(1, 2, 3);
        Assert.Equal(1, _segments.AllocationCount);
        _segments.Free(ref value);
        Assert.Equal(0, _segments.AllocationCount);
        ExpectRefused(ref value);

        ref Point point = ref StaticPoints.Alloc<Point>();
        point = new Point(1, 2, 3);
        Assert.Equal(new Point(1, 2, 3), StaticPoints.ValueOf(StaticPoints.BlockOf(0)));
        StaticPoints.Free(ref point);

        void ExpectRefused(ref Segment freed)
        {
            string message = "";
            try
            {
                _segments.Free(ref freed);
            }
            catch (InvalidOperationException exception)
            {
                message = exception.Message;
            }

            Assert.StartsWith("Segments: no live block starts at offset 0 (length 24).", message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_heap_of_values_is_as_large_as_its_values_and_its_bookkeeping()
    {
        Assert.Equal((65 * 24, 8 + 16), (Segments.Capacity, Segments.OverheadBytes));
        Assert.Equal((65 * 24) + 24, Unsafe.SizeOf<Segments>());
        Assert.Equal(4096 + 8 + 8, Unsafe.SizeOf<Pool>());
        Assert.Equal(4096 + 16, Unsafe.SizeOf<UncheckedPool>());
    }

    [Fact]
    public void Unchecked_a_block_beyond_the_memory_is_refused_nevertheless()
    {
        ExpectRefused(new UncheckedBytes(Memory.At(0, 100), 100));
        ExpectRefused(new LockFreeUncheckedBytes(Memory.At(0, 100), 100));
        ExpectRefused(new UncheckedSlab(Memory.At(0, 100), 100));
        ExpectRefused(new UncheckedBytesInMemory(Memory.At(0, 1000), 300));
        ExpectRefused(new LockFreeUncheckedBytesInMemory(Memory.At(0, 1000), 600));
        ExpectRefused(new UncheckedSlabInMemory(Memory.At(0, 1000), 600));
    }

    /// <summary>All blocks are taken, one beyond the memory is freed in vain, and so there is none to be had.</summary>
    private static void ExpectRefused<THeap>(THeap heap)
        where THeap : struct, IHeap
    {
        List<Block> blocks = [];
        while (heap.TryAlloc(8, 1, out Block block)) blocks.Add(block);
        Assert.InRange(blocks.Count, 1, 63);
        Assert.Equal(blocks.Count * 8, heap.Capacity);
        Assert.Throws<InvalidOperationException>(() => heap.Free(new Block(heap.Capacity, 8)));
        Assert.Throws<InvalidOperationException>(() => heap.Free(new Block(heap.Capacity + 8, 1)));
        Assert.False(heap.TryAlloc(1, 1, out _));
        foreach (Block block in blocks) heap.Free(block);
        Assert.Equal(0, heap.GetStatistics().AllocationCount);
    }

    [FreeList(BlockSize = 1024, Blocks = 4)]
    private partial struct Pool;

    [FreeList(BlockSize = 1024, Blocks = 4, Checks = Checks.None)]
    private partial struct UncheckedPool;

    [FreeList(typeof(Segment), Blocks = 65)]
    private partial struct Segments;

    [FreeList<Point>(Blocks = 3)]
    private static partial class StaticPoints;

    [FreeList(BlockSize = 48, Blocks = 3)]
    private static partial class Static48;

    [FreeList(BlockSize = 192, Blocks = 5, Alignment = 64)]
    private static partial class Static64;

    [FreeList(BlockSize = 8, Blocks = 64, Storage = Storage.Pointer, Checks = Checks.None)]
    private partial struct UncheckedBytes;

    [FreeList(BlockSize = 8, Blocks = 64, Storage = Storage.Pointer, Checks = Checks.None, Synchronization = Synchronization.LockFree)]
    private partial struct LockFreeUncheckedBytes;

    [Slab(BlockSize = 8, Slots = 64, Storage = Storage.Pointer, Checks = Checks.None)]
    private partial struct UncheckedSlab;

    [FreeList(BlockSize = 8, Blocks = 64, Storage = Storage.Pointer, Checks = Checks.None, State = State.InMemory)]
    private partial struct UncheckedBytesInMemory;

    [FreeList(BlockSize = 8, Blocks = 64, Storage = Storage.Pointer, Checks = Checks.None, State = State.InMemory, Synchronization = Synchronization.LockFree)]
    private partial struct LockFreeUncheckedBytesInMemory;

    [Slab(BlockSize = 8, Slots = 64, Storage = Storage.Pointer, Checks = Checks.None, State = State.InMemory)]
    private partial struct UncheckedSlabInMemory;
}
