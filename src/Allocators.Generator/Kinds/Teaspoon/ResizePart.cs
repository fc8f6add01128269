using Allocators.Generator.Text;

namespace Allocators.Generator.Kinds.Teaspoon;

/// <summary>How a block becomes larger or smaller where it is.</summary>
internal static class ResizePart
{
    public static void Write(CodeWriter writer, TeaspoonSpec spec)
    {
        string most = spec.HasLimit ? "global::System.Math.Min(EndOfMemory - offset, MaxBlock)" : "EndOfMemory - offset";
        string keep = spec.IsParking ? "granules = RoundUp(granules);" : "";

        bool staysEven = spec.MaxAlignment > spec.GranuleBytes && !spec.IsParking;
        string even = staysEven ? "if (IsEven(block, size)) granules += granules & 1;" : "";
        string evenGrown = staysEven
            ? """
              int spare = (block + size == _top ? End - block : size + behind) - granules;
              if (IsEven(block, size) && spare > 0 && spare != MinGranules) granules += granules & 1;
              """
            : "";

        writer.WriteNext($$"""
            /// <summary>Grows into the free block or the untouched memory behind, or gives the end of the block back.</summary>
            public bool TryResize(ref byte memory, int offset, int length, int newLength)
            {
                int block = (offset - FirstPayload) >> GranuleShift;
                int size = SizeIn(HeaderOf(in memory, block)), granules = GranulesFor(newLength);
                if (newLength > {{most}}) return false;
                if (granules > size)
                {
                    int behind = GranulesBehind(in memory, block + size);
                    if (block + size != _top && size + behind < granules) return false;

                    {{evenGrown}}
                    if (!TryGrow(ref memory, block, size, granules)) return false;
                }
                else
                {
                    {{even}}
                    {{keep}}
                    ShrinkTo(ref memory, block, granules);
                }

                Discount(size);
                Count(SizeIn(HeaderOf(in memory, block)));
                return true;
            }

            /// <summary>Gives the end of a block back, if that is enough for a block, and what it would be merged with was not written over.</summary>
            private void ShrinkTo(ref byte memory, int block, int granules)
            {
                uint header = HeaderOf(in memory, block);
                int left = SizeIn(header) - granules;
                if (left < MinGranules) return;

                SetHeader(ref memory, block, WithSize(header, granules));
                SetHeader(ref memory, block + granules, LiveHeader(left));
                if (!TryRelease(ref memory, block + granules, left)) SetHeader(ref memory, block, header);
            }

            /// <summary>Makes a block longer by what is free behind it.</summary>
            private bool TryGrow(ref byte memory, int block, int size, int granules)
            {
                uint header = HeaderOf(in memory, block);
                int next = block + size;
                if (next == _top)
                {
                    _top = block + granules;
                    SetHeader(ref memory, block, WithSize(header, granules));
                    return true;
                }

                int behind = SizeIn(HeaderOf(in memory, next));
                if (!TryRemove(ref memory, next, behind)) return false;

                int left = size + behind - granules;
                if (left >= MinGranules)
                {
                    SetHeader(ref memory, block, WithSize(header, granules));
                    Insert(ref memory, block + granules, left);
                    SetSizeBefore(ref memory, next + behind, left);
                }
                else
                {
                    SetHeader(ref memory, block, WithSize(header, size + behind));
                    SetFreeBefore(ref memory, next + behind, 0);
                }

                return true;
            }
            """);

        if (staysEven)
        {
            writer.WriteNext("""
                /// <summary>Whether a block may be one of those that are aligned and have an even number of granules, so that the next is aligned as well.</summary>
                private static bool IsEven(int block, int size) => ((PayloadOf(block) >> GranuleShift | size) & 1) == 0;
                """);
        }

        WriteGranulesBehind(writer);
    }

    private static void WriteGranulesBehind(CodeWriter writer) => writer.WriteNext("""
        /// <summary>Free granules from here on; below the top, that is one block at most.</summary>
        private readonly int GranulesBehind(in byte memory, int next)
        {
            if (next == _top) return 0;

            return IsFree(in memory, next, out int size) ? size : 0;
        }
        """);
}
