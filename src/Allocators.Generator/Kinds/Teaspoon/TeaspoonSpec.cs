using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Allocators.Generator.Model;

namespace Allocators.Generator.Kinds.Teaspoon;

/// <summary>A heap of blocks of any size, with headers or without.</summary>
internal sealed record TeaspoonSpec(HeapOptions Options, TeaspoonVariant Variant, int Bytes, Coalescing Coalescing) : HeapSpec(Options)
{
    /// <summary>Parked blocks of fewer granules have a list for each size.</summary>
    public const int ExactClasses = 32;

    /// <summary>Longer ones have so many lists for each doubling, and are rounded up to the sizes of these.</summary>
    public const int ClassesInDoubling = 16;

    /// <summary>Bytes that leave room for the bookkeeping of the largest heap with memory of its own: the bins and, without headers, two bits for each 8 bytes.</summary>
    public static int MaxBookkeeping(TeaspoonVariant variant) => (64 << 10) + (variant.HeaderBytes > 0 ? 0 : HeapOptions.MaxInlineBytes / 32);

    public override string Contents => string.Format(
        CultureInfo.InvariantCulture,
        HasHeaders ? "{0:N0} bytes for blocks of any size with headers of {1} bytes" : "{0:N0} bytes for blocks of any size without headers",
        Bytes,
        Variant.HeaderBytes);

    public override int Capacity => Bytes;

    public override int MaxAllocation => HasHeaders
        ? System.Math.Max(System.Math.Min(Bytes - FirstPayload, Variant.MaxObject), 0)
        : RoundDown(Granules) << Variant.GranuleShift;

    public override int UnitBytes => 8;

    /// <summary>Granules that blocks can be made of.</summary>
    public int Granules => (Bytes - FirstPayload + Variant.HeaderBytes + GranuleBytes - 1) >> Variant.GranuleShift;

    /// <summary>Whether a header stands before each block. Without, a block is told by its length, and by marks beside the memory.</summary>
    public bool HasHeaders => Variant.HeaderBytes > 0;

    /// <summary>Granules of the smallest block: with a header, it must have room for the links of a free one.</summary>
    public int MinGranules => HasHeaders ? 2 : 1;

    public int GranuleBytes => 1 << Variant.GranuleShift;

    /// <summary>Where the first payload starts: the first granule with room for a header before it.</summary>
    public int FirstPayload => HasHeaders ? GranuleBytes : 0;

    /// <summary>
    /// Whether the last block may reach behind the memory by less than a granule: its payload is shorter than its granules
    /// say, and there is room for one block more than without.
    /// </summary>
    public bool HasShortLastBlock => HasHeaders && Variant.HeaderBytes < GranuleBytes;

    /// <summary>Whether the largest block is smaller than an arena can be.</summary>
    public bool HasLimit => Variant.MaxObject < Bytes - FirstPayload;

    /// <summary>Whether 32 bits are enough for the bitmap that other variants have 64 bits or more for, so that the bookkeeping stays below 64 bytes.</summary>
    public bool IsSmall => Variant.HeaderBytes == sizeof(ushort);

    /// <summary>The type of a word of the bitmap over the bins.</summary>
    public string WordType => IsSmall ? "uint" : "ulong";

    /// <summary>Bins: one for each small size, then some for each doubling. A live block comes behind the largest that is in one.</summary>
    public int Bins => BinOf(System.Math.Max(Granules - MinGranules, MinGranules)) + 1;

    /// <summary>Words of the bitmap over the bins. A search for all granules, rounded up, starts a little behind the last bin.</summary>
    public int BinWords => ((Bins + 3) / 64) + 1;

    /// <summary>Bits that mark a granule beside the memory of a heap without headers: the ends of free blocks, and when it is checked the starts of blocks.</summary>
    public int MarkBits => HasHeaders ? 0 : Options.IsChecked ? 2 : 1;

    /// <summary>Words of the marks; the last ones are for the end, where nothing is marked, so that two words can be read from each.</summary>
    public int MarkWords => HasHeaders ? 0 : (int)((long)Granules * MarkBits / 64) + MarkBits;

    /// <summary>Words with a bit for each word of the marks, which are few in a checked heap: a mark for each block.</summary>
    public int MarkedWords => MarkBits == 2 ? (MarkWords / 64) + 1 : 0;

    public bool IsParking => Coalescing == Coalescing.Deferred;

