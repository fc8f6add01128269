using System.Diagnostics;
using System.Runtime.CompilerServices;
using Allocators.Benchmarks.Contestants;

namespace Allocators.Benchmarks.Workloads;

/// <summary>W1: one object is allocated and freed, again and again.</summary>
internal static class PingPong
{
    /// <summary>Allocates and frees a number of times.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Run<TContestant>(ref TContestant contestant, int size, int pairs)
        where TContestant : struct, IContestant
    {
        for (int i = 0; i < pairs; i++)
        {
            contestant.TryAlloc(size, 1, out long token);
            contestant.Free(token);
        }
    }

    /// <summary>The same, and gives the nanoseconds a pair.</summary>
    public static double Time<TContestant>(ref TContestant contestant, int size, int pairs)
        where TContestant : struct, IContestant
    {
        long start = Stopwatch.GetTimestamp();
        Run(ref contestant, size, pairs);
        return Stopwatch.GetElapsedTime(start).TotalNanoseconds / pairs;
    }
}
