using System;
using System.Diagnostics;
using System.Runtime;
using System.Threading;

namespace Allocators.Timing;

/// <summary>Sees to it that only code is measured that is as good as it gets.</summary>
/// <remarks>
/// The run time starts with code that it made in a hurry, counts its calls, and makes better code in the background: once, and
/// after it saw that run, again. How many calls that takes and how long is not for us to know, but it says how many methods it has
/// compiled. As long as that number changes, nothing counts.
/// </remarks>
internal static class WarmUp
{
    /// <summary>For how long at least everything runs before anything counts.</summary>
    private static readonly TimeSpan Least = TimeSpan.FromSeconds(2);

    /// <summary>
    /// For how long nothing may have been compiled by then, in time of a processor: where others have the processors, the thread that
    /// compiles waits as we do. The run time itself waits for 100 ms before it counts calls.
    /// </summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(1.5);

    /// <summary>Turns in which nothing may have been compiled by then.</summary>
    private const int QuietTurns = 3;

    private const int Attempts = 10;

    /// <summary>Warms up, and runs rounds that count: all again if something was compiled meanwhile.</summary>
    /// <param name="rounds">Rounds that count.</param>
    /// <param name="warmUp">All that is measured, for a short time but in many calls, as calls are what the run time counts. It runs again and again.</param>
    /// <param name="round">A round by its number, under which it notes what it measured. The first runs once more before, to fill what a workload has to fill.</param>
    /// <exception cref="InvalidOperationException">The run time did not come to an end with compiling.</exception>
    public static void Measure(int rounds, Action warmUp, Action<int> round)
    {
        for (int attempt = 0; attempt < Attempts; attempt++)
        {
            Run(warmUp);
            round(0);
            long compiled = JitInfo.GetCompiledMethodCount();
            for (int i = 0; i < rounds; i++) round(i);
            if (JitInfo.GetCompiledMethodCount() == compiled) return;
        }

        throw new InvalidOperationException($"The run time was still compiling after {Attempts} attempts to measure.");
    }

    /// <summary>Runs something for two seconds at least, and until nothing is compiled any more.</summary>
    private static void Run(Action turn)
    {
        long start = Stopwatch.GetTimestamp(), compiled = 0;
        TimeSpan lastChange = default;
        for (int turns = 0; turns < QuietTurns || Stopwatch.GetElapsedTime(start) < Least || Environment.CpuUsage.TotalTime - lastChange < Quiet; turns++)
        {
            turn();

            // Better code is made by a thread that needs a processor, which may be the only one.
            Thread.Sleep(1);
            long now = JitInfo.GetCompiledMethodCount();
            if (now != compiled) (compiled, lastChange, turns) = (now, Environment.CpuUsage.TotalTime, 0);
        }
    }
}
