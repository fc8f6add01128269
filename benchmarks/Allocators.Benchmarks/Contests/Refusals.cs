using Allocators.Benchmarks.Contestants;
using Allocators.Benchmarks.Workloads;

namespace Allocators.Benchmarks.Contests;

/// <summary>The part of all requests that C1M refuses, and what policies would refuse that have all the time of the world.</summary>
/// <param name="Level">How full the heap is kept.</param>
/// <param name="Heap">Of the heap.</param>
/// <param name="FirstFit">Of the first gap with room.</param>
/// <param name="BestFit">Of the smallest gap with room.</param>
/// <param name="Wrong">Requests that the heap refused although it had a gap for them.</param>
internal sealed record Refusals(double Level, double Heap, double FirstFit, double BestFit, int Wrong)
{
    private const int Steps = 500_000;

    /// <summary>Counts at a level of the live bytes, as they were asked for or rounded up to chunks.</summary>
    public static Refusals At(double level, int granule)
    {
        C1M.Reset();
        WatchedContestant<C1M.Allocator> heap = default;
        PolicyContestant firstFit = new(C1M.Chunks, C1M.ChunkSize, isBestFit: false);
        PolicyContestant bestFit = new(C1M.Chunks, C1M.ChunkSize, isBestFit: true);
        return new Refusals(level, Share(ref heap), Share(ref firstFit), Share(ref bestFit), heap.WronglyRefused);

        double Share<TContestant>(ref TContestant contestant)
            where TContestant : struct, IContestant
        {
            Churn churn = Churn.OfC1M(level, granule);
            churn.Run(ref contestant, Steps);
            double refused = (double)churn.Failed / churn.Requests;
            churn.Drain(ref contestant);
            return refused;
        }
    }
}
