using System;
using Allocators.Benchmarks.Contestants;
using Allocators.Traces;

namespace Allocators.Replay.Passes;

/// <summary>The one loop that all passes share.</summary>
internal static class TraceLoop
{
    /// <summary>
    /// Events in one call of the loop. A method that is called often and for a short time soon runs as it will run for good,
    /// which a single long call would not.
    /// </summary>
    private const int SliceEvents = 2048;

    /// <summary>Lets a contestant serve all events, and counts the requests it refused.</summary>
    /// <param name="contestant">Who serves.</param>
    /// <param name="events">What is asked for.</param>
    /// <param name="tokens">The token of each object, by its number.</param>
    /// <param name="witness">What is done before and after each event.</param>
    public static int Run<TContestant, TWitness>(ref TContestant contestant, ReadOnlySpan<TraceEvent> events, Span<long> tokens, ref TWitness witness)
        where TContestant : struct, IContestant
        where TWitness : struct, IWitness<TContestant>
    {
        int refused = 0;
        while (!events.IsEmpty)
        {
            int count = int.Min(events.Length, SliceEvents);
            refused += RunSlice(ref contestant, events[..count], tokens, ref witness);
            events = events[count..];
        }

        return refused;
    }

    private static int RunSlice<TContestant, TWitness>(ref TContestant contestant, ReadOnlySpan<TraceEvent> events, Span<long> tokens, ref TWitness witness)
        where TContestant : struct, IContestant
        where TWitness : struct, IWitness<TContestant>
    {
        int refused = 0;
        foreach (TraceEvent step in events)
        {
            ref long token = ref tokens[step.Id];
            bool served = true;
            witness.Before(ref contestant, step, token);
            switch (step.Action)
            {
                case TraceAction.Allocate:
                    served = contestant.TryAlloc(step.Size, step.Alignment, out token);
                    break;
                case TraceAction.Resize:
                    served = contestant.TryRealloc(ref token, step.Size);
                    break;
                case TraceAction.Free:
                    contestant.Free(token);
                    break;
            }

            witness.After(ref contestant, step, token, served);
            if (!served) refused++;
        }

        return refused;
    }
}
