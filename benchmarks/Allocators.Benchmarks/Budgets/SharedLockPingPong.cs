using System.Collections.Generic;
using Allocators.Benchmarks.Contestants;
using Allocators.Benchmarks.Contests;

namespace Allocators.Benchmarks.Budgets;

/// <summary>What the lock that works across processes costs in W1, over memory that one process has.</summary>
internal sealed class SharedLockPingPong : IBudget
{
    private const int CallsInPair = 2;
    private const int Pairs = 10_000_000;
    private const int BytesForEach = 4 << 20;

    public string Title => "the lock across processes";

    public IEnumerable<BudgetRow> Measure()
    {
        using NativeArena chunks = new(2 * BytesForEach), spoons = new(2 * BytesForEach);
        return
        [
            .. Rows("ChunkHeap", 256, new C1MInMemory(chunks.Address, BytesForEach), new C1MShared(chunks.Address + BytesForEach, BytesForEach)),
            .. Rows("Teaspoon", 16, new T16MInMemory(spoons.Address, BytesForEach), new T16MShared(spoons.Address + BytesForEach, BytesForEach)),
        ];
    }

    private static IEnumerable<BudgetRow> Rows<TAlone, TShared>(string kind, int size, TAlone alone, TShared shared)
        where TAlone : struct, IHeap
        where TShared : struct, IHeap
    {
        Lane none = new PingPongLane<HeapContestant<TAlone>>("no lock", new(alone), size);
        Lane locked = new PingPongLane<HeapContestant<TShared>>("SpinLock", new(shared), size);
        Contest.Run([none, locked], Pairs);

        yield return BudgetRow.Told($"{kind} W1, State.InMemory", none.Nanoseconds, "ns");
        yield return BudgetRow.AtMost(
            $"{kind}, SpinLock across processes, uncontended, more than none", 5, (locked.Nanoseconds - none.Nanoseconds) / CallsInPair, "ns a call");
    }
}
