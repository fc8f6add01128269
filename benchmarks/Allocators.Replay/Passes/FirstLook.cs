using Allocators.Benchmarks.Contestants;
using Allocators.Traces;

namespace Allocators.Replay.Passes;

/// <summary>Sees how far into the heap's memory blocks ever reach, and which requests it was never made for.</summary>
/// <param name="largestBlock">Bytes of the largest request that an empty heap could serve.</param>
internal struct FirstLook<TContestant>(int largestBlock) : IWitness<TContestant>
    where TContestant : struct, IContestant
{
    /// <summary>The end of the block that reached furthest, in bytes; 0 for contestants that have no memory of their own.</summary>
    public long HighWater { get; private set; }

    /// <summary>Requests that were larger than any block, and so not served.</summary>
    public int TooLarge { get; private set; }

    public readonly void Before(ref TContestant contestant, TraceEvent step, long token)
    {
    }

    public void After(ref TContestant contestant, TraceEvent step, long token, bool served)
    {
        if (served && step.Size != 0) HighWater = long.Max(HighWater, contestant.EndOf(token));
        if (!served && step.Size > largestBlock) TooLarge++;
    }
}
