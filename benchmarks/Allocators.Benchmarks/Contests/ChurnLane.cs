using Allocators.Benchmarks.Contestants;
using Allocators.Benchmarks.Workloads;
using Allocators.Timing;

namespace Allocators.Benchmarks.Contests;

/// <summary>W3 with a contestant; a step is one call.</summary>
internal abstract class ChurnLane(string name) : Lane(name)
{
    /// <summary>The part of all requests since the start that found no room.</summary>
    public abstract double Refused { get; }

    /// <summary>Starts again and times single steps, once the level is reached.</summary>
    public abstract Latencies TimeOperations();

    /// <summary>Gives back everything that is live.</summary>
    public abstract void Drain();
}

/// <summary>W3 with a contestant of a type, so that its calls are part of the workload's loop.</summary>
internal sealed class ChurnLane<TContestant>(string name, TContestant contestant, Churn churn) : ChurnLane(name)
    where TContestant : struct, IContestant
{
    /// <summary>So many steps reach the level in all workloads.</summary>
    private const int StepsToLevel = 100_000;

    private const int TimedSteps = 400_000;

    private TContestant _contestant = contestant;

    public override double Refused => (double)churn.Failed / churn.Requests;

    public override double Run(int steps) => churn.Run(ref _contestant, steps);

    public override Latencies TimeOperations()
    {
        LatencyRecorder latencies = new(TimedSteps);
        WarmUp.Measure(LatencyRecorder.Passes, () => TimePass(0), TimePass);
        return latencies.Result();

        void TimePass(int pass)
        {
            Drain();
            churn.Run(ref _contestant, StepsToLevel);
            for (int i = 0; i < TimedSteps; i++) latencies.Note(i, churn.TimedStep(ref _contestant));
            latencies.EndPass(pass);
        }
    }

    public override void Drain() => churn.Drain(ref _contestant);
}
