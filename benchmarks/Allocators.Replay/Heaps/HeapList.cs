using System.Collections.Generic;
using Allocators.Benchmarks.Contestants;

namespace Allocators.Replay.Heaps;

/// <summary>All heaps that can take part, a line each.</summary>
internal static class HeapList
{
    public const string Malloc = "malloc";
    public const string Mimalloc = "mimalloc";

    public static IReadOnlyList<HeapEntry> All { get; } =
    [
        HeapEntry.Yardstick<NativeContestant>(Malloc),
        .. MimallocContestant.IsAvailable ? [HeapEntry.Yardstick<MimallocContestant>(Mimalloc)] : (HeapEntry[])[],
        HeapEntry.OverArena("chunks-16", Chunks16.OverheadBytes, Chunks16.MaxCapacity, (address, length) => new Chunks16(address, length)),
        HeapEntry.OverArena("chunks-32", Chunks32.OverheadBytes, Chunks32.MaxCapacity, (address, length) => new Chunks32(address, length)),
        HeapEntry.OverArena("chunks-64", Chunks64.OverheadBytes, Chunks64.MaxCapacity, (address, length) => new Chunks64(address, length)),
        HeapEntry.OverArena("chunks-256", Chunks256.OverheadBytes, Chunks256.MaxCapacity, (address, length) => new Chunks256(address, length)),
        HeapEntry.OverArena("chunks-16-immediate", Chunks16Immediate.OverheadBytes, Chunks16Immediate.MaxCapacity, (address, length) => new Chunks16Immediate(address, length)),
        HeapEntry.OverArena("chunks-64-immediate", Chunks64Immediate.OverheadBytes, Chunks64Immediate.MaxCapacity, (address, length) => new Chunks64Immediate(address, length)),
        HeapEntry.Smallest(
            "spoon",
            HeapEntry.OverArena("4KiB", Spoon4KiB.OverheadBytes, Spoon4KiB.MaxCapacity, (address, length) => new Spoon4KiB(address, length)),
            HeapEntry.OverArena("128KiB", Spoon128KiB.OverheadBytes, Spoon128KiB.MaxCapacity, (address, length) => new Spoon128KiB(address, length)),
            HeapEntry.OverArena("16MiB", Spoon16MiB.OverheadBytes, Spoon16MiB.MaxCapacity, (address, length) => new Spoon16MiB(address, length)),
            HeapEntry.OverArena("1GiB", Spoon1GiB.OverheadBytes, Spoon1GiB.MaxCapacity, (address, length) => new Spoon1GiB(address, length))),
        HeapEntry.Smallest(
            "spoon-deferred",
            HeapEntry.OverArena("4KiB", Spoon4KiBDeferred.OverheadBytes, Spoon4KiBDeferred.MaxCapacity, (address, length) => new Spoon4KiBDeferred(address, length)),
            HeapEntry.OverArena("128KiB", Spoon128KiBDeferred.OverheadBytes, Spoon128KiBDeferred.MaxCapacity, (address, length) => new Spoon128KiBDeferred(address, length)),
            HeapEntry.OverArena("16MiB", Spoon16MiBDeferred.OverheadBytes, Spoon16MiBDeferred.MaxCapacity, (address, length) => new Spoon16MiBDeferred(address, length)),
            HeapEntry.OverArena("1GiB", Spoon1GiBDeferred.OverheadBytes, Spoon1GiBDeferred.MaxCapacity, (address, length) => new Spoon1GiBDeferred(address, length))),
        HeapEntry.Smallest(
            "spoon-headerless",
            HeapEntry.OverArena("4KiB", Headerless4KiB.OverheadBytes, Headerless4KiB.MaxCapacity, (address, length) => new Headerless4KiB(address, length)),
            HeapEntry.OverArena("128KiB", Headerless128KiB.OverheadBytes, Headerless128KiB.MaxCapacity, (address, length) => new Headerless128KiB(address, length)),
            HeapEntry.OverArena("16MiB", Headerless16MiB.OverheadBytes, Headerless16MiB.MaxCapacity, (address, length) => new Headerless16MiB(address, length)),
            HeapEntry.OverArena("1GiB", Headerless1GiB.OverheadBytes, Headerless1GiB.MaxCapacity, (address, length) => new Headerless1GiB(address, length))),
        HeapEntry.Smallest(
            "spoon-headerless-unchecked",
            HeapEntry.OverArena("4KiB", HeaderlessUnchecked4KiB.OverheadBytes, HeaderlessUnchecked4KiB.MaxCapacity, (address, length) => new HeaderlessUnchecked4KiB(address, length)),
            HeapEntry.OverArena("128KiB", HeaderlessUnchecked128KiB.OverheadBytes, HeaderlessUnchecked128KiB.MaxCapacity, (address, length) => new HeaderlessUnchecked128KiB(address, length)),
            HeapEntry.OverArena("16MiB", HeaderlessUnchecked16MiB.OverheadBytes, HeaderlessUnchecked16MiB.MaxCapacity, (address, length) => new HeaderlessUnchecked16MiB(address, length)),
            HeapEntry.OverArena("1GiB", HeaderlessUnchecked1GiB.OverheadBytes, HeaderlessUnchecked1GiB.MaxCapacity, (address, length) => new HeaderlessUnchecked1GiB(address, length))),
        HeapEntry.Smallest(
            "spoon-headerless-immediate",
            HeapEntry.OverArena("4KiB", HeaderlessImmediate4KiB.OverheadBytes, HeaderlessImmediate4KiB.MaxCapacity, (address, length) => new HeaderlessImmediate4KiB(address, length)),
            HeapEntry.OverArena("128KiB", HeaderlessImmediate128KiB.OverheadBytes, HeaderlessImmediate128KiB.MaxCapacity, (address, length) => new HeaderlessImmediate128KiB(address, length)),
            HeapEntry.OverArena("16MiB", HeaderlessImmediate16MiB.OverheadBytes, HeaderlessImmediate16MiB.MaxCapacity, (address, length) => new HeaderlessImmediate16MiB(address, length)),
            HeapEntry.OverArena("1GiB", HeaderlessImmediate1GiB.OverheadBytes, HeaderlessImmediate1GiB.MaxCapacity, (address, length) => new HeaderlessImmediate1GiB(address, length))),
        HeapEntry.Smallest(
            "size-class",
            HeapEntry.OverArena("128KiB", SizeClass128KiB.OverheadBytes, SizeClass128KiB.MaxCapacity, (address, length) => new SizeClass128KiB(address, length)),
            HeapEntry.OverArena("512KiB", SizeClass512KiB.OverheadBytes, SizeClass512KiB.MaxCapacity, (address, length) => new SizeClass512KiB(address, length)),
            HeapEntry.OverArena("2MiB", SizeClass2MiB.OverheadBytes, SizeClass2MiB.MaxCapacity, (address, length) => new SizeClass2MiB(address, length)),
            HeapEntry.OverArena("16MiB", SizeClass16MiB.OverheadBytes, SizeClass16MiB.MaxCapacity, (address, length) => new SizeClass16MiB(address, length)),
            HeapEntry.OverArena("64MiB", SizeClass64MiB.OverheadBytes, SizeClass64MiB.MaxCapacity, (address, length) => new SizeClass64MiB(address, length))),
        HeapEntry.OverArena("spoon-1G", Spoon1GiB.OverheadBytes, Spoon1GiB.MaxCapacity, (address, length) => new Spoon1GiB(address, length)),
        HeapEntry.OverArena("spoon-1G-deferred", Spoon1GiBDeferred.OverheadBytes, Spoon1GiBDeferred.MaxCapacity, (address, length) => new Spoon1GiBDeferred(address, length)),
        HeapEntry.FixedSize(
            "free-list-64",
            FreeList64.BlockSize,
            FreeList64.OverheadBytes,
            FreeList64.MaxCapacity,
            static (address, length) => new FreeList64(address, length),
            static heap => new HeapContestant<FreeList64>(heap)),
        HeapEntry.FixedSize(
            "slab-64",
            Slab64.BlockSize,
            Slab64.OverheadBytes,
            Slab64.MaxCapacity,
            static (address, length) => new Slab64(address, length),
            static heap => new HandleContestant<Slab64, Slab64.Handle>(heap)),
        HeapEntry.Static<Static64KiB.Allocator>("static-64K"),
        HeapEntry.Static<Static1MiB.Allocator>("static-1M"),
        HeapEntry.Static<StaticSpoon128KiB.Allocator>("static-spoon-128K"),
        HeapEntry.Static<StaticSpoon128KiBDeferred.Allocator>("static-spoon-128K-deferred"),
    ];
}
