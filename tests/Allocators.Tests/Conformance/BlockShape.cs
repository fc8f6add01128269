using System;

namespace Allocators.Tests;

/// <summary>How a heap cuts its memory into blocks: in units of a granule, with a header before each block or without.</summary>
public sealed record BlockShape
{
    /// <summary>Bytes of a unit.</summary>
    public required int Granule { get; init; }

    /// <summary>Bytes right before the payload of a block that are the block's as well.</summary>
    public int HeaderBytes { get; init; }

    /// <summary>The lowest offset that a block can have.</summary>
    public int FirstPayload { get; init; }

    /// <summary>Units of the smallest block.</summary>
    public int MinUnits { get; init; } = 1;

    /// <summary>Bytes of the largest block.</summary>
    public int MaxBlock { get; init; } = int.MaxValue;

    /// <summary>Units of the smallest class that holds so many; blocks are as large as a class, where there are any.</summary>
    public Func<int, int> RoundUp { get; init; } = units => units;

    /// <summary>Whether the heap can tell where its live blocks are.</summary>
    public bool KnowsLiveBlocks { get; init; } = true;

    /// <summary>Whether a block always grows in place where there is room behind it; if not, freed blocks there may not be merged yet.</summary>
    public bool AlwaysGrowsInPlace { get; init; } = true;

    /// <summary>Whether the header of a live block says that the unit before it is padding, and belongs to it.</summary>
    public Func<uint, bool> IsPadded { get; init; } = _ => false;

    /// <summary>Whether after a reset blocks are given out in the order in which they are after the start. If not, they come in the order in which the reset freed them.</summary>
    public bool ForgetsItsOrder { get; init; } = true;

    public bool HasHeaders => HeaderBytes > 0;

    /// <summary>Blocks are whole granules and nothing else.</summary>
    public static BlockShape Plain(int granule) => new() { Granule = granule };

    /// <summary>Blocks are one granule each.</summary>
    public static BlockShape Equal(int size) => Plain(size) with { MaxBlock = size };

    /// <summary>A teaspoon, by its constants.</summary>
    public static BlockShape Teaspoon(int headerBytes, int granule, int maxBlock) => new()
    {
        Granule = granule,
        HeaderBytes = headerBytes,
        FirstPayload = granule,
        MinUnits = 2,
        MaxBlock = maxBlock,
        IsPadded = headerBytes == granule ? header => header >> 17 == 1 : header => (header & 8) != 0,
    };

    /// <summary>A teaspoon without headers: blocks are whole granules, or whole classes of them.</summary>
    /// <param name="parkedBelow">Units of the smallest block that is neither parked nor rounded up, or 0 if none is parked.</param>
    /// <param name="knowsLiveBlocks">Whether starts of blocks are marked.</param>
    public static BlockShape Headerless(int parkedBelow = 0, bool knowsLiveBlocks = true) => new()
    {
        Granule = 8,
        KnowsLiveBlocks = knowsLiveBlocks,
        AlwaysGrowsInPlace = parkedBelow == 0,
        RoundUp = units => units <= 32 || units >= parkedBelow ? units : RoundedUp(units, StepOf(units)),
    };

    /// <summary>The same, where freed blocks wait unmerged for a request of their size.</summary>
    public BlockShape Parked() => this with { AlwaysGrowsInPlace = false };

    /// <summary>Units of a heap. The last block may reach behind the memory, as long as its payload does not.</summary>
    public int UnitsOf(int capacity) => Math.Max(UnitsIn((long)capacity - FirstPayload + HeaderBytes), 0);

    /// <summary>Units of the smallest block for a request, or of a block that can hold just so much.</summary>
    public int UnitsFor(int size) => RoundUp(Math.Max(UnitsIn((long)size + HeaderBytes), MinUnits));

    /// <summary>Units of the largest block for which there is room in so many.</summary>
    public int UnitsWithin(int units)
    {
        while (RoundUp(units) > units) units--;
        return units;
    }


    public int OffsetOf(int unit) => FirstPayload + (unit * Granule);

    public int UnitAt(int offset) => (offset - FirstPayload) / Granule;

    /// <summary>Whether a request can have got so many units: with headers, a rest that is no block stays with the block, and classes are rounded up.</summary>
    public bool CanBe(int size, int units)
    {
        int exact = UnitsFor(size);
        return HasHeaders ? units >= exact && units <= exact + (exact / 8) + 2 : units == exact;
    }

    /// <summary>Sixteen classes in each doubling.</summary>
    private static int StepOf(int units) => (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)units + 1) / 32;

    private static int RoundedUp(int units, int step) => (units + step - 1) / step * step;

    private int UnitsIn(long bytes) => (int)((bytes + Granule - 1) / Granule);
}
