using Allocators.Generator.Text;

namespace Allocators.Generator.Kinds.Teaspoon;

/// <summary>How a block is taken: parked, from a bin, or from the untouched end.</summary>
internal static class TakePart
{
    /// <summary>Before a method that shall not take registers from those.</summary>
    public const string Apart = "[global::System.Runtime.CompilerServices.MethodImpl(global::System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]";

    public static void Write(CodeWriter writer, TeaspoonSpec spec)
    {
        bool aligns = spec.MaxAlignment > spec.GranuleBytes;
        string alignment = aligns ? ", alignment" : "";
        string limit = spec.Options.IsForeign && spec.HasLimit ? "if (size > MaxBlock) return false;" : "";
        if (!spec.IsParking) WriteTake(writer, limit, alignment);

        string anyFree = spec.BinWords == 1 ? "_occupied" : "_words";
        string forAlignment = aligns ? ", int alignment" : "";
        string align = aligns ? "if (alignment > Granule) return TakeAligned(ref memory, granules, size, alignment);" : "";
        writer.WriteNext($$"""
            /// <summary>
            /// Takes the first block of the first bin in which all are large enough, else untouched memory, else whatever is
            /// large enough in the bin of just this size. Gives None if there is none, or Damaged.
            /// </summary>
            {{KindText.Inline}}
            private int TakeFree(ref byte memory, int granules, int size{{forAlignment}})
            {
                {{align}}
                if ({{anyFree}} != 0)
                {
                    int bin = FindBin(BinAbove(granules));
                    if (bin >= 0) return TakeFirst(ref memory, bin, granules);
                }

                int block = _top;
                if (!IsRoomAt(block, granules, size)) return TakeFitting(ref memory, granules);

                _top = block + granules;
                MakeLive(ref memory, block, granules);
                return block;
            }

            /// <summary>Whether the untouched memory from a block on is enough; the last block can have less payload than its granules.</summary>
            private readonly bool IsRoomAt(int block, int granules, int size) => granules <= {{spec.Limit}} - block && size <= EndOfMemory - PayloadOf(block);

            /// <summary>Writes the header of a block that is given out.</summary>
            private void MakeLive(ref byte memory, int block, int size)
            {
                SetHeader(ref memory, block, LiveHeader(size));
                Count(size);
            }

            /// <summary>Takes the first block of a bin; Damaged if its links were written over.</summary>
            {{Apart}}
            private int TakeFirst(ref byte memory, int bin, int granules)
            {
                int block = FirstIn(bin);
                if (!global::Allocators.Check.IsInside(block, _top)) return Damaged;

                int free = SizeOfFirst(in memory, block, bin);
                if (free < granules || !IsFreeOf(in memory, block, free) || !TryRemoveFirst(ref memory, block, bin)) return Damaged;

                TakeFront(ref memory, block, free, granules);
                return block;
            }

            /// <summary>Makes the front of a block that is in no bin live; what is left is free again, if it is a block.</summary>
            private void TakeFront(ref byte memory, int block, int free, int granules)
            {
                int left = free - granules;
                if (left >= MinGranules)
                {
                    MakeLive(ref memory, block, granules);
                    Insert(ref memory, block + granules, left);
                    SetSizeBefore(ref memory, block + free, left);
                }
                else
                {
                    MakeLive(ref memory, block, free);
                    SetFreeBefore(ref memory, block + free, 0);
                }
            }

            /// <summary>Takes a block that is large enough from the bin that also has smaller ones; no bin above has any.</summary>
            {{Apart}}
            private int TakeFitting(ref byte memory, int granules)
            {
                if (granules > _largest) return None;

                // No more than all: links that were written over may lead in a circle.
                int largest = 0, block = FirstIn(BinOf(granules));
                for (int rest = Granules; block != None && rest > 0; rest--)
                {
                    if (!IsFree(in memory, block, out int free)) return Damaged;
                    if (free >= granules)
                    {
                        if (!TryRemove(ref memory, block, free)) return Damaged;

                        TakeFront(ref memory, block, free, granules);
                        return block;
                    }

                    largest = global::System.Math.Max(largest, free);
                    block = NextOf(in memory, block) - 1;
                }

                // The next request of such a size need not look again.
                _largest = largest > 0 ? largest : granules - 1;
                return None;
            }
            """);

        if (aligns) WriteAligned(writer, spec);
    }

