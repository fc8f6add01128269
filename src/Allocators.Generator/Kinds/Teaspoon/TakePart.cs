using Allocators.Generator.Text;

namespace Allocators.Generator.Kinds.Teaspoon;

/// <summary>How a block is taken: parked, from a bin, or from the untouched end.</summary>
internal static class TakePart
{
    public static void Write(CodeWriter writer, TeaspoonSpec spec)
    {
        bool aligns = spec.MaxAlignment > spec.GranuleBytes;
        string alignment = aligns ? "alignment, " : "";
        string cannotUnpark = aligns ? "alignment > Granule || !TryUnpark" : "!TryUnpark";
        string take = spec.IsParking
            ? $$"""
              int granules = GranulesFor(size), rounded = RoundUp(granules);
              if ({{cannotUnpark}}(ref memory, rounded, out int block))
              {
                  // A request fails only after everything parked was merged, and even a block without anything to spare was looked for.
                  bool found = TryTakeFree(ref memory, rounded, size, {{alignment}}out block)
                      || (TryMergeParked(ref memory) && TryTakeFree(ref memory, rounded, size, {{alignment}}out block))
                      || (rounded > granules && TryTakeFree(ref memory, granules, size, {{alignment}}out block));
                  if (!found) return false;
              }
              """
            : $"if (!TryTakeFree(ref memory, GranulesFor(size), size, {alignment}out int block)) return false;";
        string limit = spec.Options.IsForeign && spec.HasLimit ? "if (size > MaxBlock) return false;" : "";
        string dispatch = !aligns ? "" : """

            private bool TryTakeFree(ref byte memory, int granules, int size, int alignment, out int block) => alignment <= Granule
                ? TryTakeFree(ref memory, granules, size, out block)
                : TryTakeAligned(ref memory, granules, size, alignment, out block);
            """;

        writer.WriteNext($$"""
            public bool TryTake(ref byte memory, int size, int alignment, out int offset)
            {
                offset = 0;
                {{limit}}
                {{take}}

                offset = PayloadOf(block);
                _live += (ulong)SizeIn(HeaderOf(in memory, block)) << LiveShift | OneBlock;
                return true;
            }
            {{dispatch}}

            /// <summary>
            /// Takes the first block of the first bin in which all are large enough, else untouched memory, else whatever is
            /// large enough in the bin of just this size.
            /// </summary>
            private bool TryTakeFree(ref byte memory, int granules, int size, out int block)
            {
                block = FindFrom(BinAbove(granules));
                if (block < 0 && IsRoomAt(_top, granules, size))
                {
                    block = _top;
                    _top += granules;
                    SetHeader(ref memory, block, LiveHeader(granules));
                    return true;
                }

                if (block < 0) block = FindInBin(in memory, granules);
                if (block < 0) return false;

                int free = SizeIn(HeaderOf(in memory, block));
                Remove(ref memory, block, free);
                TakeFront(ref memory, block, free, granules);
                return true;
            }

            /// <summary>Whether the untouched memory from a block on is enough; the last block can have less payload than its granules.</summary>
            private readonly bool IsRoomAt(int block, int granules, int size) => granules <= End - block && size <= EndOfMemory - PayloadOf(block);

            /// <summary>Makes the front of a block that is in no bin live; what is left is free again, if it is a block.</summary>
            private void TakeFront(ref byte memory, int block, int free, int granules)
            {
                int left = free - granules;
                if (left >= MinGranules)
                {
                    SetHeader(ref memory, block, LiveHeader(granules));
                    Insert(ref memory, block + granules, left);
                }
                else
                {
                    SetHeader(ref memory, block, LiveHeader(free));
                    SetFreeBefore(ref memory, block + free, 0);
                }
            }

            /// <summary>A block that is large enough in the bin that also has smaller ones.</summary>
            private readonly int FindInBin(in byte memory, int granules)
            {
                int bin = BinOf(granules);
                if (bin >= BinCount) return -1;

                int link = global::Allocators.HeapMemory.Read(in _bins.First, bin);
                while (link != 0 && SizeIn(HeaderOf(in memory, link - 1)) < granules) link = NextOf(in memory, link - 1);
                return link - 1;
            }
            """);

        if (aligns) WriteAligned(writer, spec);
    }

    private static void WriteAligned(CodeWriter writer, TeaspoonSpec spec) => writer.WriteNext($$"""
        /// <summary>The same for an alignment above that of all blocks: what is left in front is a free block, or padding.</summary>
        private bool TryTakeAligned(ref byte memory, int granules, int size, int alignment, out int block)
        {
            // With so many granules to spare any block will do; without, each that could do is looked at.
            int free = 0;
            block = FindFrom(BinAbove(granules + (alignment >> GranuleShift) - 1));
            if (block >= 0) free = SizeIn(HeaderOf(in memory, block));
            else if (IsRoomAt(AlignedFrom(_top, alignment), granules, size)) block = _top;
            else if (!TryFindAligned(in memory, granules, alignment, out block, out free)) return false;

            int start = block;
            block = AlignedFrom(start, alignment);
            int front = block - start;
            if (free == 0)
            {
                _top = block + granules;
                SetHeader(ref memory, block, LiveHeader(granules));
            }
            else
            {
                Remove(ref memory, start, free);
                TakeFront(ref memory, block, free - front, granules);
            }

            LeaveFront(ref memory, start, front);
            return true;
        }

        /// <summary>What lies between the start of a free block and the block taken from it.</summary>
        private void LeaveFront(ref byte memory, int start, int front)
        {
            if (front >= MinGranules)
            {
                Insert(ref memory, start, front);
            }
            else if (front > 0)
            {
                // One granule is no block: its header is that of a live one, which is never given out.
                SetHeader(ref memory, start, LiveHeader(front));
                SetHeader(ref memory, start + front, HeaderOf(in memory, start + front) | Padding);
            }
        }

        private readonly bool TryFindAligned(in byte memory, int granules, int alignment, out int block, out int free)
        {
            for (int bin = BinOf(granules); bin < BinCount; bin++)
            {
                for (int link = global::Allocators.HeapMemory.Read(in _bins.First, bin); link != 0; link = NextOf(in memory, link - 1))
                {
                    block = link - 1;
                    free = SizeIn(HeaderOf(in memory, block));
                    if (AlignedFrom(block, alignment) + granules <= block + free) return true;
                }
            }

            block = -1;
            free = 0;
            return false;
        }

        /// <summary>The first block from here on whose payload is aligned.</summary>
        private static int AlignedFrom(int block, int alignment) => (((PayloadOf(block) + alignment - 1) & -alignment) - FirstPayload) >> GranuleShift;
        """);
}
