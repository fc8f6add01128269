using System;
using System.Runtime.CompilerServices;
using Xunit;

namespace Allocators.Tests.Headers;

[Teaspoon(Bytes = 10_000, Coalescing = Coalescing.Deferred)]
public static partial class ParkingBlocks;

[Teaspoon(Storage = Storage.Pointer, State = State.InMemory)]
public partial struct ShrinkingMemory;

/// <summary>What is particular about a heap that keeps its headers in the memory.</summary>
public sealed class HeaderTests
{
    private Spoon4KiB _small;
    private Spoon128KiB _medium;
    private Deferred1000Of16MiB _parking;

    [Fact]
    public void Verify_says_where_a_header_was_overwritten()
    {
        VerifySaysWhere(ref _small, Spoon4KiB.HeaderBytes, (ref Spoon4KiB heap) => heap.Verify());
        VerifySaysWhere(ref _medium, Spoon128KiB.HeaderBytes, (ref Spoon128KiB heap) => heap.Verify());
        VerifySaysWhere(ref _parking, Deferred1000Of16MiB.HeaderBytes, (ref Deferred1000Of16MiB heap) => heap.Verify());
    }

    [Fact]
    public void Verify_finds_links_of_a_free_block_that_were_overwritten()
    {
        Block free = _small.Alloc(100);
        _small.Alloc(1);
        _small.Free(free);
        _small.Verify();

        _small[free][..4].Fill(0x7F);
        Assert.Throws<InvalidOperationException>(() => _small.Verify());
    }

