using System;
using System.Collections.Generic;
using Xunit;

namespace Allocators.Tests;

/// <summary>Slots that are used as often as a handle of 16 bits can count, and further.</summary>
public sealed class ExhaustionTests
{
    private const int Bytes = 1000;

    [Fact]
    public void Every_handle_that_a_slab_ever_gives_is_another_until_all_slots_are_retired()
    {
        UseUp<Slab16, Slab16.Handle>(default);
        UseUp<Values16, Values16.Handle>(default);
        UseUp<LockFree16, LockFree16.Handle>(default);
        UseUp<Shared16, Shared16.Handle>(new(Memory.At(0, Bytes), Bytes));
        UseUp<SharedLocked16, SharedLocked16.Handle>(new(Memory.At(0, Bytes), Bytes));
        UseUp<SharedLockFree16, SharedLockFree16.Handle>(new(Memory.At(0, Bytes), Bytes));
    }

    [Fact]
    public void A_retired_slab_says_that_nothing_is_free()
    {
        Slab16 slab = default;
        while (slab.TryAlloc(1, out Slab16.Handle handle)) slab.Free(handle);
        Assert.Equal((Slab16.Slots, 0, 0), (slab.RetiredSlots, slab.LargestFreeBlock, slab.Count));
        Assert.Throws<OutOfMemoryException>(() => slab.Alloc(1));
        Assert.False(slab.TryAlloc(1, 1, out _));
        slab.Clear();
        Assert.Throws<OutOfMemoryException>(() => slab.Alloc(0));
        Assert.Equal(Slab16.Slots, slab.RetiredSlots);
    }

    [Fact]
    public void The_message_about_a_handle_of_a_retired_slot_is_that_of_a_stale_one()
    {
        Slab16 slab = default;
        Slab16.Handle handle = slab.Alloc(1), last = handle;
        for (slab.Free(handle); slab.RetiredSlots == 0; slab.Free(last)) last = slab.Alloc(1);

        Assert.Equal((0, 4095u), (last.Slot, last.Generation));
        foreach (Slab16.Handle stale in (Slab16.Handle[])[handle, last])
        {
            Assert.Equal(
                $"Slab16: this handle ({stale}) is stale: it was freed, and the slot is at generation 4,096 now. Nothing was changed.",
                Assert.Throws<InvalidOperationException>(() => slab.Free(stale)).Message);
        }
    }

    [Fact]
    public void Where_a_slot_starts_over_the_oldest_handle_becomes_valid_again_and_not_before()
    {
        Wrap<Wrapping16, Wrapping16.Handle>(default);
        Wrap<LockFreeWrapping16, LockFreeWrapping16.Handle>(default);
        Wrap<Wide16, Wide16.Handle>(default);
        Wrap<OneSlot16, OneSlot16.Handle>(default);
    }

    [Fact]
    public void A_slot_that_is_freed_by_its_block_retires_as_well()
    {
        Slab16 slab = default;
        int uses = 0;
        for (; slab.TryAlloc(1, 1, out Block block); uses++) slab.Free(block);
        Assert.Equal((Slab16.Slots * (1 << (Slab16.GenerationBits - 1)), Slab16.Slots), (uses, slab.RetiredSlots));
    }

    [Fact]
    public void A_retired_slot_stays_so_in_memory_that_shrinks_and_grows()
    {
        Reopen((address, length) => new Shared16(address, length), (ref Shared16 slab) => slab.AddressOf(new Block(0, 1)));
        Reopen((address, length) => new SharedLocked16(address, length), (ref SharedLocked16 slab) => slab.AddressOf(new Block(0, 1)));
        Reopen((address, length) => new SharedLockFree16(address, length), (ref SharedLockFree16 slab) => slab.AddressOf(new Block(0, 1)));
    }

    private delegate nint First<THeap>(ref THeap heap);

