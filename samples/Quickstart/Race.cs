using System;
using System.Diagnostics;
using System.Linq;
using Allocators.Traces;

namespace Quickstart;

/// <summary>Runs contestants by turns, so that all of them meet the same weather on the machine.</summary>
internal static class Race
{
    /// <summary>Rounds that count.</summary>
    public const int Rounds = 21;

    private const int WarmUpRounds = 40;

    /// <summary>The median time of each contestant, in nanoseconds an event.</summary>
    public static double[] Run(TraceFile trace, params Contestant[] contestants)
    {
        double[][] times = [.. contestants.Select(_ => new double[Rounds])];
        for (int round = -WarmUpRounds; round < Rounds; round++)
        {
            for (int i = 0; i < contestants.Length; i++)
            {
                double time = Measure(trace, contestants[i]);
                if (round >= 0) times[i][round] = time;
            }
        }

        return [.. times.Select(Median)];
    }

    private static double Measure(TraceFile trace, Contestant contestant)
    {
        contestant.Reset();
        long start = Stopwatch.GetTimestamp();
        contestant.Run(trace.Events);
        return Stopwatch.GetElapsedTime(start).TotalNanoseconds / trace.Events.Length;
    }

    private static double Median(double[] times)
    {
        Array.Sort(times);
        return times[times.Length / 2];
    }

    /// <summary>Something that can serve a trace, again and again.</summary>
    public sealed record Contestant(Action Reset, Action<ReadOnlySpan<TraceEvent>> Run);
}
