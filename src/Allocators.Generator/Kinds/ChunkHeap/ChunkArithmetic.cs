using Allocators.Generator.Text;

namespace Allocators.Generator.Kinds.ChunkHeap;

/// <summary>The few lines about sizes and offsets that heaps of every number of chunks have.</summary>
internal static class ChunkArithmetic
{
    public static void Write(CodeWriter writer, ChunkHeapSpec spec)
    {
        // With chunks of one byte, every offset is that of a chunk.
        string aligned = spec.ChunkSize == 1 ? "" : " && (offset & (ChunkSize - 1)) == 0";
        writer.WriteNext($$"""
            /// <summary>Chunks that hold so many bytes.</summary>
            private static int CountFor(int bytes) => unchecked(((bytes - 1) >> ChunkShift) + 1);

            /// <summary>Whether these could be the numbers of a block, live or not.</summary>
            private static bool IsPossible(int offset, int length) =>
                global::Allocators.Check.IsInside(offset, Capacity) && length > 0 && length <= Capacity - offset{{aligned}};
            """);
    }
}
