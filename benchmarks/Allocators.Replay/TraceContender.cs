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
/// <param name="create">Makes it anew over other memory, if it works on an arena.</param>
/// <param name="largestBlock">The most bytes it could serve if it were empty. A trace may ask for more, which is counted apart.</param>
internal sealed class TraceContender<TContestant>(
    string name,
    LoadedTrace trace,
    TContestant contestant,
    NativeArena? arena = null,
    Func<nint, long, TContestant>? create = null,
    int largestBlock = int.MaxValue)
    : Contender(name)
    where TContestant : struct, IContestant
{
    private readonly long[] _tokens = new long[trace.File.Objects];
    private TContestant _contestant = contestant;

    public override void Count()
    {
        FirstLook<TContestant> look = new(largestBlock);
        int refused = Serve(ref _contestant, ref look);
        Drain();
        TooLarge = look.TooLarge;
        Failed = refused - look.TooLarge;
        SpanBytes = look.HighWater == 0 ? null : look.HighWater;
    }

    public override void CheckPatterns()
    {
        PatternCheck<TContestant> patterns = new(Name, _tokens.Length);
        Serve(ref _contestant, ref patterns);
        foreach (int id in trace.Survivors) patterns.CheckSurvivor(ref _contestant, id, _tokens[id]);
        Drain();
    }

    public override double Time()
    {
        FirstByte<TContestant> touch = default;
        long start = Stopwatch.GetTimestamp();
        Serve(ref _contestant, ref touch);
        TimeSpan elapsed = Stopwatch.GetElapsedTime(start);
        Drain();
        return elapsed.TotalNanoseconds / trace.Events.Length;
    }

    public override void TimeOperations(LatencyRecorder latencies, int pass)
    {
        Clock<TContestant> clock = new(latencies);
        Serve(ref _contestant, ref clock);
        Drain();
        latencies.EndPass(pass);
    }

    public override bool TryTimeFirstTouch(LatencyRecorder latencies, int pass)
    {
        if (arena is null || create is null) return false;

        using FreshArena memory = new(arena.Length);
        TContestant fresh = create(memory.Address, memory.Length);
        Clock<TContestant> clock = new(latencies);
        Serve(ref fresh, ref clock);
        latencies.EndPass(pass);
        return true;
    }

    public override void Dispose() => arena?.Dispose();

    private int Serve<TWitness>(ref TContestant contestant, ref TWitness witness)
        where TWitness : struct, IWitness<TContestant> =>
        TraceLoop.Run(ref contestant, trace.Events, _tokens, ref witness);

    /// <summary>Frees what the program itself never freed.</summary>
    private void Drain()
    {
        foreach (int id in trace.Survivors) _contestant.Free(_tokens[id]);
    }
}
