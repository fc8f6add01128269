using System;
using System.Runtime.InteropServices;
using Xunit;

namespace Allocators.Tests.Over;

/// <summary>Heaps that take their memory from another heap. One at a time: several use the static one.</summary>
public sealed class OverTests : IDisposable
{
    // In an object, which the garbage collector may move.
    private Level _level;

    public OverTests() => Game.Reset();

    public void Dispose() => Game.Reset();

    [Fact]
    public void Memory_is_one_block_of_the_other_heap_until_it_is_released()
    {
        PoolOfLevel pool = new(ref _level);
        Assert.Equal(PoolOfLevel.MaxCapacity, pool.Capacity);
        Assert.Equal(1, _level.AllocationCount);

        pool.Alloc();
        pool.Release(ref _level);
        Assert.Equal(0, _level.AllocationCount);
        Assert.Equal(0, pool.Capacity);
        Assert.False(pool.TryAlloc(out _));
    }

    [Fact]
    public void Blocks_of_both_heaps_do_not_overlap()
    {
        Block before = _level.Alloc(1000), after = default;
        PoolOfLevel pool = new(ref _level);
        after = _level.Alloc(1000);
        _level[before].Fill(1);
        _level[after].Fill(2);
        while (pool.TryAlloc(out Block block)) pool[block].Fill(3);
        GC.Collect();

        Assert.Equal(-1, _level[before].IndexOfAnyExcept((byte)1));
        Assert.Equal(-1, _level[after].IndexOfAnyExcept((byte)2));
        Assert.Equal(50, pool.AllocationCount);
        Assert.Equal(-1, pool[new Block(0, pool.Capacity)].IndexOfAnyExcept((byte)3));
    }

    [Fact]
    public void No_room_is_the_other_heaps_exception_and_takes_nothing()
    {
        _level.Alloc(Level.Capacity - 4999);
        Assert.Throws<OutOfMemoryException>(() => new PoolOfLevel(ref _level));
        Assert.Equal(1, _level.AllocationCount);
    }

    [Fact]
    public void A_hand_written_allocator_will_do()
    {
        HandWritten memory = new(6000);
        PoolOfHandWritten pool = new(ref memory);
        Assert.Equal(50 * 100, pool.Capacity);
        Assert.Equal(1, memory.GetStatistics().AllocationCount);
        pool.Release(ref memory);
        Assert.Equal(0, memory.GetStatistics().AllocationCount);
    }

    [Fact]
    public void Memory_of_a_static_class_needs_no_argument()
    {
        PoolOfGame pool = PoolOfGame.Create();
        nint address = pool.AllocAddress(64);
        Assert.True(address >= Game.AddressOf(new Block(0, 1)) && address < Game.AddressOf(new Block(0, 1)) + Game.Capacity);
        Assert.Equal(1, Game.AllocationCount);

        SpanOfGame other = SpanOfGame.Create();
        other[other.Alloc()].Fill(9);
        Assert.Equal(2, Game.AllocationCount);
        other.Release();
        pool.Release();
        Assert.Equal(0, Game.AllocationCount);
    }

    [Fact]
    public void A_second_release_of_a_copy_is_refused()
    {
#pragma warning disable ALLOC0101 // What a copy does is the matter here.
        PoolOfGame pool = PoolOfGame.Create(), copy = pool;
#pragma warning restore ALLOC0101
        pool.Release();
        Assert.Throws<InvalidOperationException>(() => copy.Release());
        pool.Release();
    }

    [Fact]
    public void Bookkeeping_in_memory_that_was_used_before_starts_empty()
    {
        Block dirt = Game.Alloc(Game.Capacity);
        Game.SpanOf(dirt).Fill(0xFF);
        Game.Free(dirt);

        LargePoolOfGame pool = LargePoolOfGame.Create();
        Assert.Equal(0, pool.AllocationCount);
        for (int i = 0; i < LargePoolOfGame.Blocks; i++) Assert.True(pool.TryAlloc(out _));
        Assert.False(pool.TryAlloc(out _));
        pool.Verify();
        pool.Release();
    }

    [Fact]
    public void Values_over_memory_at_an_address()
    {
        byte[] memory = GC.AllocateArray<byte>(10_000, pinned: true);
        Arena arena = new(Marshal.UnsafeAddrOfPinnedArrayElement(memory, 0), memory.Length);
        ValuesOfArena values = new(ref arena);
        Block<long> block = values.Alloc(42);
        Assert.Equal(42, values[block]);
        Assert.Equal(1, arena.AllocationCount);
        values.Release(ref arena);
        Assert.Equal(0, arena.AllocationCount);
    }

    [Fact]
    public void A_heap_over_a_heap_can_have_one_over_it()
    {
        PoolOfGameLarge pool = PoolOfGameLarge.Create();
        ValuesOfPool values = new(ref pool);
        values[values.Alloc()] = 1;
        Assert.Equal(1, pool.AllocationCount);
        values.Release(ref pool);
        pool.Release();
    }

    [Fact]
    public void Memory_goes_back_where_it_is_from()
    {
        Level other = default;
        PoolOfLevel pool = new(ref _level), stranger = new(ref other);
        try
        {
            pool.Release(ref other);
            Assert.Fail("It went to another heap.");
        }
        catch (InvalidOperationException refusal)
        {
            Assert.StartsWith("PoolOfLevel: its memory was not taken from this heap.", refusal.Message, StringComparison.Ordinal);
        }

        Assert.Equal((1, 1), (_level.AllocationCount, other.AllocationCount));
        stranger.Release(ref other);
        pool.Release(ref _level);
        Assert.Equal((0, 0), (_level.AllocationCount, other.AllocationCount));
    }
}
