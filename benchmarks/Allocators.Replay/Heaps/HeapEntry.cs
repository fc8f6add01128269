using System;
using System.Linq;
using System.Runtime.CompilerServices;
using Allocators.Benchmarks;
using Allocators.Benchmarks.Contestants;

namespace Allocators.Replay.Heaps;

/// <summary>A heap that can take part.</summary>
/// <param name="Name">What it is called on the command line and in reports.</param>
/// <param name="IsYardstick">Whether it takes part always, because the others are compared with it.</param>
/// <param name="EnterAs">Makes it take part under a name in a trace with an arena of so many bytes, or gives null if it cannot.</param>
internal sealed record HeapEntry(string Name, bool IsYardstick, Func<string, LoadedTrace, long, Contender?> EnterAs)
{
    /// <summary>Something to compare with, which takes its memory from the system.</summary>
    public static HeapEntry Yardstick<TContestant>(string name)
        where TContestant : struct, IContestant =>
        new(name, true, static (title, trace, _) => new TraceContender<TContestant>(title, trace, default));

    /// <summary>A heap over memory at an address. Where its bookkeeping lies in front of it, the arena is what comes behind.</summary>
    public static HeapEntry OverArena<THeap>(string name, int overheadBytes, int maxCapacity, Func<nint, long, THeap> create)
        where THeap : struct, IHeap =>
        new(name, false, (title, trace, arenaBytes) => EnterOverArena(
            arenaBytes,
            overheadBytes,
            maxCapacity,
            create,
            heap => CanServe(heap, trace),
            heap => new HeapContestant<THeap>(heap, trace.NaturalAlignment),
            (contestant, arena, anew) => new TraceContender<HeapContestant<THeap>>(title, trace, contestant, arena, anew)));

    /// <summary>A heap of equal blocks over memory at an address: it serves the requests that fit a block, and the rest are counted.</summary>
    public static HeapEntry FixedSize<THeap, TContestant>(
        string name, int blockSize, int overheadBytes, int maxCapacity, Func<nint, long, THeap> create, Func<THeap, TContestant> contestantOf)
        where THeap : struct, IHeap
        where TContestant : struct, IContestant =>
        new(name, false, (title, trace, arenaBytes) => EnterOverArena(
            arenaBytes,
            overheadBytes,
            maxCapacity,
            create,
            heap => HasAlignments(heap, trace),
            contestantOf,
            (contestant, arena, anew) => new TraceContender<TContestant>(title, trace, contestant, arena, anew, blockSize)));

    /// <summary>A static heap, by its allocator: it takes part where the arena would be no larger than it is.</summary>
    public static HeapEntry Static<THeap>(string name)
        where THeap : struct, IHeap =>
        new(name, false, static (title, trace, arenaBytes) =>
        {
            THeap heap = default;
            heap.Reset();
            if (heap.Capacity < arenaBytes || !CanServe(heap, trace)) return null;

            return new TraceContender<HeapContestant<THeap>>(title, trace, new(heap, trace.NaturalAlignment));
        });

    /// <summary>A heap in variants, the smallest first: the first that can serve a trace takes part, and its name comes behind that of the heap.</summary>
    public static HeapEntry Smallest(string name, params HeapEntry[] variants) =>
        new(name, false, (_, trace, arenaBytes) => variants
            .Select(variant => variant.EnterAs($"{name} {variant.Name}", trace, arenaBytes))
            .FirstOrDefault(static contender => contender is not null));

    /// <summary>Makes the heap take part in a trace with an arena of so many bytes, or gives null if it cannot.</summary>
    public Contender? Enter(LoadedTrace trace, long arenaBytes) => EnterAs(Name, trace, arenaBytes);

    /// <summary>Whether an empty heap could have every single object of a trace.</summary>
    private static bool CanServe<THeap>(THeap heap, LoadedTrace trace)
        where THeap : struct, IHeap =>
        HasAlignments(heap, trace) && heap.GetStatistics().LargestFreeBlock >= trace.LargestObject;

    /// <summary>Whether blocks of a heap can be aligned to all that a trace asks for.</summary>
    private static bool HasAlignments<THeap>(THeap heap, LoadedTrace trace)
        where THeap : struct, IHeap =>
        heap.MaxAlignment >= trace.MaxAlignment;

    private static Contender? EnterOverArena<THeap, TContestant>(
        long arenaBytes,
        int overheadBytes,
        int maxCapacity,
        Func<nint, long, THeap> create,
        Func<THeap, bool> canServe,
        Func<THeap, TContestant> contestantOf,
        Func<TContestant, NativeArena, Func<nint, long, TContestant>, Contender> contenderOf)
        where THeap : struct
    {
        if (arenaBytes > maxCapacity) return null;

        // Bookkeeping that is larger than the struct cannot be in it.
        bool isStateInStruct = Unsafe.SizeOf<THeap>() > overheadBytes;
        NativeArena arena = new(arenaBytes + (isStateInStruct ? 0 : RoundUpToPages(overheadBytes)));
        THeap heap = create(arena.Address, arena.Length);
        if (canServe(heap)) return contenderOf(contestantOf(heap), arena, (address, length) => contestantOf(create(address, length)));

        arena.Dispose();
        return null;
    }

    private static long RoundUpToPages(int bytes) => ((long)bytes + NativeArena.Alignment - 1) & -NativeArena.Alignment;
}
