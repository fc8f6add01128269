using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Xunit;

namespace Allocators.Tests;

/// <summary>Several threads on a heap without locks: nobody gets what another has, and of several who free the same, one does.</summary>
public sealed partial class LockFreeTests
{
    private const int Threads = 4, Operations = 100_000, Rounds = 100;

    [Fact]
    public Task A_free_list_in_an_object_gives_nobody_what_another_has() => Serve(CallsOf(new Holder<Pool>()));

    [Fact]
    public Task A_static_free_list_gives_nobody_what_another_has() => Serve(CallsOf(new Holder<StaticPool.Allocator>()));

    [Fact]
    public Task A_free_list_in_shared_memory_gives_nobody_what_another_has() => Serve(Owners((address, length) => CallsOf(new Holder<SharedPool> { Heap = new(address, length) })));

    [Fact]
    public Task A_slab_in_an_object_gives_nobody_what_another_has() => Serve(CallsOf(new Holder<Packets>(), Packets.Slots, CallSlab<Packets, Packets.Handle>));

    [Fact]
    public Task A_slab_with_narrow_handles_gives_nobody_what_another_has() => Serve(CallsOf(new Holder<NarrowSlab>(), NarrowSlab.Slots, CallSlab<NarrowSlab, NarrowSlab.Handle>));

    [Fact]
    public Task A_static_slab_gives_nobody_what_another_has()
    {
        StaticSlab.Clear();
        return Serve(CallsOfStaticSlab);
    }

    [Fact]
    public Task A_slab_in_shared_memory_gives_nobody_what_another_has() =>
        Serve(Owners((address, length) => CallsOf(new Holder<SharedSlab> { Heap = new(address, length) }, SharedSlab.Slots, CallSlab<SharedSlab, SharedSlab.Handle>)));

    [Fact]
    public Task Of_several_who_free_one_handle_one_does() => Race(CallsOf(new Holder<Packets>(), Packets.Slots, CallSlab<Packets, Packets.Handle>));

    [Fact]
    public Task Of_several_who_free_one_handle_of_a_static_slab_one_does()
    {
        StaticSlab.Clear();
        return Race(CallsOfStaticSlab);
    }

    [Fact]
    public Task Of_several_owners_who_free_one_handle_in_shared_memory_one_does() =>
        Race(Owners((address, length) => CallsOf(new Holder<SharedSlab> { Heap = new(address, length) }, SharedSlab.Slots, CallSlab<SharedSlab, SharedSlab.Handle>)));

    [Fact]
    public Task Of_several_who_free_one_block_one_does() => Race(CallsOf(new Holder<Pool>()));

    [Fact]
    public async Task Threads_use_a_slab_up_and_get_every_handle_once()
    {
        Holder<LockFree16> holder = new();
        LockFree16.Handle[][] given = await Task.WhenAll(Run(_ =>
        {
            List<LockFree16.Handle> handles = [];
            while (holder.Heap.RetiredSlots < LockFree16.Slots)
            {
                if (!holder.Heap.TryAlloc(4, out LockFree16.Handle handle)) continue;
                handles.Add(handle);
                Assert.True(holder.Heap.TryFree(handle));
            }

            return handles.ToArray();
        }));

        LockFree16.Handle[] all = [.. given.SelectMany(handles => handles)];
        Assert.Equal(LockFree16.Slots << (LockFree16.GenerationBits - 1), all.Length);
        Assert.Equal(all.Length, all.Distinct().Count());
        Assert.False(holder.Heap.TryAlloc(4, out LockFree16.Handle _));
    }

    [Fact]
    public async Task Contents_and_lengths_are_those_of_the_handle()
    {
        Holder<Packets> holder = new();
        await Task.WhenAll(Run(thread =>
        {
            Random random = new(thread);
            for (int i = 0; i < Operations / 4; i++)
            {
                int size = random.Next(Packets.BlockSize + 1), larger = random.Next(Packets.BlockSize + 1);
                if (!holder.Heap.TryAlloc(size, out Packets.Handle handle)) continue;
                holder.Heap[handle].Fill((byte)thread);
                Expect.That(holder.Heap.TryResize(handle, larger), $"{handle} was not resized");
                Expect.Equal(larger, holder.Heap[handle].Length, "The length of a handle");
                Expect.That(!holder.Heap[handle][..Math.Min(size, larger)].ContainsAnyExcept((byte)thread), $"{handle} was written by another thread");
                holder.Heap.Free(handle);
                Expect.That(!holder.Heap.Owns(handle), $"{handle} was freed, but is valid");
            }

            return 0;
        }));
        Assert.True(holder.Heap.IsEmpty);
    }

    /// <summary>Takes and frees at random. Each block has a word that names the one who has it.</summary>
    private static async Task Serve(params Calls[] owners)
    {
        int[] holders = new int[owners[0].Count];
        int[] taken = await Task.WhenAll(Run(thread =>
        {
            Calls calls = owners[thread % owners.Length];
            Random random = new(thread);
            List<(int Index, uint Generation)> mine = [];
            int count = 0;
            for (int i = 0; i < Operations; i++)
            {
                if (random.Next(2) == 0)
                {
                    if (calls.Take() is not { } use) continue;
                    Expect.Equal(0, Interlocked.Exchange(ref holders[use.Index], thread + 1), "Whose it was when it was given out");
                    mine.Add(use);
                    count++;
                }
                else if (mine.Count > 0)
                {
                    Free(calls, mine, random.Next(mine.Count));
                }
            }

            while (mine.Count > 0) Free(calls, mine, mine.Count - 1);
            return count;

            void Free(Calls calls, List<(int Index, uint Generation)> mine, int number)
            {
                var use = mine[number];
                mine[number] = mine[^1];
                mine.RemoveAt(mine.Count - 1);
                Expect.Equal(thread + 1, Interlocked.Exchange(ref holders[use.Index], 0), "Whose it was when it was freed");
                Expect.That(calls.TryFree(use), $"{use} was refused");
            }
        }));

        Assert.NotEqual(0, taken.Sum());
        HashSet<int> all = [];
        while (owners[0].Take() is { } last) Assert.True(all.Add(last.Index));
        Assert.Equal(owners[0].Count, all.Count);
    }

