using System;
using System.Collections.Generic;
using System.Globalization;
using Allocators.Generator.Model;

namespace Allocators.Generator.Kinds.ChunkHeap;

/// <summary>A heap of equal chunks. Two bits a chunk tell free chunks, first chunks of a block, and the rest of it apart.</summary>
internal sealed record ChunkHeapSpec(HeapOptions Options, int Chunks, int ChunkSize) : HeapSpec(Options)
{
    /// <summary>Chunks in a word of the bitmaps.</summary>
    public const int ChunksInWord = 64;

    /// <summary>Chunks that one byte of the summary stands for.</summary>
    public const int ChunksInGroup = 128;

    /// <summary>Groups whose bytes are compared at once.</summary>
    public const int GroupsInRow = 32;

    public override string Attribute =>
        $"ChunkHeap(Chunks = {Chunks}, ChunkSize = {ChunkSize})";

    public override string Contents => Plural(Chunks, "chunk") + " of " + Plural(ChunkSize, "byte");

    public override int Capacity => Chunks * ChunkSize;

    public override int MaxAllocation => Capacity;

    /// <summary>The exponent of the chunk size: chunk <c>c</c> starts at <c>c &lt;&lt; ChunkShift</c>.</summary>
    public int ChunkShift => PowerOfTwo.Log2(ChunkSize);

    /// <summary>Whether one word holds the bits of all chunks, so that nothing loops over words.</summary>
    public bool IsOneWord => Chunks <= ChunksInWord;

    /// <summary>Words of a bitmap.</summary>
    public int Words => DivideUp(Chunks, ChunksInWord);

    /// <summary>Chunks in the last word of a bitmap.</summary>
    public int ChunksInLastWord => Chunks - ((Words - 1) * ChunksInWord);

    /// <summary>Rows of groups: the bytes of a row are compared at once.</summary>
    public int Rows32 => DivideUp(DivideUp(Chunks, ChunksInGroup), GroupsInRow);

    /// <summary>Whether rows are so many that they have bounds of their own.</summary>
    public bool HasRowBounds => Rows32 > 1;

    /// <summary>Row bounds are compared in rows as well.</summary>
    public int RowBoundBytes => DivideUp(Rows32, GroupsInRow) * GroupsInRow;

    public override IReadOnlyList<LayoutRow> StateRows
    {
        get
        {
            List<LayoutRow> rows =
            [
                new("used", Words * sizeof(ulong), "bit c: chunk c belongs to a block"),
                new("head", Words * sizeof(ulong), "bit c: chunk c is the first of its block"),
            ];
            if (!IsOneWord) rows.Add(new("bounds", Rows32 * GroupsInRow, $"byte g: 255 less the longest run of free chunks from chunk {ChunksInGroup}g on"));
            if (HasRowBounds) rows.Add(new("rowBounds", RowBoundBytes, $"byte r: the same from chunk {ChunksInGroup * GroupsInRow}r on"));
            return rows;
        }
    }

    protected override string MemoryContents => $"chunk c at c * {ChunkSize}";

    private static int DivideUp(int value, int divisor) => ((value - 1) / divisor) + 1;

    private static string Plural(int count, string noun) =>
        string.Format(CultureInfo.InvariantCulture, "{0:N0} {1}{2}", count, noun, count == 1 ? "" : "s");

    /// <summary>The most chunks of a size whose memory and bookkeeping together stay within a number of bytes.</summary>
    public static int MaxChunks(HeapOptions options, int chunkSize, int maxBytes)
    {
        int low = 1, high = maxBytes / chunkSize;
        while (low < high)
        {
            int middle = low + ((high - low + 1) / 2);
            if (new ChunkHeapSpec(options, middle, chunkSize).TotalBytesLong <= maxBytes) low = middle;
            else high = middle - 1;
        }

        return low;
    }

    /// <summary>All bytes of the heap, counted wide enough for heaps that are too large to exist.</summary>
    public long TotalBytesLong => ((long)Chunks * ChunkSize) + (Options.IsStatic ? Options.Alignment : 0) + OverheadBytes;
}
