using System.Collections.Generic;
using Allocators.Benchmarks.Contestants;
using Allocators.Benchmarks.Contests;
using Allocators.Benchmarks.Workloads;

namespace Allocators.Benchmarks.Budgets;

/// <summary>W3 of Teaspoon in its three sizes, merged at once and parked.</summary>
internal sealed class TeaspoonChurn : IBudget
{
    private const int Steps = 1_000_000;

    public string Title => "Teaspoon W3";

    public IEnumerable<BudgetRow> Measure()
    {
        T4K.Reset();
        T128K.Reset();
        T16M.Reset();
        T4KDeferred.Reset();
        T128KDeferred.Reset();
        T16MDeferred.Reset();
        T4KHeaderless.Reset();
        T128KHeaderless.Reset();
        T16MHeaderless.Reset();
        return
        [
            .. Rows<T4K.Allocator, T4KDeferred.Allocator, T4KHeaderless.Allocator>("Teaspoon W3 T4K at 60 %", 1.3, 100, 128, T4K.Capacity * 0.6),
            .. Rows<T128K.Allocator, T128KDeferred.Allocator, T128KHeaderless.Allocator>("Teaspoon W3 T128K", 2.0, 100, 1024, T128K.Capacity * 0.8),
            .. Rows<T16M.Allocator, T16MDeferred.Allocator, T16MHeaderless.Allocator>("Teaspoon W3 T16M", 0.6, 250, 4096, T16M.Capacity * 0.8),
        ];
    }

    private static IEnumerable<BudgetRow> Rows<TImmediate, TDeferred, THeaderless>(string what, double limit, double p999, int largest, double level)
        where TImmediate : struct, IHeap
        where TDeferred : struct, IHeap
        where THeaderless : struct, IHeap
    {
        Churn OfLevel() => new(1, largest, (long)level, IsAligned: false);
        ChurnLane immediate = new ChurnLane<HeapContestant<TImmediate>>("Teaspoon", default, OfLevel());
        ChurnLane deferred = new ChurnLane<HeapContestant<TDeferred>>("Teaspoon, Deferred", default, OfLevel());
        ChurnLane headerless = new ChurnLane<HeapContestant<THeaderless>>("Teaspoon, no headers", default, OfLevel());
        ChurnLane loop = new ChurnLane<NullContestant>("the loop itself", default, OfLevel());
        ChurnLane? mimalloc = MimallocContestant.IsAvailable ? new ChurnLane<MimallocContestant>("mimalloc", default, OfLevel()) : null;
        ChurnLane[] lanes = [immediate, deferred, headerless, .. mimalloc is null ? [] : (ChurnLane[])[mimalloc], loop];
        Contest.Run(lanes, Steps);

        yield return BudgetRow.Relative(what + ", Immediate", limit, immediate, mimalloc);
        yield return BudgetRow.Relative(what + ", Deferred", limit, deferred, mimalloc);
        yield return BudgetRow.Relative(what + ", no headers", limit, headerless, mimalloc);
        yield return BudgetRow.Told(what + ", refused", immediate.Refused * 100, "%", "N3");
        yield return BudgetRow.Told(what + ", the loop itself", loop.Nanoseconds, "ns");
        yield return BudgetRow.AtMost(what + ", Immediate, p99.9", p999, immediate.TimeOperations().P999, "ns", "N0");
        foreach (ChurnLane lane in lanes) lane.Drain();
    }
}