    /// <summary>
    /// Whether the short way, of blocks that are parked and taken again, relies on no number that lies in memory others can write; the
    /// long way tests them.
    /// </summary>
    public bool BelievesNothing => !HasHeaders && IsParking && IsStateInMemory;

    /// <summary>The bytes of memory as a parameter and an argument of calls that rely on nothing else.</summary>
    public string CapacityParameter => BelievesNothing ? "int capacity, " : "";

    /// <inheritdoc cref="CapacityParameter"/>
    public string CapacityArgument => BelievesNothing ? "capacity, " : "";

    /// <summary>The name of the end of what may be broken into: with parking, that is a quarter of the memory after each merge.</summary>
    public string Limit => IsParking ? "Limit" : "End";

    /// <summary>Blocks of as many granules or more are not parked, and not rounded up to a class.</summary>
    public int UnparkedGranules
    {
        get
        {
            int doublings = (Variant.ParkedClasses - ExactClasses) / ClassesInDoubling;
            return ExactClasses << doublings;
        }
    }

    public override string Axes => base.Axes + (IsParking ? ", merged when memory runs out" : ", merged at once");

    public override IReadOnlyList<StateField> StateRows => TeaspoonStateFields.Of(this);

    protected override string KindName => "Teaspoon";

    protected override IEnumerable<int> LayoutNumbers =>
    [
        Bytes,
        MaxAllocation,
        Variant.HeaderBytes,
        Variant.GranuleShift,
        Variant.HasPreviousSize ? 1 : 0,
        Variant.LinkBytes,
        Variant.ExactSizes,
        Variant.StepBits,
        Variant.ParkedClasses,
    ];

    protected override IEnumerable<string> OwnArguments =>
        [$"Variant = \"{Variant.Name}\"", $"Bytes = {Bytes}", .. HasHeaders ? [] : (string[])["Headers = false"], $"Coalescing = Coalescing.{Coalescing}"];

    protected override string MemoryContents => HasHeaders
        ? $"blocks: {Variant.HeaderBytes} bytes of header, then the payload; the first payload at {FirstPayload}"
        : "blocks, one behind the other";

    /// <summary>The granules of the largest class that is no larger than this: what a gap of so many is good for.</summary>
    public int RoundDown(int granules)
    {
        if (!IsParking || granules <= ExactClasses || granules >= UnparkedGranules) return granules;

        return granules & -(1 << (BitsOf(granules) - 5));
    }

    /// <summary>Bins for small sizes besides those that the sizes of all doublings give.</summary>
    public int ExtraBins => Variant.ExactSizes - BinOfDoublings(Variant.ExactSizes);

    public bool HasExtraBins => ExtraBins > 0;

    /// <summary>The bin of a free block.</summary>
    public int BinOf(int granules) => granules < Variant.ExactSizes ? granules - MinGranules : BinOfDoublings(granules) + ExtraBins - MinGranules;

    private int BinOfDoublings(int granules)
    {
        int shift = BitsOf(granules | (1 << Variant.StepBits)) - 1 - Variant.StepBits;
        return (granules >> shift) + (shift << Variant.StepBits);
    }

    /// <summary>The heap in the smallest variant that has room for the arena and for the largest block, without more bookkeeping.</summary>
    public TeaspoonSpec WithSmallestVariant() => TeaspoonVariant.All
        .Select(variant => this with { Variant = HasHeaders ? variant : variant.WithoutHeaders() })
        .First(other => other.Variant.MaxBytes >= Bytes && other.MaxAllocation >= MaxAllocation && other.OverheadBytes <= OverheadBytes);

    /// <summary>How many bytes more than in another heap a block can take, its header included.</summary>
    public int BlockBytesMoreThan(TeaspoonSpec other)
    {
        // Larger blocks are rounded up as one of these is.
        const int Sizes = 16;
        return Enumerable.Range(1, Sizes).Max(size => BlockBytes(size) - other.BlockBytes(size));
    }

    private int BlockBytes(int size)
    {
        int granules = (size + Variant.HeaderBytes + GranuleBytes - 1) >> Variant.GranuleShift;
        return System.Math.Max(granules, MinGranules) << Variant.GranuleShift;
    }

    private static int BitsOf(int value)
    {
        int bits = 0;
        while (value >> bits > 0) bits++;
        return bits;
    }
}
