using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using Xunit;

namespace Allocators.Tests;

/// <summary>A lock-free list in the hands of one thread, against a stack. What several do to it is in <c>LockFreeListThreadTests</c>.</summary>
public sealed class LockFreeListTests
{
    private const int Count = 10;

    private readonly int[] _links = new int[Count];
    private LockFreeList _list;

    [Fact]
    public void It_has_the_size_that_it_says() => Assert.Equal(LockFreeList.Size, Unsafe.SizeOf<LockFreeList>());

    [Fact]
    public void Zero_is_a_list_of_blocks_that_were_never_given_out()
    {
        Assert.Equal(0, _list.Fresh);
        Assert.True(_list.HasFree(1));
        Assert.False(LockFreeList.IsLive(in _links[0], 0));
        Assert.False(LockFreeList.TryClaim(ref _links[0], 0));
        Assert.Equal(Enumerable.Range(0, Count), TakeAll());
        Assert.Equal(Count, _list.Fresh);
    }

    [Fact]
    public void A_list_of_no_blocks_gives_none()
    {
        Assert.False(_list.HasFree(0));
        Assert.False(_list.TryPop(ref _links[0], 0, out int index));
        Assert.Equal(-1, index);
        Assert.Equal(0, _list.Fresh);
    }

    [Fact]
    public void The_watermark_stays_at_the_number_of_blocks()
    {
        TakeAll();
        for (int i = 0; i < 5; i++) Assert.False(_list.TryPop(ref _links[0], Count, out _));
        Assert.Equal(Count, _list.Fresh);
        Assert.False(_list.HasFree(Count));
    }

    [Fact]
    public void What_was_given_back_last_comes_first_and_before_fresh_blocks()
    {
        for (int i = 0; i < 3; i++) Take();

        _list.Push(ref _links[0], 1);
        _list.Push(ref _links[0], 0);
        Assert.Equal(0, Take());
        Assert.Equal(1, Take());
        Assert.Equal(3, Take());
    }

    [Fact]
    public void A_block_is_claimed_once()
    {
        int index = Take();
        Assert.False(LockFreeList.IsLive(in _links[0], index));
        Assert.False(LockFreeList.TryClaim(ref _links[0], index));

        LockFreeList.MarkLive(ref _links[0], index);
        Assert.True(LockFreeList.IsLive(in _links[0], index));
        Assert.True(LockFreeList.TryClaim(ref _links[0], index));
        Assert.False(LockFreeList.IsLive(in _links[0], index));
        Assert.False(LockFreeList.TryClaim(ref _links[0], index));

        _list.Push(ref _links[0], index);
        Assert.False(LockFreeList.TryClaim(ref _links[0], index));
    }

    [Fact]
    public void Links_of_blocks_that_are_not_free_do_not_count()
    {
        int first = Take(), second = Take();
        _list.Push(ref _links[0], first);
        _list.Push(ref _links[0], second);
        Take();
        LockFreeList.MarkLive(ref _links[0], second);
        Assert.Equal(first, Take());
        Assert.Equal(2, Take());
    }

    [Fact]
    public void An_index_out_of_range_is_not_followed()
    {
        foreach (int damage in new[] { int.MinValue, -3, Count + 1, int.MaxValue })
        {
            LockFreeList list = default;
            int[] links = new int[Count];
            Assert.True(list.TryPop(ref links[0], 1, out int index));
            list.Push(ref links[0], index);
            links[0] = damage;
            Assert.True(list.TryPop(ref links[0], 1, out _));

            // Now the damage is on top.
            Assert.False(list.HasFree(1));
            Assert.False(list.TryPop(ref links[0], 1, out _));
            Assert.True(list.TryPop(ref links[0], 2, out index));
            Assert.Equal(1, index);
        }
    }

    [Fact]
    public void Cut_short_it_has_what_is_free_below()
    {
        for (int i = 0; i < 6; i++) LockFreeList.MarkLive(ref _links[0], Take());
        foreach (int index in new[] { 0, 5, 2, 4 })
        {
            Assert.True(LockFreeList.TryClaim(ref _links[0], index));
            _list.Push(ref _links[0], index);
        }

        _list.Truncate(ref _links[0], 4);
        Assert.Equal(4, _list.Fresh);
        Assert.True(LockFreeList.IsLive(in _links[0], 1));
        Assert.True(_list.TryPop(ref _links[0], 4, out int first));
        Assert.True(_list.TryPop(ref _links[0], 4, out int second));
        Assert.Equal((0, 2), (first, second));
        Assert.False(_list.TryPop(ref _links[0], 4, out _));
    }

    /// <summary>Who read the top before it was cut short must not find the same one there.</summary>
    [Fact]
    public void Cut_short_it_has_another_tag()
    {
        LockFreeList list = default;
        ref ulong top = ref Unsafe.As<LockFreeList, ulong>(ref list);
        for (int i = 0; i < 3; i++) Assert.True(list.TryPop(ref _links[0], Count, out _));
        for (int index = 2; index >= 0; index--) list.Push(ref _links[0], index);

        top += 0x7_0000_0000;
        list.Truncate(ref _links[0], 2);
        Assert.Equal(0x8_0000_0001UL, top);
        list.Truncate(ref _links[0], 2);
        Assert.Equal(0x8_0000_0001UL, top);
    }

    [Fact]
    public void The_tag_does_not_reach_the_index()
    {
        LockFreeList list = default;
        ref ulong top = ref Unsafe.As<LockFreeList, ulong>(ref list);
        top = 0xFFFF_FFFF_0000_0000;
        Assert.True(list.TryPop(ref _links[0], Count, out int index));
        list.Push(ref _links[0], index);
        Assert.Equal(0xFFFF_FFFF_0000_0001, top);
        Assert.True(list.TryPop(ref _links[0], Count, out int again));
        Assert.Equal(index, again);
        Assert.Equal(0UL, top);
    }

    [Fact]
    public void It_does_what_a_stack_does()
    {
        int seed = Seed.Next();
        Random random = new(seed);
        Stack<int> free = new(Enumerable.Range(0, Count).Reverse());
        List<int> taken = [];
        for (int operation = 0; operation < 20_000; operation++)
        {
            Assert.True(_list.HasFree(Count) == free.Count > 0, $"ALLOCATORS_SEED={seed}: operation {operation}");
            if (random.Next(2) == 0)
            {
                bool expected = free.TryPop(out int wanted);
                bool actual = _list.TryPop(ref _links[0], Count, out int index);
                Assert.True(expected == actual && (!expected || wanted == index), $"ALLOCATORS_SEED={seed}: operation {operation} took {index}");
                if (actual) taken.Add(index);
            }
            else if (taken.Count > 0)
            {
                int index = taken[random.Next(taken.Count)];
                taken.Remove(index);
                free.Push(index);
                _list.Push(ref _links[0], index);
            }
        }
    }

    private int Take()
    {
        Assert.True(_list.TryPop(ref _links[0], Count, out int index));
        return index;
    }

    private List<int> TakeAll()
    {
        List<int> all = [];
        while (_list.TryPop(ref _links[0], Count, out int index)) all.Add(index);
        return all;
    }
}
