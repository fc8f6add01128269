using System.Collections.Generic;
using Allocators.Benchmarks.Contestants;
using Allocators.Benchmarks.Contests;

namespace Allocators.Benchmarks.Budgets;

/// <summary>W1 of a ChunkHeap that serves single chunks without its lock, beside one that takes the lock: alone, and with two threads.</summary>
internal sealed class ChunkHeapLockFree : IBudget
{
    private const int Size = 256;
    private const int Pairs = 10_000_000;
    private const int PairsOfTwo = 1_000_000;

    public string Title => "ChunkHeap without locks";

    public IEnumerable<BudgetRow> Measure()
    {
        C1MLocked.Reset();
        C1MLockFree.Reset();
        Lane locked = new PingPongLane<HeapContestant<C1MLocked.Allocator>>("SpinLock", default, Size);
        Lane lockFree = new PingPongLane<HeapContestant<C1MLockFree.Allocator>>("LockFree", default, Size);
        Contest.Run([locked, lockFree], Pairs);
        yield return BudgetRow.Told("ChunkHeap W1, one chunk, SpinLock", locked.Nanoseconds, "ns");
        yield return BudgetRow.Told("ChunkHeap W1, one chunk, LockFree", lockFree.Nanoseconds, "ns");

        Lane twoLocked = new TwoThreadsLane<HeapContestant<C1MLocked.Allocator>>("SpinLock", default, Size);
        Lane twoLockFree = new TwoThreadsLane<HeapContestant<C1MLockFree.Allocator>>("LockFree", default, Size);
        Contest.Run([twoLocked, twoLockFree], PairsOfTwo);
        yield return BudgetRow.Told("two threads in W1 together, a pair of calls, SpinLock", twoLocked.Nanoseconds, "ns");
        yield return BudgetRow.Told("two threads in W1 together, a pair of calls, LockFree", twoLockFree.Nanoseconds, "ns");
    }
}
