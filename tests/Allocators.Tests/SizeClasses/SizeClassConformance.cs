using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using Xunit;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace Allocators.Tests;

/// <summary>
/// What a heap of size classes promises in place of a gap for each request: a request at alignment 1 is refused only if it is larger than
/// <c>LargestFreeBlock</c> was. All else is as in <see cref="Conformance{THeap}"/>.
/// </summary>
/// <param name="output">Takes the seed.</param>
/// <param name="isChecked">Whether the heap refuses blocks that are not live.</param>
/// <param name="heap">The heap, where it has to be constructed.</param>
public abstract class SizeClassConformance<THeap>(ITestOutputHelper output, bool isChecked = true, THeap heap = default)
    where THeap : struct, IHeap
{
    private const int Operations = 200_000;

    private readonly List<(Block Block, int Key)> _live = [];
    private readonly Dictionary<int, int> _indices = [];

    // In an object, which the garbage collector may move.
    private THeap _heap = heap;
    private Random _random = new(0);

    [Fact]
    [SuppressMessage("Design", "CA1031", Justification = "Whatever happens is told together with the seed.")]
    public void Random_operations_agree_with_the_model()
    {
        int seed = Seed.Next(), operation = 0;
        output.WriteLine($"ALLOCATORS_SEED={seed}");
        _random = new(seed);
        _heap.Reset();
        try
        {
            for (; operation < Operations; operation++)
            {
                Step(operation / 4096 % 2 == 0);
                if (operation % 2048 == 0) Audit();
            }

            while (_live.Count > 0) Free(_live.Count - 1);
            Audit();
        }
        catch (Exception failure)
        {
            throw new XunitException($"{typeof(THeap)}, operation {operation} of ALLOCATORS_SEED={seed}: {failure.Message}", failure);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(72)]
    [InlineData(300)]
    [InlineData(5000)]
    public void Equal_blocks_fill_the_heap_and_leave_it_empty(int size)
    {
        _heap.Reset();
        HeapStatistics empty = _heap.GetStatistics();
        if (size > empty.LargestFreeBlock) return;

        List<Block> blocks = [];
        while (_heap.TryAlloc(size, 1, out Block block)) blocks.Add(block);
        Assert.InRange(_heap.LargestFreeBlock, 0, size - 1);
        Assert.Equal(blocks.Count, _heap.AllocationCount);
        Assert.Equal(blocks.Count, blocks.Select(static block => block.Offset).Distinct().Count());
        Assert.InRange((long)blocks.Count * size, empty.Capacity / 2 * (size < 8 ? 0 : 1), empty.Capacity);

        foreach (Block block in blocks) _heap.Free(block);
        Assert.Equal(empty, _heap.GetStatistics());
        Assert.True(_heap.TryAlloc(empty.LargestFreeBlock, 1, out _));
        OwnMembers<THeap>.Verify(ref _heap);
    }

    [Fact]
    public void A_block_that_became_smaller_stays_and_has_the_room_of_its_class()
    {
        _heap.Reset();
        foreach (int size in (int[])[100, 1000])
        {
            Block block = _heap.Alloc(size);
            int usable = _heap.UsableSize(block), offset = block.Offset;
            Assert.True(_heap.TryResize(ref block, 1));
            Assert.Equal((offset, usable), (block.Offset, _heap.UsableSize(block)));
            Assert.True(_heap.TryResize(ref block, usable));
            Assert.False(_heap.TryResize(ref block, usable + 1));
            _heap.Free(block);
        }

        Assert.Equal(0, _heap.AllocationCount);
    }

    [Fact]
    public void Free_memory_is_never_written()
    {
        _heap.Reset();
        List<Block> blocks = [];
        foreach (int size in (int[])[16, 100, 300, 700]) blocks.Add(_heap.Alloc(size));
        foreach (Block block in blocks) _heap[block].Fill(0xAB);
        foreach (Block block in blocks) _heap.Free(block);
        foreach (Block block in blocks) Assert.True(_heap[block].IndexOfAnyExcept((byte)0xAB) < 0);
        OwnMembers<THeap>.Verify(ref _heap);
    }

    [Fact]
    public void A_copy_is_what_the_heap_was()
    {
        Holder<THeap> other = new();
        if (!OwnMembers<THeap>.CanCopy || other.Heap.Capacity != _heap.Capacity) return;

        _heap.Reset();
        Block block = _heap.Alloc(100);
        Pattern.Fill(_heap[block], 1);
        HeapStatistics before = _heap.GetStatistics();
        OwnMembers<THeap>.CopyTo(ref _heap, ref other.Heap);
        _heap.Reset();
        Assert.Equal(before, other.Heap.GetStatistics());
        Assert.True(Pattern.IsIn(other.Heap[block], 1));
        other.Heap.Free(block);
        OwnMembers<THeap>.Verify(ref other.Heap);
    }

    private void Step(bool grows)
    {
        int choice = _random.Next(100);
        if (choice < (grows ? 60 : 30)) Alloc();
        else if (choice < 80 && _live.Count > 0) Free(_random.Next(_live.Count));
        else if (choice < 90 && _live.Count > 0) Resize(_random.Next(_live.Count));
        else if (choice < 95 && _live.Count > 0) Realloc(_random.Next(_live.Count));
        else if (isChecked && _live.Count > 0) Misuse(_live[_random.Next(_live.Count)].Block);
    }

    private int AnySize() => _random.Next(20) switch
    {
        < 13 => 1 + _random.Next(128),
        < 18 => 1 + _random.Next(2000),
        18 => 1 + _random.Next(20_000),
        _ => _random.Next(3),
    };

    private void Alloc()
    {
        int size = AnySize(), alignment = _random.Next(3) == 0 ? 1 << _random.Next(13) : 1;
        if (alignment > _heap.MaxAlignment) alignment = 1;

        // The figure goes over all units, so that it is asked for now and then, and after each refusal.
        int largest = _random.Next(64) == 0 ? _heap.LargestFreeBlock : int.MaxValue;
        if (_heap.TryAlloc(size, alignment, out Block block))
        {
            Assert.Equal(size, block.Length);
            Assert.True(size <= largest);
            if (size > 0) Adopt(block, alignment);
        }
        else
        {
            Assert.Equal(default, block);
            if (alignment == 1) Assert.True(size > Math.Min(largest, _heap.LargestFreeBlock), $"{size} bytes are refused, and {_heap.LargestFreeBlock} are free");
        }
    }

    private void Adopt(Block block, int alignment)
    {
        Assert.Equal(0, block.Offset & (alignment - 1));
        Assert.InRange(block.Offset, 0, _heap.Capacity - block.Length);
        Assert.True(_indices.TryAdd(block.Offset, _live.Count), $"{block} is given out twice");
        int key = _random.Next(1 << 16);
        Pattern.Fill(_heap[block], key);
        _live.Add((block, key));
    }

    private void Free(int index)
    {
        (Block block, int key) = _live[index];
        Assert.True(Pattern.IsIn(_heap[block], key), $"The bytes of {block} have changed");
        _heap.Free(block);
        Forget(index);
    }

    private void Forget(int index)
    {
        _indices.Remove(_live[index].Block.Offset);
        _live[index] = _live[^1];
        _live.RemoveAt(_live.Count - 1);
        if (index < _live.Count) _indices[_live[index].Block.Offset] = index;
    }

    private void Resize(int index)
    {
        (Block block, int key) = _live[index];
        Block resized = block;
        int size = 1 + AnySize(), kept = Math.Min(size, block.Length);
        if (!_heap.TryResize(ref resized, size))
        {
            Assert.Equal(block, resized);
            Assert.True(size > _heap.UsableSize(block));
            return;
        }

        Assert.Equal(new Block(block.Offset, size), resized);
        Assert.True(Pattern.IsIn(_heap[resized][..kept], key));
        Pattern.Fill(_heap[resized], key);
        _live[index] = (resized, key);
    }

    private void Realloc(int index)
    {
        (Block block, int key) = _live[index];
        Block moved = block;
        int size = 1 + AnySize(), kept = Math.Min(size, block.Length);
        if (!_heap.TryRealloc(ref moved, size)) return;

        Assert.True(Pattern.IsIn(_heap[moved][..kept], key));
        Forget(index);
        Adopt(moved, 1);
    }

    private void Misuse(Block block)
    {
        HeapStatistics before = _heap.GetStatistics();
        int usable = _heap.UsableSize(block);
        foreach (Block forged in (Block[])[new(block.Offset + 1, 1), new(block.Offset, usable + 1), new(block.Offset, -1), new(-block.Offset - 1, 8), new(_heap.Capacity, 1), new(int.MaxValue, int.MaxValue)])
        {
            if (_indices.ContainsKey(forged.Offset) && forged.Length > 0 && forged.Length <= usable) continue;

            Assert.False(_heap.Owns(forged), $"{forged} is owned");
            Assert.Throws<InvalidOperationException>(() => _heap.Free(forged));
            Block same = forged;
            Assert.Throws<InvalidOperationException>(() => _heap.TryResize(ref same, 1));
        }

        Assert.Equal(before, _heap.GetStatistics());
    }

    private void Audit()
    {
        OwnMembers<THeap>.Verify(ref _heap);
        Assert.Equal(_live.Count, _heap.AllocationCount);
        Assert.Equal(_live.Sum(live => _heap.UsableSize(live.Block)), _heap.UsedBytes);
        Assert.All(_live, live => Assert.True(Pattern.IsIn(_heap[live.Block], live.Key)));

        int end = 0;
        foreach ((Block block, int _) in _live.OrderBy(static live => live.Block.Offset))
        {
            Assert.True(block.Offset >= end, $"{block} begins before {end}, where another ends");
            end = block.Offset + _heap.UsableSize(block);
            if (OwnMembers<THeap>.FindsByOffset) Assert.Equal(new Block(block.Offset, end - block.Offset), OwnMembers<THeap>.BlockAtOffset(ref _heap, block.Offset));
        }

        if (!OwnMembers<THeap>.CanWalk) return;

        List<int> walked = [];
        for (Block after = default; OwnMembers<THeap>.TryGetNext(ref _heap, after, out after);) walked.Add(after.Offset);
        Assert.Equal(_live.Select(static live => live.Block.Offset).Order(), walked);
    }
}
