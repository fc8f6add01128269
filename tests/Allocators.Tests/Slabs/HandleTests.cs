using System;
using Xunit;

namespace Allocators.Tests;

/// <summary>Slots of bytes and their handles: lengths, refusals, and what becomes of handles.</summary>
public sealed partial class HandleTests
{
    private Packets _packets;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(31)]
    [InlineData(32)]
    public void A_handle_has_as_many_bytes_as_were_asked_for(int size)
    {
        Packets.Handle handle = _packets.Alloc(size);
        Assert.Equal(size, _packets[handle].Length);
        Assert.True(_packets.TryGet(handle, out Span<byte> bytes));
        Assert.Equal(size, bytes.Length);
        Assert.Equal(new Block(0, size), _packets.BlockOf(handle));
        Assert.True(_packets.Owns(handle));
        Assert.Equal((1, false), (_packets.Count, _packets.IsEmpty));
        _packets.Free(handle);
        Assert.Equal((0, true), (_packets.Count, _packets.IsEmpty));
    }

    [Fact]
    public void Neighbours_do_not_overlap()
    {
        Packets.Handle[] handles = new Packets.Handle[Packets.Slots];
        for (int i = 0; i < handles.Length; i++) Pattern.Fill(_packets[handles[i] = _packets.Alloc(i % 33)], i);
        for (int i = 0; i < handles.Length; i++) Assert.True(Pattern.IsIn(_packets[handles[i]], i));
        Assert.False(_packets.TryAlloc(0, out Packets.Handle none));
        Assert.Equal(default, none);
        Assert.Throws<OutOfMemoryException>(() => _packets.Alloc(0));
    }

    [Fact]
    public void More_than_a_slot_is_refused()
    {
        Assert.False(_packets.TryAlloc(33, out Packets.Handle none));
        Assert.Equal(default, none);
        Assert.False(_packets.TryAlloc(int.MaxValue, out _));
        Assert.Throws<OutOfMemoryException>(() => _packets.Alloc(33));
        Assert.Throws<OutOfMemoryException>(() => _packets.AllocZeroed(33));
        Assert.Throws<ArgumentOutOfRangeException>("size", () => _packets.Alloc(-1));
        Assert.Throws<ArgumentOutOfRangeException>("size", () => _packets.TryAlloc(int.MinValue, out Packets.Handle _));
        Assert.True(_packets.IsEmpty);
    }

    [Fact]
    public void Zeroed_bytes_are_zero()
    {
        Packets.Handle handle = _packets.Alloc(32);
        _packets[handle].Fill(0xFF);
        _packets.Free(handle);
        Assert.False(_packets[_packets.AllocZeroed(32)].ContainsAnyExcept((byte)0));
    }

    [Fact]
    public void The_default_handle_is_refused() =>
        ExpectRefused(default, "Packets: the default handle names no slot. It was never set to one that was allocated.");

    [Fact]
    public void Default_is_a_handle_where_a_block_could_be_meant_as_well()
    {
        string text = "Packets: the default handle names no slot. It was never set to one that was allocated.";
        Assert.Equal(text, Assert.Throws<InvalidOperationException>(() => _packets[default].Length).Message);
        Assert.Equal(text, Assert.Throws<InvalidOperationException>(() => _packets.Free(default)).Message);
        Assert.True(_packets[default(Block)].IsEmpty);
    }

    [Fact]
    public void A_handle_that_was_never_given_out_is_refused()
    {
        _packets.Alloc(1);
        ExpectRefused(
            (Packets.Handle)new Handle(3, 5),
            "Packets never gave out this handle (slot 3, generation 5): the slot is at generation 0. Does it belong to another slab?");
        ExpectRefused(
            (Packets.Handle)new Handle(0, 3),
            "Packets never gave out this handle (slot 0, generation 3): the slot is at generation 1. Does it belong to another slab?");
        ExpectRefused(
            (Packets.Handle)new Handle(5, 0),
            "Packets never gave out this handle (slot 5, generation 0): the slot is at generation 0. Does it belong to another slab?");
    }

    [Fact]
    public void A_stale_handle_is_refused()
    {
        Packets.Handle handle = _packets.Alloc(1), copy = handle;
        _packets.Free(handle);
        ExpectRefused(copy, "Packets: this handle (slot 0, generation 1) is stale: it was freed, and the slot is at generation 2 now. Nothing was changed.");

        Packets.Handle next = _packets.Alloc(2);
        Assert.Equal((handle.Slot, 3u), (next.Slot, next.Generation));
        ExpectRefused(copy, "Packets: this handle (slot 0, generation 1) is stale: it was freed, and the slot is at generation 3 now. Nothing was changed.");
        Assert.Equal(2, _packets[next].Length);
    }

    [Fact]
    public void A_handle_of_a_slab_with_more_slots_has_none_here()
    {
        Wide.Handle wide = (Wide.Handle)new Handle(40, 1);
        Assert.Throws<ArgumentOutOfRangeException>("handle", () => (Packets.Handle)(Handle)wide);
    }

    [Fact]
    public void Clear_and_reset_make_all_handles_stale()
    {
        Packets.Handle first = _packets.Alloc(1), second = _packets.Alloc(2);
        _packets.Clear();
        Assert.True(_packets.IsEmpty);
        Assert.False(_packets.Owns(first));
        Assert.False(_packets.TryFree(second));

        Packets.Handle third = _packets.Alloc(3), fourth = _packets.Alloc(4);
        Assert.Equal((3u, 3u), (third.Generation, fourth.Generation));
        _packets.Reset();
        Assert.False(_packets.Owns(third));
        Assert.Throws<InvalidOperationException>(() => _packets.Free(fourth));
        for (int i = 0; i < Packets.Slots; i++) _packets.Alloc(i);
        Assert.Equal(Packets.Slots, _packets.Count);
    }

    [Fact]
    public void A_slot_is_resized_where_it_is()
    {
        Packets.Handle handle = _packets.Alloc(10), other = _packets.Alloc(32);
        Pattern.Fill(_packets[handle], 7);
        Pattern.Fill(_packets[other], 8);
        Assert.True(_packets.TryResize(handle, 32));
        Assert.Equal(32, _packets[handle].Length);
        Assert.True(Pattern.IsIn(_packets[handle][..10], 7));

        Assert.False(_packets.TryResize(handle, 33));
        Assert.Equal(32, _packets[handle].Length);
        Assert.True(_packets.TryResize(handle, 0));
        Assert.Equal(0, _packets[handle].Length);
        Assert.True(_packets.Owns(handle));
        Assert.Throws<ArgumentOutOfRangeException>("size", () => _packets.TryResize(handle, -1));
        Assert.True(Pattern.IsIn(_packets[other], 8));

        _packets.Free(handle);
        Assert.False(_packets.TryResize(handle, 1));
    }

    [Fact]
    public void A_handle_that_was_freed_by_its_block_is_stale()
    {
        Packets.Handle handle = _packets.Alloc(10);
        FreeByBlock(ref _packets, _packets.BlockOf(handle));
        ExpectRefused(handle, "Packets: this handle (slot 0, generation 1) is stale: it was freed, and the slot is at generation 2 now. Nothing was changed.");
        Assert.True(_packets.IsEmpty);
    }

    [Fact]
    public void A_block_is_for_whichever_use_of_its_slot_is_live()
    {
        Block block = _packets.Alloc(10, 8);
        Assert.True(_packets.TryGetNext(default(Packets.Handle), out Packets.Handle handle));
        Assert.Equal(block, _packets.BlockOf(handle));
        Assert.True(_packets.TryResize(ref block, 20));
        Assert.Equal(20, _packets[handle].Length);

        _packets.Free(handle);
        Assert.Throws<InvalidOperationException>(() => _packets.Free(block));
        _packets.Alloc(1);
        _packets.Free(block);
        Assert.True(_packets.IsEmpty);
    }

    [Fact]
    public void An_unchecked_slab_still_refuses_handles()
    {
        Unchecked heap = default;
        Unchecked.Handle handle = heap.Alloc(4);
        heap.Free(handle);
        Assert.False(heap.TryFree(handle));
        Assert.False(heap.TryFree(default));
        Assert.Throws<InvalidOperationException>(() => heap.Free(handle));
        Assert.Equal((0, true), (heap.Count, heap.TryAlloc(1, out Unchecked.Handle _)));
    }

    [Fact]
    public void Handles_are_compared_by_slot_and_generation()
    {
        Packets.Handle handle = _packets.Alloc(1), other = _packets.Alloc(1), copy = handle;
        Assert.True(handle == copy && handle.Equals(copy) && handle.Equals((object)copy));
        Assert.True(handle != other && !handle.Equals(other) && !handle.Equals("slot 0"));
        Assert.Equal(handle.GetHashCode(), copy.GetHashCode());
        Handle untyped = handle;
        Assert.True(untyped == copy && untyped != other);
        Assert.Equal("slot 1, generation 1", other.ToString());
    }

    private static void FreeByBlock<THeap>(ref THeap heap, Block block)
        where THeap : struct, IHeap => heap.Free(block);

    private void ExpectRefused(Packets.Handle handle, string message)
    {
        HeapStatistics before = _packets.GetStatistics();
        Assert.False(_packets.Owns(handle));
        Assert.False(_packets.TryGet(handle, out Span<byte> bytes));
        Assert.True(bytes.IsEmpty);
        Assert.False(_packets.TryFree(handle));
        Assert.False(_packets.TryResize(handle, 1));
        Assert.Equal(message, Assert.Throws<InvalidOperationException>(() => _packets.Free(handle)).Message);
        Assert.Equal(message, Assert.Throws<InvalidOperationException>(() => _packets[handle].Length).Message);
        Assert.Equal(message, Assert.Throws<InvalidOperationException>(() => _packets.BlockOf(handle)).Message);
        Assert.Equal(before, _packets.GetStatistics());
    }

    [Slab(Bytes = 1024, Slots = 32)]
    private partial struct Packets;

    [Slab(Bytes = 1024, Slots = 64)]
    private partial struct Wide;

    [Slab(Slots = 4, BlockSize = 4, Checks = Checks.None)]
    private partial struct Unchecked;
}
