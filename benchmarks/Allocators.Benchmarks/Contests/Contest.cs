using System;
using System.Collections.Generic;
using System.Threading;

namespace Allocators.Benchmarks.Contests;

/// <summary>Runs lanes by turns, so that all of them meet the same weather on the machine.</summary>
internal static class Contest
{
    /// <summary>Times each lane is measured.</summary>
    private const int Repetitions = 11;

    private const int WarmUpRounds = 4;
    private const int WarmUpCalls = 40;
    private const int WarmUpSteps = 2000;

    /// <summary>In the meantime, the run time makes better code of what was called often.</summary>
    public static readonly TimeSpan WarmUpPause = TimeSpan.FromMilliseconds(200);

    /// <summary>Warms up and measures all lanes, for so many steps at a time.</summary>
    public static void Run(IReadOnlyList<Lane> lanes, int steps)
    {
        for (int round = 0; round < WarmUpRounds; round++)
        {
            foreach (Lane lane in lanes)
            {
                for (int call = 0; call < WarmUpCalls; call++) lane.Run(WarmUpSteps);
            }

            Thread.Sleep(WarmUpPause);
        }

        // What the workload has to fill first is full after that.
        foreach (Lane lane in lanes) lane.Run(steps);

        for (int repetition = 0; repetition < Repetitions; repetition++)
        {
            foreach (Lane lane in lanes) lane.Measure(steps);
        }
    }
}