    private static void WriteTake(CodeWriter writer, string limit, string alignment) => writer.WriteNext($$"""
        /// <summary>Takes the first block of a bin whose blocks are all large enough, or else what was never used.</summary>
        {{KindText.Inline}}
        public bool TryTake(ref byte memory, int size, int alignment, out int offset)
        {
            offset = None;
            {{limit}}
            int block = TakeFree(ref memory, GranulesFor(size), size{{alignment}});
            offset = block;
            if (block < 0) return false;

            offset = PayloadOf(block);
            return true;
        }
        """);

    private static void WriteAligned(CodeWriter writer, TeaspoonSpec spec) => writer.WriteNext($$"""
        /// <summary>
        /// The same for an alignment above that of all blocks. Such blocks get an even number of granules: then what one leaves
        /// is aligned for the next, as long as all are aligned.
        /// </summary>
        {{Apart}}
        private int TakeAligned(ref byte memory, int granules, int size, int alignment)
        {
            int even = granules + (granules & 1);
            int bin = FindBin(BinAbove(even));
            int start = bin >= 0 ? FirstIn(bin) : _top;
            if (bin >= 0 && !global::Allocators.Check.IsInside(start, _top)) return Damaged;
            if ((PayloadOf(start) & (alignment - 1)) != 0) return TakeBetween(ref memory, granules, size, alignment);
            if (bin >= 0) return TakeFirst(ref memory, bin, SizeOfFirst(in memory, start, bin) == even + 1 ? granules : even);
            if (!IsRoomAt(start, even, size)) return TakeBetween(ref memory, granules, size, alignment);

            _top = start + even;
            MakeLive(ref memory, start, even);
            return start;
        }

        /// <summary>Takes an aligned block from a free one that is not: what is left in front is a free block, or padding.</summary>
        private int TakeBetween(ref byte memory, int granules, int size, int alignment)
        {
            // With so many granules to spare any block will do; without, each that could do is looked at.
            int free = 0, start;
            int ample = granules + (alignment >> GranuleShift) - 1;
            int bin = ample <= Granules ? FindBin(BinAbove(ample)) : -1;
            if (bin >= 0)
            {
                start = FirstIn(bin);
                if (!IsFree(in memory, start, out free) || free < ample) return Damaged;
            }
            else if (IsRoomAt(AlignedFrom(_top, alignment), granules, size))
            {
                start = _top;
            }
            else
            {
                start = FindAligned(in memory, granules, alignment, out free);
                if (start < 0) return start;
            }

            int block = AlignedFrom(start, alignment);
            int front = block - start;
            if (free == 0)
            {
                _top = block + granules;
                MakeLive(ref memory, block, granules);
            }
            else
            {
                if (!TryRemove(ref memory, start, free)) return Damaged;

                TakeFront(ref memory, block, free - front, granules);
            }

            LeaveFront(ref memory, start, front);
            return block;
        }

        /// <summary>What lies between the start of a free block and the block taken from it.</summary>
        private void LeaveFront(ref byte memory, int start, int front)
        {
            if (front >= MinGranules)
            {
                Insert(ref memory, start, front);
                SetFreeBefore(ref memory, start + front, front);
            }
            else if (front > 0)
            {
                // One granule is no block: its header is that of a parked one, which is on no list.
                SetHeader(ref memory, start, LiveHeader(front) | IsParkedBit);
                SetHeader(ref memory, start + front, HeaderOf(in memory, start + front) | Padding);
            }
        }

        /// <summary>A free block in which an aligned one is, and its size; no more blocks are looked at than there can be.</summary>
        private readonly int FindAligned(in byte memory, int granules, int alignment, out int free)
        {
            free = 0;
            int rest = Granules;
            for (int bin = granules > _largest ? -1 : FindBin(BinOf(granules)); bin >= 0; bin = FindBin(bin + 1))
            {
                for (int block = FirstIn(bin); block != None && rest > 0; rest--)
                {
                    if (!IsFree(in memory, block, out free)) return Damaged;
                    if (AlignedFrom(block, alignment) + granules <= block + free) return block;

                    block = NextOf(in memory, block) - 1;
                }
            }

            return None;
        }

        /// <summary>The first block from here on whose payload is aligned.</summary>
        private static int AlignedFrom(int block, int alignment) => (((PayloadOf(block) + alignment - 1) & -alignment) - FirstPayload) >> GranuleShift;
        """);
}
