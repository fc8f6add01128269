using System.Collections.Generic;
using Allocators.Timing;

namespace Allocators.Benchmarks.Contests;

/// <summary>Runs lanes by turns, so that all of them meet the same weather on the machine.</summary>
internal static class Contest
{
    /// <summary>Times each lane is measured.</summary>
    public const int Repetitions = 11;

    private const int WarmUpCalls = 40;
    private const int WarmUpSteps = 2000;

    /// <summary>Warms up and measures all lanes, for so many steps at a time.</summary>
    public static void Run(IReadOnlyList<Lane> lanes, int steps)
    {
        WarmUp.Measure(Repetitions, Warm, Measure);

        void Warm()
        {
            foreach (Lane lane in lanes)
            {
                for (int call = 0; call < WarmUpCalls; call++) lane.Run(WarmUpSteps);
            }
        }

        void Measure(int repetition)
        {
            foreach (Lane lane in lanes) lane.Measure(repetition, steps);
        }
    }
}
