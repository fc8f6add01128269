using System;
using System.Collections.Generic;
using Xunit;

namespace Allocators.Tests.Seeds;

/// <summary>What the free list of <c>allocators</c> offers, and where it fails.</summary>
public sealed partial class FreeListTests
{
    private Pool _heap;

    [Fact]
    public void A_list_is_declared_by_the_size_and_the_number_of_its_blocks()
    {
        Assert.Equal((1024, 64, 65_536), (Pool.BlockSize, Pool.Blocks, Pool.Capacity));
        for (int i = 0; i < Pool.Blocks; i++) _heap.Alloc();
        Assert.Throws<OutOfMemoryException>(() => _heap.Alloc());
    }

    [Fact]
    public void A_double_free_hands_no_block_out_twice()
    {
        Block block = _heap.Alloc(), other = _heap.Alloc();
        _heap.Free(block);
        Assert.Throws<InvalidOperationException>(() => _heap.Free(block));
        _heap.Free(other);
        Assert.Throws<InvalidOperationException>(() => _heap.Free(block));
        Assert.Throws<InvalidOperationException>(() => _heap.Free(other));
        _heap.Verify();

        HashSet<Block> blocks = [];
        while (_heap.TryAlloc(out Block next)) Assert.True(blocks.Add(next));
        Assert.Equal(Pool.Blocks, blocks.Count);
    }

    [Fact]
    public void Resizing_to_zero_leaks_nothing()
    {
        for (int i = 0; i < 2 * Pool.Blocks; i++)
        {
            Block block = _heap.Alloc();
            if (i % 2 == 0) Assert.True(_heap.TryResize(ref block, 0));
            else _heap.Realloc(ref block, 0);
            Assert.Equal(default, block);
            Assert.Equal((0, Pool.Capacity), (_heap.AllocationCount, _heap.FreeBytes));
        }
    }

    [Fact]
    public void Growing_from_zero_takes_one_block()
    {
        Block block = default;
        _heap.Realloc(ref block, 100);
        Assert.Equal((100, 1), (block.Length, _heap.AllocationCount));
    }

    [Fact]
    public void One_past_the_end_is_not_owned()
    {
        for (int i = 0; i < Pool.Blocks; i++) _heap.Alloc();
        Assert.True(_heap.Owns(new Block(Pool.Capacity - 1024, 1024)));
        Assert.False(_heap.Owns(new Block(Pool.Capacity, 1)));
        Assert.False(_heap.Owns(new Block(Pool.Capacity, 1024)));

        Process.Reset();
        nint address = Process.AllocAddress(64);
        Assert.True(Process.Owns(address));
        Assert.False(Process.Owns(address + Process.Capacity));
        Assert.False(Process.Owns(address + 64));
        Assert.False(Process.Owns(address + 63));
    }

    [Fact]
    public void Another_alignment_than_a_block_can_have_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>("alignment", () => _heap.Alloc(1, 16));
        Assert.Equal(0, _heap.AllocationCount);
    }

    /// <summary>In the original it cannot, since only boxes can be freed there.</summary>
    [Fact]
    public void A_free_list_is_an_allocator_like_any_other()
    {
        Chain<Pool, Chunks5000x16> chain = new();
        List<(bool IsFirst, Block Block)> blocks = [];
        for (int i = 0; i < Pool.Blocks + 3; i++) blocks.Add(chain.Alloc(1000));
        Assert.Equal((Pool.Blocks, 3), (chain.First.Heap.GetStatistics().AllocationCount, chain.Second.Heap.GetStatistics().AllocationCount));

        foreach ((bool isFirst, Block block) in blocks) chain.Free(isFirst, block);
        Assert.Equal((0, 0), (chain.First.Heap.GetStatistics().AllocationCount, chain.Second.Heap.GetStatistics().AllocationCount));
    }

    /// <summary>Takes from a second heap what the first has no room for.</summary>
    private sealed class Chain<TFirst, TSecond>
        where TFirst : struct, IHeap
        where TSecond : struct, IHeap
    {
        public Holder<TFirst> First { get; } = new();

        public Holder<TSecond> Second { get; } = new();

        public (bool IsFirst, Block Block) Alloc(int size) =>
            First.Heap.TryAlloc(size, 1, out Block block) ? (true, block) : (false, Second.Heap.Alloc(size));

        public void Free(bool isFirst, Block block)
        {
            if (isFirst) First.Heap.Free(block);
            else Second.Heap.Free(block);
        }
    }

    [FreeList(BlockSize = 1024, Blocks = 64)]
    private partial struct Pool;

    [FreeList(BlockSize = 64, Blocks = 16)]
    private static partial class Process;
}
