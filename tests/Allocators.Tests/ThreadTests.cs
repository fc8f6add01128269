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

    [Fact]
    public async Task A_block_that_is_moved_keeps_its_contents_and_no_others()
    {
        int seed = Seed.Next();
        Task[] threads = new Task[Threads];
        for (int i = 0; i < Threads; i++)
        {
            int thread = i;
            threads[i] = Task.Factory.StartNew(() => Move(thread, new Random(unchecked(seed + thread))), TaskCreationOptions.LongRunning);
        }

        await Task.WhenAll(threads);
        Assert.Equal(0, StaticHeap.AllocationCount);
    }

    /// <summary>Blocks of one thread together are more than its share, so that some requests are refused.</summary>
    private static void Move(int thread, Random random)
    {
        Block[] blocks = new Block[40];
        for (int operation = 0; operation < Operations; operation++)
        {
            int index = random.Next(blocks.Length), size = random.Next(0, MaxSize), key = (thread * blocks.Length) + index;
            int kept = Math.Min(blocks[index].Length, size);
            if (!StaticHeap.TryRealloc(ref blocks[index], size, 1 << random.Next(5))) continue;

            Expect.That(Pattern.IsIn(StaticHeap.SpanOf(blocks[index]).Slice(0, kept), key), $"{blocks[index]} was written by another thread while it was moved");
            Pattern.Fill(StaticHeap.SpanOf(blocks[index]), key);
        }

        foreach (Block block in blocks) StaticHeap.Free(block);
    }

    private static async Task Serve<THeap>(Holder<THeap> holder)
        where THeap : struct, IHeap
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
        where THeap : struct, IHeap
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
        where THeap : struct, IHeap
    {
        if (!heap.TryAlloc(size, 1, out Block block)) return;

        Pattern.Fill(heap[block], key);
        blocks.Add(new LiveBlock(block, size, key));
    }

    private static void Resize<THeap>(ref THeap heap, List<LiveBlock> blocks, int index, int size)
        where THeap : struct, IHeap
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
        where THeap : struct, IHeap
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
