using System;
using System.Collections.Generic;
using System.Linq;
using Xunit;
using static Allocators.Templates.SizeClassHeapNumbers;

namespace Allocators.Templates;

/// <summary>The state of a heap of size classes by itself, against a model that knows live blocks and nothing else.</summary>
public sealed class SizeClassHeapStateTests
{
    private const int Seed = 20261127, Rounds = 60_000;
    private const int Capacity = Units * UnitBytes;

    private readonly SortedDictionary<int, int> _live = [];
    private SizeClassHeapState _state;

    [Fact]
    public void AllZeroIsAnEmptyHeap()
    {
        Assert.Null(_state.FindFault());
        Assert.Equal(0, _state.UsedBytes);
        Assert.Equal(0, _state.AllocationCount);
        Assert.Equal(Capacity, _state.LargestFreeBlock);
        Assert.False(_state.TryGetNext(0, 0, out _));
    }

    [Fact]
    public void OneBlockCanHaveAllMemory()
    {
        Assert.True(TryTake(Capacity, 1, out int offset));
        Assert.Equal(0, offset);
        Assert.Equal(0, _state.LargestFreeBlock);
        Assert.False(TryTake(1, 1, out _));
        Assert.True(TryFree(offset, Capacity));
        Assert.Equal(Capacity, _state.LargestFreeBlock);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    [InlineData(24)]
    [InlineData(104)]
    [InlineData(128)]
    [InlineData(129)]
    [InlineData(1000)]
    [InlineData(8192)]
    [InlineData(8193)]
    public void MemoryIsFilledAndEmptied(int size)
    {
        while (TryTake(size, 1, out int offset)) Add(offset, size, 1);
        Assert.True(_state.LargestFreeBlock < size);
        Assert.Null(_state.FindFault());
        AssertWalk();

        foreach ((int offset, int length) in _live.ToArray()) Assert.True(TryFree(offset, length));
        Assert.Equal(0, _state.AllocationCount);
        Assert.Equal(Capacity, _state.LargestFreeBlock);
        Assert.Null(_state.FindFault());
        Assert.True(TryTake(Capacity, 1, out _));
    }

    [Theory]
    [InlineData(40, 1)]
    [InlineData(200, 1)]
    [InlineData(3000, 1)]
    [InlineData(20000, 1)]
    [InlineData(200, 16)]
    [InlineData(3000, 4096)]
    public void StateAgreesWithAModel(int largest, int largestAlignment)
    {
        Random random = new(Seed + largest);
        for (int round = 0; round < Rounds; round++)
        {
            int what = random.Next(100);
            if (what < 50) Take(1 + random.Next(random.Next(4) == 0 ? largest : Math.Max(largest / 8, 1)), 1 << random.Next(Log2(largestAlignment) + 1));
            else if (what < 90 && _live.Count > 0) Free(Any(random));
            else if (what < 99 && _live.Count > 0) Resize(Any(random), 1 + random.Next(largest));
            else if (random.Next(100) == 0) Clear();

            if (round % 50 == 0) AssertAgrees();
        }

        AssertAgrees();
    }

    [Fact]
    public void WhatIsNoLiveBlockIsRefused()
    {
        Random random = new(Seed);
        for (int i = 0; i < 300; i++) Take(1 + random.Next(3000), 1);
        foreach (int offset in _live.Keys.Where(static (_, index) => index % 2 == 0).ToArray()) Free(offset);
        for (int offset = -8; offset < Capacity + 8; offset++)
        {
            if (_live.ContainsKey(offset)) continue;

            Assert.False(_state.IsLive(offset, 1));
            Assert.Equal(0, _state.SizeAt(offset));
#if CHECKED
            Assert.False(TryFree(offset, 1));
            Assert.False(TryFree(offset, 200));
            Assert.False(TryFree(offset, int.MaxValue));
#endif
        }

        AssertAgrees();
    }

    [Fact]
    public void RequestIsRefusedOnlyAboveTheLargestFreeBlock()
    {
        Random random = new(Seed);
        for (int round = 0; round < 5_000; round++)
        {
            int size = 1 + random.Next(random.Next(3) == 0 ? 9000 : 300), largest = _state.LargestFreeBlock;
            bool taken = TryTake(size, 1, out int offset);
            Assert.Equal(size <= largest, taken);
            if (taken) Add(offset, size, 1);
            else for (int i = random.Next(20); i >= 0 && _live.Count > 0; i--) Free(Any(random));
        }
    }

    [Fact]
    public void AnEmptyPageStaysForItsClassWhileThereIsRoom()
    {
        Assert.True(TryTake(64, 1, out int first));
        Assert.True(TryFree(first, 64));
        Assert.True(TryTake(32, 1, out int other));
        Assert.True(TryTake(64, 1, out int again));
        Assert.Equal(first, again);
        Assert.NotEqual(first / (PageUnits * UnitBytes), other / (PageUnits * UnitBytes));

        // Where there is none, it is given back.
        Assert.True(TryFree(again, 64));
        Assert.True(TryFree(other, 32));
        Assert.True(TryTake(Capacity, 1, out _));
    }

#if FOREIGN
    [Fact]
    public void MemoryCanBeShorter()
    {
        Assert.True(_state.TryFit(Capacity / 2));
        Assert.Equal(Capacity / 2, _state.LargestFreeBlock);
        while (TryTake(100, 1, out int offset)) Add(offset, 100, 1);
        Assert.True(_live.Keys.Max() <= (Capacity / 2) - 100);
        Assert.False(_state.TryFit(Capacity / 4));
        foreach (int offset in _live.Keys.ToArray()) Free(offset);
        Assert.True(_state.TryFit(Capacity / 4));
        Assert.True(_state.TryFit(Capacity));
        Assert.Equal(Capacity, _state.LargestFreeBlock);
        Assert.Null(_state.FindFault());
    }
#endif

#if LOCKED
    private bool TryTake(int size, int alignment, out int offset) => _state.TryTake(size, alignment, out offset);

    private bool TryFree(int offset, int length) => _state.TryFree(offset, length);
#else
    private bool TryTake(int size, int alignment, out int offset) => _state.TryTakeShort(size, alignment, out offset) || _state.TryTake(size, alignment, out offset);

    private bool TryFree(int offset, int length) => _state.TryFreeShort(offset, length) || _state.TryFree(offset, length);
#endif

    private static int Log2(int value) => System.Numerics.BitOperations.Log2((uint)value);

    private int Any(Random random) => _live.Keys.ElementAt(random.Next(_live.Count));

    private void Take(int size, int alignment)
    {
        if (TryTake(size, alignment, out int offset)) Add(offset, size, alignment);
    }

    private void Add(int offset, int size, int alignment)
    {
        Assert.Equal(0, offset & (alignment - 1));
        Assert.InRange(offset, 0, Capacity - size);
        Assert.True(_state.IsLive(offset, size));
        Assert.InRange(_state.SizeAt(offset), size, int.MaxValue);
        Assert.True(_live.TryAdd(offset, size));
    }

    private void Free(int offset)
    {
        int length = _live[offset];
        Assert.True(TryFree(offset, length));
        Assert.False(_state.IsLive(offset, length));
        _live.Remove(offset);
    }

    private void Resize(int offset, int size)
    {
        if (_state.TryResize(offset, _live[offset], size)) _live[offset] = size;
        else Assert.True(size > _live[offset]);
        Assert.True(_state.IsLive(offset, _live[offset]));
    }

    private void Clear()
    {
        _state.Clear();
        _live.Clear();
    }

    private void AssertAgrees()
    {
        Assert.Null(_state.FindFault());
        Assert.Equal(_live.Count, _state.AllocationCount);
        Assert.Equal(_live.Keys.Sum(offset => _state.SizeAt(offset)), _state.UsedBytes);
        AssertWalk();

        int end = 0;
        foreach ((int offset, int _) in _live)
        {
            Assert.True(offset >= end);
            end = offset + _state.SizeAt(offset);
        }

        Assert.True(end <= Capacity);
    }

    private void AssertWalk()
    {
        List<int> walked = [];
        for (int offset = 0, length = 0; _state.TryGetNext(offset, length, out int next); offset = next, length = _live[next]) walked.Add(next);
        Assert.Equal(_live.Keys, walked);
    }
}
