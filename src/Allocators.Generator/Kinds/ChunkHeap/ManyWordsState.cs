using Allocators.Generator.Text;

namespace Allocators.Generator.Kinds.ChunkHeap;

/// <summary>The state of a heap of more than 64 chunks: bitmaps of many words, and bounds that say where to look.</summary>
internal static class ManyWordsState
{
    public static void Write(CodeWriter writer, ChunkHeapSpec spec)
    {
        writer.Write("/// <summary>Which chunks are taken. It deals in offsets; the memory itself is never touched.</summary>");
        writer.Write("private struct State");
        writer.Open();
        WriteFields(writer, spec);
        WriteFigures(writer);
        WriteOperations(writer, spec);
        WriteSearch(writer, spec);
        WriteRelease(writer, spec);
        WriteHelpers(writer, spec);
        ChunkArithmetic.Write(writer, spec);
        writer.Close();
    }

    private static void WriteFields(CodeWriter writer, ChunkHeapSpec spec)
    {
        string rowBoundsField = spec.HasRowBounds ? "private RowBounds _rowBounds;" : "";
        string rowBoundsType = !spec.HasRowBounds ? "" : $$"""

            [global::System.Runtime.InteropServices.StructLayout(global::System.Runtime.InteropServices.LayoutKind.Sequential, Size = {{spec.RowBoundBytes}})]
            private struct RowBounds
            {
                public byte First;
            }
            """;

        writer.Write($$"""
            private Bits _used;
            private Bits _head;
            private Bounds _bounds;
            {{rowBoundsField}}

            [global::System.Runtime.InteropServices.StructLayout(global::System.Runtime.InteropServices.LayoutKind.Sequential, Size = Words * sizeof(ulong))]
            private struct Bits
            {
                public ulong First;
            }

            [global::System.Runtime.InteropServices.StructLayout(global::System.Runtime.InteropServices.LayoutKind.Sequential, Size = {{spec.Rows32 * ChunkHeapSpec.GroupsInRow}})]
            private struct Bounds
            {
                public byte First;
            }
            {{rowBoundsType}}
            """);
    }

    private static void WriteFigures(CodeWriter writer)
    {
        writer.WriteNext($$"""
            public readonly int UsedBytes => CountBits(in _used.First) << ChunkShift;

            public readonly int AllocationCount => CountBits(in _head.First);

            public readonly int LargestFreeBlock
            {
                get
                {
                    int longest = 0;
                    for (int first = NextFree(0); first < Chunks;)
                    {
                        int end = NextTaken(first, Chunks);
                        longest = global::System.Math.Max(longest, end - first);
                        first = NextFree(end);
                    }

                    return longest << ChunkShift;
                }
            }
            """);
    }

    private static void WriteOperations(CodeWriter writer, ChunkHeapSpec spec)
    {
        string find = spec.MaxAlignment <= spec.ChunkSize
            ? "Find(count)"
            : "alignment <= ChunkSize ? Find(count) : Walk(count, alignment >> ChunkShift, 0, Chunks)";

        string free = spec.Options.IsChecked ? "IsLive(offset, length)" : "IsPossible(offset, length)";

        writer.WriteNext($$"""
            public bool TryTake(int size, int alignment, out int offset)
            {
                offset = 0;
                int count = CountFor(size);
                int first = {{find}};
                if (first < 0) return false;

                global::Allocators.BitRuns.SetRun(ref _used.First, first, count);
                global::Allocators.BitRuns.Set(ref _head.First, first);
                offset = first << ChunkShift;
                return true;
            }

            public bool TryFree(int offset, int length)
            {
                if (!{{free}}) return false;

                int first = offset >> ChunkShift;
                global::Allocators.BitRuns.Clear(ref _head.First, first);
                Release(first, CountFor(length));
                return true;
            }

            /// <summary>Grows into the chunks behind the block if they are free, or gives its last chunks back.</summary>
            public bool TryResize(int offset, int length, int newLength)
            {
                int first = offset >> ChunkShift;
                int count = CountFor(length), newCount = CountFor(newLength);
                if (newCount > Chunks - first) return false;

                int end = first + count, newEnd = first + newCount;
                if (newEnd > end)
                {
                    if (NextTaken(end, newEnd) < newEnd) return false;
                    global::Allocators.BitRuns.SetRun(ref _used.First, end, newEnd - end);
                }
                else if (newEnd < end)
                {
                    Release(newEnd, end - newEnd);
                }

                return true;
            }

            public readonly bool IsLive(int offset, int length) =>
                IsPossible(offset, length) && SizeAt(offset) == CountFor(length) << ChunkShift;

            public readonly int SizeAt(int offset)
            {
                if (!IsPossible(offset, ChunkSize)) return 0;

                int first = offset >> ChunkShift;
                return global::Allocators.BitRuns.IsSet(in _head.First, first) ? (EndOf(first) - first) << ChunkShift : 0;
            }

            public readonly bool TryGetNext(int offset, out int next)
            {
                int first = CountFor(offset);
                for (int word = first >> 6; word < Words; word++)
                {
                    ulong heads = global::Allocators.BitRuns.Read(in _head.First, word);
                    if (word == first >> 6) heads &= ulong.MaxValue << (first & 63);
                    if (heads == 0) continue;

                    next = (word * 64 + global::Allocators.BitMath.TrailingZeroCount(heads)) << ChunkShift;
                    return true;
                }

                next = 0;
                return false;
            }

            public void Clear() => this = default;
            """);
    }

