using System;
using System.Runtime.InteropServices;
using Xunit;

namespace Allocators.Tests.Headers;

[Teaspoon(Bytes = 10_000)]
public partial struct LargeSpoon;

/// <summary>A program wrote where it should not have, inside the memory of a teaspoon: nothing outside is written to, and the heap says what happened.</summary>
public sealed class DamageTests
{
    private const ulong Canary = 0xC0FF_EE00_DEAD_BEEF;

    [Fact]
    public void A_write_to_a_free_block_without_a_header_is_told_and_changes_nothing_outside()
    {
        Guarded<Headerless4KiB> memory = new();
        ref Headerless4KiB heap = ref memory.Heap;
        Span<byte> stale = heap.AllocSpan(32);
        heap.Alloc(16);
        heap.Free(stale);
        MemoryMarshal.Write(stale, 15000);
        MemoryMarshal.Write(stale[4..], 15000);

        Assert.Contains("is damaged", Assert.Throws<InvalidOperationException>(() => memory.Heap.Alloc(32)).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => memory.Heap.TryAlloc(32, out _));
        memory.ExpectIntact();
    }

    [Theory]
    [InlineData(100_008)]
    [InlineData(int.MaxValue)]
    [InlineData(int.MinValue)]
    [InlineData(-8)]
    [InlineData(13)]
    public void A_write_to_a_parked_block_without_a_header_leads_nowhere(int link)
    {
        Guarded<HeaderlessDeferred4KiB> memory = new();
        ref HeaderlessDeferred4KiB heap = ref memory.Heap;
        Span<byte> stale = heap.AllocSpan(16);
        heap.Free(stale);
        MemoryMarshal.Write(stale, link);

        Assert.Equal(0, heap.Alloc(16).Offset);
        Assert.Throws<InvalidOperationException>(() => memory.Heap.Alloc(16));
        Assert.Throws<InvalidOperationException>(() => memory.Heap.Verify());
        memory.ExpectIntact();
    }

    [Theory]
    [InlineData((ushort)0xFFF0)]
    [InlineData((ushort)0x0010)]
    [InlineData((ushort)0x0000)]
    [InlineData((ushort)0x8000)]
    public void An_overrun_into_a_free_block_with_a_header_is_told_and_changes_nothing_outside(ushort header)
    {
        Guarded<Spoon4KiB> memory = new();
        ref Spoon4KiB heap = ref memory.Heap;
        Block before = heap.Alloc(22), freed = heap.Alloc(22), behind = heap.Alloc(22);
        heap.Free(freed);

        // 4 bytes too many: the header of the freed block, and its first link.
        Span<byte> overrun = heap[new Block(before.Offset, before.Length + 4)][before.Length..];
        MemoryMarshal.Write(overrun, header);
        MemoryMarshal.Write(overrun[2..], (ushort)0xFFFE);

        Assert.Throws<InvalidOperationException>(() => memory.Heap.Alloc(22));
        Assert.Contains("damaged", Assert.Throws<InvalidOperationException>(() => memory.Heap.Free(before)).Message, StringComparison.Ordinal);
        Assert.Contains("damaged", Assert.Throws<InvalidOperationException>(() => memory.Heap.Free(behind)).Message, StringComparison.Ordinal);
        Assert.Equal(2, heap.AllocationCount);
        memory.ExpectIntact();
    }

    [Fact]
    public void A_block_whose_header_was_overwritten_is_not_said_to_be_freed()
    {
        Guarded<LargeSpoon> memory = new();
        ref LargeSpoon heap = ref memory.Heap;
        Block before = heap.Alloc(20), block = heap.Alloc(20);
        heap[new Block(before.Offset, 24)][20..].Fill(0xFF);

        string message = Assert.Throws<InvalidOperationException>(() => memory.Heap.Free(block)).Message;
        Assert.Contains("is damaged: the block at offset 32 has a size that cannot be", message, StringComparison.Ordinal);
        Assert.DoesNotContain("freed before,", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_walk_ends_where_the_next_header_says_that_a_live_block_is_free()
    {
        Guarded<LargeSpoon> memory = new();
        ref LargeSpoon heap = ref memory.Heap;
        Block first = heap.Alloc(20);
        heap.Alloc(20);
        heap.Alloc(20);
        heap[new Block(first.Offset, 24)][20] |= 2;

        int met = 0;
        for (Block block = default; heap.TryGetNext(block, out block) && met < 10; met++) Assert.False(block.IsEmpty);
        Assert.InRange(met, 0, 3);
    }

    [Fact]
    public void A_list_in_a_circle_ends_every_call()
    {
        Guarded<UncheckedHeaderlessDeferred128KiB> memory = new();
        ref UncheckedHeaderlessDeferred128KiB heap = ref memory.Heap;
        Block block = heap.Alloc(64), other = heap.Alloc(64);
        heap.Free(block);
        heap.Free(block);
        heap.Free(other);
        heap.Free(block);

        int taken = 0;
        for (; taken < 10_000 && TryAlloc(ref heap, 4000); taken++)
        {
        }

        Assert.InRange(taken, 1, 100);
        memory.ExpectIntact();
    }

    private static bool TryAlloc<THeap>(ref THeap heap, int size)
        where THeap : struct, IHeap
    {
        try
        {
            return heap.TryAlloc(size, 1, out _);
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>A heap between two numbers that nobody writes to.</summary>
    private sealed class Guarded<THeap>
        where THeap : struct
    {
        private Fields _fields = new() { Before = Canary, After = Canary };

        public ref THeap Heap => ref _fields.Heap;

        public void ExpectIntact() => Assert.Equal((Canary, Canary), (_fields.Before, _fields.After));

        [StructLayout(LayoutKind.Sequential)]
        private struct Fields
        {
            public ulong Before;
            public THeap Heap;
            public ulong After;
        }
    }
}
