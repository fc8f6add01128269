using System;
using System.Diagnostics;
using System.Linq;
using Allocators.Benchmarks.Workloads;

namespace Allocators.Benchmarks.Contests;

/// <summary>Looks up 256 handles whose bytes name each of them once; a step is one look.</summary>
/// <param name="name">What looks.</param>
/// <param name="lookup">How it looks.</param>
/// <param name="handles">The handles, 256 of them.</param>
/// <param name="isChain">Whether each look needs what the one before it found.</param>
internal sealed class LookupLane<TLookup, THandle>(string name, TLookup lookup, THandle[] handles, bool isChain) : Lane(name)
    where TLookup : struct, ILookup<THandle>
{
    private readonly int _expected = isChain ? 0 : Enumerable.Range(0, handles.Length).Sum();

    public override double Run(int steps)
    {
        int passes = int.Max(1, steps / handles.Length);
        long start = Stopwatch.GetTimestamp();
        for (int pass = 0; pass < passes; pass++)
        {
            int found = isChain ? Lookups.Follow(lookup, handles, 0) : Lookups.Sum(lookup, handles);
            if (found != _expected) throw new InvalidOperationException($"{Name} found {found} instead of {_expected}.");
        }

        return Stopwatch.GetElapsedTime(start).TotalNanoseconds / ((long)passes * handles.Length);
    }
}
