using System.Collections.Generic;
using Allocators.Benchmarks.Contests;

namespace Allocators.Benchmarks.Budgets;

/// <summary>W3 of ChunkHeap at 95 %, where some requests have to be refused.</summary>
/// <remarks>
/// With live bytes counted as they were asked for, 95 % is more than there are chunks, whatever a heap does: the level is
/// never reached, and almost every second request fails. Counted in chunks, it can be held.
/// </remarks>
internal sealed class ChunkHeapNearlyFull : IBudget
{
    private const double Level = 0.95;

    public string Title => "ChunkHeap W3 at 95 %";

    public IEnumerable<BudgetRow> Measure() =>
    [
        .. Times("C1M at 95 % of bytes asked for", 1),
        .. Refused("C1M at 95 % of bytes asked for", 1),
        .. Times("C1M at 95 % of chunks", C1M.ChunkSize),
        .. Refused("C1M at 95 % of chunks", C1M.ChunkSize),
    ];

    private static IEnumerable<BudgetRow> Times(string what, int granule)
    {
        using ChurnContest contest = ChurnContest.RunC1M(Level, granule);
        yield return BudgetRow.AtMost(what + ", refused requests included", 25, contest.Heap.Nanoseconds, "ns", "N2");
        if (contest.Mimalloc is { } mimalloc) yield return BudgetRow.Told(what + ", mimalloc, which grows", mimalloc.Nanoseconds, "ns");
        yield return BudgetRow.Told(what + ", the loop itself", contest.Loop.Nanoseconds, "ns");
    }

    private static IEnumerable<BudgetRow> Refused(string what, int granule)
    {
        Refusals refusals = Refusals.At(Level, granule);
        yield return BudgetRow.LessThan(what + ", refused, against first fit", refusals.FirstFit * 100, refusals.Heap * 100, "%", "N3");
        yield return BudgetRow.Told(what + ", refused by best fit", refusals.BestFit * 100, "%", "N3");
        yield return BudgetRow.AtMost(what + ", refused though a gap fits", 0, refusals.Wrong, "requests", "N0");
    }
}
