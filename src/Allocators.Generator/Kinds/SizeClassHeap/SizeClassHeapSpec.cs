using System.Collections.Generic;
using System.Globalization;
using Allocators.Generator.Model;

namespace Allocators.Generator.Kinds.SizeClassHeap;

/// <summary>A heap of size classes: small blocks in pages, larger ones in runs of slots, the largest in units of their own.</summary>
internal sealed record SizeClassHeapSpec(HeapOptions Options, int Bytes) : HeapSpec(Options)
{
    /// <summary>The number of a unit has 16 bits, with one value for none and one to spare.</summary>
    public const int MaxUnits = ushort.MaxValue - 1;

    /// <summary>Bytes that one word has the bits of, a bit for each granule of 8 bytes.</summary>
    public const int BytesInWord = 512;

    /// <summary>The largest unit: a page of <see cref="MaxPageWords"/> words.</summary>
    private const int MaxUnitBytes = MaxPageWords * BytesInWord;

    private const int MaxPageWords = 16;

    /// <summary>Bytes of the smallest heap.</summary>
    public const int MinBytes = 4096;

    /// <summary>Bytes of the largest heap.</summary>
    public const int MaxHeapBytes = MaxUnits * MaxUnitBytes;

    public override string Contents => string.Format(CultureInfo.InvariantCulture, "{0:N0} bytes in size classes", Bytes);

    public override int Capacity => Bytes;

    public override int MaxAllocation => Bytes;

    /// <summary>Bytes of a unit: the smallest power of two, from a word's on, of which there are not too many.</summary>
    public override int UnitBytes => UnitBytesFor(Bytes);

    public int Units => Bytes / UnitBytes;

    public int UnitShift => PowerOfTwo.Log2(UnitBytes);

    /// <summary>Words of the bits.</summary>
    public int Words => Bytes / BytesInWord;

    /// <summary>Words of a page: the larger the heap, the larger a page can be without much of it lying idle.</summary>
    public int PageWords => System.Math.Max(UnitBytes / BytesInWord, Bytes switch { <= 32 << 10 => 1, <= 160 << 10 => 4, <= 2 << 20 => 8, _ => MaxPageWords });

    /// <summary>Places where a page can be; the last one may be too short for it.</summary>
    public int Pages => ((Words - 1) / PageWords) + 1;

    public int PageShift => PowerOfTwo.Log2(PageWords * BytesInWord);

    public int PageUnits => PageWords * BytesInWord / UnitBytes;

    /// <summary>The number of the largest class: 16 units, and 8 KiB at least.</summary>
    public int LastClass
    {
        get
        {
            const int ClassesUpTo128 = 16, ClassesInDoubling = 8;
            return ClassesUpTo128 + ((PowerOfTwo.Log2(UnitBytes * 16) - 7) * ClassesInDoubling);
        }
    }

    /// <summary>Bytes that the first run of a class has, about.</summary>
    public int FirstRunBytes => System.Math.Max(UnitBytes, System.Math.Min(4096, PowerOfTwo.AtMost(Bytes / 256)));

    /// <summary>Bytes of the largest run of more than one slot.</summary>
    public int MaxRunBytes => 64 * UnitBytes;

    /// <summary>Words that have a bit for each length of free units, and words that have a bit for each of these.</summary>
    public int LengthWords => (Units >> 6) + 1;

    /// <inheritdoc cref="LengthWords"/>
    public int LengthSummaries => (LengthWords - 1 >> 6) + 1;

    public override IReadOnlyList<StateField> StateRows => SizeClassHeapStateFields.Of(this);

    public override long TotalBytesLong => (long)Capacity + (Options.Place.IsInStaticField ? Options.Alignment : 0) + OverheadBytes;

    protected override string KindName => "SizeClassHeap";

    protected override IEnumerable<int> LayoutNumbers => [Bytes, UnitBytes, PageWords, LastClass];

    protected override IEnumerable<string> OwnArguments => [$"Bytes = {Bytes}"];

    protected override string MemoryContents => $"units of {UnitBytes} bytes: pages and runs of slots, and blocks";

    /// <summary>Bytes of a unit in a heap of so many bytes.</summary>
    public static int UnitBytesFor(int bytes)
    {
        int unit = BytesInWord;
        while (bytes / unit > MaxUnits) unit *= 2;
        return unit;
    }
}
