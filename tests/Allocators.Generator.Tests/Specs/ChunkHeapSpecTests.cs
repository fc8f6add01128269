using System;
using System.Linq;
using Allocators.Generator.Kinds;
using Allocators.Generator.Kinds.ChunkHeap;
using Allocators.Generator.Model;
using Xunit;

namespace Allocators.Generator.Tests.Specs;

/// <summary>The numbers of a chunk heap, worked out by hand.</summary>
public class ChunkHeapSpecTests
{
    private const int LockBytes = 8;

    [Theory]
    [InlineData(1, 1, 0, 0, 16)]
    [InlineData(16, 1, 0, 0, 16)]
    [InlineData(63, 1, 0, 0, 16)]
    [InlineData(64, 1, 0, 0, 16)]
    [InlineData(65, 2, 1, 0, 64)]
    [InlineData(128, 2, 1, 0, 64)]
    [InlineData(1000, 16, 1, 0, 288)]
    [InlineData(4096, 64, 1, 0, 1056)]
    [InlineData(4097, 65, 2, 0, 1104)]
    [InlineData(32769, 513, 9, 32, 8528)]
    [InlineData(655360, 10240, 160, 160, 169120)]
    public void BookkeepingFollowsFromTheChunks(int chunks, int words, int rows, int rowBoundBytes, int stateBytes)
    {
        ChunkHeapSpec spec = SpecFactory.Inline(chunks, 64, Coalescing.Immediate);
        bool hasBounds = !spec.IsOneWord;

        Assert.Equal(words, spec.Words);
        Assert.Equal(chunks <= 64, spec.IsOneWord);
        Assert.Equal(rows, hasBounds ? spec.Rows : 0);
        Assert.Equal(rowBoundBytes, spec.RowBoundBytes);
        Assert.Equal(stateBytes, spec.OverheadBytes);
        Assert.Equal((chunks * 64) + stateBytes, spec.TotalBytes);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(64, 64)]
    [InlineData(65, 1)]
    [InlineData(128, 64)]
    [InlineData(1000, 40)]
    public void LastWordHasTheRest(int chunks, int inLastWord) => Assert.Equal(inLastWord, Inline(chunks, 1).ChunksInLastWord);

    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 1)]
    [InlineData(256, 8)]
    [InlineData(1 << 26, 26)]
    public void ShiftIsTheExponentOfTheChunkSize(int chunkSize, int shift) => Assert.Equal(shift, Inline(1, chunkSize).ChunkShift);

    [Fact]
    public void TotalIsRoundedUpToWholeWords()
    {
        ChunkHeapSpec spec = Inline(3, 1);

        Assert.Equal(3, spec.Capacity);
        Assert.Equal(24, spec.TotalBytes);
        Assert.Equal(19, spec.TotalBytesLong);
    }

    [Fact]
    public void LockIsCountedAsBookkeeping()
    {
        ChunkHeapSpec spec = Inline(16, 64);
        ChunkHeapSpec locked = spec with { Options = spec.Options with { Synchronization = Synchronization.SpinLock } };

        Assert.Equal(spec.OverheadBytes + LockBytes, locked.OverheadBytes);
        Assert.Equal(spec.TotalBytes + LockBytes, locked.TotalBytes);
        Assert.Contains(locked.Layout, static row => row is { Field: "lock", Bytes: LockBytes });
    }

    [Theory]
    [InlineData(1, 16 + 16 + 8 + 8)]
    [InlineData(64, 16 + 16 + 256 + 8)]
    [InlineData(65, 64 + 16 + 264 + 8)]
    [InlineData(4096, 1056 + 16 + 16384 + 8)]
    public void SingleChunksWithoutTheLockTakeALinkForEachChunkAndAList(int chunks, int bytes)
    {
        foreach (Coalescing coalescing in (Coalescing[])[Coalescing.Immediate, Coalescing.Deferred])
        {
            ChunkHeapSpec spec = LockFree(MemoryPlace.Inline, chunks, 64, coalescing);

            Assert.True(spec.IsLocked);
            Assert.Null(spec.Parking);
            Assert.Equal(bytes, spec.OverheadBytes);
            Assert.Equal(spec.TotalBytes, spec.Layout.Sum(static row => row.Bytes));
            Assert.All(spec.StateRows, static row => Assert.Equal(0, row.Bytes % 8));
            Assert.Equal($"ChunkHeap(Chunks = {chunks}, ChunkSize = 64, Synchronization = Synchronization.LockFree)", spec.Attribute);
        }
    }

    [Fact]
    public void MoreLinksThanANumberCanCountAreTooMany()
    {
        Assert.Equal(int.MaxValue, LockFree(MemoryPlace.Pointer, int.MaxValue, 1).OverheadBytes);

        int most = LockFree(MemoryPlace.Pointer, 1, 1).MaxChunks(HeapOptions.MaxForeignBytes);
        Assert.InRange(LockFree(MemoryPlace.Pointer, most, 1).TotalBytesLong, 1, HeapOptions.MaxForeignBytes);
        Assert.True(LockFree(MemoryPlace.Pointer, most + 1, 1).TotalBytesLong > HeapOptions.MaxForeignBytes);
    }

    [Fact]
    public void StaticHeapHasSlackForItsAlignment()
    {
        ChunkHeapSpec spec = new(SpecFactory.Options(HeapPlace.Static) with { Alignment = 4096 }, 16, 64, Coalescing.Deferred);

        Assert.Equal(1024, spec.Capacity);
        Assert.Equal(1024 + 4096, spec.MemoryFieldBytes);
        Assert.Equal(16 + 4096 + 1024, spec.TotalBytes);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(4096)]
    [InlineData(5000)]
    public void RowsOfTheLayoutTableCoverTheHeap(int chunks)
    {
        ChunkHeapSpec spec = Inline(chunks, 8);

        Assert.Equal(spec.TotalBytes, spec.Layout.Sum(static row => row.Bytes));
        Assert.All(spec.StateRows, static row => Assert.Equal(0, row.Bytes % 8));
    }

    [Fact]
    public void EqualNumbersAreEqualSpecs()
    {
        Assert.Equal(Inline(16, 64), Inline(16, 64));
        Assert.NotEqual<HeapSpec>(Inline(16, 64), Inline(16, 128));
        Assert.NotEqual<HeapSpec>(Inline(16, 64), Inline(32, 64));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(16)]
    [InlineData(256)]
    [InlineData(1 << 20)]
    public void MaxChunksIsTheLastCountThatFits(int chunkSize)
    {
        int most = Inline(1, chunkSize).MaxChunks(HeapOptions.MaxInlineBytes);

        Assert.InRange(Inline(most, chunkSize).TotalBytesLong, 1, HeapOptions.MaxInlineBytes);
        Assert.True(Inline(most + 1, chunkSize).TotalBytesLong > HeapOptions.MaxInlineBytes);
    }

    [Theory]
    [InlineData(64, 0, 0, 0)]
    [InlineData(65, 1, 8, 8)]
    [InlineData(128, 3, 8, 8)]
    [InlineData(4096, 9, 13, 4)]
    [InlineData(5000, 5, 14, 4)]
    [InlineData(655360, 64, 21, 3)]
    public void ParkingHasAStackForEachLengthThatThereIsRoomFor(int chunks, int lengths, int entryBits, int depth)
    {
        ParkingSpec? parking = Inline(chunks, 16).Parking;

        Assert.Equal(lengths, parking?.Lengths ?? 0);
        Assert.Equal(entryBits, parking?.EntryBits ?? 0);
        Assert.Equal(depth, parking?.Depth ?? 0);
        Assert.Null(SpecFactory.Inline(chunks, 16, Coalescing.Immediate).Parking);
    }

    [Fact]
    public void AnEntryOfAStackHasRoomForTheLastChunk()
    {
        for (int chunks = 65; chunks < 70_000; chunks += 61)
        {
            if (Inline(chunks, 1).Parking is { } parking) Assert.InRange(chunks - 1, 0, (1 << (parking.EntryBits - 1)) - 1);
        }
    }

    [Theory]
    [InlineData(nameof(MemoryPlace.Span), nameof(State.Automatic), 64, false)]
    [InlineData(nameof(MemoryPlace.Span), nameof(State.InMemory), 64, true)]
    [InlineData(nameof(MemoryPlace.Pointer), nameof(State.Automatic), 4096, false)]
    [InlineData(nameof(MemoryPlace.Pointer), nameof(State.Automatic), 15451, false)]
    [InlineData(nameof(MemoryPlace.Pointer), nameof(State.Automatic), 15452, true)]
    [InlineData(nameof(MemoryPlace.Pointer), nameof(State.Automatic), 655360, true)]
    [InlineData(nameof(MemoryPlace.Span), nameof(State.InStruct), 655360, false)]
    [InlineData(nameof(MemoryPlace.Pointer), nameof(State.InStruct), 655360, false)]
    [InlineData(nameof(MemoryPlace.Inline), nameof(State.Automatic), 655360, false)]
    public void LargeBookkeepingOfForeignMemoryIsInTheMemory(string place, string state, int chunks, bool isInMemory)
    {
        HeapOptions options = SpecFactory.Options(Enum.Parse<MemoryPlace>(place), Enum.Parse<State>(state));
        ChunkHeapSpec spec = new(options, chunks, 16, Coalescing.Deferred);

        Assert.Equal(isInMemory, spec.IsStateInMemory);
        Assert.Equal(0, spec.FrontBytes % spec.Options.Alignment);
        Assert.InRange(spec.FrontBytes, isInMemory ? spec.OverheadBytes : 0, isInMemory ? spec.OverheadBytes + spec.Options.Alignment - 1 : 0);
    }

    [Fact]
    public void AttributeNamesWhatIsNotTheDefaultOfThePlace()
    {
        HeapOptions everything = new(new HeapPlace(MemoryPlace.Pointer), State.InMemory, Synchronization.SpinLock, Checks.None, 64);
        HeapOptions unlocked = SpecFactory.Options(HeapPlace.Static);

        Assert.Equal(
            "ChunkHeap(Chunks = 16, ChunkSize = 64, Storage = Storage.Pointer, State = State.InMemory, Synchronization = Synchronization.SpinLock, Checks = Checks.None, Alignment = 64)",
            new ChunkHeapSpec(everything, 16, 64, Coalescing.Immediate).Attribute);
        Assert.Equal("ChunkHeap(Chunks = 65, ChunkSize = 8, Coalescing = Coalescing.Immediate)", SpecFactory.Inline(65, 8, Coalescing.Immediate).Attribute);
        Assert.Equal("ChunkHeap(Chunks = 64, ChunkSize = 8)", Inline(64, 8).Attribute);
        Assert.Equal("ChunkHeap(Chunks = 64, ChunkSize = 8)", new ChunkHeapSpec(SpecFactory.Options(MemoryPlace.Span), 64, 8, Coalescing.Deferred).Attribute);
        Assert.Equal("ChunkHeap(Chunks = 64, ChunkSize = 8, Synchronization = Synchronization.None)", new ChunkHeapSpec(unlocked, 64, 8, Coalescing.Deferred).Attribute);
    }

    [Theory]
    [InlineData(nameof(MemoryPlace.Span), 64, "over a span, bookkeeping in the struct, not synchronized, checked, merged at once")]
    [InlineData(nameof(MemoryPlace.Pointer), 655360, "over memory at an address, bookkeeping in the memory, not synchronized, checked, merged when memory runs out")]
    [InlineData(nameof(MemoryPlace.Inline), 4096, "inline, not synchronized, checked, merged when memory runs out")]
    public void AxesSayWhereTheBookkeepingOfForeignMemoryIs(string place, int chunks, string axes) =>
        Assert.Equal(axes, new ChunkHeapSpec(SpecFactory.Options(Enum.Parse<MemoryPlace>(place)), chunks, 16, Coalescing.Deferred).Axes);

    [Theory]
    [InlineData(nameof(MemoryPlace.Inline), 64, "inline, blocks of one chunk synchronized without locks, others by a spin lock, checked, merged when memory runs out")]
    [InlineData(nameof(MemoryPlace.Pointer), 4096, "over memory at an address, bookkeeping in the memory, blocks of one chunk synchronized without locks, others by a spin lock, also between processes, checked, merged when memory runs out")]
    public void AxesSayWhatIsWithoutLocks(string place, int chunks, string axes) => Assert.Equal(axes, LockFree(Enum.Parse<MemoryPlace>(place), chunks, 16).Axes);

    private static ChunkHeapSpec LockFree(MemoryPlace place, int chunks, int chunkSize, Coalescing coalescing = Coalescing.Deferred) =>
        new(SpecFactory.Options(place) with { Synchronization = Synchronization.LockFree }, chunks, chunkSize, coalescing);

    private static ChunkHeapSpec Inline(int chunks, int chunkSize) => SpecFactory.Inline(chunks, chunkSize);
}
