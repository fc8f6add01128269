#if !CHECKED // That is a heap of size classes.
using System;
using System.Collections.Generic;
using System.Linq;
using Xunit;
using static Allocators.Templates.FreeListNumbers;

namespace Allocators.Templates;

/// <summary>The state of a free list by itself: as the compiler, a debugger and tools for coverage see it.</summary>
public sealed class FreeListStateTests
{
    private const int Seed = 20261127, Rounds = 20_000;
    private const int Capacity = Blocks * BlockSize;

    private readonly byte[] _bytes = new byte[Capacity];
    private FreeListState _state;

    private ref byte Memory => ref _bytes[0];

    [Fact]
    public void BlocksComeOneBehindTheOther() => Assert.Equal(Enumerable.Range(0, Blocks).Select(static block => block * BlockSize), TakeAll());

    [Fact]
    public void BlockThatWasFreedLastComesFirst()
    {
        List<int> blocks = TakeAll();
        Assert.True(Free(blocks[3]));
        Assert.True(Free(blocks[1]));
        Assert.Equal([blocks[1], blocks[3]], TakeAll());
    }

    [Fact]
    public void StateAgreesWithAModel()
    {
        Random random = new(Seed);
        HashSet<int> live = [];
        for (int round = 0; round < Rounds; round++)
        {
            if (random.Next(2) == 0)
            {
                bool taken = Take(out int offset);
                Assert.Equal(live.Count < Blocks, taken);
                Assert.True(!taken || live.Add(offset));
            }
            else if (live.Count > 0)
            {
                int offset = live.ElementAt(random.Next(live.Count));
                Assert.True(Free(offset));
                live.Remove(offset);
            }

            if (random.Next(1000) == 0)
            {
                _state.Clear();
                live.Clear();
            }

            Compare(live);
        }
    }

    [Fact]
    public void WhatIsNoBlockIsNotFreed()
    {
        TakeAll();
        foreach (int offset in (int[])[-BlockSize, -1, 1, BlockSize - 1, Capacity, int.MinValue, int.MaxValue]) Assert.False(Free(offset));
        Assert.False(_state.TryFree(ref Memory,
#if FREES_WITHIN
            Capacity,
#endif
            0, BlockSize + 1));
        Assert.Equal(Blocks, _state.AllocationCount);
    }

    [Fact]
    public void BlockHasOneSize()
    {
        Assert.True(Take(out int offset));
        Assert.True(_state.TryResize(ref Memory, offset, 1, BlockSize));
        Assert.False(_state.TryResize(ref Memory, offset, 1, BlockSize + 1));
        Assert.Equal(BlockSize, _state.SizeAt(in Memory, offset));
        Assert.Equal(0, _state.SizeAt(in Memory, offset + BlockSize));
    }

    /// <summary>A program writes into blocks that it has freed: the state takes no block twice, and none that does not exist.</summary>
    [Fact]
    public void LinkThatWasWrittenOverIsNotFollowed()
    {
        Random random = new(Seed);
        for (int round = 0; round < 500; round++)
        {
            _state.Clear();
            List<int> blocks = TakeAll();
            foreach (int offset in blocks.Where(_ => random.Next(3) == 0)) Free(offset);
            random.NextBytes(_bytes);
            if (random.Next(2) == 0) BitConverter.TryWriteBytes(_bytes.AsSpan(random.Next(Blocks) * BlockSize), random.Next(Blocks + 2));

            foreach (int offset in TakeAtMost(2 * Blocks))
            {
                Assert.InRange(offset, 0, Capacity - BlockSize);
                Assert.Equal(0, offset % BlockSize);
            }
        }
    }

    [Fact]
    public void FaultIsFound()
    {
        TakeAll();
        Free(0);
        Free(BlockSize);
        Assert.Null(_state.FindFault(in Memory));
#if !LINKS_BESIDE
        BitConverter.TryWriteBytes(_bytes.AsSpan(BlockSize), 2);
        Assert.Equal("the links between free blocks lead in a circle", _state.FindFault(in Memory));
        BitConverter.TryWriteBytes(_bytes.AsSpan(BlockSize), 0);
        Assert.Equal("the links between free blocks end too soon", _state.FindFault(in Memory));
        BitConverter.TryWriteBytes(_bytes.AsSpan(BlockSize), 1_000_000);
        Assert.Equal("a link between free blocks leads to block 999999, which is not free", _state.FindFault(in Memory));
#endif
#if MARKS && !LINKS_BESIDE
        BitConverter.TryWriteBytes(_bytes.AsSpan(BlockSize), 4);
        Assert.Equal("a link between free blocks leads to block 3, which is not free", _state.FindFault(in Memory));
#endif
    }

#if MARKS
    [Fact]
    public void BlockIsFreedOnce()
    {
        Assert.True(Take(out int offset));
        Assert.True(Free(offset));
        Assert.False(Free(offset));
        Assert.False(_state.IsLive(in Memory, offset, 1));
    }
#else
    [Fact]
    public void BlockHasAllItsBytes() => Assert.Equal(BlockSize, FreeListState.BytesFor(1));
#endif

#if FOREIGN
    [Fact]
    public void ShorterMemoryClosesBlocks()
    {
        Assert.True(_state.TryFit(ref Memory, (5 * BlockSize) + 1));
        List<int> blocks = TakeAtMost(Blocks, 5 * BlockSize);
        Assert.Equal(5, blocks.Count);
        Assert.Equal(0, Largest);
        Assert.Null(_state.FindFault(in Memory));
        Assert.False(_state.TryFit(ref Memory, 4 * BlockSize));

        foreach (int offset in blocks) Free(offset);
        Assert.True(_state.TryFit(ref Memory, 3 * BlockSize));
        Assert.Equal(3, TakeAtMost(Blocks, 3 * BlockSize).Count);
        _state.Clear();
        Assert.Equal(3, TakeAtMost(Blocks, 3 * BlockSize).Count);
        Assert.True(_state.TryFit(ref Memory, Capacity));
        Assert.Equal(Blocks - 3, TakeAll().Count);
    }

