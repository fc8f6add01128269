using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Xunit;

namespace Allocators.Tests.LockFree;

/// <summary>Threads on chunk heaps that take and free single chunks without the lock, and all other blocks under it.</summary>
public sealed class LockFreeChunkThreadTests
{
    private const int Threads = 4, Operations = 100_000, MaxLive = 60, MaxChunks = 5;

    [Fact]
    public Task Threads_never_have_the_same_chunk_of_one_word() => Serve(new Holder<StaticLockFree64x16.Allocator>(), StaticLockFree64x16.ChunkSize);

    [Fact]
    public Task Threads_never_have_the_same_chunk_of_many_words() => Serve(new Holder<LockFree300x64>(), LockFree300x64.ChunkSize);

    [Fact]
    public Task Threads_never_have_the_same_chunk_without_checks() => Serve(new Holder<LockFreeUnchecked300x64>(), LockFreeUnchecked300x64.ChunkSize);

    [Fact]
    public async Task Of_two_who_free_a_chunk_one_succeeds()
    {
        Holder<LockFree300x64> holder = new();
        Block block = default;
        int freed = 0, rounds = 0;
        await Race(
            () => block = holder.Heap.Alloc(1),
            _ => Interlocked.Add(ref freed, TryFree(holder, block) ? 1 : 0),
            () => Assert.Equal((++rounds, 0), (freed, holder.Heap.AllocationCount)));
        Assert.Equal(LockFree300x64.Capacity, holder.Heap.LargestFreeBlock);
    }

    [Fact]
    public async Task Of_one_who_frees_a_chunk_and_one_who_makes_it_longer_one_succeeds()
    {
        Holder<LockFree300x64> holder = new();
        Block block = default, longer = default;
        bool freed = false, resized = false;
        await Race(
            () => longer = block = holder.Heap.Alloc(1),
            first =>
            {
                if (first) freed = TryFree(holder, block);
                else resized = TryResize(holder, ref longer);
            },
            () =>
            {
                Assert.True(freed != resized, $"freed: {freed}, resized: {resized}");
                if (resized) holder.Heap.Free(longer);
                Assert.Equal(0, holder.Heap.AllocationCount);
            });
        Assert.Equal(LockFree300x64.Capacity, holder.Heap.LargestFreeBlock);
    }

    [Fact]
    public async Task A_reset_while_threads_take_and_free_loses_no_chunk()
    {
        const int Resets = 2000;
        Holder<LockFree300x64> holder = new();
        bool ended = false;
        Task[] threads = [Run(), Run()];
        for (int i = 0; i < Resets; i++) holder.Heap.Reset();
        Volatile.Write(ref ended, true);
        await Task.WhenAll(threads);

        holder.Heap.Reset();
        HashSet<int> offsets = [];
        while (holder.Heap.TryAlloc(1, out Block block)) Assert.True(offsets.Add(block.Offset), $"{block} was given out twice");
        Assert.Equal(LockFree300x64.Chunks, offsets.Count);

        Task Run() => Task.Factory.StartNew(
            () =>
            {
                while (!Volatile.Read(ref ended))
                {
                    if (holder.Heap.TryAlloc(1, out Block block)) TryFree(holder, block);
                }
            },
            TaskCreationOptions.LongRunning);
    }

    /// <summary>Two threads act at once, again and again; before and after that one of them is alone.</summary>
    private static async Task Race(Action before, Action<bool> act, Action after)
    {
        const int Rounds = 2000;
        bool failed = false;
        using Barrier barrier = new(2);
        Task[] threads = [Run(isFirst: true), Run(isFirst: false)];
        await Task.WhenAll(threads);

        Task Run(bool isFirst) => Task.Factory.StartNew(
            () =>
            {
                for (int round = 0; round < Rounds && !Volatile.Read(ref failed); round++)
                {
                    try
                    {
                        if (isFirst) before();
                        barrier.SignalAndWait();
                        act(isFirst);
                        barrier.SignalAndWait();
                        if (isFirst) after();
                    }
                    catch
                    {
                        // So that the other thread does not wait for this one.
                        failed = true;
                        barrier.RemoveParticipant();
                        throw;
                    }
                }
            },
            TaskCreationOptions.LongRunning);
    }

