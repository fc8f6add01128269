using System.Diagnostics;
using System.Threading.Tasks;
using Allocators.Benchmarks.Contestants;
using Allocators.Benchmarks.Workloads;

namespace Allocators.Benchmarks.Contests;

/// <summary>W1 by two threads on one heap; a step is a pair of calls by either of them, so that the time is that of both together.</summary>
internal sealed class TwoThreadsLane<TContestant>(string name, TContestant contestant, int size) : Lane(name)
    where TContestant : struct, IContestant
{
    private TContestant _contestant = contestant;

    public override double Run(int steps)
    {
        int half = steps / 2;
        long start = Stopwatch.GetTimestamp();
        Task other = Task.Run(() => PingPong.Run(ref _contestant, size, half));
        PingPong.Run(ref _contestant, size, half);
        other.Wait();
        return Stopwatch.GetElapsedTime(start).TotalNanoseconds / (2 * half);
    }
}
