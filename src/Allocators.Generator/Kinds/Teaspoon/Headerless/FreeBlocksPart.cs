using Allocators.Generator.Text;

namespace Allocators.Generator.Kinds.Teaspoon.Headerless;

/// <summary>Free blocks: their notes in their own memory, in and out of the bins, and merged with each other.</summary>
internal static class FreeBlocksPart
{
    public static void Write(CodeWriter writer, TeaspoonSpec spec)
    {
        WriteNotes(writer);
        WriteLists(writer, spec);
        WriteMerging(writer, spec);
    }

    private static void WriteNotes(CodeWriter writer) => writer.WriteNext("""
        // A free block starts with the links of its bin: the next and the previous block, plus one. Behind them and at its
        // end is its size. A single granule has room for the links only, and says so by the sign of the second.
        private const int Single = int.MinValue;

        /// <summary>The next free block of the same bin, plus one.</summary>
        private static int NextOf(in byte memory, int block) => global::Allocators.HeapMemory.Load<int>(in memory, block << GranuleShift);

        /// <summary>Links a free block to the next in its bin.</summary>
        private static void SetNext(ref byte memory, int block, int link) => global::Allocators.HeapMemory.Store(ref memory, block << GranuleShift, link);

        /// <summary>The free block in front of another in its bin, plus one.</summary>
        private static int PreviousOf(in byte memory, int block) =>
            global::Allocators.HeapMemory.Load<int>(in memory, (block << GranuleShift) + sizeof(int)) & ~Single;

        /// <summary>Links a free block to the one in front of it in its bin.</summary>
        private static void SetPrevious(ref byte memory, int block, int link)
        {
            int single = global::Allocators.HeapMemory.Load<int>(in memory, (block << GranuleShift) + sizeof(int)) & Single;
            global::Allocators.HeapMemory.Store(ref memory, (block << GranuleShift) + sizeof(int), link | single);
        }

        /// <summary>The size of the free block that a link leads to; 0 if there can be none.</summary>
        private readonly int SizeOf(in byte memory, int block)
        {
            // Below the top, another block is behind a free one: the size can be read.
            if (block < 0 || block >= _top - 1) return 0;

            int size = SizeIn(in memory, block);
            return size > 0 && size < _top - block ? size : 0;
        }

        /// <summary>The size that a free block says it has.</summary>
        private static int SizeIn(in byte memory, int block) =>
            global::Allocators.HeapMemory.Load<int>(in memory, (block << GranuleShift) + sizeof(int)) < 0
                ? 1
                : global::Allocators.HeapMemory.Load<int>(in memory, (block << GranuleShift) + Granule);

        /// <summary>The size that stands at the end of the free block before a granule.</summary>
        private static int SizeBefore(in byte memory, int granule)
        {
            int size = global::Allocators.HeapMemory.Load<int>(in memory, (granule << GranuleShift) - sizeof(int));
            return size < 0 ? 1 : size;
        }

        /// <summary>Writes the size of a free block, where its end finds it as well.</summary>
        private static void SetSize(ref byte memory, int block, int size)
        {
            if (size == 1)
            {
                global::Allocators.HeapMemory.Store(ref memory, (block << GranuleShift) + sizeof(int), Single);
                return;
            }

            global::Allocators.HeapMemory.Store(ref memory, (block << GranuleShift) + Granule, size);
            global::Allocators.HeapMemory.Store(ref memory, ((block + size) << GranuleShift) - sizeof(int), size);
        }
        """);

    private static void WriteLists(CodeWriter writer, TeaspoonSpec spec)
    {
        writer.WriteNext($$"""
            // Whether a bin has other blocks is as good as random. So nothing here branches on it: where a block has no neighbour in
            // its bin, the neighbour's link is written to the block itself, which has no links yet or none any more.

            /// <summary>Makes granules a free block, which is not the last before the top.</summary>
            private void Insert(ref byte memory, int block, int size)
            {
                if (size > _largest) _largest = size;

                int bin = BinOf(size);
                ref int first = ref global::Allocators.HeapMemory.At(ref _bins.First, bin);
                int next = {{BinsPart.NextInBin(spec)}};
                first = block + 1;
                {{BinsPart.MarkBin(spec)}}

                SetPrevious(ref memory, next != 0 ? next - 1 : block, block + 1);
                SetNext(ref memory, block, next);
                global::Allocators.HeapMemory.Store(ref memory, (block << GranuleShift) + sizeof(int), 0);
                SetSize(ref memory, block, size);
                SetMark(block, FreeEnd);
                SetMark(block + size - 1, FreeEnd);
            }

            /// <summary>Takes a free block out of its bin, and its marks away, unless its links were written over.</summary>
            private bool TryRemove(ref byte memory, int block, int size)
            {
                int next = NextOf(in memory, block), previous = PreviousOf(in memory, block), bin = BinOf(size);
                if (!IsLink(next) || !IsLink(previous)) return false;

                SetMark(block, 0);
                SetMark(block + size - 1, 0);
                SetPrevious(ref memory, next != 0 ? next - 1 : block, previous);
                SetNext(ref memory, previous != 0 ? previous - 1 : block, next);

                ref int first = ref global::Allocators.HeapMemory.At(ref _bins.First, bin);
                int second = first;
                second = previous == 0 ? next : second;
                first = second;
                bool isEmpty = second == 0;
                {{BinsPart.UnmarkBin(spec)}}
                return true;
            }
            """);
    }

    private static void WriteMerging(CodeWriter writer, TeaspoonSpec spec)
    {
        string unmark = spec.Options.IsChecked ? "SetMark(block, 0);" : "";
        writer.WriteNext($$"""
            /// <summary>Merges granules that are not live any more with what is free beside them, unless that was written over.</summary>
            [global::System.Runtime.CompilerServices.MethodImpl(global::System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
            private bool TryRelease(ref byte memory, int block, int size)
            {
                int next = block + size, behind = 0, before = 0;
                if (next > _top) return false;
                if (next < _top - 1 && MarkAt(next) == FreeEnd)
                {
                    behind = SizeIn(in memory, next);
                    if (behind <= 0 || behind >= _top - next || !TryRemove(ref memory, next, behind)) return false;
                }

                if (block > 0 && MarkAt(block - 1) == FreeEnd)
                {
                    before = SizeBefore(in memory, block);
                    bool isFree = global::Allocators.Check.IsInside(before - 1, block) && MarkAt(block - before) == FreeEnd;
                    if (!isFree || !TryRemove(ref memory, block - before, before))
                    {
                        if (behind != 0) Insert(ref memory, next, behind);
                        return false;
                    }
                }

                {{unmark}}
                block -= before;
                size += before + behind;
                if (block + size == _top) _top = block;
                else Insert(ref memory, block, size);
                return true;
            }
            """);
    }
}
