using Allocators.Generator.Text;

namespace Allocators.Generator.Kinds.ChunkHeap;

/// <summary>How the bitmaps of many words are read: the end of a block, the next free or taken chunk, the one before.</summary>
internal static class ManyWordsScans
{
    public static void Write(CodeWriter writer, ChunkHeapSpec spec)
    {
        string freeAt = spec.ChunksInLastWord == ChunkHeapSpec.ChunksInWord
            ? "private readonly ulong FreeAt(int word) => word < Words ? global::Allocators.ChunkBits.FreeIn(in _bits.First, word) : 0;"
            : $$"""
              private readonly ulong FreeAt(int word) => word < Words - 1 ? global::Allocators.ChunkBits.FreeIn(in _bits.First, word) : word < Words ? global::Allocators.ChunkBits.FreeIn(in _bits.First, word) & LastChunks : 0;
              """;

        // Where others can write to the bits, a block may seem to reach behind the last chunk.
        bool mayReachBeyond = spec.IsStateInMemory && spec.ChunksInLastWord < ChunkHeapSpec.ChunksInWord;
        string open = mayReachBeyond ? "global::System.Math.Min(" : "", close = mayReachBeyond ? ", Chunks - first)" : "";
        writer.WriteNext($$"""
            /// <summary>The free chunks of a word; there are none behind the last.</summary>
            {{freeAt}}

            /// <summary>Chunks of the block that starts here: up to the next that is a head or free.</summary>
            {{KindText.Inline}}
            private readonly int CountAt(int first)
            {
                ulong ends = global::Allocators.ChunkBits.EndsIn(in _bits.First, first >> 6) >> first >> 1;
                return {{open}}ends != 0 ? global::Allocators.BitMath.TrailingZeroCount(ends) + 1 : CountOverWords(first){{close}};
            }

            /// <summary>The free chunks from one on that follow each other, where they reach into another word.</summary>
            private readonly int CountOverWords(int first)
            {
                for (int word = (first >> 6) + 1; word < Words; word++)
                {
                    ulong ends = global::Allocators.ChunkBits.EndsIn(in _bits.First, word);
                    if (ends != 0) return word * 64 + global::Allocators.BitMath.TrailingZeroCount(ends) - first;
                }

                return Chunks - first;
            }

            /// <summary>The first free chunk at or after <paramref name="from"/>, or <c>Chunks</c>.</summary>
            private readonly int NextFree(int from)
            {
                ulong ignored = ~(ulong.MaxValue << (from & 63));
                for (int word = from >> 6; word < Words; word++)
                {
                    ulong free = FreeAt(word) & ~ignored;
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
                    ulong taken = ~FreeAt(word) & ~ignored;
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
                    ulong taken = ~FreeAt(word) & ~ignored;
                    if (taken != 0) return word * 64 + 63 - global::Allocators.BitMath.LeadingZeroCount(taken);
                    ignored = 0;
                }

                return global::System.Math.Max(floor, 0) - 1;
            }
            """);
    }
}
