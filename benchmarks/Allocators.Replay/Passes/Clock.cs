using System.Diagnostics;
using Allocators.Benchmarks;
using Allocators.Benchmarks.Contestants;
using Allocators.Traces;

namespace Allocators.Replay.Passes;

/// <summary>Times each operation alone, and with it the first write to what it gave: that is what touches a page for the first time.</summary>
internal struct Clock<TContestant>(LatencyRecorder latencies) : IWitness<TContestant>
    where TContestant : struct, IContestant
{
    private int _operation;
    private long _start;

    public void Before(ref TContestant contestant, TraceEvent step, long token) => _start = Stopwatch.GetTimestamp();

    public void After(ref TContestant contestant, TraceEvent step, long token, bool served)
    {
        default(FirstByte<TContestant>).After(ref contestant, step, token, served);
        latencies.Note(_operation++, Stopwatch.GetTimestamp() - _start);
    }
}
