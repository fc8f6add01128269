using System.Collections.Generic;
using Allocators.Benchmarks.Contestants;
using Allocators.Benchmarks.Contests;

namespace Allocators.Benchmarks.Budgets;

/// <summary>W1 of Teaspoon with 16 bytes.</summary>
internal sealed class TeaspoonPingPong : IBudget
{
    private const int Size = 16;
    private const int Pairs = 10_000_000;

    public string Title => "Teaspoon W1";

    public IEnumerable<BudgetRow> Measure()
    {
        T16M.Reset();
        T16MDeferred.Reset();
        T16MHeaderless.Reset();
        T16MHeaderlessUnchecked.Reset();
        Lane native = new PingPongLane<NativeContestant>("NativeMemory", default, Size);
        Lane immediate = new PingPongLane<HeapContestant<T16M.Allocator>>("Teaspoon", default, Size);
        Lane deferred = new PingPongLane<HeapContestant<T16MDeferred.Allocator>>("Teaspoon, Deferred", default, Size);
        Lane headerless = new PingPongLane<HeapContestant<T16MHeaderless.Allocator>>("Teaspoon, no headers", default, Size);
        Lane notChecked = new PingPongLane<HeapContestant<T16MHeaderlessUnchecked.Allocator>>("Teaspoon, no headers, not checked", default, Size);
        Contest.Run([immediate, deferred, headerless, notChecked, native], Pairs);

        yield return BudgetRow.Relative("Teaspoon W1 16 B, Immediate", 0.55, immediate, native);
        yield return BudgetRow.Relative("Teaspoon W1 16 B, Deferred", 0.55, deferred, native);
        yield return BudgetRow.Relative("Teaspoon W1 16 B, no headers", 0.55, headerless, native);
        yield return BudgetRow.Relative("Teaspoon W1 16 B, no headers, not checked", 0.55, notChecked, native);
    }
}
