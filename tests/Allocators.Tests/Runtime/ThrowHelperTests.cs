using System;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Xunit;

namespace Allocators.Tests;

/// <summary>What exceptions say that tests of heaps do not meet word by word.</summary>
public sealed class ThrowHelperTests
{
    private const string Fault = "the block at offset 64 has no size";
    private const string WrittenOver = Fault + ". Something wrote behind the end of a block, or into one that was freed before";

    [Fact]
    public void No_room_is_said_only_of_a_heap_that_is_sound()
    {
        HeapStatistics statistics = new(4096, 3096, 700, 3);
        Assert.Equal(
            "Heap has no room for 5,000,000,000 bytes at alignment 1,024: 1,000 of its 4,096 bytes are free, the largest free block has 700.",
            MessageOf<OutOfMemoryException>(() => ThrowHelper.OutOfMemory("Heap", 5_000_000_000, 1024, statistics)));
        Assert.Equal("Heap is damaged: " + WrittenOver + ".", MessageOf<InvalidOperationException>(() => ThrowHelper.OutOfMemory("Heap", 5, 1, statistics, Fault)));
    }

    [Fact]
    public void Whether_a_block_is_live_cannot_be_said_of_a_heap_that_is_damaged()
    {
        Block block = new(4096, 1000);
        Assert.Equal(
            "Heap cannot tell whether a live block starts at offset 4,096 (length 1,000), because it is damaged: " + WrittenOver + ". Nothing was changed.",
            MessageOf<InvalidOperationException>(() => ThrowHelper.NotALiveBlock("Heap", block, 0, Fault)));
        Assert.Equal(
            "Heap: no live block starts at offset 4,096 (length 1,000). It was freed before, starts inside another block, or belongs to another heap. Nothing was changed.",
            MessageOf<InvalidOperationException>(() => ThrowHelper.NotALiveBlock("Heap", block, 0)));
        Assert.Equal(
            "Heap: the live block at offset 4,096 has 2,000 bytes and cannot be one of length 1,000. The heap was not changed.",
            MessageOf<InvalidOperationException>(() => ThrowHelper.NotALiveBlock("Heap", block, 2000)));
    }

    [Fact]
    public void Whether_an_address_is_live_cannot_be_said_of_a_heap_that_is_damaged()
    {
        Assert.Equal(
            "Heap cannot tell whether a live block starts at address 0xABCDE, because it is damaged: " + WrittenOver + ". Nothing was changed.",
            MessageOf<InvalidOperationException>(() => ThrowHelper.NotALiveAddress("Heap", 0xABCDE, Fault)));
        Assert.Equal(
            "Heap: no live block starts at address 0xABCDE. It was freed before, lies inside a block, or belongs to another heap. Nothing was changed.",
            MessageOf<InvalidOperationException>(() => ThrowHelper.NotALiveAddress("Heap", 0xABCDE)));
    }

    [Theory]
    [InlineData(0, 0, 1, false, "Slab: the default handle names no slot. It was never set to one that was allocated.")]
    [InlineData(2000, 1, 1, false, "Slab never gave out this handle (slot 2000, generation 1): it has 2,000 slots. Does it belong to another slab?")]
    [InlineData(-1, 1, 1, true, "Slab never gave out this handle (slot -1, generation 1): it has 2,000 slots. Does it belong to another slab?")]
    [InlineData(1999, 2, 5001, false, "Slab never gave out this handle (slot 1999, generation 2): the slot is at generation 5,001. Does it belong to another slab?")]
    [InlineData(1999, 5003, 5001, false, "Slab never gave out this handle (slot 1999, generation 5003): the slot is at generation 5,001. Does it belong to another slab?")]
    [InlineData(1999, 5001, 5001, false, "Slab: this handle (slot 1999, generation 5001) is stale: it was freed, and the slot is at generation 5,001 now. Nothing was changed.")]
    [InlineData(0, 1, 5001, false, "Slab: this handle (slot 0, generation 1) is stale: it was freed, and the slot is at generation 5,001 now. Nothing was changed.")]
    [InlineData(0, 5003, 5001, true, "Slab: this handle (slot 0, generation 5003) is stale, or it was never given out: the slot is at generation 5,001 now. Nothing was changed.")]
    [InlineData(0, 2, 5001, true, "Slab never gave out this handle (slot 0, generation 2): the slot is at generation 5,001. Does it belong to another slab?")]
    public void A_handle_is_of_no_slot_or_of_no_use_of_it(int slot, uint generation, long there, bool startsOver, string message) =>
        Assert.Equal(message, MessageOf<InvalidOperationException>(() => ThrowHelper.NotALiveHandle("Slab", new Handle(slot, generation), 2000, there, startsOver)));

