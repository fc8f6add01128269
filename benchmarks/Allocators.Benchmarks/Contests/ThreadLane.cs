using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;
using Allocators.Benchmarks.Contestants;
using Allocators.Timing;

namespace Allocators.Benchmarks.Contests;

/// <summary>Threads that use one heap at the same time.</summary>
internal abstract class ThreadLane(string name)
{
    /// <summary>Threads at work.</summary>
    public const int Threads = 2;

    /// <summary>How long they are.</summary>
    private static readonly TimeSpan Window = TimeSpan.FromMilliseconds(50);

    private const int Rounds = 11;

    private readonly double[] _throughputs = new double[Rounds];

    public string Name { get; } = name;

    /// <summary>Calls of all threads together in a microsecond: the median of 11 rounds.</summary>
    public double Throughput => Median.Of<double>([.. _throughputs]);

    /// <summary>Runs lanes by turns, so that all of them meet the same weather on the machine.</summary>
    public static void Run(IReadOnlyList<ThreadLane> lanes)
    {
        WarmUp.Measure(Rounds, () => Measure(0), Measure);

        void Measure(int round)
        {
            foreach (ThreadLane lane in lanes) lane._throughputs[round] = lane.RunRound();
        }
    }

    /// <summary>What one thread does until it is stopped; gives the number of its calls.</summary>
    protected abstract long Work(ref bool isStopped);

    /// <summary>Lets all threads work for a while, and gives their calls in a microsecond.</summary>
    private double RunRound()
    {
        bool isStopped = false;
        using Barrier start = new(Threads + 1);
        Task<double>[] workers = [.. Enumerable.Range(0, Threads).Select(_ => Task.Factory.StartNew(
            () =>
            {
                start.SignalAndWait();
                long began = Stopwatch.GetTimestamp();
                long calls = Work(ref isStopped);
                return calls / Stopwatch.GetElapsedTime(began).TotalMicroseconds;
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default))];

        start.SignalAndWait();
        Thread.Sleep(Window);
        Volatile.Write(ref isStopped, true);
        Task.WaitAll(workers);
        return workers.Sum(static worker => worker.Result);
    }
}

/// <summary>Threads that each take a few blocks and give them back, again and again.</summary>
/// <remarks>Each thread has a contestant of its own, so it has to be one whose memory is static.</remarks>
internal sealed class ThreadLane<TContestant>(string name, int size) : ThreadLane(name)
    where TContestant : struct, IContestant
{
    /// <summary>Blocks that a thread has at once.</summary>
    private const int Batch = 8;

    protected override long Work(ref bool isStopped)
    {
        TContestant contestant = default;
        Span<long> tokens = stackalloc long[Batch];
        long calls = 0;
        while (!Volatile.Read(ref isStopped))
        {
            TakeAndGiveBack(ref contestant, tokens);
            calls += 2 * Batch;
        }

        return calls;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void TakeAndGiveBack(ref TContestant contestant, Span<long> tokens)
    {
        foreach (ref long token in tokens)
        {
            if (!contestant.TryAlloc(size, 1, out token)) throw new InvalidOperationException($"{Name} refused a block though it has enough.");
        }

        foreach (long token in tokens) contestant.Free(token);
    }
}
