using Allocators.Benchmarks.Contestants;
using Allocators.Traces;

namespace Allocators.Replay.Passes;

/// <summary>What is done before and after each event of a pass. As a struct it becomes part of the pass's own loop.</summary>
internal interface IWitness<TContestant>
    where TContestant : struct, IContestant
{
    /// <summary>Sees an event that is about to happen; the token is of no meaning if it is an allocation.</summary>
    void Before(ref TContestant contestant, TraceEvent step, long token);

    /// <summary>Sees what came of it; the token is of no meaning if the object was freed.</summary>
    void After(ref TContestant contestant, TraceEvent step, long token, bool served);
}
