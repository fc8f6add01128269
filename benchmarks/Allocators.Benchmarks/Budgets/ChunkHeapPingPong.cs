using System.Collections.Generic;
using Allocators.Benchmarks.Contests;

namespace Allocators.Benchmarks.Budgets;

/// <summary>W1 of ChunkHeap, and what its lock costs.</summary>
internal sealed class ChunkHeapPingPong : IBudget
{
    private const int CallsInPair = 2;

    public string Title => "ChunkHeap W1";

    public IEnumerable<BudgetRow> Measure()
    {
        PingPongContest contest = PingPongContest.Run();
        yield return BudgetRow.Relative("ChunkHeap W1, one chunk of 4,096", 0.6, contest.ChunkHeap, contest.Native);
        yield return BudgetRow.Relative("ChunkHeap W1, one chunk of 64", 0.6, contest.OneWord, contest.Native);
        yield return BudgetRow.Told("ChunkHeap W1, SpinLock", contest.Locked.Nanoseconds, "ns");
        yield return BudgetRow.AtMost(
            "SpinLock uncontended, more than none", 5, (contest.Locked.Nanoseconds - contest.ChunkHeap.Nanoseconds) / CallsInPair, "ns a call");
        if (contest.Mimalloc is { } mimalloc) yield return BudgetRow.Told("W1, mimalloc", mimalloc.Nanoseconds, "ns");
        yield return BudgetRow.Told("W1, ArrayPool.Shared", contest.Pooled.Nanoseconds, "ns");
        yield return BudgetRow.Told("W1, new byte[]", contest.Garbage.Nanoseconds, "ns");
        yield return BudgetRow.Told("W1, the loop itself", contest.Loop.Nanoseconds, "ns");
    }
}
