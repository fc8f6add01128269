using System;
using System.Diagnostics;
using System.Linq;
using Allocators.Timing;

namespace Allocators.Benchmarks;

/// <summary>
/// Times single operations in identical passes. Percentiles are medians over the passes; the maximum is that of the fastest
/// times of each operation, because what interrupts the process does not hit the same operation in all of them.
/// </summary>
internal sealed class LatencyRecorder(int operations)
{
    /// <summary>Passes that are enough.</summary>
    public const int Passes = 7;

    private readonly long[] _pass = new long[operations];
    private readonly long[] _fastest = new long[operations];
    private readonly long[] _p50 = new long[Passes], _p99 = new long[Passes], _p999 = new long[Passes];

    /// <summary>What lies between two looks at the clock with nothing in between, in nanoseconds.</summary>
    public static long TimerCost()
    {
        const int Looks = 10_001;
        long[] costs = new long[Looks];
        for (int i = 0; i < Looks; i++)
        {
            long start = Stopwatch.GetTimestamp();
            costs[i] = Stopwatch.GetTimestamp() - start;
        }

        return ToNanoseconds(Median.Of<long>(costs));
    }

    /// <summary>Notes the time of an operation, in ticks of the stopwatch.</summary>
    public void Note(int operation, long ticks) => _pass[operation] = ticks;

    /// <summary>Ends a pass, by its number, in which each operation was noted. The first starts anew.</summary>
    public void EndPass(int pass)
    {
        for (int i = 0; i < _pass.Length; i++) _fastest[i] = pass == 0 ? _pass[i] : long.Min(_fastest[i], _pass[i]);

        Array.Sort(_pass);
        _p50[pass] = Percentile(0.5);
        _p99[pass] = Percentile(0.99);
        _p999[pass] = Percentile(0.999);
    }

    /// <summary>What came out of all passes.</summary>
    public Latencies Result() => new(MedianOf(_p50), MedianOf(_p99), MedianOf(_p999), ToNanoseconds(_fastest.Max()));

    private static long MedianOf(long[] ticks) => ToNanoseconds(Median.Of<long>(ticks));

    private static long ToNanoseconds(long ticks) => ticks * 1_000_000_000 / Stopwatch.Frequency;

    private long Percentile(double part) => _pass[(int)(part * (_pass.Length - 1))];
}