    /// <summary>All threads free all that one of them took.</summary>
    private static async Task Race(params Calls[] owners)
    {
        int count = Math.Min(owners[0].Count, 16);
        var uses = new (int Index, uint Generation)[count];
        using Barrier barrier = new(Threads);
        int[] freed = await Task.WhenAll(Run(thread =>
        {
            Calls calls = owners[thread % owners.Length];
            int mine = 0;
            for (int round = 0; round < Rounds; round++)
            {
                if (thread == 0)
                {
                    for (int i = 0; i < count; i++) uses[i] = calls.Take()!.Value;
                }

                barrier.SignalAndWait();
                foreach (var use in uses) mine += calls.TryFree(use) ? 1 : 0;
                barrier.SignalAndWait();
            }

            return mine;
        }));

        Assert.Equal(count * Rounds, freed.Sum());
        HashSet<int> all = [];
        while (owners[0].Take() is { } use) Assert.True(all.Add(use.Index));
        Assert.Equal(owners[0].Count, all.Count);
    }

    private static Task<T>[] Run<T>(Func<int, T> work)
    {
        var threads = new Task<T>[Threads];
        for (int i = 0; i < Threads; i++)
        {
            int thread = i;
            threads[i] = Task.Factory.StartNew(() => work(thread), TaskCreationOptions.LongRunning);
        }

        return threads;
    }

    /// <summary>The calls of two heaps over the same memory.</summary>
    private static Calls[] Owners(Func<nint, long, Calls> open)
    {
        const int Bytes = 10_000;
        nint memory = Memory.At(0, Bytes);
        return [open(memory, Bytes), open(memory, Bytes)];
    }

    private static Calls CallsOf<THeap>(Holder<THeap> holder)
        where THeap : struct, IHeap
    {
        const int BlockSize = 16;
        holder.Heap.Reset();
        return new(
            holder.Heap.Capacity / BlockSize,
            () => holder.Heap.TryAlloc(BlockSize, 1, out Block block) ? (block.Offset / BlockSize, 0u) : null,
            use => TryFree(new Block(use.Index * BlockSize, BlockSize)));

        bool TryFree(Block block)
        {
            try
            {
                holder.Heap.Free(block);
                return true;
            }
            catch (InvalidOperationException)
            {
                return false;
            }
        }
    }

    private static Calls CallsOf<THeap>(Holder<THeap> holder, int slots, HandleCall<THeap> calls)
        where THeap : struct, IHeap =>
        new(slots, () => calls(ref holder.Heap, null, out var use) ? use : null, use => calls(ref holder.Heap, use, out _));

    private static Calls CallsOfStaticSlab => new(
        StaticSlab.Slots,
        () => StaticSlab.TryAlloc(1, out StaticSlab.Handle handle) ? (handle.Slot, handle.Generation) : null,
        use => StaticSlab.TryFree((StaticSlab.Handle)new Handle(use.Index, use.Generation)));

    /// <summary>Takes a slot, or frees one.</summary>
    private delegate bool HandleCall<THeap>(ref THeap heap, (int Index, uint Generation)? freed, out (int Index, uint Generation) use);

    private static bool CallSlab<THeap, THandle>(ref THeap heap, (int Index, uint Generation)? freed, out (int Index, uint Generation) use)
        where THeap : struct, IHeap
        where THandle : struct, IEquatable<THandle>
    {
        use = default;
        if (freed is { } dead) return HandleCalls<THeap, THandle>.TryFree(ref heap, HandleCalls<THeap, THandle>.FromUntyped(new Handle(dead.Index, dead.Generation)));
        if (!HandleCalls<THeap, THandle>.TryAlloc(ref heap, 1, out THandle handle)) return false;

        Handle untyped = HandleCalls<THeap, THandle>.ToUntyped(handle);
        use = (untyped.Slot, untyped.Generation);
        return true;
    }

    /// <summary>What the threads call: it is the same for blocks, whose generation is 0, and for handles.</summary>
    private sealed record Calls(int Count, Func<(int Index, uint Generation)?> Take, Func<(int Index, uint Generation), bool> TryFree);

    // Fewer blocks than the threads want together, so that requests are refused as well.
    [FreeList(Blocks = 40, BlockSize = 16, Synchronization = Synchronization.LockFree)]
    private partial struct Pool;

    [FreeList(Blocks = 40, BlockSize = 16, Synchronization = Synchronization.LockFree)]
    private static partial class StaticPool;

    [FreeList(Blocks = 40, BlockSize = 16, Synchronization = Synchronization.LockFree, Storage = Storage.Pointer, State = State.InMemory)]
    private partial struct SharedPool;

    [Slab(Slots = 40, BlockSize = 16, Synchronization = Synchronization.LockFree)]
    private partial struct Packets;

    [Slab(Slots = 5, BlockSize = 1, HandleBits = 16, OnExhausted = OnExhausted.Wrap, Synchronization = Synchronization.LockFree)]
    private partial struct NarrowSlab;

    [Slab(Slots = 40, BlockSize = 16, Synchronization = Synchronization.LockFree)]
    private static partial class StaticSlab;

    [Slab(Slots = 40, BlockSize = 16, HandleBits = 64, Synchronization = Synchronization.LockFree, Storage = Storage.Pointer, State = State.InMemory)]
    private partial struct SharedSlab;
}