    private static bool TryFree(Holder<LockFree300x64> holder, Block block)
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

    private static bool TryResize(Holder<LockFree300x64> holder, ref Block block)
    {
        try
        {
            return holder.Heap.TryResize(ref block, 3 * LockFree300x64.ChunkSize);
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static async Task Serve<THeap>(Holder<THeap> holder, int chunkSize)
        where THeap : struct, IHeap
    {
        holder.Heap.Reset();
        int capacity = holder.Heap.Capacity, seed = Seed.Next();
        int[] owners = new int[capacity / chunkSize];
        Task[] threads = new Task[Threads];
        for (int i = 0; i < Threads; i++)
        {
            ChunkOwner owner = new(owners, chunkSize, number: i + 1);
            Random random = new(unchecked(seed + i));
            threads[i] = Task.Factory.StartNew(() => Work(ref holder.Heap, owner, random), TaskCreationOptions.LongRunning);
        }

        await Task.WhenAll(threads);
        Assert.All(owners, owner => Assert.Equal(0, owner));
        Assert.Equal(new HeapStatistics(capacity, 0, capacity, 0), holder.Heap.GetStatistics());
        Assert.True(holder.Heap.TryAlloc(capacity, 1, out _));
    }

    private static void Work<THeap>(ref THeap heap, ChunkOwner owner, Random random)
        where THeap : struct, IHeap
    {
        List<Block> blocks = [];
        for (int operation = 0; operation < Operations; operation++)
        {
            // Half of all blocks are a single chunk.
            int size = random.Next(1, (random.Next(2) == 0 ? 1 : MaxChunks) * owner.ChunkSize);
            int index = random.Next(MaxLive);
            if (index >= blocks.Count)
            {
                if (!heap.TryAlloc(size, 1, out Block block)) continue;
                owner.Take(block, fromChunk: 0);
                blocks.Add(block);
            }
            else if (random.Next(4) == 0)
            {
                blocks[index] = Resize(ref heap, owner, blocks[index], size);
            }
            else
            {
                Free(ref heap, owner, blocks, index);
            }
        }

        while (blocks.Count > 0) Free(ref heap, owner, blocks, blocks.Count - 1);
    }

    private static Block Resize<THeap>(ref THeap heap, ChunkOwner owner, Block block, int size)
        where THeap : struct, IHeap
    {
        int chunks = owner.ChunksOf(block.Length), newChunks = owner.ChunksOf(size);
        if (newChunks < chunks) owner.Release(block, newChunks);
        bool resized = heap.TryResize(ref block, size);
        Expect.That(resized || newChunks > chunks, $"{block} was not made shorter");
        if (resized && newChunks > chunks) owner.Take(block, chunks);
        return block;
    }

    private static void Free<THeap>(ref THeap heap, ChunkOwner owner, List<Block> blocks, int index)
        where THeap : struct, IHeap
    {
        owner.Release(blocks[index], fromChunk: 0);
        heap.Free(blocks[index]);
        blocks[index] = blocks[^1];
        blocks.RemoveAt(blocks.Count - 1);
    }

    /// <summary>A thread that writes its number beside the chunks that it has.</summary>
    private sealed class ChunkOwner(int[] owners, int chunkSize, int number)
    {
        public int ChunkSize => chunkSize;

        public int ChunksOf(int bytes) => ((bytes - 1) / chunkSize) + 1;

        public void Take(Block block, int fromChunk) => Replace(block, fromChunk, 0, number);

        public void Release(Block block, int fromChunk) => Replace(block, fromChunk, number, 0);

        private void Replace(Block block, int fromChunk, int owner, int next)
        {
            int first = block.Offset / chunkSize;
            for (int chunk = first + fromChunk; chunk < first + ChunksOf(block.Length); chunk++)
            {
                int found = Interlocked.CompareExchange(ref owners[chunk], next, owner);
                Expect.That(found == owner, $"Chunk {chunk} of {block} has owner {found} instead of {owner}");
            }
        }
    }
}
