using System.Collections.Generic;
using System.Globalization;
using Allocators.Generator.Model;

namespace Allocators.Generator.Kinds;

/// <summary>A heap whose blocks all have one size: so many bytes, or one value of a type.</summary>
/// <param name="Options">The axes of every kind.</param>
/// <param name="Count">How many blocks there are.</param>
/// <param name="BlockBytes">Bytes of a block; 1 where a block is a value.</param>
/// <param name="Value">The type of the values, if that is what blocks are.</param>
internal abstract record FixedSizeSpec(HeapOptions Options, int Count, int BlockBytes, ElementType? Value) : HeapSpec(Options)
{
    /// <summary>More blocks than fit into any memory if they are of a useful size; numbers of bits and bytes stay within 31 bits.</summary>
    public const int MaxCount = 1 << 27;

    public override ElementType? Element => Value;

    public override int Capacity => Count * BlockBytes;

    public override int MaxAllocation => BlockBytes;

    public override int UnitBytes => BlockBytes;

    /// <summary>What the size of a block leaves of the alignment of the memory; of values, the most that theirs can be.</summary>
    public override int MaxAlignment => Value is null
        ? System.Math.Min(Options.Alignment, BlockBytes & -BlockBytes)
        : Options.Place.IsInStaticField ? HeapOptions.MaxMovableAlignment : Options.Alignment;

    public override long TotalBytesLong => ((long)Count * (Value?.MinBytes ?? BlockBytes)) + (Options.Place.IsInStaticField ? Options.Alignment : 0) + OverheadBytes;

    public override string Contents => Value is null
        ? Plural(Count, BlockNoun) + " of " + Plural(BlockBytes, "byte")
        : Plural(Count, BlockNoun) + " for values of " + Value.Name;

    /// <summary>Whether the bytes of a block are known to be a power of two.</summary>
    public bool HasShift => Value is null && PowerOfTwo.Is(BlockBytes);

    /// <summary>What a block is called, such as <c>slot</c>.</summary>
    public abstract string BlockNoun { get; }

    /// <summary>Of values, their size is added where it is known.</summary>
    protected override IEnumerable<int> LayoutNumbers => [Count, BlockBytes];

    protected override string MemoryContents => Value is null ? $"{BlockNoun} i at i * {BlockBytes}" : $"{BlockNoun} i is value i";

    /// <summary>The same heap with another number of blocks.</summary>
    public abstract FixedSizeSpec WithCount(int count);

    /// <summary>The most blocks with which everything together stays within a number of bytes; 0 if one is too large.</summary>
    public int MaxCountWithin(int maxBytes)
    {
        int low = 0, high = System.Math.Min(Count, MaxCount);
        while (low < high)
        {
            int middle = low + ((high - low + 1) / 2);
            if (WithCount(middle).TotalBytesLong <= maxBytes) low = middle;
            else high = middle - 1;
        }

        return low;
    }

    /// <summary>Bytes that a block can have if there are so many of them with the bookkeeping there is; 0 or less if that is too much alone.</summary>
    public int MaxBlockWithin(int maxBytes) => (int)((maxBytes - (TotalBytesLong - ((long)Count * BlockBytes))) / Count);

    /// <summary>Bits that a number up to this one needs.</summary>
    protected static int BitsFor(int largest)
    {
        int bits = 0;
        while (bits < 31 && largest >> bits > 0) bits++;
        return bits;
    }

    private static string Plural(int count, string noun) =>
        string.Format(CultureInfo.InvariantCulture, "{0:N0} {1}{2}", count, noun, count == 1 ? "" : "s");
}
