using Allocators.Generator.Text;

namespace Allocators.Generator.Kinds.ChunkHeap;

/// <summary>The few lines about sizes and offsets that heaps of every number of chunks have.</summary>
internal static class ChunkArithmetic
{
    public static void Write(CodeWriter writer, ChunkHeapSpec spec)
    {
        writer.WriteNext("""
            /// <summary>Chunks that hold so many bytes.</summary>
            private static int CountFor(int bytes) => unchecked(((bytes - 1) >> ChunkShift) + 1);
            """);

        if (spec.Options.IsChecked) return;

        writer.WriteNext("""
            /// <summary>Whether these are chunks of the heap, whatever they are used for.</summary>
            private static bool AreChunks(int offset, int length, out int first) =>
                global::Allocators.Check.IsUnit(offset, ChunkShift, Chunks, out first) && length > 0 && length <= (Chunks << ChunkShift) - offset;
            """);
    }
}
