using System;
using Xunit;

namespace Allocators.Tests;

/// <summary>Blocks of a process-wide heap.</summary>
public sealed partial class StaticBlocksTests
{
    public StaticBlocksTests() => StaticHeap.Reset();

    [Fact]
    public void A_block_has_the_length_that_was_asked_for_and_the_bytes_of_its_chunks()
    {
        Block block = StaticHeap.Alloc(65);

        Assert.Equal(65, StaticHeap.SpanOf(block).Length);
        Assert.Equal(128, StaticHeap.UsableSize(block));
        Assert.True(StaticHeap.Owns(block));
        Assert.Equal((128, 896, 896, 1), (StaticHeap.UsedBytes, StaticHeap.FreeBytes, StaticHeap.LargestFreeBlock, StaticHeap.AllocationCount));
        Assert.Equal(0.125, StaticHeap.Usage);
        Assert.Equal(new HeapStatistics(1024, 128, 896, 1), StaticHeap.GetStatistics());
    }

    [Fact]
    public void AllocZeroed_clears_what_was_written_before()
    {
        StaticHeap.SpanOf(StaticHeap.Alloc(StaticHeap.Capacity)).Fill(0xEE);
        StaticHeap.Reset();

        Assert.False(StaticHeap.SpanOf(StaticHeap.AllocZeroed(100)).ContainsAnyExcept((byte)0));
        Assert.False(StaticHeap.SpanOf(StaticHeap.AllocZeroed(100, 256)).ContainsAnyExcept((byte)0));
    }

    [Fact]
    public void A_block_is_resized_where_it_is()
    {
        Block block = StaticHeap.Alloc(64);
        Assert.True(StaticHeap.TryResize(ref block, 200));
        Assert.Equal((new Block(0, 200), 256), (block, StaticHeap.UsedBytes));
        Assert.True(StaticHeap.TryResize(ref block, 0));
        Assert.Equal((default, 0), (block, StaticHeap.UsedBytes));
    }

    [Fact]
    public void The_walk_goes_from_block_to_block()
    {
        StaticHeap.Alloc(10);
        Block second = StaticHeap.Alloc(200);

        Assert.True(StaticHeap.TryGetNext(default, out Block next));
        Assert.True(StaticHeap.TryGetNext(next, out next));
        Assert.Equal(new Block(second.Offset, 256), next);
        Assert.False(StaticHeap.TryGetNext(next, out _));
    }

    [Fact]
    public void The_bytes_of_a_block_are_bounded_by_the_heap()
    {
        Assert.Equal(StaticHeap.Capacity, StaticHeap.SpanOf(new Block(0, StaticHeap.Capacity)).Length);
        Assert.Throws<ArgumentOutOfRangeException>("block", () => StaticHeap.SpanOf(new Block(1, StaticHeap.Capacity)).Length);
    }

    [Fact]
    public void The_allocator_is_the_heap_under_another_name()
    {
        StaticHeap.Allocator allocator = default;
        Block block = allocator.Alloc(65);

        Assert.True(StaticHeap.Owns(block));
        allocator[block][3] = 7;
        Assert.Equal(7, StaticHeap.SpanOf(block)[3]);
        Assert.Equal("StaticHeap: " + StaticHeap.GetStatistics(), allocator.ToString());
        StaticHeap.Free(block);
        Assert.Equal(0, allocator.GetStatistics().AllocationCount);
        Assert.Equal((StaticHeap.Capacity, StaticHeap.MaxAlignment), LimitsOf(allocator));
    }

    private static (int Capacity, int MaxAlignment) LimitsOf<T>(T heap)
        where T : struct, IHeap => (heap.Capacity, heap.MaxAlignment);

    [ChunkHeap(Chunks = 16, ChunkSize = 64, Alignment = 256)]
    private static partial class StaticHeap;
}
