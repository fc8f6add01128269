using Allocators.Benchmarks.Contestants;
using Allocators.Traces;

namespace Allocators.Replay.Passes;

/// <summary>Writes to the first byte of what was given out, as a program would that asked for it.</summary>
internal struct FirstByte<TContestant> : IWitness<TContestant>
    where TContestant : struct, IContestant
{
    public readonly void Before(ref TContestant contestant, TraceEvent step, long token)
    {
    }

    public readonly void After(ref TContestant contestant, TraceEvent step, long token, bool served)
    {
        // An object that was freed has no size.
        if (served && step.Size != 0) contestant.Bytes(token, step.Size)[0] = 1;
    }
}
