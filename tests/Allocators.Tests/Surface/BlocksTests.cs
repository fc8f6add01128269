using System;
using Xunit;

namespace Allocators.Tests;

/// <summary>Blocks of a heap in a struct.</summary>
public sealed partial class BlocksTests
{
    private Heap _heap;

    [Fact]
    public void A_block_has_the_length_that_was_asked_for_and_the_bytes_of_its_chunks()
    {
        Block block = _heap.Alloc(65);

        Assert.Equal(65, block.Length);
        Assert.Equal(65, _heap[block].Length);
        Assert.Equal(128, _heap.UsableSize(block));
        Assert.True(_heap.Owns(block));
        Assert.Equal((128, 896, 896, 1), (_heap.UsedBytes, _heap.FreeBytes, _heap.LargestFreeBlock, _heap.AllocationCount));
    }

    [Fact]
    public void A_request_without_alignment_is_one_at_alignment_1()
    {
        Assert.True(_heap.TryAlloc(1, out Block first));
        Assert.True(_heap.TryAlloc(1, 8, out Block second));
        Assert.Equal((0, 64), (first.Offset, second.Offset));
        Assert.False(_heap.TryAlloc(Heap.Capacity, out Block none));
        Assert.Equal(default, none);
    }

    [Fact]
    public void Memory_is_not_cleared_unless_that_is_asked_for()
    {
        Block dirty = _heap.Alloc(100);
        _heap[dirty].Fill(0xEE);
        _heap.Free(dirty);

        Block same = _heap.Alloc(100);
        Assert.Equal(100, _heap[same].Count((byte)0xEE));
        _heap.Free(same);
        Assert.False(_heap[_heap.AllocZeroed(100)].ContainsAnyExcept((byte)0));
        _heap.Reset();
        Assert.False(_heap[_heap.AllocZeroed(100, 8)].ContainsAnyExcept((byte)0));
    }

    [Fact]
    public void A_block_grows_and_shrinks_where_it_is()
    {
        Block block = _heap.Alloc(64);
        Pattern.Fill(_heap[block], 1);

        Assert.True(_heap.TryResize(ref block, 200));
        Assert.Equal(new Block(0, 200), block);
        Assert.True(Pattern.IsIn(_heap[block].Slice(0, 64), 1));
        Assert.Equal(256, _heap.UsedBytes);

        Assert.True(_heap.TryResize(ref block, 10));
        Assert.Equal(new Block(0, 10), block);
        Assert.Equal(64, _heap.UsedBytes);
    }

    [Fact]
    public void A_block_with_a_neighbour_cannot_grow_where_it_is()
    {
        Block block = _heap.Alloc(64);
        Block neighbour = _heap.Alloc(64);

        Assert.False(_heap.TryResize(ref block, 65));
        Assert.Equal(new Block(0, 64), block);
        Assert.True(_heap.Owns(block) && _heap.Owns(neighbour));
        Assert.Equal(128, _heap.UsedBytes);
    }

    [Fact]
    public void A_block_of_zero_bytes_is_free()
    {
        Block block = _heap.Alloc(64), other = _heap.Alloc(64);

        Assert.True(_heap.TryResize(ref block, 0));
        _heap.Realloc(ref other, 0);
        Assert.Equal((default, default), (block, other));
        Assert.Equal(0, _heap.AllocationCount);
    }

    [Fact]
    public void The_bytes_of_a_block_are_bounded_by_the_heap_and_not_by_what_is_live()
    {
        Assert.Equal(Heap.Capacity, _heap[new Block(0, Heap.Capacity)].Length);
        Assert.Equal(0, _heap[new Block(Heap.Capacity, 0)].Length);

        Block[] outside = [new(0, Heap.Capacity + 1), new(1, Heap.Capacity), new(-1, 1), new(0, -1), new(int.MaxValue, int.MaxValue)];
        foreach (Block block in outside) Assert.Throws<ArgumentOutOfRangeException>("block", () => _heap[block].Length);
    }

    [Fact]
    public void The_walk_goes_from_block_to_block()
    {
        Block first = _heap.Alloc(10), second = _heap.Alloc(200), third = _heap.Alloc(64);
        _heap.Free(second);

        Assert.True(_heap.TryGetNext(default, out Block next));
        Assert.Equal(new Block(first.Offset, 64), next);
        Assert.True(_heap.TryGetNext(first, out next));
        Assert.Equal(new Block(third.Offset, 64), next);
        Assert.False(_heap.TryGetNext(third, out next));
        Assert.Equal(default, next);
        Assert.True(_heap.TryGetNext(new Block(-1, 0), out next));
        Assert.Equal(new Block(first.Offset, 64), next);
        Assert.False(_heap.TryGetNext(new Block(-1, 1), out _));
        Assert.False(_heap.TryGetNext(new Block(int.MaxValue, int.MaxValue), out _));
    }

    [Fact]
    public void An_unchecked_heap_still_refuses_what_is_outside()
    {
        UncheckedHeap heap = default;
        heap.Alloc(UncheckedHeap.Capacity);

        Block[] outside = [new(-64, 64), new(UncheckedHeap.Capacity, 64), new(0, UncheckedHeap.Capacity + 1), new(0, -1)];
        foreach (Block block in outside) Assert.Throws<InvalidOperationException>(() => heap.Free(block));
        Assert.Equal(UncheckedHeap.Capacity, heap.UsedBytes);
    }

    [ChunkHeap(Chunks = 16, ChunkSize = 64)]
    private partial struct Heap;

    [ChunkHeap(Chunks = 16, ChunkSize = 64, Checks = Checks.None)]
    private partial struct UncheckedHeap;
}
