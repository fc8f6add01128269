using System.Collections.Generic;
using Allocators.Benchmarks.Contestants;

namespace Allocators.Benchmarks.Contests;

/// <summary>W1 with 256 bytes.</summary>
internal sealed class PingPongContest
{
    private const int Size = 256;
    private const int Pairs = 10_000_000;

    public Lane Loop { get; } = new PingPongLane<NullContestant>("the loop itself", default, Size);

    public Lane ChunkHeap { get; } = new PingPongLane<HeapContestant<C1M.Allocator>>("ChunkHeap", default, Size);

    public Lane Locked { get; } = new PingPongLane<HeapContestant<C1MLocked.Allocator>>("ChunkHeap, SpinLock", default, Size);

    public Lane OneWord { get; } = new PingPongLane<HeapContestant<OneWord>>("ChunkHeap, 64 chunks", default, Size);

    public Lane Native { get; } = new PingPongLane<NativeContestant>("NativeMemory", default, Size);

    public Lane? Mimalloc { get; } = MimallocContestant.IsAvailable ? new PingPongLane<MimallocContestant>("mimalloc", default, Size) : null;

    public Lane Pooled { get; } = new PingPongLane<ArrayContestant<PooledArrays>>("ArrayPool.Shared", new(1), Size);

    public Lane Garbage { get; } = new PingPongLane<ArrayContestant<NewArrays>>("new byte[]", new(1), Size);

    /// <summary>Everything, in the order in which charts show it.</summary>
    public IReadOnlyList<Lane> All => [ChunkHeap, Locked, OneWord, .. Mimalloc is null ? [] : (Lane[])[Mimalloc], Native, Pooled, Garbage, Loop];

    public static PingPongContest Run()
    {
        C1M.Reset();
        C1MLocked.Reset();
        PingPongContest contest = new();
        Contest.Run(contest.All, Pairs);
        return contest;
    }
}
