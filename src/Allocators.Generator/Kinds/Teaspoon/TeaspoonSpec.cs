using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Allocators.Generator.Model;

namespace Allocators.Generator.Kinds.Teaspoon;

/// <summary>A heap of blocks with headers.</summary>
internal sealed record TeaspoonSpec(HeapOptions Options, TeaspoonVariant Variant, int Bytes, Coalescing Coalescing) : HeapSpec(Options)
{
    /// <summary>Parked blocks of fewer granules have a list for each size.</summary>
    public const int ExactClasses = 32;

    /// <summary>Longer ones have so many lists for each doubling, and are rounded up to the sizes of these.</summary>
    public const int ClassesInDoubling = 16;

    /// <summary>Granules of the smallest block.</summary>
    public const int MinGranules = 2;

    public override string Contents =>
        string.Format(CultureInfo.InvariantCulture, "{0:N0} bytes for blocks of any size with headers of {1} bytes", Bytes, Variant.HeaderBytes);

    public override int Capacity => Bytes;

    public override int MaxAllocation => System.Math.Max(System.Math.Min(Bytes - FirstPayload, Variant.MaxObject), 0);

    public override int UnitBytes => 8;

    /// <summary>Granules that blocks can be made of.</summary>
    public int Granules => (Bytes - FirstPayload + Variant.HeaderBytes + GranuleBytes - 1) >> Variant.GranuleShift;

    public int GranuleBytes => 1 << Variant.GranuleShift;

    /// <summary>Where the first payload starts: the first granule with room for a header before it.</summary>
    public int FirstPayload => GranuleBytes;

    /// <summary>
    /// Whether the last block may reach behind the memory by less than a granule: its payload is shorter than its granules
    /// say, and there is room for one block more than without.
    /// </summary>
    public bool HasShortLastBlock => Variant.HeaderBytes < GranuleBytes;

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

    public bool IsParking => Coalescing == Coalescing.Deferred;

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

    public override IReadOnlyList<LayoutRow> StateRows
    {
        get
        {
            int word = IsSmall ? sizeof(uint) : sizeof(ulong);
            List<LayoutRow> rows =
            [
                new("live", sizeof(ulong), "how many blocks are live, and above that how many granules they have"),
                new("occupied", BinWords * word, "bit b: bin b has a free block"),
                new("top", sizeof(int), "granules from here on were never used, or are free again"),
                new("largest", sizeof(int), "no free block below has more granules than this"),
            ];
            if (BinWords > 1) rows.Add(new("words", sizeof(uint), "bit w: word w of the bitmap is not zero"));
            if (Options.IsForeign) rows.Add(new("missing", sizeof(int), "granules that the memory is too short for"));
            rows.Add(new("bins", Bins * Variant.BinBytes, "the first free block of each size, plus one"));
            if (IsParking) rows.Add(new("parked", Variant.ParkedClasses * Variant.BinBytes, "of each class of sizes the freed block that was parked last, plus one"));

            int rest = -rows.Sum(static row => row.Bytes) & 7;
            if (rest > 0) rows.Add(new("", rest, "nothing"));
            return rows;
        }
    }

    protected override string KindName => "Teaspoon";

    protected override IEnumerable<string> OwnArguments =>
        [$"Variant = \"{Variant.Name}\"", $"Bytes = {Bytes}", $"Coalescing = Coalescing.{Coalescing}"];

    protected override string MemoryContents => $"blocks: {Variant.HeaderBytes} bytes of header, then the payload; the first payload at {FirstPayload}";

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

    private static int BitsOf(int value)
    {
        int bits = 0;
        while (value >> bits > 0) bits++;
        return bits;
    }
}
