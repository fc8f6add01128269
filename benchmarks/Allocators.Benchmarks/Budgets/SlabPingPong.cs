using System.Collections.Generic;
using Allocators.Benchmarks.Contestants;
using Allocators.Benchmarks.Contests;

namespace Allocators.Benchmarks.Budgets;

/// <summary>W1 of Slab with 16 bytes, by handles.</summary>
internal sealed class SlabPingPong : IBudget
{
    private const int Size = SlabOf16Bytes.BlockSize;
    private const int Pairs = 10_000_000;

    public string Title => "Slab W1";

    public IEnumerable<BudgetRow> Measure()
    {
        SlabOf16Bytes.Reset();
        Lane slab = new PingPongLane<HandleContestant<SlabOf16Bytes.ByHandle, SlabOf16Bytes.Handle>>("Slab", default, Size);
        Lane blocks = new PingPongLane<HeapContestant<SlabOf16Bytes.Allocator>>("Slab, by blocks", default, Size);
        Lane native = new PingPongLane<NativeContestant>("NativeMemory", default, Size);
        Lane loop = new PingPongLane<NullContestant>("the loop itself", default, Size);
        Lane? mimalloc = MimallocContestant.IsAvailable ? new PingPongLane<MimallocContestant>("mimalloc", default, Size) : null;
        Contest.Run([slab, blocks, native, loop, .. mimalloc is null ? [] : (Lane[])[mimalloc]], Pairs);

        yield return BudgetRow.Relative("Slab W1 16 B", 0.6, slab, mimalloc);
        yield return BudgetRow.Told("Slab W1 16 B, by blocks, which have no generation", blocks.Nanoseconds, "ns");
        yield return BudgetRow.Told("Slab W1 16 B, slots of 1,024 that were used up", SlabOf16Bytes.RetiredSlots, "slots", "N0");
        yield return BudgetRow.Told("W1 16 B, NativeMemory", native.Nanoseconds, "ns");
        yield return BudgetRow.Told("W1 16 B, the loop itself", loop.Nanoseconds, "ns");
    }
}
