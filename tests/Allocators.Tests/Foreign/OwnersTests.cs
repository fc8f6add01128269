using System;
using System.Runtime.InteropServices;
using Xunit;

namespace Allocators.Tests;

/// <summary>Several heaps on the same memory, of which one was given less of it.</summary>
public sealed unsafe class OwnersTests : IDisposable
{
    private const int ShortBytes = 1200;
    private const int LongBytes = 3200;

    private readonly nint _memory = (nint)NativeMemory.AllocZeroed(LongBytes);

    [Fact]
    public void A_short_owner_of_one_word_gives_out_only_what_it_has() =>
        ExpectToStayWithin(new SharedWord(_memory, ShortBytes), new SharedWord(_memory, LongBytes));

    [Fact]
    public void A_short_owner_with_a_lock_gives_out_only_what_it_has() =>
        ExpectToStayWithin(new SharedLocked(_memory, ShortBytes), new SharedLocked(_memory, LongBytes));

    [Fact]
    public void A_short_owner_that_parks_nothing_gives_out_only_what_it_has() =>
        ExpectToStayWithin(new SharedImmediate(_memory, ShortBytes), new SharedImmediate(_memory, LongBytes));

    [Fact]
    public void A_short_owner_does_not_grow_a_block_beyond_its_end()
    {
        SharedLocked few = new(_memory, ShortBytes), many = new(_memory, LongBytes);
        Block block = few.Alloc(few.Capacity);
        Assert.False(few.TryResize(ref block, few.Capacity + 1));
        Assert.Equal(few.Capacity, block.Length);

        Block same = block;
        Assert.True(many.TryResize(ref block, many.Capacity));
        Assert.True(few.TryResize(ref block, few.Capacity));
        Assert.Equal(same, block);
    }

    [Fact]
    public void A_block_beyond_the_end_of_a_short_owner_is_not_moved_and_nothing_is_lost()
    {
        SharedLocked few = new(_memory, ShortBytes), many = new(_memory, LongBytes);
        Block below = many.Alloc(few.Capacity), beyond = many.Alloc(64);
        many.Free(below);

        Block block = beyond;
        Assert.Throws<ArgumentOutOfRangeException>(() => few.Realloc(ref block, 200));
        Assert.Throws<ArgumentOutOfRangeException>(() => AllocatorExtensions.Realloc(ref few, ref block, 200));
        Assert.Equal((beyond, 1), (block, few.AllocationCount));

        few.Free(beyond);
        Assert.Equal(0, many.AllocationCount);
    }

    public void Dispose() => NativeMemory.Free((void*)_memory);

    /// <summary>Fills all that the short one has: what then is free lies beyond its end.</summary>
    private static void ExpectToStayWithin<THeap>(THeap few, THeap many)
        where THeap : struct, IHeap
    {
        Assert.True(few.Capacity < many.Capacity);
        Assert.True(few.TryAlloc(few.Capacity, 1, out Block all));
        HeapStatistics before = many.GetStatistics();
        for (int i = 0; i < 3; i++)
        {
            Assert.False(few.TryAlloc(1, 1, out Block none));
            Assert.Equal(default, none);
            Assert.Equal(before, many.GetStatistics());
        }

        Assert.True(many.TryAlloc(many.Capacity - few.Capacity, 1, out Block rest));
        many.Free(rest);
        few.Free(all);
        Assert.Equal(0, many.GetStatistics().UsedBytes);
        Assert.True(many.TryAlloc(many.Capacity, 1, out _));
    }
}