    private static void WriteSearch(CodeWriter writer, ChunkHeapSpec spec)
    {
        if (spec.HasRowBounds) WriteFindOverRows(writer);
        else WriteFindInOneRow(writer);

        writer.WriteNext($$"""
            /// <summary>The tightest gap of the first of these groups that has one; what was seen elsewhere is noted.</summary>
            private int FindIn(uint groups, int firstGroup, int count)
            {
                for (; groups != 0; groups &= groups - 1)
                {
                    int group = firstGroup + global::Allocators.BitMath.TrailingZeroCount(groups);
                    int first = FindInGroup(group, count);
                    if (first >= 0) return first;

                    global::Allocators.RunBounds.Set(ref _bounds.First, group, count - 1);
                }

                return -1;
            }

            private readonly int FindInGroup(int group, int count)
            {
                if (count > 64) return Walk(count, 1, group << GroupShift, (group + 1) << GroupShift);

                int word = group * 2;
                ulong low = FreeWord(word), high = FreeWord(word + 1);
                global::Allocators.BitRuns.KeepRunStarts(count, ref low, ref high, FreeWord(word + 2));
                return (low | high) == 0 ? -1 : word * 64 + global::Allocators.BitRuns.Tightest(low, high);
            }

            /// <summary>The first place for a run that is longer than a word, or has to start at a multiple of <paramref name="step"/>.</summary>
            private readonly int Walk(int count, int step, int from, int to)
            {
                for (int first = NextFree(from); first < to;)
                {
                    first = (first + step - 1) & -step;
                    if (first > Chunks - count) return -1;

                    int end = NextTaken(first, first + count);
                    if (end == first + count) return first < to ? first : -1;
                    first = NextFree(end);
                }

                return -1;
            }
            """);
    }

    private static void WriteFindInOneRow(CodeWriter writer)
    {
        writer.WriteNext($$"""
            /// <summary>A gap of exactly so many chunks where the bounds know of one, else the first place with room.</summary>
            private int Find(int count)
            {
                int first = FindIn(global::Allocators.RunBounds.Exactly(in _bounds.First, count), 0, count);
                return first >= 0 ? first : FindIn(global::Allocators.RunBounds.AtLeast(in _bounds.First, count), 0, count);
            }
            """);
    }

