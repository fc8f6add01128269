using System;
using System.Collections.Generic;
using Xunit;
using Xunit.Abstractions;

namespace Allocators.Tests;

/// <summary>What every allocator has to do, whatever its kind, storage, lock and checks. A heap is put to it by one line.</summary>
/// <param name="output">Takes the seed.</param>
/// <param name="granule">Bytes that the heap rounds sizes up to.</param>
/// <param name="isChecked">Whether the heap refuses blocks that are not live.</param>
/// <param name="heap">The heap, where it has to be constructed.</param>
public abstract class Conformance<THeap>(ITestOutputHelper output, int granule, bool isChecked = true, THeap heap = default)
    where THeap : struct, IAllocator
{
    private const int Operations = 1_000_000;

    // In an object, which the garbage collector may move.
    private THeap _heap = heap;

    [Fact]
    public void Random_operations_agree_with_the_model()
    {
        int seed = Seed.Next();
        output.WriteLine($"ALLOCATORS_SEED={seed}");
        _heap.Reset();
        new Simulation<THeap>(_heap.Capacity, granule, isChecked, seed).Run(ref _heap, Operations);
    }

    [Fact]
    public void An_empty_heap_is_one_free_block()
    {
        _heap.Reset();
        Assert.Equal(new HeapStatistics(_heap.Capacity, 0, _heap.Capacity, 0), _heap.GetStatistics());

        Block all = _heap.Alloc(_heap.Capacity);
        Assert.Equal(new Block(0, _heap.Capacity), all);
        Assert.Equal(new HeapStatistics(_heap.Capacity, _heap.Capacity, 0, 1), _heap.GetStatistics());
        Assert.False(_heap.TryAlloc(1, 1, out _));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Equal_blocks_fill_the_heap_to_the_last_byte_and_leave_it_empty(bool lastFirst)
    {
        _heap.Reset();
        List<Block> blocks = [];
        while (_heap.TryAlloc(granule, 1, out Block block)) blocks.Add(block);

        Assert.Equal(_heap.Capacity / granule, blocks.Count);
        Assert.Equal(_heap.Capacity, _heap.GetStatistics().UsedBytes);

        if (lastFirst) blocks.Reverse();
        foreach (Block block in blocks) _heap.Free(block);
        Assert.Equal(new HeapStatistics(_heap.Capacity, 0, _heap.Capacity, 0), _heap.GetStatistics());
        Assert.True(_heap.TryAlloc(_heap.Capacity, 1, out _));
    }

    [Fact]
    public void Reset_frees_every_block()
    {
        _heap.Reset();
        Block block = _heap.Alloc(1);
        _heap.Reset();

        Assert.False(_heap.Owns(block));
        Assert.Equal(new HeapStatistics(_heap.Capacity, 0, _heap.Capacity, 0), _heap.GetStatistics());
        Assert.False(OwnMembers<THeap>.TryGetNext(ref _heap, default, out _));
    }

    [Fact]
    public void Zero_bytes_are_the_empty_block_even_in_a_full_heap()
    {
        _heap.Reset();
        Block full = _heap.Alloc(_heap.Capacity);
        HeapStatistics before = _heap.GetStatistics();

        Assert.True(_heap.TryAlloc(0, _heap.MaxAlignment, out Block empty));
        Assert.Equal(default, empty);
        Assert.Equal(0, _heap[empty].Length);
        Assert.Equal(0, _heap.UsableSize(empty));
        Assert.False(_heap.Owns(empty));
        _heap.Free(empty);
        Assert.True(_heap.TryResize(ref empty, 0));
        Assert.False(_heap.TryResize(ref empty, 1));
        Assert.Equal(before, _heap.GetStatistics());
        Assert.True(_heap.Owns(full));
    }
}