    [Fact]
    public void ShorterMemoryHasRoomUntilItsEnd()
    {
        Assert.True(_state.TryFit(ref Memory, 5 * BlockSize));
        TakeAtMost(2, 5 * BlockSize);
        Assert.Equal(BlockSize, Largest);
        Assert.Null(_state.FindFault(in Memory));
        TakeAtMost(Blocks, 5 * BlockSize);
        Assert.True(_state.TryFit(ref Memory, 5 * BlockSize));
        Assert.Equal(5, _state.AllocationCount);
    }

#if MARKS
    [Fact]
    public void BlocksBeyondTheEndAreOnTheListNoMore()
    {
        List<int> blocks = TakeAtMost(6);
        foreach (int block in (int[])[1, 5, 3, 4]) Free(blocks[block]);
        Assert.True(_state.TryFit(ref Memory, 4 * BlockSize));
        Assert.Null(_state.FindFault(in Memory));
        Assert.Equal([blocks[1], blocks[3]], TakeAtMost(Blocks, 4 * BlockSize));
        Assert.False(Take(out _, 4 * BlockSize));
    }
#endif

    [Fact]
    public void RequestThatIsTooLargeIsRefused() => Assert.False(_state.TryTake(ref Memory, Capacity, BlockSize + 1, 1, out _));
#endif

#if STATE_IN_MEMORY
    [Fact]
    public void NumbersThatCannotBeAreNotSound()
    {
        Assert.True(_state.IsSound(Capacity));
        Random random = new(Seed);
        Span<byte> state = System.Runtime.InteropServices.MemoryMarshal.AsBytes(new Span<FreeListState>(ref _state));
        int refused = 0;
        for (int round = 0; round < 1000; round++)
        {
            random.NextBytes(state);
            if (!_state.IsSound(Capacity)) refused++;
            _state.Repair();
            Assert.True(_state.IsSound(Capacity));
            Assert.Null(_state.FindFault(in Memory));
        }

        Assert.InRange(refused, 900, 1000);
    }

    [Fact]
    public void BlocksOfAnotherOwnerAreLeftAlone()
    {
        List<int> blocks = TakeAll();
        Free(blocks[^1]);
        Assert.Empty(TakeAtMost(Blocks, Capacity / 2));
        Assert.Equal([blocks[^1]], TakeAll());
    }
#endif

    private int Largest =>
#if LINKS_BESIDE
        _state.LargestFreeBlock;
#else
        _state.LargestFreeBlock(in Memory);
#endif

    private bool Take(out int offset, int capacity = Capacity) => _state.TryTake(ref Memory, capacity, BlockSize, 1, out offset);

    private bool Free(int offset) => _state.TryFree(ref Memory,
#if FREES_WITHIN
        Capacity,
#endif
        offset, BlockSize);

    private List<int> TakeAll() => TakeAtMost(Blocks);

    private List<int> TakeAtMost(int count, int capacity = Capacity)
    {
        List<int> blocks = [];
        while (blocks.Count < count && Take(out int offset, capacity)) blocks.Add(offset);
        return blocks;
    }

    private void Compare(HashSet<int> live)
    {
        Assert.Equal(live.Count, _state.AllocationCount);
        Assert.Equal(live.Count * BlockSize, _state.UsedBytes);
        Assert.Equal(live.Count < Blocks ? BlockSize : 0, Largest);
        Assert.Null(_state.FindFault(in Memory));
#if MARKS
        List<int> walked = [];
        for (int at = 0, length = 0; _state.TryGetNext(in Memory, at, length, out int next); at = next, length = BlockSize) walked.Add(next);
        Assert.Equal(live.Order(), walked);
#endif
    }
}
#endif