    [Fact]
    public void A_handle_of_another_slab_is_given_back_with_the_message()
    {
        Handle handle = new(3, 5);
        var exception = Assert.Throws<ArgumentOutOfRangeException>("handle", () => ThrowHelper.NotAHandleOf("Slab", handle));
        Assert.StartsWith("A handle of Slab cannot have these numbers. Does it belong to another slab?", exception.Message, StringComparison.Ordinal);
        Assert.Equal(handle, exception.ActualValue);
    }

    [Fact]
    public void Damage_is_named_if_it_was_found()
    {
        Assert.Equal("Heap is damaged: " + WrittenOver + ".", MessageOf<InvalidOperationException>(() => ThrowHelper.Corrupted("Heap", Fault)));
        Assert.StartsWith("Heap is damaged: a note on free memory cannot be. Something wrote", MessageOf<InvalidOperationException>(() => ThrowHelper.Corrupted("Heap", null)), StringComparison.Ordinal);
        Assert.Equal(
            "Heap is damaged: the numbers in front of its memory cannot be. Something wrote over them, or an owner with more of the memory opened it. Reset() makes the heap an empty one.",
            MessageOf<InvalidOperationException>(() => ThrowHelper.Unsound("Heap")));
        Assert.Equal(
            "Heap: the heap in this memory has live blocks beyond the 4,096 bytes that there are now. Map as much memory as before.",
            MessageOf<ArgumentException>(() => ThrowHelper.MemoryShrank("Heap", 4096)));
    }

    [Fact]
    public void A_process_that_died_is_named()
    {
        long abandoned = long.MinValue | 77;
        AbandonedHeapException exception = Assert.Throws<AbandonedHeapException>(() => Unsafe.As<long, SharedHeapLock>(ref abandoned).ThrowIfAbandoned("Heap"));
        Assert.Equal(77, exception.ProcessId);
        Assert.Equal(
            "Heap is abandoned: process 77 died during a call, and may have left the bookkeeping half changed. "
            + "No process is served until one has called TryRecover, if the heap has that, or Reset, which frees all blocks.",
            exception.Message);
    }

    [Fact]
    public void A_type_is_written_as_in_a_program()
    {
        Assert.Equal(8, HeapMemory.AlignmentFor<long>(8));
        Assert.StartsWith(
            "ValueTuple<Vector256<Single>, Int64> needs an alignment of 32 bytes, and a block of this heap has 16 at most. A static class and a heap at an address can promise more.",
            Assert.Throws<ArgumentOutOfRangeException>("T", () => HeapMemory.AlignmentFor<(Vector256<float>, long)>(16)).Message,
            StringComparison.Ordinal);
    }

    /// <summary>Of two that are as near, the larger one.</summary>
    [Fact]
    public void The_nearest_alignment_is_a_power_of_two_that_the_heap_has()
    {
        const int Max = 1024;
        for (int bad = -1; bad < 3 * Max; bad++)
        {
            int nearest = 1;
            for (int power = 2; power <= Max; power *= 2)
            {
                if (Math.Abs(power - bad) <= Math.Abs(nearest - bad)) nearest = power;
            }

            if (bad == nearest) continue;

            string text = string.Format(CultureInfo.InvariantCulture, "An alignment is a power of two from 1 to 1,024 here; the nearest is {0:N0}.", nearest);
            Assert.StartsWith(text, Assert.Throws<ArgumentOutOfRangeException>("alignment", () => Check.Request(0, bad, Max)).Message, StringComparison.Ordinal);
        }
    }

    private static string MessageOf<TException>(Action action)
        where TException : Exception => Assert.Throws<TException>(action).Message;
}
