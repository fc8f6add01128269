using System;
using Xunit;

namespace Allocators.Tests;

/// <summary>Addresses of a process-wide heap: what <c>malloc</c> and <c>free</c> are in C.</summary>
public sealed partial class AddressesTests
{
    public AddressesTests() => StaticHeap.Reset();

    [Fact]
    public void An_address_is_that_of_a_block()
    {
        nint address = StaticHeap.AllocAddress(100);
        Block block = StaticHeap.BlockAt(address);

        Assert.Equal(0, address % 16);
        Assert.Equal(new Block(0, 112), block);
        Assert.Equal(address, StaticHeap.AddressOf(block));
        Assert.Equal(112, StaticHeap.UsableSize(address));
        Assert.True(StaticHeap.Owns(address));

        StaticHeap.FreeAddress(address);
        Assert.Equal(0, StaticHeap.AllocationCount);
    }

    [Fact]
    public void Addresses_have_every_alignment_up_to_a_page()
    {
        StaticHeap.Alloc(1);
        for (int alignment = 1; alignment <= StaticHeap.MaxAlignment; alignment *= 2)
        {
            nint address = StaticHeap.AllocAddress(8, alignment);
            Assert.Equal(0, address % alignment);
            StaticHeap.FreeAddress(address);
            Assert.True(StaticHeap.TryAllocAddress(8, alignment, out nint same));
            Assert.Equal(0, same % alignment);
            StaticHeap.FreeAddress(same);
        }

        Assert.Equal(4096, StaticHeap.MaxAlignment);
    }

    [Fact]
    public unsafe void Memory_at_an_address_is_that_of_the_block()
    {
        nint address = StaticHeap.AllocAddress(16);
        ((byte*)address)[15] = 7;
        Assert.Equal(7, StaticHeap.SpanOf(StaticHeap.BlockAt(address))[15]);
    }

    [Fact]
    public void Address_zero_is_no_memory()
    {
        Assert.Equal(0, StaticHeap.AllocAddress(0));
        Assert.True(StaticHeap.TryAllocAddress(0, 1, out nint address));
        Assert.Equal(0, address);
        Assert.Equal(0, StaticHeap.AddressOf(default));
        StaticHeap.FreeAddress(0);
        Assert.False(StaticHeap.Owns((nint)0));
        Assert.Equal(0, StaticHeap.AllocationCount);
    }

    [Fact]
    public void Without_room_there_is_no_address()
    {
        Assert.False(StaticHeap.TryAllocAddress(StaticHeap.Capacity + 1, 1, out nint address));
        Assert.Equal(0, address);
        Assert.Throws<OutOfMemoryException>(() => StaticHeap.AllocAddress(StaticHeap.Capacity + 1));
    }

    [Fact]
    public void Only_the_first_address_of_a_live_block_is_freed_and_only_once()
    {
        nint address = StaticHeap.AllocAddress(64);
        nint[] wrong = [address + 1, address + 16, address + 64, address - 1, address + StaticHeap.Capacity, nint.MaxValue, nint.MinValue, -1];
        foreach (nint other in wrong) ExpectRefused(other);

        Assert.Equal((1, 64), (StaticHeap.AllocationCount, StaticHeap.UsedBytes));
        StaticHeap.FreeAddress(address);
        ExpectRefused(address);
    }

    [Fact]
    public void A_block_outside_has_no_address() =>
        Assert.Throws<ArgumentOutOfRangeException>("block", () => StaticHeap.AddressOf(new Block(1, StaticHeap.Capacity)));

    [Fact]
    public unsafe void Pointers_are_addresses()
    {
        void* pointer = StaticHeap.AllocPointer(100);
        void* page = StaticHeap.AllocPointer(100, 4096);

        Assert.Equal(0, (nint)page % 4096);
        Assert.True(StaticHeap.Owns(pointer));
        Assert.Equal(112, StaticHeap.UsableSize(pointer));

        StaticHeap.FreePointer(page);
        StaticHeap.FreePointer(pointer);
        StaticHeap.FreePointer(null);
        Assert.False(StaticHeap.Owns(pointer));
        Assert.Throws<InvalidOperationException>(() => StaticHeap.FreePointer(pointer));
    }

    private static void ExpectRefused(nint address)
    {
        Assert.False(StaticHeap.Owns(address));
        Assert.Throws<InvalidOperationException>(() => StaticHeap.FreeAddress(address));
        Assert.Throws<InvalidOperationException>(() => StaticHeap.UsableSize(address));
        Assert.Throws<InvalidOperationException>(() => StaticHeap.BlockAt(address));
    }

    [ChunkHeap(Chunks = 1024, ChunkSize = 16, Alignment = 4096)]
    private static partial class StaticHeap;
}
