using System;
using System.Runtime.InteropServices;
using Xunit;

namespace Allocators.Tests;

/// <summary>Resizing by address: what <c>realloc</c> is in C, with the size of the block and without.</summary>
public sealed unsafe partial class AddressReallocTests : IDisposable
{
    private readonly nint _memory = (nint)NativeMemory.AlignedAlloc(Headerless.MaxCapacity, 16);
    private Headerless _headerless;

    public AddressReallocTests()
    {
        Counted.Reset();
        _headerless = new Headerless(_memory, Headerless.MaxCapacity);
    }

    public void Dispose() => NativeMemory.AlignedFree((void*)_memory);

    [Fact]
    public void A_block_at_an_address_stays_or_moves_with_its_contents()
    {
        nint address = Counted.AllocAddress(10), first = address;
        Pattern.Fill(Bytes(address, 10), 1);
        Assert.True(Counted.TryReallocAddress(ref address, 100, 16));
        Assert.Equal(first, address);

        Counted.AllocAddress(1);
        Assert.True(Counted.TryReallocAddress(ref address, 1000, 16));
        Assert.NotEqual(first, address);
        Assert.False(Counted.Owns(first));
        Assert.True(Counted.Owns(address));
        Assert.True(Pattern.IsIn(Bytes(address, 10), 1));
        Assert.Equal(2, Counted.AllocationCount);
    }

    [Fact]
    public void Address_zero_is_no_block_yet_and_no_bytes_are_none_any_more()
    {
        nint address = 0;
        Assert.True(Counted.TryReallocAddress(ref address, 50, 32));
        Assert.Equal(0, address % 32);
        Assert.True(Counted.TryReallocAddress(ref address, 0, 1));
        Assert.Equal(0, address);
        Assert.Equal(0, Counted.AllocationCount);
    }

    [Fact]
    public void What_there_is_no_room_for_changes_nothing()
    {
        nint address = Counted.AllocAddress(10), before = address;
        Assert.False(Counted.TryReallocAddress(ref address, Counted.Capacity + 1, 1));
        Assert.False(Counted.TryReallocAddress(ref address, int.MaxValue, 1));
        Assert.Equal(before, address);
        Assert.True(Counted.Owns(address));

        nint none = 0;
        Assert.False(Counted.TryReallocAddress(ref none, Counted.Capacity + 1, 1));
        Assert.Equal(0, none);
    }

    [Fact]
    public void What_is_no_block_is_refused()
    {
        nint address = Counted.AllocAddress(40), freed = Counted.AllocAddress(40), inside = address + 1, outside = _memory;
        Counted.FreeAddress(freed);
        foreach (nint wrong in (nint[])[freed, inside, outside])
        {
            nint copy = wrong;
            Assert.Contains("no live block starts at address", Assert.Throws<InvalidOperationException>(() => Counted.TryReallocAddress(ref copy, 80, 1)).Message, StringComparison.Ordinal);
            Assert.Throws<InvalidOperationException>(() => Counted.TryReallocAddress(ref copy, 0, 1));
            Assert.Equal(wrong, copy);
        }

        Assert.Throws<ArgumentOutOfRangeException>(() => Counted.TryReallocAddress(ref address, -1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Counted.TryReallocAddress(ref address, 1, 3));
        Assert.Equal(1, Counted.AllocationCount);
    }

    [Fact]
    public void No_number_of_c_throws()
    {
        foreach ((nuint size, nuint alignment) in ((nuint, nuint)[])[(nuint.MaxValue, 1), ((nuint)int.MaxValue + 1, 1), (1, 0), (1, 3), (1, 1 << 20), (1, nuint.MaxValue)])
        {
            nint address = 0;
            Assert.False(Counted.TryAllocAddress(size, alignment, out nint none));
            Assert.False(Counted.TryReallocAddress(ref address, size, alignment));
            Assert.Equal(0, none);
            Assert.Equal(0, address);
        }

        Assert.True(Counted.TryAllocAddress((nuint)40, 16, out nint found));
        Assert.True(Counted.TryReallocAddress(ref found, (nuint)4000, 16));
        Assert.Equal(4000, Counted.BlockAt(found, 4000).Length);
    }

    [Fact]
    public void A_heap_without_headers_is_told_the_size()
    {
        nint address = _headerless.AllocAddress(40), first = address;
        Pattern.Fill(Bytes(address, 40), 1);
        _headerless.AllocAddress(8);
        Assert.True(_headerless.TryReallocAddress(ref address, 40, 400, 8));
        Assert.NotEqual(first, address);
        Assert.True(Pattern.IsIn(Bytes(address, 40), 1));

        Assert.Throws<InvalidOperationException>(() => _headerless.FreeAddress(address, 8));
        Assert.Throws<InvalidOperationException>(() => _headerless.FreeAddress(first, 40));
        Assert.Throws<InvalidOperationException>(() => _headerless.FreeAddress(_memory - 1, 40));
        Assert.Throws<ArgumentOutOfRangeException>(() => _headerless.FreeAddress(address, 0));
        _headerless.FreeAddress(address, 400);
        _headerless.FreeAddress(0, 400);
        Assert.Equal(1, _headerless.AllocationCount);

        address = 0;
        Assert.True(_headerless.TryReallocAddress(ref address, 0, 16, 8));
        Assert.True(_headerless.TryReallocAddress(ref address, 16, 0, 8));
        Assert.Equal(0, address);
        Assert.Equal(1, _headerless.AllocationCount);
    }

    [Fact]
    public void Addresses_begin_with_the_memory()
    {
        Assert.Equal(_memory, _headerless.BaseAddress);
        Assert.Equal(Counted.AddressOf(new Block(0, 1)), Counted.BaseAddress);
        Assert.Equal(new Block(16, 5), _headerless.BlockAt(_memory + 16, 5));
    }

    private static Span<byte> Bytes(nint address, int count) => new((void*)address, count);

    [Teaspoon(Variant = "128KiB", Synchronization = Synchronization.SpinLock, Alignment = 32)]
    private static partial class Counted;

    [Teaspoon(Variant = "4KiB", Headers = false, Storage = Storage.Pointer)]
    private partial struct Headerless;
}
