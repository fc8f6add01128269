using Allocators.Generator.Text;

namespace Allocators.Generator.Kinds.ChunkHeap;

/// <summary>How a heap of more than 64 chunks finds room: down the bounds to a group of two words, and there all places at once.</summary>
internal static class ManyWordsSearch
{
    public static void Write(CodeWriter writer, ChunkHeapSpec spec)
    {
        if (spec.HasRowBounds) WriteFindByRowBounds(writer);
        else if (spec.Rows > 1) WriteFindInFewRows(writer);
        WriteFindInRow(writer, spec);
        WriteFindInGroup(writer);
        WriteFindLong(writer, spec);
        if (spec.MaxAlignment > spec.ChunkSize) WriteFindAligned(writer);
    }

    private static void WriteFindByRowBounds(CodeWriter writer)
    {
        writer.WriteNext("""
            /// <summary>The first row of groups that has room; what was seen in the others is noted.</summary>
            private int Find(int count)
            {
                if (count > 64) return FindLong(count);

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
            """);
    }

    private static void WriteFindInFewRows(CodeWriter writer)
    {
        writer.WriteNext("""
            /// <summary>The first row of groups that has room.</summary>
            private int Find(int count)
            {
                if (count > 64) return FindLong(count);

                for (int row = 0; row < Rows; row++)
                {
                    int first = FindInRow(row, count);
                    if (first >= 0) return first;
                }

                return -1;
            }
            """);
    }

    private static void WriteFindInRow(CodeWriter writer, ChunkHeapSpec spec)
    {
        if (spec.Rows == 1)
        {
            writer.WriteNext("""
                /// <summary>A gap of exactly so many chunks where the bounds know of one, else the first place with room.</summary>
                private int Find(int count)
                {
                    if (count > 64) return FindLong(count);

                    int first = FindIn(global::Allocators.RunBounds.Exactly(in _bounds.First, count), 0, count);
                    return first >= 0 ? first : FindIn(global::Allocators.RunBounds.AtLeast(in _bounds.First, count), 0, count);
                }
                """);
            return;
        }

        writer.WriteNext("""
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

    private static void WriteFindInGroup(CodeWriter writer)
    {
        writer.WriteNext("""
            /// <summary>The tightest gap of the first of these groups that has one; how long the gaps of the others are is noted.</summary>
            private int FindIn(uint groups, int firstGroup, int count)
            {
                for (; groups != 0; groups &= groups - 1)
                {
                    int group = firstGroup + global::Allocators.BitMath.TrailingZeroCount(groups);
                    int word = group * 2;
                    ulong low = FreeAt(word), high = FreeAt(word + 1), beyond = FreeAt(word + 2);

                    (ulong lowStarts, ulong highStarts) = (low, high);
                    global::Allocators.BitRuns.KeepStarts(count, ref lowStarts, ref highStarts, beyond);
                    if ((lowStarts | highStarts) != 0) return word * 64 + global::Allocators.BitRuns.Tightest(lowStarts, highStarts);

                    global::Allocators.RunBounds.Set(ref _bounds.First, group, global::Allocators.BitRuns.Longest(low, high, beyond));
                }

                return -1;
            }
            """);
    }

    private static void WriteFindLong(CodeWriter writer, ChunkHeapSpec spec)
    {
        string skip = spec.HasRowBounds
            ? "if (global::Allocators.RunBounds.Get(in _rowBounds.First, row) < global::System.Math.Min(count, global::Allocators.RunBounds.Longest)) continue;\n"
            : "";
        CodeTemplate rows = $$"""
            for (int row = 0; row < Rows; row++)
            {
                {{skip}}
                {{GroupByGroup("in global::Allocators.RunBounds.Row(in _bounds.First, row * global::Allocators.RunBounds.GroupsInRow)", "row * global::Allocators.RunBounds.GroupsInRow + ")}}
            }
            """;
        string search = spec.Rows == 1 ? GroupByGroup("in _bounds.First", "") : rows.ToString();

        writer.WriteNext($$"""
            /// <summary>The first gap for more chunks than a word has: gap by gap, but only in groups whose bounds promise enough.</summary>
            private int FindLong(int count)
            {
                int first = NextFree(0), end = 0;
                {{search}}

                return -1;
            }
            """);
    }

    private static string GroupByGroup(string row, string firstGroup)
    {
        CodeTemplate search = $$"""
            for (uint groups = global::Allocators.RunBounds.AtLeast({{row}}, count); groups != 0; groups &= groups - 1)
            {
                int group = {{firstGroup}}global::Allocators.BitMath.TrailingZeroCount(groups);
                int start = group << GroupShift, behind = global::System.Math.Min((group + 1) << GroupShift, Chunks);

                // A gap that reached in from the group before was too short as a whole, and is not measured again.
                int longest = global::System.Math.Max(end - start, 0);
                if (first < start) first = NextFree(global::System.Math.Max(start, end));
                while (first < behind)
                {
                    end = NextTaken(first, global::System.Math.Min(first + count, Chunks));
                    if (end - first == count) return first;

                    longest = global::System.Math.Max(longest, end - first);
                    first = NextFree(end);
                }

                global::Allocators.RunBounds.Set(ref _bounds.First, group, longest);
            }
            """;
        return search.ToString();
    }

    private static void WriteFindAligned(CodeWriter writer)
    {
        writer.WriteNext("""
            /// <summary>The first gap for chunks of which the first has to be a multiple of <paramref name="step"/>.</summary>
            private readonly int FindAligned(int count, int step)
            {
                for (int first = NextFree(0); first < Chunks;)
                {
                    first = (first + step - 1) & -step;
                    if (first > Chunks - count) return -1;

                    int end = NextTaken(first, first + count);
                    if (end == first + count) return first;
                    first = NextFree(end);
                }

                return -1;
            }
            """);
    }
}
