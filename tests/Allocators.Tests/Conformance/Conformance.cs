using System;
using System.Collections.Generic;
using Xunit;
using Xunit.Abstractions;

namespace Allocators.Tests;

/// <summary>What every allocator has to do, whatever its kind, storage, lock and checks. A heap is put to it by one line.</summary>
/// <param name="output">Takes the seed.</param>
/// <param name="shape">How the heap cuts its memory into blocks.</param>
/// <param name="isChecked">Whether the heap refuses blocks that are not live.</param>
/// <param name="heap">The heap, where it has to be constructed.</param>
/// <param name="operations">How many random operations there are.</param>
public abstract class Conformance<THeap>(ITestOutputHelper output, BlockShape shape, bool isChecked = true, THeap heap = default, int operations = 1_000_000)
    where THeap : struct, IHeap
{
    // In an object, which the garbage collector may move.
    private THeap _heap = heap;

    [Fact]
    public void Random_operations_agree_with_the_model()
    {
        int seed = Seed.Next();
        output.WriteLine($"ALLOCATORS_SEED={seed}");
        _heap.Reset();
        new Simulation<THeap>(_heap.Capacity, shape, isChecked, seed).Run(ref _heap, operations);
    }

    [Fact]
    public void An_empty_heap_is_one_free_block()
    {
        _heap.Reset();
        Model model = ExpectEmpty();

        int largest = model.LargestGap();
        Block all = _heap.Alloc(largest);
        Assert.Equal(largest, all.Length);
        if (shape.ForgetsItsOrder) Assert.Equal(shape.FirstPayload, all.Offset);
        model.Add(new LiveBlock(all, _heap.UsableSize(all), 0));
        Audit.Statistics(ref _heap, model);
        Assert.Equal(model.Fits(1, 1), _heap.TryAlloc(1, 1, out _));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Equal_blocks_fill_the_heap_to_the_last_byte_and_leave_it_empty(bool lastFirst)
    {
        _heap.Reset();
        List<Block> blocks = [];
        while (_heap.TryAlloc(1, 1, out Block block)) blocks.Add(block);

        Assert.Equal(shape.UnitsOf(_heap.Capacity) / shape.MinUnits, blocks.Count);
        Assert.Equal(blocks.Count * shape.MinUnits * shape.Granule, _heap.GetStatistics().UsedBytes);
        Assert.Equal(0, _heap.GetStatistics().LargestFreeBlock);

        if (lastFirst) blocks.Reverse();
        foreach (Block block in blocks) _heap.Free(block);
        Model model = ExpectEmpty();
        Assert.True(_heap.TryAlloc(model.LargestGap(), 1, out _));
        OwnMembers<THeap>.Verify(ref _heap);
    }

    [Fact]
    public void Reset_frees_every_block()
    {
        _heap.Reset();
        Block block = _heap.Alloc(1);
        _heap.Reset();

        Assert.False(_heap.Owns(block));
        ExpectEmpty();
        if (shape.KnowsLiveBlocks) Assert.False(OwnMembers<THeap>.TryGetNext(ref _heap, default, out _));
    }

    [Fact]
    public void Zero_bytes_are_the_empty_block_even_in_a_full_heap()
    {
        _heap.Reset();
        Block full = _heap.Alloc(_heap.GetStatistics().LargestFreeBlock);
        while (_heap.GetStatistics().LargestFreeBlock is > 0 and int largest) _heap.Alloc(largest);
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

    /// <summary>A block can be read from a file, or be any number: no call may stumble over it, in checked arithmetic neither.</summary>
    [Theory]
    [InlineData(int.MinValue)]
    [InlineData(-1)]
    [InlineData(int.MaxValue)]
    public void A_block_of_a_length_that_cannot_be_is_refused(int length)
    {
        // Where nothing is checked, a length that is too large may be believed.
        if (length > 0 && !isChecked) return;

        _heap.Reset();
        Block real = _heap.Alloc(1);
        HeapStatistics before = _heap.GetStatistics();
        foreach (int offset in (int[])[real.Offset, 0, -1, int.MinValue, int.MaxValue])
        {
            Block forged = new(offset, length);
            Assert.False(_heap.Owns(forged));
            Assert.Throws<InvalidOperationException>(() => _heap.Free(forged));
            Assert.Throws<InvalidOperationException>(() => _heap.UsableSize(forged));
            Assert.Throws<InvalidOperationException>(() => _heap.TryResize(ref forged, 1));
            Assert.Throws<InvalidOperationException>(() => OwnMembers<THeap>.Realloc(ref _heap, ref forged, 2, 1));
        }

        Assert.Equal(before, _heap.GetStatistics());
        _heap.Free(real);
    }

    [Fact]
    public void Values_are_what_their_bytes_are()
    {
        if (!ValuesOf<THeap>.Exist) return;

        _heap.Reset();
        ValuesOf<THeap>.Check(ref _heap);
    }

    [Fact]
    public void Generic_code_takes_values_and_gives_them_back()
    {
        _heap.Reset();
        if (_heap.LargestFreeBlock < 6)
        {
            Assert.Throws<OutOfMemoryException>(() => _heap.AllocSpan<ValuesOf<THeap>.Rgb>(int.MaxValue).Length);
            return;
        }

        var span = _heap.AllocSpan<ValuesOf<THeap>.Rgb>(2);
        span[1] = new(1, 2, 3);
        Assert.Equal((1, new ValuesOf<THeap>.Rgb(1, 2, 3)), (_heap.AllocationCount, span[1]));
        _heap.Free(span);
        Block<ValuesOf<THeap>.Rgb> block = _heap.Alloc<ValuesOf<THeap>.Rgb>(2);
        Assert.Equal((2, true), (block.Count, _heap.Owns((Block)block)));
        _heap.Free((Block)block);

        ref var value = ref _heap.Alloc<ValuesOf<THeap>.Rgb>();
        value = new(4, 5, 6);
        _heap.Free(ref value);
        Block bytes = _heap.AllocZeroed(3);
        Assert.Equal(new byte[3], _heap[bytes].ToArray());
        Assert.True(_heap.TryRealloc(ref bytes, 5));
        Assert.False(_heap.TryRealloc(ref bytes, int.MaxValue));
        _heap.Realloc(ref bytes, 0);
        Assert.Equal((0, 0), (_heap.UsedBytes, _heap.AllocationCount));
    }

    [Fact]
    public void A_copy_is_what_the_heap_was()
    {
        // Of heaps over other memory, the default one has none.
        Holder<THeap> other = new();
        if (!OwnMembers<THeap>.CanCopy || other.Heap.Capacity != _heap.Capacity) return;

        _heap.Reset();
        List<Block> blocks = [];
        while (blocks.Count < 5 && _heap.TryAlloc(1 + (blocks.Count % shape.MaxBlock), 1, out Block block)) blocks.Add(block);
        foreach (Block block in blocks) Pattern.Fill(_heap[block], block.Offset);
        HeapStatistics before = _heap.GetStatistics();
        OwnMembers<THeap>.CopyTo(ref _heap, ref other.Heap);

        foreach (Block block in blocks) _heap[block].Clear();
        _heap.Reset();
        Assert.Equal(before, other.Heap.GetStatistics());
        Assert.All(blocks, block => Assert.True(other.Heap.Owns(block) && Pattern.IsIn(other.Heap[block], block.Offset)));

        OwnMembers<THeap>.CopyTo(ref other.Heap, ref _heap);
        foreach (Block block in blocks) _heap.Free(block);
        Assert.Equal((0, before), (_heap.GetStatistics().AllocationCount, other.Heap.GetStatistics()));
        OwnMembers<THeap>.Verify(ref other.Heap);
    }

    [Fact]
    public void A_block_is_found_by_its_offset_while_it_is_live()
    {
        if (!OwnMembers<THeap>.FindsByOffset || !shape.KnowsLiveBlocks) return;

        _heap.Reset();
        foreach (int offset in (int[])[0, 1, -1, int.MinValue, int.MaxValue, _heap.Capacity]) ExpectNone(offset);
        if (!_heap.TryAlloc(1, 1, out Block block)) return;

        Assert.Equal(new Block(block.Offset, _heap.UsableSize(block)), OwnMembers<THeap>.BlockAtOffset(ref _heap, block.Offset));
        ExpectNone(block.Offset + 1);
        if (isChecked)
        {
            _heap.Free(block);
            ExpectNone(block.Offset);
        }

        void ExpectNone(int offset) => Assert.Throws<InvalidOperationException>(() => OwnMembers<THeap>.BlockAtOffset(ref _heap, offset));
    }

    /// <summary>The heap is as its model is at the start.</summary>
    private Model ExpectEmpty()
    {
        Model model = new(_heap.Capacity, shape);
        Audit.Statistics(ref _heap, model);
        return model;
    }
}
