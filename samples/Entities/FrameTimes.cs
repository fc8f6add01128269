using System;
using System.Diagnostics;
using System.Linq;
using Allocators.Timing;

namespace Entities;

/// <summary>How long frames take: the same play again and again, once the run time has made its best code.</summary>
/// <param name="MedianMicroseconds">Half of the frames take longer, in the middle one of the plays.</param>
/// <param name="LongestMicroseconds">The longest, where each frame counts as fast as it was in its fastest play, so that interrupts do not count.</param>
internal sealed record FrameTimes(double MedianMicroseconds, double LongestMicroseconds)
{
    /// <summary>Plays that count.</summary>
    public const int Plays = 7;

    public static FrameTimes Measure(Func<Play> start)
    {
        long[] medians = new long[Plays];
        long[] fastest = new long[Play.Frames];
        WarmUp.Measure(Plays, () => Run(0), Run);
        return new(ToMicroseconds(Median.Of<long>(medians)), ToMicroseconds(fastest.Max()));

        void Run(int round)
        {
            Play play = start();
            play.Run();
            for (int frame = 0; frame < Play.Frames; frame++) fastest[frame] = round == 0 ? play.Ticks[frame] : long.Min(fastest[frame], play.Ticks[frame]);
            medians[round] = Median.Of<long>(play.Ticks);
        }
    }

    private static double ToMicroseconds(long ticks) => TimeSpan.FromSeconds((double)ticks / Stopwatch.Frequency).TotalMicroseconds;
}
