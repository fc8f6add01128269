using System.Collections.Generic;
using Allocators.Benchmarks.Contestants;
using Allocators.Benchmarks.Contests;

namespace Allocators.Benchmarks.Budgets;

/// <summary>W1 of FreeList with whole blocks of 1 KiB, beside lists written by hand and other pools.</summary>
internal sealed class FreeListPingPong : IBudget
{
    private const int Size = FreeL.BlockSize;
    private const int Pairs = 10_000_000;
    private const double Limit = 1.3;

    public string Title => "FreeList W1";

    public IEnumerable<BudgetRow> Measure()
    {
        FreeL.Reset();
        FreeLUnchecked.Reset();
        SlabOfFreeL.Reset();
        Lane list = new PingPongLane<WholeBlockContestant<FreeL.Whole>>("FreeList", default, Size);
        Lane notChecked = new PingPongLane<WholeBlockContestant<FreeLUnchecked.Whole>>("FreeList, not checked", default, Size);
        Lane byHand = new PingPongLane<HandWrittenBlocksContestant>("hand-written, same checks", default, Size);
        Lane byHandNotChecked = new PingPongLane<HandWrittenContestant>("hand-written, not checked", default, Size);
        (string Name, Lane Lane)[] told =
        [
            ("hand-written W1 1 KiB, by number, with a mark and no other check", new PingPongLane<HandWrittenCheckedContestant>("hand-written, mark only", default, Size)),
            ("FreeList W1 1 KiB, asked with a size and an alignment", new PingPongLane<HeapContestant<FreeL.Allocator>>("FreeList, with a size", default, Size)),
            ("the same, Checks.None", new PingPongLane<HeapContestant<FreeLUnchecked.Allocator>>("FreeList, with a size, not checked", default, Size)),
            ("Slab W1 1 KiB, by handles", new PingPongLane<HandleContestant<SlabOfFreeL.ByHandle, SlabOfFreeL.Handle>>("Slab", default, Size)),
            ("W1 1 KiB, ObjectPool of byte[]", new PingPongLane<ArrayContestant<ObjectPoolArrays>>("ObjectPool", new(1), Size)),
            ("W1 1 KiB, ArrayPool.Shared", new PingPongLane<ArrayContestant<PooledArrays>>("ArrayPool.Shared", new(1), Size)),
            ("W1 1 KiB, NativeMemory", new PingPongLane<NativeContestant>("NativeMemory", default, Size)),
            .. MimallocContestant.IsAvailable ? [("W1 1 KiB, mimalloc", new PingPongLane<MimallocContestant>("mimalloc", default, Size))] : ((string, Lane)[])[],
            ("W1 1 KiB, the loop itself", new PingPongLane<NullContestant>("the loop itself", default, Size)),
        ];
        Contest.Run([list, byHand, notChecked, byHandNotChecked, .. Lanes(told)], Pairs);

        yield return BudgetRow.Relative("FreeList W1 1 KiB", Limit, list, byHand);
        yield return BudgetRow.Relative("FreeList W1 1 KiB, Checks.None", Limit, notChecked, byHandNotChecked);
        foreach ((string name, Lane lane) in told) yield return BudgetRow.Told(name, lane.Nanoseconds, "ns");
    }

    private static IEnumerable<Lane> Lanes((string Name, Lane Lane)[] told)
    {
        foreach ((_, Lane lane) in told) yield return lane;
    }
}
