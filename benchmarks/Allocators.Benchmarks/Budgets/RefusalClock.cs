using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Runtime.CompilerServices;
using Allocators.Timing;

namespace Allocators.Benchmarks.Budgets;

/// <summary>A static heap that is full, and how long it takes to say so.</summary>
internal sealed class RefusalClock<THeap>(THeap heap)
    where THeap : struct, IHeap
{
    private const int Repetitions = 101;
    private const int Requests = 1000;

    /// <summary>Requests that are larger by so many bytes are timed as well.</summary>
    private static readonly int[] Growths = [0, (1 << 5) - 1, (1 << 10) - 1, (1 << 15) - 1, (1 << 20) - 1];

    private readonly List<Block> _blocks = [];
    private THeap _heap = heap;

    /// <summary>Takes one block of a size.</summary>
    public void Take(int size) => _blocks.Add(_heap.Alloc(size));

    /// <summary>Takes blocks of these sizes by turns until there is no room for any.</summary>
    public void Fill(params ReadOnlySpan<int> sizes)
    {
        int refused = 0;
        for (int i = 0; refused < sizes.Length; i++)
        {
            if (_heap.TryAlloc(sizes[i % sizes.Length], 1, out Block block)) _blocks.Add(block);
            else refused++;
        }
    }

    /// <summary>Frees every second block, but not the first.</summary>
    public void FreeEverySecond()
    {
        for (int i = 2; i < _blocks.Count - 1; i += 2) _heap.Free(_blocks[i]);
    }

    /// <summary>Nanoseconds of the first request after the largest free block, of just this size, was taken again; the median of many.</summary>
    public double FirstWithoutLargest(int size)
    {
        double[] times = new double[Repetitions];
        WarmUp.Measure(Repetitions, Warm, Measure);
        return Median.Of<double>(times);

        void Warm()
        {
            for (int i = 0; i < Repetitions; i++) Measure(i);
        }

        void Measure(int repetition)
        {
            _heap.Free(_blocks[0]);
            _blocks[0] = _heap.Alloc(size);
            long start = Stopwatch.GetTimestamp();
            Refuse(size, 1);
            times[repetition] = Stopwatch.GetElapsedTime(start).TotalNanoseconds;
        }
    }

    /// <summary>Nanoseconds of a request of this size, or of a larger one if that takes longer; the median of many.</summary>
    public double Slowest(int size)
    {
        double[][] times = [.. Growths.Select(static _ => new double[Repetitions])];
        WarmUp.Measure(Repetitions, Warm, Measure);
        return times.Max(static times => Median.Of<double>(times));

        void Warm()
        {
            for (int i = 0; i < Repetitions; i++) Measure(i);
        }

        void Measure(int repetition)
        {
            for (int i = 0; i < Growths.Length; i++)
            {
                long start = Stopwatch.GetTimestamp();
                Refuse(size + Growths[i], Requests);
                times[i][repetition] = Stopwatch.GetElapsedTime(start).TotalNanoseconds / Requests;
            }
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Refuse(int size, int requests)
    {
        for (int i = 0; i < requests; i++)
        {
            if (_heap.TryAlloc(size, 1, out _)) throw new InvalidOperationException($"{size} bytes were not refused");
        }
    }
}
