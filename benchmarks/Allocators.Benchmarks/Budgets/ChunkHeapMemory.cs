using System;
using System.Collections.Generic;
using Allocators.Benchmarks.Contestants;
using Allocators.Benchmarks.Workloads;

namespace Allocators.Benchmarks.Budgets;

/// <summary>The bookkeeping of ChunkHeap, and that it makes no garbage.</summary>
internal sealed class ChunkHeapMemory : IBudget
{
    private const double BitsInChunk = 2.1;
    private const double FixedBytes = 64;
    private const int Steps = 1_000_000;

    public string Title => "ChunkHeap memory";

    public IEnumerable<BudgetRow> Measure()
    {
        yield return Bookkeeping(OneWord.Chunks, OneWord.OverheadBytes);
        yield return Bookkeeping(C1M.Chunks, C1M.OverheadBytes);
        yield return Bookkeeping(C160M.Chunks, C160M.OverheadBytes);
        yield return BudgetRow.AtMost("ChunkHeap W3 C1M, garbage", 0, Garbage(), "bytes", "N0");
    }

    private static BudgetRow Bookkeeping(int chunks, int bytes) => BudgetRow.AtMost(
        FormattableString.Invariant($"ChunkHeap bookkeeping, {chunks:N0} chunks"), (chunks * BitsInChunk / 8) + FixedBytes, bytes, "bytes", "N0");

    private static long Garbage()
    {
        C1M.Reset();
        HeapContestant<C1M.Allocator> heap = default;
        Churn churn = Churn.OfC1M(0.8);
        churn.Run(ref heap, Steps);

        long before = GC.GetAllocatedBytesForCurrentThread();
        churn.Run(ref heap, Steps);
        long garbage = GC.GetAllocatedBytesForCurrentThread() - before;

        churn.Drain(ref heap);
        return garbage;
    }
}
