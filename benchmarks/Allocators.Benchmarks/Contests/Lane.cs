using System;
using Allocators.Benchmarks.Contestants;
using Allocators.Benchmarks.Workloads;
using Allocators.Timing;

namespace Allocators.Benchmarks.Contests;

/// <summary>A contestant with its workload, which can be run for a while, again and again.</summary>
internal abstract class Lane(string name)
{
    private readonly double[] _times = new double[Contest.Repetitions];

    public string Name { get; } = name;

    /// <summary>The median of what was noted, in nanoseconds.</summary>
    public double Nanoseconds => Median.Of<double>([.. _times]);

    /// <summary>Runs for a number of steps and gives the nanoseconds a step.</summary>
    public abstract double Run(int steps);

    /// <summary>Runs for a number of steps and notes the time as that of a repetition.</summary>
    public void Measure(int repetition, int steps) => _times[repetition] = Run(steps);
}

/// <summary>W1 with a contestant; a step is a pair of calls.</summary>
internal sealed class PingPongLane<TContestant>(string name, TContestant contestant, int size) : Lane(name)
    where TContestant : struct, IContestant
{
    private TContestant _contestant = contestant;

    public override double Run(int steps) => PingPong.Time(ref _contestant, size, steps);
}
