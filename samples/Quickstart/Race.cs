using System;
using System.Diagnostics;
using System.Linq;
using Allocators.Timing;
using Allocators.Traces;

namespace Quickstart;

/// <summary>Something that can serve a trace, again and again.</summary>
/// <param name="Reset">Makes it empty.</param>
/// <param name="Run">Serves requests.</param>
internal sealed record Contestant(Action Reset, Action<ReadOnlySpan<TraceEvent>> Run);

/// <summary>Runs contestants by turns, so that all of them meet the same weather on the machine.</summary>
internal static class Race
{
    /// <summary>Rounds that count.</summary>
    public const int Rounds = 21;

    /// <summary>Requests in one call: the run time makes better code of methods that are called often.</summary>
    private const int SliceEvents = 2048;

    /// <summary>The median time of each contestant, in nanoseconds an event.</summary>
    public static double[] Run(TraceEvent[] events, params Contestant[] contestants)
    {
        double[][] times = [.. contestants.Select(_ => new double[Rounds])];
        WarmUp.Measure(Rounds, () => Round(0), Round);
        return [.. times.Select(static times => Median.Of<double>(times))];

        void Round(int round)
        {
            for (int i = 0; i < contestants.Length; i++) times[i][round] = Measure(events, contestants[i]);
        }
    }

    private static double Measure(ReadOnlySpan<TraceEvent> events, Contestant contestant)
    {
        contestant.Reset();
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < events.Length; i += SliceEvents) contestant.Run(events[i..int.Min(i + SliceEvents, events.Length)]);
        return Stopwatch.GetElapsedTime(start).TotalNanoseconds / events.Length;
    }
}
