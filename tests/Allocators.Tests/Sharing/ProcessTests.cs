using System;
using System.Linq;
using System.Threading;
using Xunit;
using Xunit.Abstractions;

namespace Allocators.Tests.Sharing;

/// <summary>Several processes on the heaps of one file, some of which are killed.</summary>
public sealed class ProcessTests(ITestOutputHelper output)
{
    private const int Kills = 1000;
    private const int KillsTogether = 2;
    private const int MaxOperations = 2000;
    private const double Full = 0.5;

    [Fact]
    public void Processes_that_live_lose_nothing()
    {
        using Crew crew = new(Start());
        Landlord[] heaps = Heaps(crew.Shared);
        crew.Work();
        foreach (int worker in crew.Living) crew.WaitForOperations(worker, 50_000);

        crew.Stop();
        foreach (Landlord heap in heaps) heap.Clear();
    }

    /// <summary>Wherever a process is killed: those that live go on with a whole heap, or are told that somebody died in it.</summary>
    [Fact]
    public void A_killed_process_leaves_a_whole_heap_or_an_abandoned_one()
    {
        Random random = Start();
        using Crew crew = new(random);
        Landlord[] heaps = Heaps(crew.Shared);
        for (int kills = 0; kills < Kills; kills += KillsTogether)
        {
            crew.Work();
            for (int i = 0; i < KillsTogether; i++) KillOne(crew, heaps, random);

            crew.Shared.Command = Command.Pause;
            if (heaps.Any(heap => heap.Usage > Full)) ClearAll(crew, heaps);
        }

        crew.Shared.Command = Command.Work;
        ClearAll(crew, heaps);

        int hits = heaps.Sum(heap => heap.Hits), recoveries = heaps.Sum(heap => heap.Recoveries);
        output.WriteLine($"{Kills} kills hit {hits} calls ({string.Join(" + ", heaps.Select(heap => heap.Hits))}); {recoveries} of them had left nothing half done.");
        Assert.All(heaps, heap => Assert.InRange(heap.Hits, 1, Kills - 1));
        Assert.InRange(hits, heaps.Length, Kills - 1);
        Assert.InRange(recoveries, 1, hits - 1);
    }

    private static Landlord[] Heaps(SharedFile file) =>
    [
        new Landlord<SharedSpoon>(0, file.Spoon, (ref SharedSpoon heap) => heap.TryRecover()),
        new Landlord<SharedDeferredSpoon>(1, file.DeferredSpoon, (ref SharedDeferredSpoon heap) => heap.TryRecover()),
        new Landlord<SharedChunks>(2, file.Chunks),
    ];

    private static void KillOne(Crew crew, Landlord[] heaps, Random random)
    {
        int[] living = [.. crew.Living];
        int victim = living[random.Next(living.Length)];
        crew.WaitForOperations(victim, Volatile.Read(ref crew.Shared.Operations(victim)) + random.Next(MaxOperations));

        // Before the kill, those who live have been told of no other death than those that the test has dealt with.
        long[] noticed = [.. living.SelectMany(worker => heaps.Select(heap => crew.Shared.Noticed(worker, heap.Number)))];
        int killed = crew.Kill(victim);
        foreach (Landlord heap in heaps) heap.NoteDead(crew.Shared.Blocks(victim, heap.Number));

        foreach (Landlord heap in heaps)
        {
            if (!heap.IsHit(killed)) continue;

            for (int i = 0; i < living.Length; i++)
            {
                int worker = living[i];
                long before = noticed[(i * heaps.Length) + heap.Number];
                if (worker != victim) crew.Wait(worker, () => Volatile.Read(ref crew.Shared.Noticed(worker, heap.Number)) > before);
            }

            if (!heap.BringBack())
            {
                crew.Shared.Resets(heap.Number)++;
                foreach (int worker in living) crew.Shared.Blocks(worker, heap.Number) = 0;
            }

            Interlocked.Increment(ref crew.Shared.Returns(heap.Number));
        }
    }

    /// <summary>Lets the living free what they have, and frees what the dead have left.</summary>
    private static void ClearAll(Crew crew, Landlord[] heaps)
    {
        crew.Stop();
        foreach (Landlord heap in heaps) heap.Clear();
    }

    private Random Start()
    {
        int seed = Seed.Next();
        output.WriteLine($"ALLOCATORS_SEED={seed}");
        return new Random(seed);
    }
}
