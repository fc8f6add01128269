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
        WriteFindInGroups(writer);
    }

    private static void WriteFindByRowBounds(CodeWriter writer)
    {
        writer.WriteNext("""
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
            """);
    }

    private static void WriteFindInFewRows(CodeWriter writer)
    {
        writer.WriteNext("""
            /// <summary>The first row of groups that has room.</summary>
            private int Find(int count)
            {
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

    private static void WriteFindInGroups(CodeWriter writer)
    {
        writer.WriteNext("""
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
                ulong low = FreeAt(word), high = FreeAt(word + 1);
                global::Allocators.BitRuns.KeepStarts(count, ref low, ref high, FreeAt(word + 2));
                return (low | high) == 0 ? -1 : word * 64 + global::Allocators.BitRuns.Tightest(low, high);
            }

            /// <summary>The first place for a run that is longer than a word, or has to start at a multiple of <paramref name="step"/>.</summary>
            private readonly int Walk(int count, int step, int from, int to)
            {
                for (int first = NextFree(from); first < to;)
                {
                    first = (first + step - 1) & -step;
                    if (first >= to || first > Chunks - count) return -1;

                    int end = NextTaken(first, first + count);
                    if (end == first + count) return first;
                    first = NextFree(end);
                }

                return -1;
            }
            """);
    }
}
