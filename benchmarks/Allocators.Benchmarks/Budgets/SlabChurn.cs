using System.Collections.Generic;
using Allocators.Benchmarks.Contestants;
using Allocators.Benchmarks.Contests;

namespace Allocators.Benchmarks.Budgets;

/// <summary>W3 of Slab, by handles: TINY.</summary>
internal sealed class SlabChurn : IBudget
{
    public string Title => "Slab W3";

    public IEnumerable<BudgetRow> Measure()
    {
        Tiny.Reset();
        ChurnLane slab = new ChurnLane<HandleContestant<Tiny.ByHandle, Tiny.Handle>>("Slab", default, FixedSizeChurn.OfTiny());
        ChurnLane native = new ChurnLane<NativeContestant>("NativeMemory", default, FixedSizeChurn.OfTiny());
        ChurnLane loop = new ChurnLane<NullContestant>("the loop itself", default, FixedSizeChurn.OfTiny());
        ChurnLane? mimalloc = MimallocContestant.IsAvailable ? new ChurnLane<MimallocContestant>("mimalloc", default, FixedSizeChurn.OfTiny()) : null;
        ChurnLane[] lanes = [slab, native, loop, .. mimalloc is null ? [] : (ChurnLane[])[mimalloc]];
        Contest.Run(lanes, FixedSizeChurn.Steps);

        yield return BudgetRow.Relative("Slab W3 TINY", 1.0, slab, mimalloc);
        yield return BudgetRow.AtMost("Slab W3 TINY, refused", 0, slab.Refused * 100, "%", "N3");
        yield return BudgetRow.Told("W3 TINY, NativeMemory", native.Nanoseconds, "ns");
        yield return BudgetRow.Told("W3 TINY, the loop itself", loop.Nanoseconds, "ns");
        foreach (ChurnLane lane in lanes) lane.Drain();
    }
}
