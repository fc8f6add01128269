using System;
using System.Collections.Generic;
using Allocators.Benchmarks.Contestants;
using Allocators.Benchmarks.Workloads;

namespace Allocators.Benchmarks.Budgets;

/// <summary>How many requests of W3 a nearly full Teaspoon refuses, and how long it takes to refuse one.</summary>
internal sealed class TeaspoonRefusals : IBudget
{
    private const int Steps = 1_000_000;

    /// <summary>What the crate teaspoon refuses of the same requests, in percent, where that was measured.</summary>
    private const double OriginalOf4KiB = 48.9;
    private const double OriginalOf128KiB = 0.02;

    public string Title => "Teaspoon, refused requests";

    public IEnumerable<BudgetRow> Measure() =>
    [
        BudgetRow.LessThan("Teaspoon W3 T4K at 80 %, refused", OriginalOf4KiB, Refused<T4K.Allocator>(128, 0.8), "%", "N3"),
        BudgetRow.Told("Teaspoon W3 T4K at 90 %, refused", Refused<T4K.Allocator>(128, 0.9), "%", "N3"),
        BudgetRow.LessThan("Teaspoon W3 T128K at 80 %, refused", OriginalOf128KiB, Refused<T128K.Allocator>(1024, 0.8), "%", "N3"),
        BudgetRow.Told("Teaspoon W3 T128K at 90 %, refused", Refused<T128K.Allocator>(1024, 0.9), "%", "N3"),
        .. Times<T4K.Allocator>("4KiB", tooSmall: 34, request: 46),
        .. Times<T128K.Allocator>("128KiB", tooSmall: 60, request: 64),
        .. Times<T16M.Allocator>("16MiB", tooSmall: 252, request: 260),
    ];

    private static double Refused<THeap>(int largest, double level)
        where THeap : struct, IHeap
    {
        HeapContestant<THeap> heap = new(Emptied<THeap>());
        Churn churn = new(1, largest, (long)(default(THeap).Capacity * level), IsAligned: false);
        churn.Run(ref heap, Steps);
        return 100.0 * churn.Failed / churn.Requests;
    }

    private static IEnumerable<BudgetRow> Times<THeap>(string variant, int tooSmall, int request)
        where THeap : struct, IHeap
    {
        const double Limit = 30;
        const int Small = 16;
        string what = $"Teaspoon {variant}, a refused request, ";

        RefusalClock<THeap> full = new(Emptied<THeap>());
        full.Fill(Small);
        yield return BudgetRow.AtMost(what + "full of 16 bytes", Limit, full.Slowest(Small + 8), "ns");

        full.FreeEverySecond();
        yield return BudgetRow.AtMost(what + "every second of them freed", Limit, full.Slowest(Small + 8), "ns");

        // All free blocks are in the bin that is looked through for this size, and none is large enough.
        RefusalClock<THeap> gaps = new(Emptied<THeap>());
        gaps.Take(request);
        gaps.Take(Small);
        gaps.Fill(tooSmall, Small);
        gaps.FreeEverySecond();
        double first = gaps.FirstWithoutLargest(request);
        yield return BudgetRow.AtMost(what + "all gaps just too small", Limit, gaps.Slowest(request), "ns");
        yield return BudgetRow.Told(what + "once the only larger gap was taken", first, "ns", "N0");
    }

    private static THeap Emptied<THeap>()
        where THeap : struct, IHeap
    {
        THeap heap = default;
        heap.Reset();
        return heap;
    }
}
