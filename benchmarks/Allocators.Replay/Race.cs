using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Allocators.Benchmarks;
using Allocators.Replay.Heaps;
using Allocators.Replay.Reports;

namespace Allocators.Replay;

/// <summary>Lets heaps replay a trace by turns, so that all of them meet the same weather on the machine.</summary>
/// <param name="trace">What they replay.</param>
/// <param name="progress">Is told what goes on.</param>
internal sealed class Race(LoadedTrace trace, Action<string> progress)
{
    /// <summary>Timed passes of each heap.</summary>
    private const int TimedPasses = 9;

    private const int WarmUpPasses = 4;

    /// <summary>In the meantime, the run time makes better code of what was called often.</summary>
    private static readonly TimeSpan WarmUpPause = TimeSpan.FromMilliseconds(250);

    /// <summary>Heaps that could not take part: too small for the arena or for an object of the trace, or without an alignment that it asks for.</summary>
    public List<string> Absent { get; } = [];

    /// <summary>Runs all heaps that can serve the trace, and gives a row for each.</summary>
    /// <param name="heaps">The heaps.</param>
    /// <param name="arenaFactor">Bytes of an arena as a multiple of the trace's peak live bytes.</param>
    public IReadOnlyList<ReplayRow> Run(IEnumerable<HeapEntry> heaps, double arenaFactor)
    {
        long arenaBytes = (long)Math.Ceiling(trace.File.PeakBytes * arenaFactor);
        List<Contender> contenders = [];
        try
        {
            foreach (HeapEntry heap in heaps)
            {
                if (heap.Enter(trace, arenaBytes) is { } contender) contenders.Add(contender);
                else Absent.Add(heap.Name);
            }

            return Run(contenders);
        }
        finally
        {
            foreach (Contender contender in contenders) contender.Dispose();
        }
    }

    private static double? TimeOf(string name, List<Contender> contenders, double[] times)
    {
        int index = contenders.FindIndex(contender => contender.Name == name);
        return index < 0 ? null : times[index];
    }

    private List<ReplayRow> Run(List<Contender> contenders)
    {
        ForAll("counting", contender => contender.Count());
        ForAll("checking patterns", contender => contender.CheckPatterns());
        WarmUp(contenders);

        long[] allocated = new long[contenders.Count];
        double[] times = Time(contenders, allocated);
        double? malloc = TimeOf(HeapList.Malloc, contenders, times);
        double? mimalloc = TimeOf(HeapList.Mimalloc, contenders, times);

        List<ReplayRow> rows = [];
        ForAll("timing single operations", contender =>
        {
            int i = rows.Count;
            rows.Add(new ReplayRow(trace, contender, times[i], times[i] / malloc, times[i] / mimalloc, contender.TimeOperations(), allocated[i]));
        });
        return rows;

        void ForAll(string what, Action<Contender> action)
        {
            foreach (Contender contender in contenders)
            {
                progress($"{trace.Name}: {what}, {contender.Name}");
                action(contender);
            }
        }
    }

    private void WarmUp(List<Contender> contenders)
    {
        for (int pass = 0; pass < WarmUpPasses; pass++)
        {
            progress($"{trace.Name}: warming up, {pass + 1} of {WarmUpPasses}");
            foreach (Contender contender in contenders) contender.Time();
            Thread.Sleep(WarmUpPause);
        }
    }

    private double[] Time(List<Contender> contenders, long[] allocated)
    {
        double[][] times = [.. contenders.Select(_ => new double[TimedPasses])];
        for (int pass = 0; pass < TimedPasses; pass++)
        {
            progress($"{trace.Name}: timing, pass {pass + 1} of {TimedPasses}");
            for (int i = 0; i < contenders.Count; i++)
            {
                long before = GC.GetAllocatedBytesForCurrentThread();
                times[i][pass] = contenders[i].Time();
                allocated[i] += GC.GetAllocatedBytesForCurrentThread() - before;
            }
        }

        return [.. times.Select(static passes => Median.Of<double>(passes))];
    }
}
