using Allocators.Generator.Text;

namespace Allocators.Generator.Kinds.ChunkHeap;

/// <summary>The state of a heap of more than 64 chunks: bitmaps of many words, and bounds that say where to look.</summary>
internal static class ManyWordsState
{
    /// <param name="writer">Takes the state.</param>
    /// <param name="spec">The numbers of the heap.</param>
    /// <param name="name">What the state is called.</param>
    public static void Write(CodeWriter writer, ChunkHeapSpec spec, string name)
    {
        writer.Write("/// <summary>Which chunks are taken. It deals in offsets; the memory itself is never touched.</summary>");
        writer.Write($"private struct {name}");
        writer.Open();
        writer.Write(StateFieldsWriter.Declare(ChunkHeapStateFields.OfRuns(spec)));
        WriteFigures(writer, spec);
        WriteGaps(writer, spec);
        WriteTake(writer, spec);
        WriteFree(writer, spec);
        WriteResize(writer, spec);
        WriteQuestions(writer, spec);
        ManyWordsSearch.Write(writer, spec);
        WriteRelease(writer, spec);
        if (spec.Options.IsForeign) WriteFit(writer, spec);
        if (spec.IsStateInMemory) WriteIsSound(writer);
        ManyWordsScans.Write(writer, spec);
        ChunkArithmetic.Write(writer, spec);
        StateFieldsWriter.WriteArrays(writer, ChunkHeapStateFields.OfRuns(spec));
        if (spec.Parking is { } parking) ParkingEmitter.Write(writer, parking, spec.IsStateInMemory ? "Chunks" : null);
        writer.Close();
    }

    private static void WriteFigures(CodeWriter writer, ChunkHeapSpec spec)
    {
        // The first chunk of a parked block does not count as used, the others do.
        string used = spec.Parking is null ? "chunks" : "(chunks - _parked.UnitsBehindFirst)";

        writer.WriteNext($$"""
            /// <summary>Bytes of all live blocks, whole chunks.</summary>
            public readonly int UsedBytes
            {
                get
                {
                    int chunks = 0;
                    for (int word = 0; word < Words; word++) chunks += global::Allocators.BitMath.PopCount(global::Allocators.ChunkBits.UsedIn(in _bits.First, word));
                    return {{used}} << ChunkShift;
                }
            }

            /// <summary>Live blocks, counted by their first chunks.</summary>
            public readonly int AllocationCount
            {
                get
                {
                    int blocks = 0;
                    for (int word = 0; word < Words; word++) blocks += global::Allocators.BitMath.PopCount(global::Allocators.ChunkBits.LiveHeadsIn(in _bits.First, word));
                    return blocks;
                }
            }
            """);
    }

    private static void WriteGaps(CodeWriter writer, ChunkHeapSpec spec)
    {
        string openBytes = spec.Options.IsForeign ? "MaxCapacity - ((int)_closed << ChunkShift)" : "Capacity";
        if (!spec.Options.IsLockFree)
        {
            writer.WriteNext($$"""
                /// <summary>The longest way from the end of a live block to the next.</summary>
                public readonly int LargestFreeBlock
                {
                    get
                    {
                        int longest = 0, end = 0;
                        while (TryGetNext(end, 0, out int next))
                        {
                            longest = global::System.Math.Max(longest, next - end);
                            end = next + SizeAt(next);
                        }

                        return global::System.Math.Max(longest, {{openBytes}} - end);
                    }
                }
                """);
            return;
        }

        // The state around that of single chunks without locks finds the gaps itself, and asks where the memory ends.
        if (spec.Options.IsForeign) writer.WriteNext($$"""
            /// <summary>Bytes of the chunks that there is memory for.</summary>
            public readonly int OpenBytes => {{openBytes}};
            """);
    }

