using System;
using System.Collections.Generic;
using Xunit;

namespace Allocators.Tests.Seeds;

/// <summary>What <c>teaspoon</c> offers, row by row, and where it fails.</summary>
public sealed partial class TeaspoonTests
{
    private const int OriginalMaximum = 8192;

    private Spoon1024 _heap;

    [Fact]
    public void A_variant_has_its_header_its_granule_and_its_arena()
    {
        Assert.Equal((2, 4, 8192, 4096), (Spoon4KiB.HeaderBytes, Spoon4KiB.Granule, Spoon4KiB.Capacity, Spoon4KiB.MaxAllocation));
        Assert.Equal((4, 4, 131_072, 131_068), (Spoon128KiB.HeaderBytes, Spoon128KiB.Granule, Spoon128KiB.Capacity, Spoon128KiB.MaxAllocation));
        Assert.Equal((4, 8, 16_777_216, 16_777_208), (Global.HeaderBytes, Global.Granule, Global.Capacity, Global.MaxAllocation));
        Assert.Equal((4, 8, 1 << 30), (Pointer1GiB.HeaderBytes, Pointer1GiB.Granule, Pointer1GiB.MaxCapacity));
    }

    [Fact]
    public void A_heap_works_on_a_slice()
    {
        SliceHeap heap = new(stackalloc byte[512]);
        heap.AllocSpan(100).Fill(1);
        Assert.Equal(1, heap.AllocationCount);
    }

    [Fact]
    public void A_heap_works_at_an_address_but_not_at_null()
    {
        Assert.Throws<ArgumentNullException>(() => new Pointer4KiB(0, 100));
        Pointer4KiB heap = new(Memory.At(0), 100);
        nint address = heap.AllocAddress(10);
        Assert.Equal(10, heap.UsableSize(address));
        heap.FreeAddress(address);
    }

    [Fact]
    public void A_process_wide_heap_needs_no_constructor_and_nothing_lazy()
    {
        Assert.Equal(Global.MaxAllocation, Global.LargestFreeBlock);
        Global.Free(Global.Alloc(1));
    }

    [Fact]
    public void Zeroed_memory_is_zero_and_contents_survive_growing_and_shrinking()
    {
        Block block = _heap.Alloc(40);
        _heap[block].Fill(0xFF);
        _heap.Free(block);
        block = _heap.AllocZeroed(40);
        Assert.False(_heap[block].ContainsAnyExcept((byte)0));

        _heap[block].Fill(7);
        _heap.Alloc(1);
        _heap.Realloc(ref block, 200);
        Assert.False(_heap[block][..40].ContainsAnyExcept((byte)7));
        _heap.Realloc(ref block, 10);
        Assert.False(_heap[block].ContainsAnyExcept((byte)7));
    }

    [Fact]
    public void Usage_is_told_without_a_walk()
    {
        _heap.Alloc(10);
        _heap.Alloc(100);
        Assert.Equal(12 + 104, _heap.UsedBytes);
        Assert.Equal(new HeapStatistics(1024, 116, 1024 - 4 - 116, 2), _heap.GetStatistics());
    }

    [Fact]
    public void Nothing_costs_nothing()
    {
        Block block = _heap.Alloc(0);
        Assert.Equal(default, block);
        _heap.Realloc(ref block, 10);
        _heap.Realloc(ref block, 0);
        Assert.Equal((default, 0), (block, _heap.AllocationCount));
    }

    [Fact]
    public void Addresses_are_aligned_up_to_a_page()
    {
        for (int alignment = 1; alignment <= 4096; alignment *= 2)
        {
            nint address = Paged.AllocAddress(10, alignment);
            Assert.Equal(0, address % alignment);
            Assert.Throws<ArgumentOutOfRangeException>(() => Paged.TryAllocAddress(10, 8192, out _));
        }

        Paged.Verify();
    }

    [Fact]
    public void Memory_that_is_misaligned_or_too_small_serves_what_fits()
    {
        Pointer4KiB misaligned = new(Memory.At(3), 100);
        Assert.Equal(80, misaligned.Capacity);
        Assert.True(misaligned.TryAlloc(misaligned.Capacity - 4, out _));

        for (int bytes = 0; bytes < 16; bytes++)
        {
            Pointer4KiB tiny = new(Memory.At(0), bytes);
            Assert.False(tiny.TryAlloc(16, out _));
            Assert.Equal(tiny.LargestFreeBlock > 0, tiny.TryAlloc(1, out _));
            tiny.Verify();
        }
    }

    [Fact]
    public void Memory_beyond_the_largest_arena_is_not_counted_as_free()
    {
        Pointer4KiB heap = new(Memory.At(0), 3 * OriginalMaximum);
        Assert.Equal((OriginalMaximum, OriginalMaximum), (heap.Capacity, heap.FreeBytes));
    }

    [Fact]
    public void Moving_into_the_gap_before_the_block_corrupts_nothing()
    {
        Block a = _heap.Alloc(400), b = _heap.Alloc(100);
        _heap[b].Fill(0xB0);
        while (_heap.TryAlloc(8, out _))
        {
        }

        _heap.Free(a);
        _heap.Realloc(ref b, 200);
        Assert.False(_heap[b][..100].ContainsAnyExcept((byte)0xB0));
        _heap.Verify();

        Block c = _heap.Alloc(180);
        Assert.True(c.Offset >= b.Offset + b.Length || b.Offset >= c.Offset + c.Length, $"{b} and {c} overlap");
        _heap.Verify();
    }

    [Fact]
    public void A_double_free_is_refused()
    {
        Block block = _heap.Alloc(10), behind = _heap.Alloc(10);
        _heap.Free(block);
        Assert.Throws<InvalidOperationException>(() => _heap.Free(block));
        _heap.Free(behind);
        Assert.Throws<InvalidOperationException>(() => _heap.Free(behind));
        Assert.Throws<InvalidOperationException>(() => _heap.Free(block));
        _heap.Verify();
    }

    [Fact]
    public void A_full_heap_refuses_and_stays_as_it_was()
    {
        List<Block> blocks = [];
        while (Global.TryAlloc(16, out Block block)) blocks.Add(block);
        HeapStatistics full = Global.GetStatistics();
        for (int i = 0; i < 1000; i++) Assert.False(Global.TryAlloc(16 + i, out _));

        Assert.Equal(full, Global.GetStatistics());
        foreach (Block block in blocks) Global.Free(block);
        Assert.Equal(Global.MaxAllocation, Global.LargestFreeBlock);
    }

    [Teaspoon(Variant = "4KiB", Bytes = 1024)]
    private partial struct Spoon1024;

    [Teaspoon(Variant = "4KiB")]
    private ref partial struct SliceHeap;

    [Teaspoon(Synchronization = Synchronization.SpinLock)]
    private static partial class Global;

    [Teaspoon(Variant = "128KiB", Alignment = 4096)]
    private static partial class Paged;
}
