using System.Collections.Generic;
using System.Linq;
using Allocators.Benchmarks.Contests;

namespace Allocators.Benchmarks.Budgets;

/// <summary>What two threads get done together with a heap without a lock, beside the same heap with a lock.</summary>
internal sealed class LockFreeThreads : IBudget
{
    public string Title => "LockFree, two threads";

    public IEnumerable<BudgetRow> Measure()
    {
        (string What, (ThreadLane Locked, ThreadLane LockFree) Lanes)[] pairs = [.. LockPair.All.Select(static pair => (pair.What, pair.Threads()))];
        ThreadLane.Run([.. pairs.SelectMany(static pair => (ThreadLane[])[pair.Lanes.Locked, pair.Lanes.LockFree])]);
        return pairs.Select(static pair => BudgetRow.MoreThan(
            pair.What + ", two threads, LockFree against SpinLock", pair.Lanes.Locked.Throughput, pair.Lanes.LockFree.Throughput, "calls/µs"));
    }
}
