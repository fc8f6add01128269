using System;
using Xunit;

namespace Allocators.Tests.Seeds;

/// <summary>What <c>simple-chunk-allocator</c> offers, row by row, and where it fails.</summary>
public sealed partial class SimpleChunkAllocatorTests
{
    private Heap _heap;

    public SimpleChunkAllocatorTests() => PageHeap.Reset();

    [Fact]
    public void A_heap_is_declared_by_its_chunks_and_their_size()
    {
        Assert.Equal((8, 256, 2048), (Heap.Chunks, Heap.ChunkSize, Heap.Capacity));
        Assert.Equal((4096, 256), (DefaultHeap.Chunks, DefaultHeap.ChunkSize));
    }

    [Fact]
    public void A_heap_can_be_aligned_to_pages()
    {
        Assert.Equal(0, PageHeap.AllocAddress(1, 4096) % 4096);
        Assert.Equal(0, PageHeap.AddressOf(new Block(0, 1)) % 4096);
    }

    [Fact]
    public void A_heap_needs_no_constructor()
    {
        Assert.Equal(Heap.Capacity, default(Heap).LargestFreeBlock);
        Assert.Equal(PageHeap.Capacity, PageHeap.LargestFreeBlock);
    }

    [Fact]
    public void Out_of_memory_is_an_answer_or_an_exception()
    {
        _heap.Alloc(Heap.Capacity);
        Assert.False(_heap.TryAlloc(1, out _));
        Assert.Throws<OutOfMemoryException>(() => _heap.Alloc(1));
    }

    [Fact]
    public void Allocate_and_deallocate()
    {
        Block block = _heap.Alloc(300);
        Assert.Equal(512, _heap.UsedBytes);
        _heap.Free(block);
        Assert.Equal(0, _heap.UsedBytes);
    }

    [Fact]
    public void Realloc_stays_in_the_same_place_when_it_fits()
    {
        Block block = _heap.Alloc(200);
        _heap.Alloc(200);
        _heap.Realloc(ref block, 256);
        Assert.Equal(new Block(0, 256), block);
        Assert.True(_heap.TryResize(ref block, 100));
        Assert.Equal(new Block(0, 100), block);
    }

    [Fact]
    public void Usage_is_the_part_that_is_taken()
    {
        Assert.Equal(0, _heap.Usage);
        _heap.Alloc(512);
        Assert.Equal(0.25, _heap.Usage);
        _heap.Alloc(1536);
        Assert.Equal(1, _heap.Usage);
    }

    [Fact]
    public void The_gap_that_fits_best_is_taken()
    {
        Block wide = _heap.Alloc(512);
        _heap.Alloc(256);
        Block exact = _heap.Alloc(256);
        _heap.Alloc(256);
        _heap.Free(wide);
        _heap.Free(exact);

        Assert.Equal(exact.Offset, _heap.Alloc(256).Offset);
    }

    [Fact]
    public void A_static_class_is_the_allocator_of_the_process()
    {
        PageHeap.Allocator allocator = default;
        Assert.True(PageHeap.Owns(allocator.Alloc(100)));
    }

    [Fact]
    public void Shrinking_gives_chunks_back()
    {
        Block block = _heap.Alloc(1024);
        _heap.Realloc(ref block, 200);
        Assert.Equal(256, _heap.UsedBytes);
        _heap.Free(block);
        Assert.Equal((0, Heap.Capacity), (_heap.UsedBytes, _heap.LargestFreeBlock));
    }

    [Fact]
    public void Growing_with_a_larger_alignment_moves_the_block_where_it_has_it()
    {
        PageHeap.Alloc(1);
        Block block = PageHeap.Alloc(100);
        Pattern.Fill(PageHeap.SpanOf(block), 1);
        PageHeap.Realloc(ref block, 1000, 4096);

        Assert.Equal(0, PageHeap.AddressOf(block) % 4096);
        Assert.True(Pattern.IsIn(PageHeap.SpanOf(block).Slice(0, 100), 1));
    }

    [Fact]
    public void An_interior_pointer_is_refused_by_free()
    {
        nint address = PageHeap.AllocAddress(1024);
        Assert.Throws<InvalidOperationException>(() => PageHeap.FreeAddress(address + 256));
        Assert.Throws<InvalidOperationException>(() => PageHeap.FreeAddress(address + 1));
        Assert.Throws<InvalidOperationException>(() => PageHeap.Free(new Block(256, 768)));
        Assert.Equal((1, 1024), (PageHeap.AllocationCount, PageHeap.UsedBytes));
    }

    [Fact]
    public void Usage_is_not_zero_with_one_of_many_chunks()
    {
        Holder<LargeHeap> holder = new();
        holder.Heap.Alloc(1);
        Assert.Equal(1.0 / 655_360, holder.Heap.Usage);
    }

    [Fact]
    public void Where_the_last_search_ended_hides_no_gap()
    {
        // The original keeps a hint of where to look next, which can point into used memory.
        Block[] blocks = new Block[Heap.Chunks];
        for (int i = 0; i < blocks.Length; i++) blocks[i] = _heap.Alloc(Heap.ChunkSize);
        foreach (Block block in blocks)
        {
            _heap.Free(block);
            Assert.Equal(block, _heap.Alloc(Heap.ChunkSize));
        }
    }

    [Fact]
    public void The_last_free_chunk_of_a_nearly_full_heap_is_found_wherever_it_is()
    {
        Holder<LargeHeap> holder = new();
        Block[] blocks = new Block[LargeHeap.Chunks];
        for (int i = 0; i < blocks.Length; i++) blocks[i] = holder.Heap.Alloc(1);

        for (int i = 0; i < blocks.Length; i += 9973)
        {
            holder.Heap.Free(blocks[i]);
            Assert.Equal(blocks[i], holder.Heap.Alloc(1));
        }

        Assert.False(holder.Heap.TryAlloc(1, out _));
    }

    [ChunkHeap(Chunks = 8, ChunkSize = 256)]
    private partial struct Heap;

    [ChunkHeap]
    private partial struct DefaultHeap;

    [ChunkHeap(Chunks = 655_360, ChunkSize = 1)]
    private partial struct LargeHeap;

    [ChunkHeap(Chunks = 256, ChunkSize = 256, Alignment = 4096)]
    private static partial class PageHeap;
}