    /// <summary>Takes and frees until nothing is left: each slot has its number of uses, and each of them a handle of its own.</summary>
    private static void UseUp<THeap, THandle>(THeap heap)
        where THeap : struct, IHeap
        where THandle : struct, IEquatable<THandle>
    {
        int slots = HandleCalls<THeap, THandle>.Slots;
        HashSet<THandle> given = [];
        List<THandle> live = [];
        Random random = new(1);
        while (true)
        {
            // Now one after the other, now all at once.
            int wanted = random.Next(1, slots + 1);
            while (live.Count < wanted && HandleCalls<THeap, THandle>.TryAlloc(ref heap, 1, out THandle handle))
            {
                Assert.True(given.Add(handle), $"{handle} was given out twice");
                live.Add(handle);
            }

            if (live.Count == 0) break;

            foreach (THandle handle in live) HandleCalls<THeap, THandle>.Free(ref heap, handle);
            if (random.Next(100) == 0) heap.Reset();
            foreach (THandle handle in live) Assert.False(HandleCalls<THeap, THandle>.Owns(ref heap, handle));
            live.Clear();
        }

        Assert.Equal(slots * HandleCalls<THeap, THandle>.Uses, given.Count);
        Assert.Equal((slots, 0, 0), (HandleCalls<THeap, THandle>.RetiredSlots(ref heap), HandleCalls<THeap, THandle>.Count(ref heap), heap.GetStatistics().LargestFreeBlock));
        heap.Reset();
        Assert.False(HandleCalls<THeap, THandle>.TryAlloc(ref heap, 1, out _));
        foreach (THandle handle in given)
        {
            Assert.False(HandleCalls<THeap, THandle>.Owns(ref heap, handle));
            Assert.False(HandleCalls<THeap, THandle>.TryFree(ref heap, handle));
        }
    }

    private static void Wrap<THeap, THandle>(THeap heap)
        where THeap : struct, IHeap
        where THandle : struct, IEquatable<THandle>
    {
        Assert.True(HandleCalls<THeap, THandle>.TryAlloc(ref heap, 1, out THandle oldest));
        HandleCalls<THeap, THandle>.Free(ref heap, oldest);
        int uses = HandleCalls<THeap, THandle>.Uses;
        for (int use = 2; use <= uses; use++)
        {
            Assert.True(HandleCalls<THeap, THandle>.TryAlloc(ref heap, 1, out THandle handle));
            Assert.Equal((uint)(2 * use) - 1, HandleCalls<THeap, THandle>.ToUntyped(handle).Generation);
            Assert.False(HandleCalls<THeap, THandle>.Owns(ref heap, oldest));
            HandleCalls<THeap, THandle>.Free(ref heap, handle);
            Assert.False(HandleCalls<THeap, THandle>.TryFree(ref heap, oldest));
        }

        Assert.True(HandleCalls<THeap, THandle>.TryAlloc(ref heap, 1, out THandle again));
        Assert.Equal(oldest, again);
        Assert.True(HandleCalls<THeap, THandle>.Owns(ref heap, oldest));
        Assert.Equal(0, HandleCalls<THeap, THandle>.RetiredSlots(ref heap));
    }

    private static void Reopen<THeap>(Func<nint, long, THeap> open, First<THeap> first)
        where THeap : struct, IHeap
    {
        nint memory = Memory.At(0, Bytes);
        THeap heap = open(memory, Bytes);
        int front = (int)(first(ref heap) - memory), blockSize = heap.Capacity / 8;
        Block retired = new(7 * blockSize, 1);
        RetireLast(ref heap);

        // Slot 7 is retired, slot 6 is free, and both are cut off and come back.
        THeap shorter = open(memory, front + (4 * blockSize));
        Assert.Equal(4, FillAndEmpty(ref shorter, retired));
        heap = open(memory, front + (8 * blockSize));
        Assert.Equal(7, FillAndEmpty(ref heap, retired));
        shorter = open(memory, front);
        Assert.False(shorter.TryAlloc(1, 1, out _));
        heap = open(memory, front + (8 * blockSize));
        Assert.Equal(7, FillAndEmpty(ref heap, retired));
    }

    /// <summary>Takes all slots, and uses the last as often as it can be.</summary>
    private static void RetireLast<THeap>(ref THeap heap)
        where THeap : struct, IHeap
    {
        Block[] blocks = new Block[8];
        for (int i = 0; i < blocks.Length; i++) blocks[i] = heap.Alloc(1);
        do heap.Free(blocks[7]);
        while (heap.TryAlloc(1, 1, out blocks[7]));

        foreach (Block block in blocks[..7]) heap.Free(block);
    }

    /// <summary>How many slots are given out. The retired one is not among them.</summary>
    private static int FillAndEmpty<THeap>(ref THeap heap, Block retired)
        where THeap : struct, IHeap
    {
        HashSet<Block> blocks = [];
        while (heap.TryAlloc(1, 1, out Block block)) Assert.True(blocks.Add(block));
        Assert.DoesNotContain(retired, blocks);
        foreach (Block block in blocks)
        {
            Assert.True(heap.Owns(block));
            heap.Free(block);
        }

        return blocks.Count;
    }
}
