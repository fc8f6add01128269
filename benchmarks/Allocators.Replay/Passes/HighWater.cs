using Allocators.Benchmarks.Contestants;
using Allocators.Traces;

namespace Allocators.Replay.Passes;

/// <summary>Sees how far into the heap's memory blocks ever reach.</summary>
internal struct HighWater<TContestant> : IWitness<TContestant>
    where TContestant : struct, IContestant
{
    /// <summary>The end of the block that reached furthest, in bytes; 0 for contestants that have no memory of their own.</summary>
    public long Bytes { get; private set; }

    public readonly void Before(ref TContestant contestant, TraceEvent step, long token)
    {
    }

    public void After(ref TContestant contestant, TraceEvent step, long token, bool served)
    {
        if (served && step.Size != 0) Bytes = long.Max(Bytes, contestant.EndOf(token));
    }
}
