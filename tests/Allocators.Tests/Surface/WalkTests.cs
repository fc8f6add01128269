using System;
using System.Collections.Generic;
using System.Linq;
using Xunit;

namespace Allocators.Tests;

/// <summary>From block to block with <c>foreach</c>, and from a number to its block.</summary>
public sealed partial class WalkTests
{
    private Arena _chunks;
    private Spoon _spoon;
    private Longs _longs;
    private Points _points;
    private Pages _pages;

    [Fact]
    public void All_live_blocks_are_met_in_the_order_of_their_offsets()
    {
        Block[] blocks = [_chunks.Alloc(16), _chunks.Alloc(32), _chunks.Alloc(16)];
        _chunks.Free(blocks[1]);

        List<Block> met = [];
        foreach (Block block in _chunks.LiveBlocks) met.Add(block);
        Assert.Equal((Block[])[blocks[0], blocks[2]], met);

        _chunks.Reset();
        foreach (Block block in _chunks.LiveBlocks) Assert.Fail($"{block} is not live");
    }

    [Fact]
    public void Blocks_may_be_freed_on_the_way()
    {
        for (int i = 0; i < 20; i++) _spoon.Alloc(10 + (i * 7));
        int met = 0;
        foreach (Block block in _spoon.LiveBlocks)
        {
            met++;
            _spoon.Free(block);
        }

        Assert.Equal((20, 0), (met, _spoon.AllocationCount));
        _spoon.Verify();
    }

    [Fact]
    public void A_static_class_and_a_heap_at_an_address_are_walked_over_as_they_are_at_each_step()
    {
        StaticChunks.Reset();
        StaticChunks.Alloc(1);
        AtAddress pointer = new(Memory.At(0, 1000), 1000);
        pointer.Alloc(1);
        int ofStatic = 0, ofPointer = 0;
        foreach (Block block in StaticChunks.LiveBlocks)
        {
            if (ofStatic++ == 0) StaticChunks.Alloc(100);
            Assert.True(StaticChunks.Owns(block));
        }

        foreach (Block block in pointer.LiveBlocks)
        {
            if (ofPointer++ == 0) pointer.Alloc(100);
            Assert.True(pointer.Owns(block));
        }

        Assert.Equal((2, 2), (ofStatic, ofPointer));
    }

    [Fact]
    public void A_heap_over_a_span_is_walked_over_as_it_was()
    {
        OverSpan heap = new(new byte[1000]);
        Block first = heap.Alloc(1), second = heap.Alloc(100);
        List<Block> met = [];
        foreach (Block block in heap.LiveBlocks) met.Add(block);
        Assert.Equal((int[])[first.Offset, second.Offset], met.Select(block => block.Offset));
    }

    [Fact]
    public void The_values_of_a_free_list_are_met_by_reference()
    {
        Block<long> first = _longs.Alloc(1), second = _longs.Alloc(2), third = _longs.Alloc(3);
        _longs.Free(second);
        foreach (ref long value in _longs.Values) value *= 10;

        Assert.Equal((10, 30), (_longs[first], _longs[third]));
        int met = 0;
        foreach (ref long value in _longs.Values)
        {
            met++;
            _longs.Free(ref value);
        }

        Assert.Equal((2, 0), (met, _longs.AllocationCount));
    }

    [Fact]
    public void The_values_of_a_slab_are_met_with_their_handles()
    {
        Points.Handle first = _points.Alloc(new Point(1, 0, 0)), second = _points.Alloc(new Point(2, 0, 0)), third = _points.Alloc(new Point(3, 0, 0));
        _points.Free(second);
        List<Points.Handle> met = [];
        foreach (Points.Entry entry in _points.Entries)
        {
            Assert.Equal(_points[entry.Handle], entry.Value);
            entry.Value.Y = 5;
            met.Add(entry.Handle);
        }

        Assert.Equal((Points.Handle[])[first, third], met);
        Assert.Equal((new Point(1, 5, 0), new Point(3, 5, 0)), (_points[first], _points[third]));

        foreach (Points.Handle handle in _points.Handles) _points.Free(handle);
        Assert.True(_points.IsEmpty);
        Assert.False(_points.Owns(first));
    }

    [Fact]
    public void Nothing_of_a_walk_becomes_garbage()
    {
        _points.Alloc();
        _longs.Alloc();
        _chunks.Alloc(1);
        Walk();
        long before = GC.GetAllocatedBytesForCurrentThread();
        int met = Walk();
        Assert.Equal((0, 4), (GC.GetAllocatedBytesForCurrentThread() - before, met));

        int Walk()
        {
            int count = 0;
            foreach (Points.Entry entry in _points.Entries) count += _points.Owns(entry.Handle) ? 1 : 0;
            foreach (Points.Handle handle in _points.Handles) count += _points.Owns(handle) ? 1 : 0;
            foreach (ref long value in _longs.Values) count += value == 0 ? 1 : 0;
            foreach (Block block in _chunks.LiveBlocks) count += _chunks.Owns(block) ? 1 : 0;
            return count;
        }
    }

    [Fact]
    public void A_block_of_a_free_list_has_an_index()
    {
        Block first = _pages.Alloc(), second = _pages.Alloc(100);
        Assert.Equal((0, 1), (_pages.IndexOf(first), _pages.IndexOf(second)));
        Assert.Equal(new Block(1024, 1024), _pages.BlockOf(1));
        Assert.Equal("Pages: the block with the index 2 is not live; there are 4 blocks.", Assert.Throws<InvalidOperationException>(() => _pages.BlockOf(2)).Message);
        foreach (int index in (int[])[-1, 4, int.MinValue, int.MaxValue, 1 << 22]) Assert.Throws<InvalidOperationException>(() => _pages.BlockOf(index));

        _pages.Free(first);
        Assert.Throws<InvalidOperationException>(() => _pages.IndexOf(first));
        Assert.Throws<InvalidOperationException>(() => _pages.BlockOf(0));

        Block<long> value = _longs.Alloc(7);
        Assert.Equal((0, value), (_longs.IndexOf(value), _longs.BlockOf(0)));
    }

    [Fact]
    public void An_offset_that_is_of_no_block_is_named()
    {
        Assert.Equal("Pages: no live block starts at offset 1,024.", Assert.Throws<InvalidOperationException>(() => _pages.BlockAtOffset(1024)).Message);
        Assert.Equal(new Block(_pages.Alloc(5).Offset, 1024), _pages.BlockAtOffset(0));
    }

    [ChunkHeap(Chunks = 64, ChunkSize = 16)]
    private partial struct Arena;

    [Teaspoon(Variant = "4KiB")]
    private partial struct Spoon;

    [FreeList(typeof(long), Blocks = 5)]
    private partial struct Longs;

    [Slab(typeof(Point), Slots = 5)]
    private partial struct Points;

    [FreeList(BlockSize = 1024, Blocks = 4)]
    private partial struct Pages;

    [ChunkHeap(Chunks = 64, ChunkSize = 16)]
    private static partial class StaticChunks;

    [ChunkHeap(Chunks = 64, ChunkSize = 16, Storage = Storage.Pointer)]
    private partial struct AtAddress;

    [ChunkHeap(Chunks = 64, ChunkSize = 16)]
    private ref partial struct OverSpan;
}