    private static void WriteTake(CodeWriter writer, ChunkHeapSpec spec)
    {
        bool aligns = spec.MaxAlignment > spec.ChunkSize;
        string find = aligns ? "alignment <= ChunkSize ? Find(count) : FindAligned(count, alignment >> ChunkShift)" : "Find(count)";
        if (spec.Parking is null)
        {
            writer.WriteNext($$"""
                /// <summary>Takes chunks: of a parked block of this length, or else of the tightest gap within reach.</summary>
                public bool TryTake(int size, int alignment, out int offset)
                {
                    int count = CountFor(size);
                    int first = {{find}};
                    offset = first << ChunkShift;
                    if (first < 0) return false;

                    global::Allocators.ChunkBits.Take(ref _bits.First, first, count);
                    return true;
                }
                """);
            return;
        }

        string parkedFits = aligns ? "alignment <= ChunkSize && _parked" : "_parked";
        string alignmentParameter = aligns ? ", int alignment" : "";
        string alignmentArgument = aligns ? ", alignment" : "";
        writer.WriteNext($$"""
            /// <summary>Takes chunks: of a parked block of this length, or else of the tightest gap within reach.</summary>
            {{KindText.Inline}}
            public bool TryTake(int size, int alignment, out int offset)
            {
                int count = CountFor(size);
                if ({{parkedFits}}.TryTake(count, out int first))
                {
                    global::Allocators.ChunkBits.Unpark(ref _bits.First, first);
                    offset = first << ChunkShift;
                    return true;
                }

                first = TakeFree(count{{alignmentArgument}});
                offset = first << ChunkShift;
                return first >= 0;
            }

            /// <summary>Takes chunks that are not parked, or gives -1. If there is no room, everything parked is merged first.</summary>
            [global::System.Runtime.CompilerServices.MethodImpl(global::System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
            private int TakeFree(int count{{alignmentParameter}})
            {
                int first = {{find}};
                if (first < 0 && TryMergeParked()) first = {{find}};
                if (first >= 0) global::Allocators.ChunkBits.Take(ref _bits.First, first, count);
                return first;
            }

            /// <summary>Gives the chunks of parked blocks back to the gaps beside them, as long as there are any.</summary>
            private bool TryMergeParked()
            {
                bool merged = false;
                for (int length = 1; _parked.TryTakeAny(ref length, out int first);)
                {
                    Release(first, length);
                    merged = true;
                }

                return merged;
            }
            """);
    }

    private static void WriteFree(CodeWriter writer, ChunkHeapSpec spec)
    {
        string isGood = spec.Options.IsChecked ? "IsLive(offset, length, out int first)" : "AreChunks(offset, length, out int first)";
        string giveBack = spec.Parking is null
            ? "Release(first, count);"
            : """
              if (_parked.TryPark(first, count)) global::Allocators.ChunkBits.Park(ref _bits.First, first);
              else Release(first, count);
              """;
        string inline = spec.Parking is null
            ? ""
            : KindText.Inline;

        writer.WriteNext($$"""
            /// <summary>Frees a live block: parks it, or gives its chunks back.</summary>
            {{inline}}
            public bool TryFree(int offset, int length)
            {
                if (!{{isGood}}) return false;

                int count = CountFor(length);
                {{giveBack}}
                return true;
            }
            """);
    }

    private static void WriteResize(CodeWriter writer, ChunkHeapSpec spec)
    {
        string open = spec.Options.IsForeign ? "Chunks - (int)_closed" : "Chunks";
        string grow = spec.Parking is null
            ? "if (NextTaken(end, newEnd) < newEnd) return false;"
            : """
              // Free or parked, what is not live can make room.
              if (IsAnyLive(end, newEnd)) return false;
              if (NextTaken(end, newEnd) < newEnd) TryMergeParked();
              """;
        string isAnyLive = spec.Parking is null
            ? ""
            : """

              /// <summary>Whether a chunk of a range belongs to a live block.</summary>
              private readonly bool IsAnyLive(int from, int to)
              {
                  ulong ignored = ~(ulong.MaxValue << (from & 63));
                  for (int word = from >> 6; word * 64 < to; word++)
                  {
                      ulong heads = global::Allocators.ChunkBits.LiveHeadsIn(in _bits.First, word) & ~ignored;
                      if (heads != 0) return word * 64 + global::Allocators.BitMath.TrailingZeroCount(heads) < to;
                      ignored = 0;
                  }

                  return false;
              }
              """;

        writer.WriteNext($$"""
            /// <summary>Grows into the chunks behind the block if they are free, or gives its last chunks back.</summary>
            public bool TryResize(int offset, int length, int newLength)
            {
                int first = offset >> ChunkShift;
                int count = CountFor(length), newCount = CountFor(newLength);
                if (newCount > {{open}} - first) return false;

                int end = first + count, newEnd = first + newCount;
                if (newEnd > end)
                {
                    {{grow}}
                    global::Allocators.ChunkBits.Extend(ref _bits.First, end, newEnd - end);
                }
                else if (newEnd < end)
                {
                    Release(newEnd, end - newEnd);
                }

                return true;
            }
            {{isAnyLive}}
            """);
    }

