using System.Collections.Generic;
using Allocators.Benchmarks.Contestants;

namespace Allocators.Benchmarks.Contests;

/// <summary>A static heap with a lock, and the same without one.</summary>
/// <param name="What">What they are.</param>
internal abstract record LockPair(string What)
{
    private const string Locked = "SpinLock";
    private const string LockFree = "LockFree";
    private const int SmallSize = 16;

    /// <summary>The heaps that can do without a lock, with and without checks.</summary>
    public static IReadOnlyList<LockPair> All { get; } =
    [
        new Of<HeapContestant<FreeLLocked.Allocator>, HeapContestant<FreeLLockFree.Allocator>>("FreeList 1 KiB", FreeL.BlockSize),
        new Of<HeapContestant<FreeLLockedUnchecked.Allocator>, HeapContestant<FreeLLockFreeUnchecked.Allocator>>("FreeList 1 KiB, Checks.None", FreeL.BlockSize),
        new Of<HandleContestant<TinyLocked.ByHandle, TinyLocked.Handle>, HandleContestant<TinyLockFree.ByHandle, TinyLockFree.Handle>>("Slab 16 B", SmallSize),
        new Of<HandleContestant<TinyLockedUnchecked.ByHandle, TinyLockedUnchecked.Handle>, HandleContestant<TinyLockFreeUnchecked.ByHandle, TinyLockFreeUnchecked.Handle>>(
            "Slab 16 B, Checks.None", SmallSize),
    ];

    /// <summary>W1 with each of the two, for one thread.</summary>
    public abstract (Lane Locked, Lane LockFree) PingPong();

    /// <summary>The work of two threads with each of the two.</summary>
    public abstract (ThreadLane Locked, ThreadLane LockFree) Threads();

    private sealed record Of<TLocked, TLockFree>(string What, int Size) : LockPair(What)
        where TLocked : struct, IContestant
        where TLockFree : struct, IContestant
    {
        public override (Lane Locked, Lane LockFree) PingPong() =>
            (new PingPongLane<TLocked>(Locked, default, Size), new PingPongLane<TLockFree>(LockFree, default, Size));

        public override (ThreadLane Locked, ThreadLane LockFree) Threads() =>
            (new ThreadLane<TLocked>(Locked, Size), new ThreadLane<TLockFree>(LockFree, Size));
    }
}
