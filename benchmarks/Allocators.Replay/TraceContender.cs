using System;
using System.Diagnostics;
using Allocators.Benchmarks;
using Allocators.Benchmarks.Contestants;
using Allocators.Replay.Passes;
using Allocators.Traces;

namespace Allocators.Replay;

/// <summary>A contestant that takes part, with the trace it serves and the objects it gave out.</summary>
/// <param name="name">What it is called.</param>
/// <param name="trace">What it serves.</param>
/// <param name="contestant">Who serves.</param>
/// <param name="arena">The memory it works on, if that is ours to free.</param>
/// <param name="largestBlock">The most bytes it could serve if it were empty. A trace may ask for more, which is counted apart.</param>
internal sealed class TraceContender<TContestant>(string name, LoadedTrace trace, TContestant contestant, NativeArena? arena = null, int largestBlock = int.MaxValue)
    : Contender(name)
    where TContestant : struct, IContestant
{
    private readonly long[] _tokens = new long[trace.File.Objects];
    private TContestant _contestant = contestant;

    public override void Count()
    {
        FirstLook<TContestant> look = new(largestBlock);
        int refused = Serve(ref look);
        Drain();
        TooLarge = look.TooLarge;
        Failed = refused - look.TooLarge;
        SpanBytes = look.HighWater == 0 ? null : look.HighWater;
    }

    public override void CheckPatterns()
    {
        PatternCheck<TContestant> patterns = new(Name, _tokens.Length);
        Serve(ref patterns);
        foreach (int id in trace.Survivors) patterns.CheckSurvivor(ref _contestant, id, _tokens[id]);
        Drain();
    }

    public override double Time()
    {
        FirstByte<TContestant> touch = default;
        long start = Stopwatch.GetTimestamp();
        Serve(ref touch);
        TimeSpan elapsed = Stopwatch.GetElapsedTime(start);
        Drain();
        return elapsed.TotalNanoseconds / trace.Events.Length;
    }

    public override Latencies TimeOperations()
    {
        LatencyRecorder latencies = new(trace.Events.Length);
        for (int pass = 0; pass < LatencyRecorder.Passes; pass++)
        {
            Clock<TContestant> clock = new(latencies);
            Serve(ref clock);
            Drain();
            latencies.EndPass();
        }

        return latencies.Result();
    }

    public override void Dispose() => arena?.Dispose();

    private int Serve<TWitness>(ref TWitness witness)
        where TWitness : struct, IWitness<TContestant> =>
        TraceLoop.Run(ref _contestant, trace.Events, _tokens, ref witness);

    /// <summary>Frees what the program itself never freed.</summary>
    private void Drain()
    {
        foreach (int id in trace.Survivors) _contestant.Free(_tokens[id]);
    }
}
