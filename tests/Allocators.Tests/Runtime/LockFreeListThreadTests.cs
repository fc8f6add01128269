using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Xunit;

namespace Allocators.Tests;

/// <summary>Several threads on one lock-free list: no block is ever two threads', and none is lost. <c>tests/models</c> says why.</summary>
public sealed class LockFreeListThreadTests
{
    private const int Threads = 4, Operations = 200_000, Blocks = 300_000;

    /// <summary>With few blocks the same one is on top again soon; with more than the threads want none is refused.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(8)]
    [InlineData(100)]
    public async Task A_block_is_one_threads(int count)
    {
        Shared shared = new(count);
        int seed = Seed.Next();
        await RunThreads(thread => TakeAndGiveBack(shared, thread, new Random(unchecked(seed + thread))));

        Assert.InRange(shared.List.Fresh, 1, count);
        AssertAll(count, TakeAll(shared));
        Assert.Equal(count, shared.List.Fresh);
    }

    [Fact]
    public async Task Fresh_blocks_are_given_out_once_and_end()
    {
        Shared shared = new(Blocks);
        List<int>[] taken = new List<int>[Threads];
        await RunThreads(thread => taken[thread] = TakeAll(shared));

        Assert.Equal(Blocks, shared.List.Fresh);
        AssertAll(Blocks, taken.SelectMany(indices => indices));
    }

    /// <summary>All threads free all blocks in the same order, neck and neck.</summary>
    [Fact]
    public async Task Of_racing_frees_one_gets_the_block()
    {
        for (int round = 0; round < 5; round++) await RaceForAllBlocks();
    }

    private static async Task RaceForAllBlocks()
    {
        Shared shared = new(Blocks);
        for (int i = 0; i < Blocks; i++) Assert.True(TryTake(shared, owner: 1, out _));

        int[] won = new int[Threads];
        await RunThreads(thread =>
        {
            for (int index = 0; index < Blocks; index++)
            {
                if (TryGiveBack(shared, index, owner: 1)) won[thread]++;
            }
        });

        Assert.Equal(Blocks, won.Sum());
        AssertAll(Blocks, TakeAll(shared));
    }

    private static async Task RunThreads(Action<int> work)
    {
        // A thread takes as long to start as thousands of calls: they begin together.
        using Barrier start = new(Threads);
        Task[] threads = new Task[Threads];
        for (int i = 0; i < Threads; i++)
        {
            int thread = i;
            threads[i] = Task.Factory.StartNew(() => Work(thread), TaskCreationOptions.LongRunning);
        }

        await Task.WhenAll(threads);

        void Work(int thread)
        {
            start.SignalAndWait();
            work(thread);
        }
    }

    private static void TakeAndGiveBack(Shared shared, int thread, Random random)
    {
        List<int> mine = [];
        for (int operation = 0; operation < Operations; operation++)
        {
            if (random.Next(4) >= mine.Count)
            {
                if (TryTake(shared, thread + 1, out int index)) mine.Add(index);
            }
            else
            {
                int place = random.Next(mine.Count);
                Expect.That(TryGiveBack(shared, mine[place], thread + 1), $"block {mine[place]} of thread {thread} could not be claimed");
                mine.RemoveAt(place);
            }
        }

        foreach (int index in mine) Expect.That(TryGiveBack(shared, index, thread + 1), $"block {index} of thread {thread} could not be claimed");
    }

    private static bool TryTake(Shared shared, int owner, out int index)
    {
        if (!shared.List.TryPop(ref shared.Links[0], shared.Count, out index)) return false;

        int before = Interlocked.CompareExchange(ref shared.Owners[index], owner, 0);
        Expect.That(before == 0, $"block {index} of owner {before} was given to owner {owner}");
        LockFreeList.MarkLive(ref shared.Links[0], index);
        return true;
    }

    private static bool TryGiveBack(Shared shared, int index, int owner)
    {
        if (!LockFreeList.TryClaim(ref shared.Links[0], index)) return false;

        int before = Interlocked.CompareExchange(ref shared.Owners[index], 0, owner);
        Expect.That(before == owner, $"block {index} of owner {owner} was owner {before}'s when it was given back");
        shared.List.Push(ref shared.Links[0], index);
        return true;
    }

    private static List<int> TakeAll(Shared shared)
    {
        // A list that was broken may have no end.
        List<int> all = [];
        while (all.Count <= shared.Count && shared.List.TryPop(ref shared.Links[0], shared.Count, out int index)) all.Add(index);
        return all;
    }

    private static void AssertAll(int count, IEnumerable<int> taken) =>
        Assert.True(taken.Order().SequenceEqual(Enumerable.Range(0, count)), "a block is missing, or was there twice");

    private sealed class Shared(int count)
    {
        public readonly int Count = count;
        public readonly int[] Links = new int[count];
        public readonly int[] Owners = new int[count];
        public LockFreeList List;
    }
}
