using System;
using Xunit;

namespace Allocators.Tests;

/// <summary>The generated <c>Realloc</c>, of structs and static classes; that of the extensions is in the conformance suite.</summary>
public sealed partial class ReallocTests
{
    private Heap _heap;

    public ReallocTests() => StaticHeap.Reset();

    [Fact]
    public void A_block_stays_where_it_is_if_it_can()
    {
        Block block = _heap.Alloc(8);
        _heap.Realloc(ref block, 100);
        Assert.Equal(new Block(0, 100), block);
        _heap.Realloc(ref block, 3, 8);
        Assert.Equal(new Block(0, 3), block);
        Assert.Equal(4, _heap.UsedBytes);
    }

    [Fact]
    public void A_block_that_cannot_stay_takes_its_contents_along()
    {
        Block block = _heap.Alloc(10), neighbour = _heap.Alloc(10);
        Pattern.Fill(_heap[block], 1);
        _heap.Realloc(ref block, 50);

        Assert.Equal(new Block(24, 50), block);
        Assert.True(Pattern.IsIn(_heap[block].Slice(0, 10), 1));
        Assert.True(_heap.Owns(neighbour));
        Assert.Equal(64, _heap.UsedBytes);
    }

    [Fact]
    public void What_there_is_no_room_for_is_said_without_an_exception()
    {
        Block block = _heap.Alloc(10), before = block;
        Pattern.Fill(_heap[block], 1);
        HeapStatistics full = _heap.GetStatistics();

        Assert.False(_heap.TryRealloc(ref block, Heap.Capacity + 1));
        Assert.False(_heap.TryRealloc(ref block, int.MaxValue, 8));
        Assert.Equal(before, block);
        Assert.True(Pattern.IsIn(_heap[block], 1));
        Assert.Equal(full, _heap.GetStatistics());

        Assert.True(_heap.TryRealloc(ref block, 20, 8));
        Assert.True(Pattern.IsIn(_heap[block].Slice(0, 10), 1));
        Assert.True(_heap.TryRealloc(ref block, 0));
        Assert.Equal(default, block);
        Assert.True(_heap.TryRealloc(ref block, 5));
        Assert.Equal(5, block.Length);
        Assert.Throws<InvalidOperationException>(() => _heap.TryRealloc(ref before, 30));
        Assert.Throws<ArgumentOutOfRangeException>(() => _heap.TryRealloc(ref block, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => _heap.TryRealloc(ref block, 1, 3));
    }

    [Fact]
    public void What_an_empty_block_cannot_become_leaves_it_as_it_is()
    {
        Block block = new(8, 0);
        Assert.False(_heap.TryRealloc(ref block, int.MaxValue));
        Assert.Equal(new Block(8, 0), block);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_a_block_grows_by_is_zero(bool moves)
    {
        Pattern.Fill(_heap[_heap.Alloc(_heap.FreeBytes)], 3);
        _heap.Reset();
        Block block = _heap.Alloc(10);
        Pattern.Fill(_heap[block], 1);
        if (moves) _heap.Alloc(1);
        _heap.ReallocZeroed(ref block, 40);

        Assert.Equal(moves, block.Offset != 0);
        Assert.True(Pattern.IsIn(_heap[block].Slice(0, 10), 1));
        Assert.Equal(new byte[30], _heap[block].Slice(10).ToArray());
        _heap.ReallocZeroed(ref block, 3, 8);
        Assert.True(Pattern.IsIn(_heap[block], 1));
    }

    [Fact]
    public void A_larger_alignment_moves_a_block_that_does_not_have_it_even_to_shrink_it()
    {
        _heap.Alloc(4);
        Block block = _heap.Alloc(20);
        Pattern.Fill(_heap[block], 1);
        _heap.Realloc(ref block, 10, 8);

        Assert.Equal(0, block.Offset % 8);
        Assert.True(Pattern.IsIn(_heap[block], 1));
        Assert.Equal(2, _heap.AllocationCount);
    }

    [Fact]
    public void A_static_heap_realigns_to_a_page()
    {
        StaticHeap.Alloc(16);
        Block block = StaticHeap.Alloc(16);
        Pattern.Fill(StaticHeap.SpanOf(block), 1);
        StaticHeap.Realloc(ref block, 32, 4096);

        Assert.Equal(new Block(4096, 32), block);
        Assert.Equal(0, StaticHeap.AddressOf(block) % 4096);
        Assert.True(Pattern.IsIn(StaticHeap.SpanOf(block).Slice(0, 16), 1));
        Assert.Equal(2, StaticHeap.AllocationCount);
    }

    [Fact]
    public void The_empty_block_becomes_a_new_one_and_back()
    {
        Block block = default;
        _heap.Realloc(ref block, 10, 8);
        Assert.True(_heap.Owns(block));

        _heap.Realloc(ref block, 0, 8);
        Assert.Equal(default, block);
        _heap.Realloc(ref block, 0);
        Assert.Equal(0, _heap.AllocationCount);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(-1)]
    [InlineData(int.MaxValue)]
    public void An_empty_block_is_empty_whatever_its_offset(int offset)
    {
        Block member = new(offset, 0), extension = member, ofStatic = member;
        _heap.Realloc(ref member, 10);
        AllocatorExtensions.Realloc(ref _heap, ref extension, 10);
        StaticHeap.Realloc(ref ofStatic, 10);

        Assert.Equal((new Block(0, 10), new Block(12, 10), new Block(0, 10)), (member, extension, ofStatic));
    }

    [Fact]
    public void Without_room_the_block_is_as_it_was()
    {
        Block block = _heap.Alloc(10);
        _heap.Alloc(10);
        Pattern.Fill(_heap[block], 1);
        HeapStatistics before = _heap.GetStatistics();

        Assert.Throws<OutOfMemoryException>(() => _heap.Realloc(ref block, Heap.Capacity));
        Assert.Equal(new Block(0, 10), block);
        Assert.True(Pattern.IsIn(_heap[block], 1));
        Assert.Equal(before, _heap.GetStatistics());
    }

    [Theory]
    [InlineData(4, 1, 1)]
    [InlineData(4, 0, 1)]
    [InlineData(4, 1, 8)]
    [InlineData(64, 1, 1)]
    public void A_block_that_is_not_live_is_refused_and_nothing_is_taken(int offset, int size, int alignment)
    {
        _heap.Alloc(20);
        HeapStatistics before = _heap.GetStatistics();

        Block forged = new(offset, 16);
        Assert.Throws<InvalidOperationException>(() => _heap.Realloc(ref forged, size, alignment));
        Assert.Equal(new Block(offset, 16), forged);
        Assert.Equal(before, _heap.GetStatistics());
    }

    [Fact]
    public void Bad_numbers_are_refused_though_the_block_could_stay()
    {
        Block block = _heap.Alloc(16);
        Assert.Throws<ArgumentOutOfRangeException>("size", () => _heap.Realloc(ref block, -1));
        Assert.Throws<ArgumentOutOfRangeException>("alignment", () => _heap.Realloc(ref block, 8, 3));
        Assert.Throws<ArgumentOutOfRangeException>("alignment", () => _heap.Realloc(ref block, 8, 16));
        Assert.Equal(new Block(0, 16), block);
    }

    [ChunkHeap(Chunks = 32, ChunkSize = 4)]
    private partial struct Heap;

    [ChunkHeap(Chunks = 512, ChunkSize = 16, Alignment = 4096)]
    private static partial class StaticHeap;
}