    private static void WriteFindOverRows(CodeWriter writer)
    {
        writer.WriteNext($$"""
            /// <summary>The first row of groups that has room; what was seen in the others is noted.</summary>
            private int Find(int count)
            {
                for (int firstRow = 0; firstRow < Rows; firstRow += global::Allocators.RunBounds.GroupsInRow)
                {
                    uint rows = global::Allocators.RunBounds.AtLeast(in global::Allocators.RunBounds.Row(in _rowBounds.First, firstRow), count);
                    for (; rows != 0; rows &= rows - 1)
                    {
                        int row = firstRow + global::Allocators.BitMath.TrailingZeroCount(rows);
                        if (row >= Rows) break;

                        int first = FindInRow(row, count);
                        if (first >= 0) return first;

                        global::Allocators.RunBounds.Set(ref _rowBounds.First, row, count - 1);
                    }
                }

                return -1;
            }

            /// <summary>A gap of exactly so many chunks where the bounds know of one, else the first place with room.</summary>
            private int FindInRow(int row, int count)
            {
                int firstGroup = row * global::Allocators.RunBounds.GroupsInRow;
                ref readonly byte bounds = ref global::Allocators.RunBounds.Row(in _bounds.First, firstGroup);
                int first = FindIn(global::Allocators.RunBounds.Exactly(in bounds, count), firstGroup, count);
                return first >= 0 ? first : FindIn(global::Allocators.RunBounds.AtLeast(in bounds, count), firstGroup, count);
            }
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
                global::Allocators.BitRuns.ClearRun(ref _used.First, first, count);

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

    private static void WriteHelpers(CodeWriter writer, ChunkHeapSpec spec)
    {
        string freeWord = spec.ChunksInLastWord == ChunkHeapSpec.ChunksInWord
            ? """
              private readonly ulong FreeWord(int word) =>
                  word < Words ? ~global::Allocators.BitRuns.Read(in _used.First, word) : 0;
              """
            : $$"""
              private readonly ulong FreeWord(int word)
              {
                  if (word >= Words) return 0;

                  ulong free = ~global::Allocators.BitRuns.Read(in _used.First, word);
                  return word == Words - 1 ? free & 0x{{ulong.MaxValue >> (64 - spec.ChunksInLastWord):X}} : free;
              }
              """;

        writer.WriteNext($$"""
            private static int CountBits(in ulong words)
            {
                int count = 0;
                for (int word = 0; word < Words; word++) count += global::Allocators.BitMath.PopCount(global::Allocators.BitRuns.Read(in words, word));
                return count;
            }

            /// <summary>The free chunks of a word; there are none behind the last.</summary>
            {{freeWord}}

            /// <summary>The first chunk behind the block that starts at <paramref name="first"/>: the next that is a head or free.</summary>
            private readonly int EndOf(int first)
            {
                int chunk = first + 1;
                ulong ends = EndsInWord(chunk >> 6) >> (chunk & 63);
                if (ends != 0) return chunk + global::Allocators.BitMath.TrailingZeroCount(ends);

                int word = (chunk >> 6) + 1;
                while ((ends = EndsInWord(word)) == 0) word++;
                return word * 64 + global::Allocators.BitMath.TrailingZeroCount(ends);
            }

            private readonly ulong EndsInWord(int word) => word < Words
                ? global::Allocators.BitRuns.Read(in _head.First, word) | ~global::Allocators.BitRuns.Read(in _used.First, word)
                : ulong.MaxValue;

            /// <summary>The first free chunk at or after <paramref name="from"/>, or <c>Chunks</c>.</summary>
            private readonly int NextFree(int from)
            {
                ulong ignored = ~(ulong.MaxValue << (from & 63));
                for (int word = from >> 6; word < Words; word++)
                {
                    ulong free = FreeWord(word) & ~ignored;
                    if (free != 0) return word * 64 + global::Allocators.BitMath.TrailingZeroCount(free);
                    ignored = 0;
                }

                return Chunks;
            }

            /// <summary>The first taken chunk at or after <paramref name="from"/> and before <paramref name="to"/>, or <paramref name="to"/>.</summary>
            private readonly int NextTaken(int from, int to)
            {
                ulong ignored = ~(ulong.MaxValue << (from & 63));
                for (int word = from >> 6; word * 64 < to; word++)
                {
                    ulong taken = ~FreeWord(word) & ~ignored;
                    if (taken != 0) return global::System.Math.Min(word * 64 + global::Allocators.BitMath.TrailingZeroCount(taken), to);
                    ignored = 0;
                }

                return to;
            }

            /// <summary>The last taken chunk before <paramref name="before"/>; if there is none, -1 or one that is before <paramref name="floor"/>.</summary>
            private readonly int PreviousTaken(int before, int floor)
            {
                ulong ignored = ~(ulong.MaxValue >> (63 - (before - 1 & 63)));
                for (int word = (before - 1) >> 6; word >= 0 && word * 64 + 63 >= floor; word--)
                {
                    ulong taken = ~FreeWord(word) & ~ignored;
                    if (taken != 0) return word * 64 + 63 - global::Allocators.BitMath.LeadingZeroCount(taken);
                    ignored = 0;
                }

                return global::System.Math.Max(floor, 0) - 1;
            }
            """);
    }
}
