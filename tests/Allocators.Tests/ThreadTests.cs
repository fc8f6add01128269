using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using Xunit;

namespace Allocators.Tests;

/// <summary>Several threads on one synchronized heap: no byte of a block is ever another's.</summary>
public sealed partial class ThreadTests
{
    private const int Threads = 4, Operations = 200_000, MaxSize = 1000;

    [Fact]
    public Task A_static_heap_serves_threads() => Serve(new Holder<StaticHeap.Allocator>());

    [Fact]
    public Task A_heap_in_a_class_serves_threads() => Serve(new Holder<Heap>());

    private static async Task Serve<THeap>(Holder<THeap> holder)
        where THeap : struct, IAllocator
    {
        int seed = Seed.Next();
        Task[] threads = new Task[Threads];
        for (int i = 0; i < Threads; i++)
        {
            int thread = i;
            threads[i] = Task.Factory.StartNew(() => Work(ref holder.Heap, thread, seed), TaskCreationOptions.LongRunning);
        }

        await Task.WhenAll(threads);

        int capacity = holder.Heap.Capacity;
        Assert.Equal(new HeapStatistics(capacity, 0, capacity, 0), holder.Heap.GetStatistics());
        Assert.True(holder.Heap.TryAlloc(capacity, 1, out _));
    }

    private static void Work<THeap>(ref THeap heap, int thread, int seed)
        where THeap : struct, IAllocator
    {
        Random random = new(unchecked(seed + thread));
        List<LiveBlock> blocks = [];
        for (int operation = 0; operation < Operations; operation++)
        {
            int index = random.Next(100);
            if (index >= blocks.Count) Alloc(ref heap, blocks, key: (operation * Threads) + thread, random.Next(1, MaxSize));
            else if (random.Next(3) == 0) Resize(ref heap, blocks, index, random.Next(1, MaxSize));
            else Free(ref heap, blocks, index);
        }

        while (blocks.Count > 0) Free(ref heap, blocks, blocks.Count - 1);
    }

    private static void Alloc<THeap>(ref THeap heap, List<LiveBlock> blocks, int key, int size)
        where THeap : struct, IAllocator
    {
        if (!heap.TryAlloc(size, 1, out Block block)) return;

        Pattern.Fill(heap[block], key);
        blocks.Add(new LiveBlock(block, size, key));
    }

    private static void Resize<THeap>(ref THeap heap, List<LiveBlock> blocks, int index, int size)
        where THeap : struct, IAllocator
    {
        LiveBlock live = blocks[index];
        Expect.That(Pattern.IsIn(heap[live.Block], live.Key), $"{live.Block} was written by another thread before it was resized");

        Block block = live.Block;
        if (!heap.TryResize(ref block, size)) return;

        Expect.That(Pattern.IsIn(heap[block].Slice(0, Math.Min(size, live.Block.Length)), live.Key), $"{block} was written by another thread while it was resized");
        Pattern.Fill(heap[block], live.Key);
        blocks[index] = live with { Block = block };
    }

    private static void Free<THeap>(ref THeap heap, List<LiveBlock> blocks, int index)
        where THeap : struct, IAllocator
    {
        LiveBlock live = blocks[index];
        Expect.That(Pattern.IsIn(heap[live.Block], live.Key), $"{live.Block} was written by another thread before it was freed");

        heap.Free(live.Block);
        blocks[index] = blocks[^1];
        blocks.RemoveAt(blocks.Count - 1);
    }

    // Smaller than what the threads want together, so that requests are refused as well.
    [ChunkHeap(Chunks = 1024, ChunkSize = 64, Synchronization = Synchronization.SpinLock)]
    private partial struct Heap;

    [ChunkHeap(Chunks = 1024, ChunkSize = 64)]
    private static partial class StaticHeap;
}
