using System;
using Allocators.Benchmarks;
using Allocators.Benchmarks.Contestants;

namespace Allocators.Replay.Heaps;

/// <summary>A heap that can take part.</summary>
/// <param name="Name">What it is called on the command line and in reports.</param>
/// <param name="IsYardstick">Whether it takes part always, because the others are compared with it.</param>
/// <param name="Enter">Makes it take part in a trace with an arena of so many bytes, or gives null if it cannot.</param>
internal sealed record HeapEntry(string Name, bool IsYardstick, Func<LoadedTrace, long, Contender?> Enter)
{
    /// <summary>Something to compare with, which takes its memory from the system.</summary>
    public static HeapEntry Yardstick<TContestant>(string name)
        where TContestant : struct, IContestant =>
        new(name, true, (trace, _) => new TraceContender<TContestant>(name, trace, default));

    /// <summary>A heap over memory at an address, with its bookkeeping in front of it: the arena is what comes behind.</summary>
    public static HeapEntry OverArena<THeap>(string name, int overheadBytes, int maxCapacity, Func<nint, long, THeap> create)
        where THeap : struct, IAllocator =>
        new(name, false, (trace, arenaBytes) =>
        {
            if (arenaBytes > maxCapacity) return null;

            NativeArena arena = new(RoundUpToPages(overheadBytes) + arenaBytes);
            THeap heap = create(arena.Address, arena.Length);
            if (heap.MaxAlignment >= trace.MaxAlignment) return new TraceContender<HeapContestant<THeap>>(name, trace, new(heap), arena);

            arena.Dispose();
            return null;
        });

    /// <summary>A static heap, by its allocator: it takes part where the arena would be no larger than it is.</summary>
    public static HeapEntry Static<THeap>(string name)
        where THeap : struct, IAllocator =>
        new(name, false, (trace, arenaBytes) =>
        {
            THeap heap = default;
            if (heap.Capacity < arenaBytes || heap.MaxAlignment < trace.MaxAlignment) return null;

            heap.Reset();
            return new TraceContender<HeapContestant<THeap>>(name, trace, new(heap));
        });

    private static long RoundUpToPages(int bytes) => ((long)bytes + NativeArena.Alignment - 1) & -NativeArena.Alignment;
}