    private static void WriteQuestions(CodeWriter writer, ChunkHeapSpec spec)
    {
        string clear = !spec.Options.IsForeign
            ? "/// <summary>Frees all chunks.</summary>\npublic void Clear() => this = default;"
            : """
              /// <summary>Frees all chunks.</summary>
              public void Clear()
              {
                  int closed = (int)_closed;
                  this = default;
                  Close(closed);
              }
              """;

        // Where others can write to the bits, there may be some behind the last chunk.
        string heads = "global::Allocators.ChunkBits.LiveHeadsIn(in _bits.First, word)";
        if (spec.IsStateInMemory && spec.ChunksInLastWord < ChunkHeapSpec.ChunksInWord) heads = $"{heads} & (word == Words - 1 ? LastChunks : ulong.MaxValue)";
        writer.WriteNext($$"""
            /// <summary>Whether a live block of so many bytes starts here.</summary>
            public readonly bool IsLive(int offset, int length) => IsLive(offset, length, out _);

            /// <summary>Whether a live block of so many bytes starts here, and at which chunk.</summary>
            {{KindText.Inline}}
            private readonly bool IsLive(int offset, int length, out int first) =>
                global::Allocators.Check.IsUnit(offset, ChunkShift, Chunks, out first)
                && global::Allocators.ChunkBits.IsLiveHead(in _bits.First, first)
                && CountAt(first) == CountFor(length);

            /// <summary>Bytes of the live block that starts here, or 0.</summary>
            public readonly int SizeAt(int offset) =>
                global::Allocators.Check.IsUnit(offset, ChunkShift, Chunks, out int first)
                && global::Allocators.ChunkBits.IsLiveHead(in _bits.First, first)
                    ? CountAt(first) << ChunkShift
                    : 0;

            /// <summary>The first live block behind another.</summary>
            public readonly bool TryGetNext(int offset, int length, out int next)
            {
                int first = CountFor(offset + length);
                ulong ignored = ~(ulong.MaxValue << (first & 63));
                for (int word = first >> 6; word < Words; word++)
                {
                    ulong heads = {{heads}} & ~ignored;
                    ignored = 0;
                    if (heads == 0) continue;

                    next = (word * 64 + global::Allocators.BitMath.TrailingZeroCount(heads)) << ChunkShift;
                    return true;
                }

                next = 0;
                return false;
            }

            {{clear}}
            """);
    }

    private static void WriteRelease(CodeWriter writer, ChunkHeapSpec spec)
    {
        string raiseRow = spec.HasRowBounds
            ? "global::Allocators.RunBounds.Raise(ref _rowBounds.First, group / global::Allocators.RunBounds.GroupsInRow, length);"
            : "";

        writer.WriteNext($$"""
            /// <summary>Frees chunks, and makes the bounds of all groups true again from which the grown gap can be entered.</summary>
            private void Release(int first, int count)
            {
                global::Allocators.ChunkBits.Release(ref _bits.First, first, count);

                // Longer gaps than the bounds tell apart need not be measured to their ends.
                int start = PreviousTaken(first, first - global::Allocators.RunBounds.Longest) + 1;
                int end = NextTaken(first + count, global::System.Math.Min(first + count + global::Allocators.RunBounds.Longest, Chunks));

                for (int group = start >> GroupShift; group <= (first + count - 1) >> GroupShift; group++)
                {
                    int length = end - global::System.Math.Max(start, group << GroupShift);
                    global::Allocators.RunBounds.Raise(ref _bounds.First, group, length);
                    {{raiseRow}}
                }
            }
            """);
    }

    private static void WriteIsSound(CodeWriter writer) => writer.WriteNext("""
        /// <summary>Whether the number that all calls rely on can be right, here where it lies in memory that others can write.</summary>
        public readonly bool IsSound(int capacity) => unchecked((ulong)_closed <= Chunks);

        /// <summary>Makes the bookkeeping that of an empty heap.</summary>
        public void Repair() => this = default;
        """);

    private static void WriteFit(CodeWriter writer, ChunkHeapSpec spec)
    {
        string merge = spec.Parking is null ? "" : "TryMergeParked();";
        writer.WriteNext($$"""
            /// <summary>Closes the chunks that the memory is too short for, and opens all others.</summary>
            public bool TryFit(int capacity)
            {
                int closed = Chunks - (capacity >> ChunkShift);
                if (closed == _closed) return true;

                {{merge}}
                int open = Chunks - (int)_closed;
                if (closed > _closed && NextTaken(Chunks - closed, open) < open) return false;

                if (_closed != 0) Open();
                Close(closed);
                return true;
            }

            /// <summary>Makes the last chunks neither free nor live, as a block is that waits to be merged.</summary>
            private void Close(int count)
            {
                _closed = count;
                global::Allocators.ChunkBits.Close(ref _bits.First, Chunks - count, count);
            }

            /// <summary>Opens all chunks; what is longest where is not known then.</summary>
            private void Open()
            {
                global::Allocators.ChunkBits.Open(ref _bits.First, Chunks - (int)_closed, (int)_closed);
                _bounds = default;
                {{(spec.HasRowBounds ? "_rowBounds = default;" : "")}}
            }
            """);
    }
}