    [Fact]
    public void Verify_finds_parked_blocks_that_were_lost()
    {
        Block first = _parking.Alloc(20), second = _parking.Alloc(20);
        _parking.Free(first);
        _parking.Free(second);
        _parking.Verify();

        // The one that was parked last has the link to the other.
        _parking[second][..4].Clear();
        Assert.EndsWith("a parked block is on no list. Something wrote behind the end of a block, or into one that was freed before.", Assert.Throws<InvalidOperationException>(() => _parking.Verify()).Message, StringComparison.Ordinal);
        _parking[second][..4].Fill(0x7E);
        Assert.Contains("parked", Assert.Throws<InvalidOperationException>(() => _parking.Verify()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Walks_end_where_headers_were_overwritten_with_zeros()
    {
        for (int i = 0; i < 10; i++) _small.Alloc(20);
        Block live = _parking.Alloc(20);
        for (int i = 0; i < 10; i++) _parking.Alloc(20);
        _small[new Block(0, 300)].Clear();
        _parking[new Block(live.Offset + 20, 300)].Clear();

        Assert.False(_small.TryGetNext(default, out _));
        Assert.InRange(_small.LargestFreeBlock, 1, Spoon4KiB.MaxAllocation);
        Assert.False(_parking.TryResize(ref live, 10_000));
        Assert.InRange(_parking.LargestFreeBlock, 1, Deferred1000Of16MiB.MaxAllocation);
        Assert.Throws<InvalidOperationException>(() => _small.Verify());
        Assert.Throws<InvalidOperationException>(() => _parking.Verify());
    }

    [Fact]
    public void A_block_grows_into_the_gap_behind_it_and_gives_it_back()
    {
        Block block = _medium.Alloc(100), gap = _medium.Alloc(100), last = _medium.Alloc(100);
        Assert.False(_medium.TryResize(ref block, 200));
        _medium.Free(gap);
        Assert.True(_medium.TryResize(ref block, 200));
        Assert.Equal(new Block(4, 200), block);
        Assert.False(_medium.TryResize(ref block, 205));
        Assert.True(_medium.TryResize(ref block, 100));
        Assert.Equal(100, _medium.UsableSize(block));
        Assert.Equal(gap.Offset, _medium.Alloc(90).Offset);
        Assert.True(_medium.TryResize(ref last, 10_000));
        Assert.True(_medium.TryResize(ref last, 10));
        _medium.Verify();
    }

    [Fact]
    public void What_is_parked_behind_a_block_is_merged_before_it_cannot_grow()
    {
        Block block = _parking.Alloc(100), first = _parking.Alloc(60), second = _parking.Alloc(60);
        while (_parking.TryAlloc(60, 1, out _));
        _parking.Free(second);
        _parking.Free(first);
        Assert.False(_parking.TryResize(ref block, 220));
        int offset = block.Offset;
        _parking.Realloc(ref block, 220);
        Assert.Equal(new Block(offset, 220), block);
        _parking.Verify();
    }

    [Fact]
    public void A_block_grown_by_a_granule_serves_an_aligned_request_and_comes_back()
    {
        ParkingBlocks.Reset();
        ParkingBlocks.Alloc(20);
        Block first = ParkingBlocks.Alloc(250);
        Assert.True(ParkingBlocks.TryResize(ref first, 256));
        ParkingBlocks.Free(first);

        Block second = ParkingBlocks.Alloc(240, 16);
        Assert.True(ParkingBlocks.Owns(second));
        ParkingBlocks.Free(second);
        ParkingBlocks.Verify();
    }

    [Fact]
    public void Memory_that_cuts_a_live_block_is_refused()
    {
        nint memory = Memory.At(0);
        ShrinkingMemory whole = new(memory, 5000);
        Block block = whole.Alloc(12);
        int refused = 0;
        for (int length = 5000; length > 0; length--)
        {
            ShrinkingMemory shorter;
            try
            {
                shorter = new ShrinkingMemory(memory, length);
            }
            catch (ArgumentException)
            {
                refused++;
                continue;
            }

            if (shorter.Capacity > 0) Assert.Equal(12, shorter[block].Length);
        }

        Assert.Equal(16, refused);
    }

    [Fact]
    public void What_an_alignment_leaves_in_front_is_free()
    {
        Pointer16MiB heap = new(Memory.At(0), 100_000);
        Block first = heap.Alloc(1), page = heap.Alloc(100, 4096);
        Assert.Equal(4096, page.Offset);
        Block front = heap.Alloc(3000);
        Assert.InRange(front.Offset, first.Offset, page.Offset);
        heap.Verify();
    }

    [Fact]
    public void A_granule_of_padding_comes_back_with_its_block()
    {
        Block first = _small.Alloc(6), aligned = _small.Alloc(8, 8);
        Assert.Equal((4, 16), (first.Offset, aligned.Offset));
        _small.Verify();
        _small.Alloc(1);

        _small.Free(first);
        _small.Free(aligned);
        _small.Verify();

        // Two granules of the first block, one of padding, three of the other, and a header less.
        Assert.Equal(new Block(4, 22), _small.Alloc(22));
        Assert.Equal(22, _small.UsableSize(new Block(4, 22)));
    }

    [Theory]
    [InlineData(int.MaxValue)]
    [InlineData(int.MaxValue - 5)]
    [InlineData(int.MaxValue - 6)]
    [InlineData(int.MinValue)]
    [InlineData(11)]
    [InlineData(-1)]
    public void A_length_that_cannot_be_is_refused(int length)
    {
        Block block = _small.Alloc(10);
        Assert.False(_small.Owns(new Block(block.Offset, length)));
        Assert.Throws<InvalidOperationException>(() => _small.Free(new Block(block.Offset, length)));
    }

    [Fact]
    public void Links_of_free_blocks_do_not_pass_for_headers()
    {
        // Free blocks of a size, each with a link to another: none has a live block within it.
        Block[] blocks = new Block[64];
        for (int i = 0; i < blocks.Length; i++)
        {
            blocks[i] = _small.AllocZeroed(30);
            _small.Alloc(1);
        }

        foreach (Block block in blocks) _small.Free(block);
        foreach (Block block in blocks)
        {
            for (int inside = 0; inside < 30; inside++)
            {
                for (int length = 1; length < 30; length++) Assert.False(_small.Owns(new Block(block.Offset + inside, length)));
            }
        }
    }

    [Fact]
    public void The_largest_block_of_the_smallest_variant_is_the_same_in_every_place()
    {
        Pointer4KiB heap = new(Memory.At(0), 8192);
        Assert.False(heap.TryAlloc(4097, out _));
        Block block = heap.Alloc(4096);
        Assert.False(heap.TryResize(ref block, 4097));
        Assert.Equal(4096, new Pointer4KiB(Memory.At(0), 8192).LargestFreeBlock);

        block = _small.Alloc(4000);
        Assert.True(_small.TryResize(ref block, 4096));
        Assert.False(_small.TryResize(ref block, 4097));
    }

    [Fact]
    public void A_heap_in_a_field_is_aligned_to_8()
    {
        // Behind a field of 4 bytes, a struct that the runtime aligned to less would start there.
        Behind4Bytes behind = new() { Number = 1 };
        Span<byte> bytes = behind.Heap[behind.Heap.Alloc(8, 8)];
        Assert.Equal(0, AddressOf(bytes) % 8);
    }

    private static unsafe nint AddressOf(Span<byte> bytes) => (nint)Unsafe.AsPointer(ref bytes[0]);

    private static void VerifySaysWhere<THeap>(ref THeap heap, int headerBytes, Expect.Call<THeap> verify)
        where THeap : struct, IHeap
    {
        heap.Alloc(20);
        Block second = heap.Alloc(20);
        heap.Alloc(20);
        verify(ref heap);

        // As a write behind the end of the first block does.
        heap[new Block(second.Offset - headerBytes, headerBytes)].Fill(0xFF);
        try
        {
            verify(ref heap);
        }
        catch (InvalidOperationException exception)
        {
            Assert.Contains($"the block at offset {second.Offset} ", exception.Message, StringComparison.Ordinal);
            return;
        }

        Assert.Fail($"{typeof(THeap).Name} did not see it");
    }

    private sealed class Behind4Bytes
    {
        public int Number { get; init; }

        public ref Spoon1024Bytes Heap => ref _heap;

        private Spoon1024Bytes _heap;
    }
}
