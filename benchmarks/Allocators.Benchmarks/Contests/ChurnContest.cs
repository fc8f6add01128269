using System;
using System.Collections.Generic;
using Allocators.Benchmarks.Contestants;
using Allocators.Benchmarks.Workloads;
using Allocators.Timing;

namespace Allocators.Benchmarks.Contests;

/// <summary>W3 of one size: a generated heap beside the loop itself and what else can do it.</summary>
internal sealed class ChurnContest : IDisposable
{
    private const int Steps = 1_000_000;
    private const int FirstSteps = 400_000;

    private ChurnContest(ChurnLane heap, Func<Churn> churn, params ChurnLane[] others)
    {
        Heap = heap;
        Loop = new ChurnLane<NullContestant>("the loop itself", default, churn());
        Native = new ChurnLane<NativeContestant>("NativeMemory", default, churn());
        Mimalloc = MimallocContestant.IsAvailable ? new ChurnLane<MimallocContestant>("mimalloc", default, churn()) : null;
        All = [Heap, .. others, .. Mimalloc is null ? [] : (ChurnLane[])[Mimalloc], Native, Loop];
    }

    public ChurnLane Loop { get; }

    public ChurnLane Heap { get; }

    public ChurnLane Native { get; }

    public ChurnLane? Mimalloc { get; }

    /// <summary>Everything, in the order in which charts show it.</summary>
    public IReadOnlyList<ChurnLane> All { get; }

    /// <summary>Memory for all chunks, and in front of them the bookkeeping, rounded up to a chunk.</summary>
    public static long ArenaBytesOfC160M => (long)C160M.MaxCapacity + C160M.OverheadBytes + C160M.ChunkSize;

    /// <summary>C1M, filled to a level.</summary>
    public static ChurnContest RunC1M(double level, int granule = 1)
    {
        C1M.Reset();
        C1MImmediate.Reset();
        Churn OfLevel() => Churn.OfC1M(level, granule);
        return Run(new ChurnContest(
            new ChurnLane<HeapContestant<C1M.Allocator>>("ChunkHeap", default, OfLevel()),
            OfLevel,
            new ChurnLane<HeapContestant<C1MImmediate.Allocator>>("ChunkHeap, Immediate", default, OfLevel())));
    }

    /// <summary>C160M, filled to a level, in an arena of <see cref="ArenaBytesOfC160M"/>.</summary>
    public static ChurnContest RunC160M(double level, NativeArena arena)
    {
        C160M heap = new(arena.Address, arena.Length);
        Churn OfLevel() => Churn.OfC160M(level);
        return Run(new ChurnContest(new ChurnLane<HeapContestant<C160M>>("ChunkHeap", new(heap), OfLevel()), OfLevel));
    }

    /// <summary>Single steps of C160M at a level, by heaps that were just made, on memory of which no page was ever touched.</summary>
    public static Latencies FirstTouchOfC160M(double level)
    {
        LatencyRecorder latencies = new(FirstSteps);
        WarmUp.Measure(LatencyRecorder.Passes, () => Pass(0), Pass);
        return latencies.Result();

        void Pass(int pass)
        {
            using FreshArena memory = new(ArenaBytesOfC160M);
            HeapContestant<C160M> heap = new(new(memory.Address, memory.Length));
            Churn churn = Churn.OfC160M(level);
            for (int i = 0; i < FirstSteps; i++) latencies.Note(i, churn.TimedStep(ref heap));
            latencies.EndPass(pass);
        }
    }

    /// <summary>Gives back what is live.</summary>
    public void Dispose()
    {
        foreach (ChurnLane lane in All) lane.Drain();
    }

    private static ChurnContest Run(ChurnContest contest)
    {
        Contest.Run(contest.All, Steps);
        return contest;
    }
}
