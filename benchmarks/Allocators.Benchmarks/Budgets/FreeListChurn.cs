using System.Collections.Generic;
using Allocators.Benchmarks.Contestants;
using Allocators.Benchmarks.Contests;

namespace Allocators.Benchmarks.Budgets;

/// <summary>W3 of FreeList with whole blocks of 1 KiB: FREEL.</summary>
internal sealed class FreeListChurn : IBudget
{
    private const double Limit = 1.3;

    public string Title => "FreeList W3";

    public IEnumerable<BudgetRow> Measure()
    {
        FreeL.Reset();
        FreeLUnchecked.Reset();
        ChurnLane list = LaneOf<WholeBlockContestant<FreeL.Whole>>("FreeList");
        ChurnLane notChecked = LaneOf<WholeBlockContestant<FreeLUnchecked.Whole>>("FreeList, not checked");
        ChurnLane byHand = LaneOf<HandWrittenBlocksContestant>("hand-written, same checks");
        ChurnLane byHandNotChecked = LaneOf<HandWrittenContestant>("hand-written, not checked");
        ChurnLane native = LaneOf<NativeContestant>("NativeMemory");
        ChurnLane? mimalloc = MimallocContestant.IsAvailable ? LaneOf<MimallocContestant>("mimalloc") : null;
        ChurnLane loop = LaneOf<NullContestant>("the loop itself");
        ChurnLane[] lanes = [list, byHand, notChecked, byHandNotChecked, native, .. mimalloc is null ? [] : (ChurnLane[])[mimalloc], loop];
        Contest.Run(lanes, FixedSizeChurn.Steps);

        yield return BudgetRow.Relative("FreeList W3 FREEL", Limit, list, byHand);
        yield return BudgetRow.Relative("FreeList W3 FREEL, Checks.None", Limit, notChecked, byHandNotChecked);
        yield return BudgetRow.AtMost("FreeList W3 FREEL, refused", 0, list.Refused * 100, "%", "N3");
        yield return BudgetRow.Told("W3 FREEL, NativeMemory", native.Nanoseconds, "ns");
        if (mimalloc is not null) yield return BudgetRow.Told("W3 FREEL, mimalloc", mimalloc.Nanoseconds, "ns");
        yield return BudgetRow.Told("W3 FREEL, the loop itself", loop.Nanoseconds, "ns");
        foreach (ChurnLane lane in lanes) lane.Drain();
    }

    private static ChurnLane<TContestant> LaneOf<TContestant>(string name)
        where TContestant : struct, IContestant =>
        new(name, default, FixedSizeChurn.OfFreeL());
}
