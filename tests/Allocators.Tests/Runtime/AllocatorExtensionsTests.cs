using System;
using Xunit;

namespace Allocators.Tests;

/// <summary>The calls that follow from the interface, on an allocator that has nothing else.</summary>
public sealed partial class AllocatorExtensionsTests
{
    private HandWritten _heap = new(256);

    [Fact]
    public void Alloc_is_TryAlloc_or_an_exception()
    {
        Assert.Equal(new Block(0, 200), _heap.Alloc(200, 8));
        Assert.Throws<OutOfMemoryException>(() => _heap.Alloc(57));
        Assert.Throws<ArgumentOutOfRangeException>(() => _heap.Alloc(-1));
        Assert.Equal(new HeapStatistics(256, 200, 56, 1), _heap.GetStatistics());
    }

    [Fact]
    public void AllocZeroed_clears_what_was_written_before()
    {
        _heap[_heap.Alloc(256)].Fill(0xEE);
        _heap.Reset();
        Block block = _heap.AllocZeroed(100, 8);

        Assert.Equal(100, _heap[block].Count((byte)0));
        Assert.Equal(0xEE, _heap[new Block(100, 1)][0]);
    }

    [Fact]
    public void Realloc_moves_a_block_to_an_alignment_it_does_not_have()
    {
        _heap.Alloc(1);
        Block block = _heap.Alloc(20);
        Pattern.Fill(_heap[block], 1);
        _heap.Realloc(ref block, 10, 8);

        Assert.Equal(new Block(24, 10), block);
        Assert.True(Pattern.IsIn(_heap[block], 1));
        Assert.Equal(new HeapStatistics(256, 11, 256 - 34, 2), _heap.GetStatistics());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Realloc_leaves_a_block_where_it_is_aligned_enough(int alignment)
    {
        _heap.Alloc(2);
        Block block = _heap.Alloc(20);
        _heap.Realloc(ref block, 30, alignment);
        Assert.Equal(new Block(2, 30), block);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 8)]
    [InlineData(0, 1)]
    public void Realloc_of_a_block_that_is_not_live_takes_nothing(int size, int alignment)
    {
        _heap.Alloc(20);
        Block forged = new(1, 19);
        Assert.Throws<InvalidOperationException>(() => _heap.Realloc(ref forged, size, alignment));
        Assert.Equal(new Block(1, 19), forged);
        Assert.Equal(1, _heap.GetStatistics().AllocationCount);
    }

    [Fact]
    public void Realloc_refuses_bad_numbers_though_the_block_could_stay()
    {
        Block block = _heap.Alloc(20);
        Assert.Throws<ArgumentOutOfRangeException>("size", () => _heap.Realloc(ref block, -1));
        Assert.Throws<ArgumentOutOfRangeException>("alignment", () => _heap.Realloc(ref block, 8, 3));
        Assert.Throws<ArgumentOutOfRangeException>("alignment", () => _heap.Realloc(ref block, 8, 16));
        Assert.Equal(new Block(0, 20), block);
    }

    [Fact]
    public void Realloc_looks_once_more_where_the_block_is_when_the_heap_has_merged()
    {
        // What lies behind the block is parked: it is merged only when a request found no room.
        Spoon heap = default;
        Block block = heap.Alloc(1000), behind = heap.Alloc(1000), rest = heap.Alloc(heap.LargestFreeBlock);
        heap.Free(behind);
        Pattern.Fill(heap[block], 1);
        Block before = block;
        AllocatorExtensions.Realloc(ref heap, ref block, 1500);

        Assert.Equal(new Block(before.Offset, 1500), block);
        Assert.True(Pattern.IsIn(heap[block].Slice(0, 1000), 1));
        Assert.True(heap.Owns(rest));
        Assert.Throws<OutOfMemoryException>(() => AllocatorExtensions.Realloc(ref heap, ref block, 4000));
        Block same = block;
        Assert.False(AllocatorExtensions.TryRealloc(ref heap, ref block, 4000));
        Assert.Equal(same, block);
        Assert.True(AllocatorExtensions.TryRealloc(ref heap, ref block, same.Length));
        Assert.True(heap.Owns(block));
    }

    [Fact]
    public void Realloc_looks_once_more_where_the_block_is_when_a_request_has_freed_what_lies_behind()
    {
        Parking heap = new(new HandWritten(256));
        Block block = heap.Alloc(100), behind = heap.Alloc(100);
        heap.Alloc(56);
        heap.Free(behind);
        Pattern.Fill(heap[block], 1);
        AllocatorExtensions.Realloc(ref heap, ref block, 150);

        Assert.Equal(new Block(0, 150), block);
        Assert.True(Pattern.IsIn(heap[block].Slice(0, 100), 1));
        Assert.Equal(2, heap.GetStatistics().AllocationCount);
    }

    [Fact]
    public void Realloc_of_the_empty_block_takes_one_and_of_a_block_to_nothing_gives_it_back()
    {
        _heap.Alloc(1);
        Block block = default;
        _heap.Realloc(ref block, 20, 8);
        Assert.Equal(new Block(8, 20), block);
        _heap.Realloc(ref block, 0, 8);
        Assert.Equal((default, 1), (block, _heap.GetStatistics().AllocationCount));
    }

    [Fact]
    public void Messages_name_the_heap_of_a_static_class_by_both_of_its_names()
    {
        Static.Allocator heap = default;
        OutOfMemoryException own = Assert.Throws<OutOfMemoryException>(() => AllocatorExtensions.Alloc(ref _heap, 257));
        OutOfMemoryException nested = Assert.Throws<OutOfMemoryException>(() => AllocatorExtensions.Alloc(ref heap, 129));

        Assert.StartsWith("HandWritten has no room for 257 bytes at alignment 1; it has 256 bytes in all.", own.Message, StringComparison.Ordinal);
        Assert.StartsWith("Static.Allocator has no room for 129 bytes at alignment 1; it has 128 bytes in all.", nested.Message, StringComparison.Ordinal);
    }

    [Teaspoon(Variant = "4KiB", Coalescing = Coalescing.Deferred)]
    private partial struct Spoon;

    [ChunkHeap(Chunks = 2, ChunkSize = 64)]
    private static partial class Static;

    /// <summary>A heap that frees a block only when there is no room.</summary>
    private struct Parking(HandWritten heap) : IAllocator
    {
        private Block _parked;

        public readonly int Capacity => heap.Capacity;

        public readonly int MaxAlignment => heap.MaxAlignment;

        public readonly Span<byte> this[Block block] => heap[block];

        public bool TryAlloc(int size, int alignment, out Block block)
        {
            if (heap.TryAlloc(size, alignment, out block)) return true;

            heap.Free(_parked);
            _parked = default;
            return heap.TryAlloc(size, alignment, out block);
        }

        public readonly bool TryResize(ref Block block, int size) => heap.TryResize(ref block, size);

        public void Free(Block block)
        {
            heap.Free(_parked);
            _parked = block;
        }

        public readonly HeapStatistics GetStatistics() => heap.GetStatistics();
    }
}
