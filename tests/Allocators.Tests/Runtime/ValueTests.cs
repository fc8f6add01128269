using Xunit;

namespace Allocators.Tests;

/// <summary>Blocks and statistics are values: equal when their numbers are.</summary>
public sealed class ValueTests
{
    [Fact]
    public void Blocks_are_equal_when_offset_and_length_are()
    {
        Block block = new(256, 100), same = new(256, 100), elsewhere = new(0, 100), longer = new(256, 101);
        Assert.True(block == same && block.Equals((object)same) && !(block != same));
        Assert.True(block != elsewhere && block != longer && !block.Equals((object)longer) && !block.Equals("block"));
        Assert.Equal(block.GetHashCode(), same.GetHashCode());
        Assert.NotEqual(block.GetHashCode(), elsewhere.GetHashCode());
    }

    [Fact]
    public void A_block_without_length_is_empty_wherever_it_is()
    {
        Assert.True(default(Block).IsEmpty);
        Assert.True(new Block(7, 0).IsEmpty);
        Assert.False(new Block(0, 1).IsEmpty);
        Assert.False(new Block(0, -1).IsEmpty);
    }

    [Fact]
    public void A_block_reads_as_a_sentence() => Assert.Equal("256 bytes at 4096", new Block(4096, 256).ToString());

    [Fact]
    public void Handles_are_equal_when_slot_and_generation_are()
    {
        Handle handle = new(3, 5), same = new(3, 5), slot = new(4, 5), generation = new(3, 7);
        Assert.Equal((3, 5u), (handle.Slot, handle.Generation));
        Assert.True(handle == same && handle.Equals((object)same) && !(handle != same));
        Assert.True(handle != slot && handle != generation && !handle.Equals((object)generation) && !handle.Equals("handle"));
        Assert.Equal(handle.GetHashCode(), same.GetHashCode());
        Assert.NotEqual(handle.GetHashCode(), slot.GetHashCode());
        Assert.Equal("slot 3, generation 5", handle.ToString());
    }

    [Fact]
    public void An_abandoned_heap_says_so_with_any_constructor()
    {
        System.Exception inner = new System.IO.IOException();
        Assert.Equal("A process died during a call of a heap.", new AbandonedHeapException().Message);
        Assert.Equal("gone", new AbandonedHeapException("gone").Message);
        Assert.Equal(("gone", inner), (new AbandonedHeapException("gone", inner).Message, new AbandonedHeapException("gone", inner).InnerException));
        Assert.Equal(0, new AbandonedHeapException().ProcessId);
    }

    [Fact]
    public void Statistics_are_equal_when_all_numbers_are()
    {
        HeapStatistics statistics = new(4096, 768, 3328, 3), same = new(4096, 768, 3328, 3);
        HeapStatistics[] others = [new(4097, 768, 3328, 3), new(4096, 769, 3328, 3), new(4096, 768, 3329, 3), new(4096, 768, 3328, 4)];

        Assert.True(statistics == same && statistics.Equals((object)same) && !(statistics != same));
        Assert.Equal(statistics.GetHashCode(), same.GetHashCode());
        Assert.All(others, other => Assert.True(statistics != other && !statistics.Equals((object)other)));
        Assert.False(statistics.Equals("statistics"));
    }

    [Fact]
    public void Statistics_derive_what_is_free_and_how_full_it_is()
    {
        HeapStatistics statistics = new(4096, 1024, 3000, 3);
        Assert.Equal(3072, statistics.FreeBytes);
        Assert.Equal(0.25, statistics.Usage);
        Assert.Equal(0, new HeapStatistics(0, 0, 0, 0).Usage);
    }

    [Fact]
    public void Statistics_read_as_a_line()
    {
        Assert.Equal("3 blocks in 768 of 4,096 bytes (18.8 %), largest free block 3,328 bytes", new HeapStatistics(4096, 768, 3328, 3).ToString());
        Assert.StartsWith("1 block in", new HeapStatistics(4096, 768, 3328, 1).ToString(), System.StringComparison.Ordinal);
    }
}
