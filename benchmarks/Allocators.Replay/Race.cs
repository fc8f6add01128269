using System;
using System.Collections.Generic;
using System.Linq;
using Allocators.Benchmarks;
using Allocators.Replay.Heaps;
using Allocators.Replay.Reports;
using Allocators.Timing;

namespace Allocators.Replay;

/// <summary>Lets heaps replay a trace by turns, so that all of them meet the same weather on the machine.</summary>
/// <param name="trace">What they replay.</param>
/// <param name="progress">Is told what goes on.</param>
internal sealed class Race(LoadedTrace trace, Action<string> progress)
{
    /// <summary>Timed passes of each heap.</summary>
    private const int TimedPasses = 9;

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
        long[] allocated = new long[contenders.Count];
        double[] times = Time(contenders, allocated);
        double? malloc = TimeOf(HeapList.Malloc, contenders, times);
        double? mimalloc = TimeOf(HeapList.Mimalloc, contenders, times);

        (Latencies Touched, long? FirstTouchMax)[] latencies = TimeOperations(contenders);
        return [.. contenders.Select((contender, i) => new ReplayRow(
            trace, contender, times[i], times[i] / malloc, times[i] / mimalloc, latencies[i].Touched, latencies[i].FirstTouchMax, allocated[i]))];

        void ForAll(string what, Action<Contender> action)
        {
            foreach (Contender contender in contenders)
            {
                progress($"{trace.Name}: {what}, {contender.Name}");
                action(contender);
            }
        }
    }

    /// <summary>The median time of each, in nanoseconds an event, and what was allocated meanwhile.</summary>
    private double[] Time(List<Contender> contenders, long[] allocated)
    {
        progress($"{trace.Name}: timing {TimedPasses} passes of {contenders.Count} heaps");
        double[][] times = [.. contenders.Select(_ => new double[TimedPasses])];
        WarmUp.Measure(TimedPasses, () => Pass(0), Pass);
        return [.. times.Select(static passes => Median.Of<double>(passes))];

        void Pass(int pass)
        {
            for (int i = 0; i < contenders.Count; i++)
            {
                long before = GC.GetAllocatedBytesForCurrentThread();
                times[i][pass] = contenders[i].Time();
                allocated[i] = GC.GetAllocatedBytesForCurrentThread() - before + (pass == 0 ? 0 : allocated[i]);
            }
        }
    }

    /// <summary>How long single operations of each take, on memory that was used before and, at most, on memory that was not.</summary>
    private (Latencies Touched, long? FirstTouchMax)[] TimeOperations(List<Contender> contenders)
    {
        progress($"{trace.Name}: timing single operations of {contenders.Count} heaps");
        LatencyRecorder recorder = new(trace.Events.Length);
        (Latencies, long?)[] latencies = new (Latencies, long?)[contenders.Count];
        WarmUp.Measure(contenders.Count, () => contenders.ForEach(Warm), Measure);
        return latencies;

        void Warm(Contender contender)
        {
            contender.TimeOperations(recorder, 0);
            contender.TryTimeFirstTouch(recorder, 0);
        }

        void Measure(int i)
        {
            for (int pass = 0; pass < LatencyRecorder.Passes; pass++) contenders[i].TimeOperations(recorder, pass);
            Latencies touched = recorder.Result();
            bool isFresh = false;
            for (int pass = 0; pass < LatencyRecorder.Passes; pass++) isFresh = contenders[i].TryTimeFirstTouch(recorder, pass);
            latencies[i] = (touched, isFresh ? recorder.Result().Max : null);
        }
    }
}
