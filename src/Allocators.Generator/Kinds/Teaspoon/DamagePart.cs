using Allocators.Generator.Text;

namespace Allocators.Generator.Kinds.Teaspoon;

/// <summary>
/// The tests that everything read from memory that a program can write has to pass before it is used as a place or a size: so that
/// writing there, however wildly, never makes the heap reach outside its memory.
/// </summary>
internal static class DamagePart
{
    public static void Write(CodeWriter writer, TeaspoonSpec spec)
    {
        WriteSigns(writer);
        if (spec.HasHeaders) WriteWithHeaders(writer, spec);
        if (spec.IsStateInMemory) WriteIsSound(writer);
    }

    private static void WriteSigns(CodeWriter writer) => writer.WriteNext("""
        // In place of a block: there is none; or what should lead to one was written over, and nothing was changed.
        private const int None = -1;
        private const int Damaged = global::Allocators.HeapMemory.Damaged;

        // A link is the number of a free block, plus one. Links take a granule, and behind a free block, below the top, is another block.

        /// <summary>Whether a link can lead to a free block, or to none.</summary>
        private readonly bool IsLink(int link) => global::Allocators.Check.IsInside(link, _top);

        /// <summary>The first block of a bin, as far as the bin tells.</summary>
        private readonly int FirstIn(int bin) => unchecked(global::Allocators.HeapMemory.Read(in _bins.First, bin) - 1);
        """);

    private static void WriteWithHeaders(CodeWriter writer, TeaspoonSpec spec)
    {
        writer.WriteNext("""
            /// <summary>Whether the block here, below the top, is a free one of this size, as far as its header tells. Behind it is another block.</summary>
            private readonly bool IsFreeOf(in byte memory, int block, int size) => size <= _top - MinGranules - block && HeaderOf(in memory, block) == FreeHeader(size);

            /// <summary>Whether a free block starts here, and of which size.</summary>
            private readonly bool IsFree(in byte memory, int block, out int size)
            {
                size = 0;
                if (!global::Allocators.Check.IsInside(block, _top)) return false;

                size = SizeIn(HeaderOf(in memory, block));
                return size >= MinGranules && IsFreeOf(in memory, block, size);
            }
            """);
        if (!spec.IsParking) return;

        // A parked block has all the payload that its granules say, so that the last one is never parked.
        string isNotLast = spec.HasShortLastBlock ? " && block + size != End" : "";
        writer.WriteNext($$"""
            /// <summary>Whether a block of this size can be parked here: whatever is there.</summary>
            private readonly bool IsRoomFor(int block, int size) => global::Allocators.Check.IsInside(block, _top) && size <= _top - block{{isNotLast}};

            /// <summary>Whether a parked block starts here, as far as its header tells, and of which size.</summary>
            private readonly bool IsParked(in byte memory, int block, out int size)
            {
                size = 0;
                if (!global::Allocators.Check.IsInside(block, _top)) return false;

                uint header = HeaderOf(in memory, block);
                size = SizeIn(header);
                return size >= MinGranules && IsRoomFor(block, size) && IsParkedHeader(header, size);
            }
            """);
    }

    private static void WriteIsSound(CodeWriter writer)
    {
        writer.WriteNext("""
            /// <summary>
            /// Whether the numbers that all calls rely on can be right, here where they lie in memory that others can write: the
            /// top is below the end, and that within the memory. A heap without memory has the numbers of an empty one.
            /// </summary>
            public readonly bool IsSound(int capacity) => unchecked(
                (uint)_top <= (uint)End
                && ((uint)End <= (uint)GranulesWithin(capacity) || (capacity == 0 && _missing == 0)));

            /// <summary>Makes the bookkeeping that of an empty heap.</summary>
            public void Repair() => this = default;
            """);
    }
}
