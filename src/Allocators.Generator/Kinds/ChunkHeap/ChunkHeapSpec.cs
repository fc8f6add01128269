using System.Collections.Generic;
using System.Globalization;
using Allocators.Generator.Model;

namespace Allocators.Generator.Kinds.ChunkHeap;

/// <summary>A heap of equal chunks. Two bits a chunk tell free chunks, first chunks of a block, and the rest of it apart.</summary>
internal sealed record ChunkHeapSpec(HeapOptions Options, int Chunks, int ChunkSize, Coalescing Coalescing) : HeapSpec(Options)
{
    /// <summary>Chunks in a word of the bitmaps.</summary>
    public const int ChunksInWord = 64;

    /// <summary>Chunks that one byte of the summary stands for.</summary>
    public const int ChunksInGroup = 128;

    /// <summary>Groups whose bytes are compared at once.</summary>
    public const int GroupsInRow = 32;

    /// <summary>So many rows are looked at one after the other; more have a summary of their own.</summary>
    private const int MaxRowsWithoutBounds = 8;

    /// <summary>Bytes of the bits of so many chunks as a word has.</summary>
    public const int BytesInWordPair = 16;

    public override string Contents => Plural(Chunks, "chunk") + " of " + Plural(ChunkSize, "byte");

    public override int Capacity => Chunks * ChunkSize;

    public override int MaxAllocation => Capacity;

    public override int UnitBytes => ChunkSize;

    /// <summary>The exponent of the chunk size: chunk <c>c</c> starts at <c>c &lt;&lt; ChunkShift</c>.</summary>
    public int ChunkShift => PowerOfTwo.Log2(ChunkSize);

    /// <summary>Whether one word holds the bits of all chunks, so that nothing loops over words.</summary>
    public bool IsOneWord => Chunks <= ChunksInWord;

    /// <summary>Words of a bitmap.</summary>
    public int Words => DivideUp(Chunks, ChunksInWord);

    /// <summary>Chunks in the last word of a bitmap.</summary>
    public int ChunksInLastWord => Chunks - ((Words - 1) * ChunksInWord);

    /// <summary>Rows of groups: the bytes of a row are compared at once.</summary>
    public int Rows => DivideUp(DivideUp(Chunks, ChunksInGroup), GroupsInRow);

    /// <summary>Bytes of the bounds of all groups.</summary>
    public int BoundBytes => IsOneWord ? 0 : Rows * GroupsInRow;

    /// <summary>Whether rows are so many that they have bounds of their own.</summary>
    public bool HasRowBounds => Rows > MaxRowsWithoutBounds;

    /// <summary>Bytes of the bounds of the rows, which are compared in rows as well.</summary>
    public int RowBoundBytes => HasRowBounds ? DivideUp(Rows, GroupsInRow) * GroupsInRow : 0;

    /// <summary>Blocks of one chunk can do without the lock, all others need it.</summary>
    public override bool IsLocked => base.IsLocked || Options.IsLockFree;

    /// <summary>Where freed blocks wait to be merged; null if they are merged at once, or single chunks wait on a list of their own.</summary>
    public ParkingSpec? Parking => IsOneWord || Options.IsLockFree || Coalescing == Coalescing.Immediate
        ? null
        : ParkingSpec.Within(MaxStateBytes(Chunks) - (Words * BytesInWordPair) - BoundBytes - RowBoundBytes - LockBytes - BytesOverForeignMemory, Chunks);

    public override string Axes => base.Axes + (Parking is null && !Options.IsLockFree ? ", merged at once" : ", merged when memory runs out");

    public override IReadOnlyList<StateField> StateRows => [.. ChunkHeapStateFields.OfRuns(this), .. ChunkHeapStateFields.OfList(this)];

    public override long TotalBytesLong => ((long)Chunks * ChunkSize) + (Options.Place.IsInStaticField ? Options.Alignment : 0) + OverheadBytes;

    protected override string KindName => "ChunkHeap";

    protected override IEnumerable<int> LayoutNumbers => [Chunks, ChunkSize];

    protected override IEnumerable<string> OwnArguments
    {
        get
        {
            yield return $"Chunks = {Chunks}";
            yield return $"ChunkSize = {ChunkSize}";

            // Where the bits are in one word, there is nothing to put off; single chunks always wait on their list.
            if (!IsOneWord && !Options.IsLockFree) yield return $"Coalescing = Coalescing.{Coalescing}";
        }
    }

    protected override string SynchronizationText => Options.IsLockFree
        ? "blocks of one chunk synchronized without locks, others by a spin lock" + BetweenProcesses
        : base.SynchronizationText;

    protected override string MemoryContents => $"chunk c at c * {ChunkSize}";

    /// <summary>What the budget has to leave for a heap over foreign memory: how many chunks are closed and, where the bookkeeping can lie in the memory, its layout.</summary>
    private int BytesOverForeignMemory
    {
        get
        {
            bool canBeInMemory = Options.State == State.InMemory || (Options.State == State.Automatic && MaxStateBytes(Chunks) > HeapOptions.MaxStateInStruct);
            return !Options.IsForeign ? 0 : canBeInMemory ? 2 * WordBytes : WordBytes;
        }
    }

    /// <summary>What the bookkeeping may take: 2.1 bits a chunk and 64 bytes.</summary>
    public static int MaxStateBytes(int chunks) => (int)(chunks * 2.1 / 8) + 64;

    /// <summary>The most chunks of this size whose memory and bookkeeping together stay within a number of bytes.</summary>
    public int MaxChunks(int maxBytes)
    {
        int low = 1, high = maxBytes / ChunkSize;
        while (low < high)
        {
            int middle = low + ((high - low + 1) / 2);
            if ((this with { Chunks = middle }).TotalBytesLong <= maxBytes) low = middle;
            else high = middle - 1;
        }

        return low;
    }

    /// <summary>The largest size that so many chunks can have for everything together to stay within a number of bytes; null if there are too many.</summary>
    public int? MaxChunkSize(int maxBytes)
    {
        for (int size = PowerOfTwo.LargestInt32; size > 0; size /= 2)
        {
            if ((this with { ChunkSize = size }).TotalBytesLong <= maxBytes) return size;
        }

        return null;
    }

    private static int DivideUp(int value, int divisor) => ((value - 1) / divisor) + 1;

    private static string Plural(int count, string noun) =>
        string.Format(CultureInfo.InvariantCulture, "{0:N0} {1}{2}", count, noun, count == 1 ? "" : "s");
}
