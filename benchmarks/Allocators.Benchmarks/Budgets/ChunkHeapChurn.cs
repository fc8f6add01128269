using System.Collections.Generic;
using Allocators.Benchmarks.Contests;

namespace Allocators.Benchmarks.Budgets;

/// <summary>W3 of ChunkHeap at 80 %, of a small heap and a large one.</summary>
internal sealed class ChunkHeapChurn : IBudget
{
    private const double Level = 0.8;

    public string Title => "ChunkHeap W3 at 80 %";

    public IEnumerable<BudgetRow> Measure()
    {
        using NativeArena arena = new(ChurnContest.ArenaBytesOfC160M);
        using ChurnContest small = ChurnContest.RunC1M(Level);
        using ChurnContest large = ChurnContest.RunC160M(Level, arena);

        foreach (BudgetRow row in Rows("ChunkHeap W3 C1M", small)) yield return row;
        foreach (BudgetRow row in Rows("ChunkHeap W3 C160M", large)) yield return row;

        yield return BudgetRow.Told(
            "ChunkHeap W3 C160M, max, on memory that was never touched", ChurnContest.FirstTouchOfC160M(Level).Max, "ns", "N0");

        double net = (large.Heap.Nanoseconds - large.Loop.Nanoseconds) / (small.Heap.Nanoseconds - small.Loop.Nanoseconds);
        yield return BudgetRow.AtMost("ChunkHeap W3, 655,360 chunks to 4,096", 2.5, large.Heap.Nanoseconds / small.Heap.Nanoseconds, "times", "N2");
        yield return BudgetRow.Told("the same without the loops", net, "times");
        yield return BudgetRow.Told("the clock, in each of the latencies", LatencyRecorder.TimerCost(), "ns", "N0");
    }

    private static IEnumerable<BudgetRow> Rows(string what, ChurnContest contest)
    {
        yield return BudgetRow.Relative(what, 1.0, contest.Heap, contest.Mimalloc);
        yield return BudgetRow.Told(what + ", refused", contest.Heap.Refused * 100, "%", "N3");
        yield return BudgetRow.Told(what + ", NativeMemory", contest.Native.Nanoseconds, "ns");
        yield return BudgetRow.Told(what + ", the loop itself", contest.Loop.Nanoseconds, "ns");

        Latencies latencies = contest.Heap.TimeOperations();
        yield return BudgetRow.AtMost(what + ", p99.9", 300, latencies.P999, "ns", "N0");
        yield return BudgetRow.Told(what + ", p50", latencies.P50, "ns", "N0");
        yield return BudgetRow.Told(what + ", max, on memory that was touched before", latencies.Max, "ns", "N0");
    }
}
