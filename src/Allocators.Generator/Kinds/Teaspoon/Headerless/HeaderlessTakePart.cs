using Allocators.Generator.Text;

namespace Allocators.Generator.Kinds.Teaspoon.Headerless;

/// <summary>How a block is taken: parked, from a bin, or from the untouched end.</summary>
internal static class HeaderlessTakePart
{
    public static void Write(CodeWriter writer, TeaspoonSpec spec)
    {
        bool aligns = spec.MaxAlignment > spec.GranuleBytes;
        string mark = spec.Options.IsChecked ? "SetMark(block, Live);" : "";
        if (spec.IsParking) WriteTakeParked(writer, spec, aligns);
        else WriteTake(writer, aligns);

        if (spec.IsParking) WriteTakeInStages(writer, spec, aligns, mark);
        else WriteTakeAtOnce(writer, aligns, mark);

        WriteTakeMerged(writer, spec);
        if (aligns) WriteAligned(writer, spec);
    }

    private static void WriteTake(CodeWriter writer, bool aligns)
    {
        string alignment = aligns ? ", alignment" : "";
        writer.WriteNext($$"""
            /// <summary>Takes a block that was parked in its class, or else one as any heap would.</summary>
            public bool TryTake(ref byte memory, int size, int alignment, out int offset)
            {
                int granules = GranulesFor(size), block = TakeFree(ref memory, granules{{alignment}});
                offset = block < 0 ? block : block << GranuleShift;
                if (block < 0) return false;

                Count(granules, 1);
                return true;
            }
            """);
    }

    private static void WriteTakeParked(CodeWriter writer, TeaspoonSpec spec, bool aligns)
    {
        string flip = spec.Options.IsChecked ? "FlipParked(parked);" : "";
        string isAligned = aligns ? " && ((parked << GranuleShift) & (alignment - 1)) == 0" : "";

        string end = spec.BelievesNothing ? "capacity >> GranuleShift" : spec.Options.IsForeign ? "_top" : "End";
        string isThere = $"IsParked(first, granules, {end}, out int parked)";
        string isSound = spec.BelievesNothing ? "if (!IsSound(capacity)) return Damaged;\n" : "";
        string argument = aligns ? ", alignment" : "";
        string parameter = aligns ? ", int alignment" : "";
        string unpark = aligns ? "Unpark(in memory, ClassOf(granules), alignment)" : "Unpark(in memory, ClassOf(granules))";
        string flipBlock = spec.Options.IsChecked ? "else if (block >= 0) FlipParked(block);" : "";
        writer.WriteNext($$"""
            /// <summary>Takes a block that was parked in its class, or else one as any heap would.</summary>
            {{KindText.Inline}}
            public bool TryTake(ref byte memory, {{spec.CapacityParameter}}int size, int alignment, out int offset)
            {
                // Most requests are small, and most of those find a block of their class.
                int granules = GranulesIn(size);
                if (granules < ExactClasses)
                {
                    ref int first = ref global::Allocators.HeapMemory.At(ref _parked.First, granules);
                    if ({{isThere}}{{isAligned}})
                    {
                        offset = parked << GranuleShift;
                        {{flip}}
                        first = global::Allocators.HeapMemory.Load<int>(in memory, offset);
                        Count(granules, 1);
                        return true;
                    }
                }

                offset = TakeAny(ref memory, {{spec.CapacityArgument}}size{{argument}});
                return offset >= 0;
            }

            /// <summary>The same for any size; None if there is no room, or Damaged.</summary>
            [global::System.Runtime.CompilerServices.MethodImpl(global::System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
            private int TakeAny(ref byte memory, {{spec.CapacityParameter}}int size{{parameter}})
            {
                {{isSound}}
                int granules = GranulesFor(size), block = {{unpark}};
                if (block == None) block = TakeFree(ref memory, granules{{argument}});
                {{flipBlock}}
                if (block < 0) return block;

                Count(granules, 1);
                return block << GranuleShift;
            }
            """);
    }

    private static void WriteTakeAtOnce(CodeWriter writer, bool aligns, string mark)
    {
        string parameter = aligns ? ", int alignment" : "";
        string take = aligns
            ? "alignment > Granule ? TakeAligned(ref memory, granules, alignment) : TakeMerged(ref memory, granules, Granules)"
            : "TakeMerged(ref memory, granules, Granules)";

        writer.WriteNext($$"""
            /// <summary>Takes free granules and marks them as a block; None if there is no room, or Damaged.</summary>
            [global::System.Runtime.CompilerServices.MethodImpl(global::System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
            private int TakeFree(ref byte memory, int granules{{parameter}})
            {
                int block = {{take}};
                if (block < 0) return block;

                {{mark}}
                return block;
            }
            """);
    }

    private static void WriteTakeInStages(CodeWriter writer, TeaspoonSpec spec, bool aligns, string mark)
    {
        string parameter = aligns ? ", int alignment" : "";
        string argument = aligns ? ", alignment" : "";
        string dispatch = aligns
            ? """

              /// <summary>The same at any alignment.</summary>
              private int TakeMerged(ref byte memory, int granules, int alignment, int looks) =>
                  alignment > Granule ? TakeAligned(ref memory, granules, alignment) : TakeMerged(ref memory, granules, looks);
              """
            : "";
        string split = aligns ? "if (block == None && alignment <= Granule)" : "if (block == None)";

        // Where others can write to the number, only the bits count that it can have.
        string onlyItsBits = spec.IsStateInMemory ? "_quarters &= LastQuarter;" : "";

        writer.WriteNext($$"""
            /// <summary>
            /// Takes a block where none of its class is parked. When there is none, everything parked is merged before another
            /// quarter of the memory is broken into; when all is, a larger parked block is split before everything is merged.
            /// </summary>
            private int TakeFree(ref byte memory, int granules{{parameter}})
            {
                const int Looks = 8;
                {{onlyItsBits}}
                int block = TakeMerged(ref memory, granules{{argument}}, Looks);
                if (block == None && _quarters < LastQuarter && !TryMergeParked(ref memory)) return Damaged;
                while (block == None && _quarters < LastQuarter)
                {
                    _quarters++;
                    block = TakeMerged(ref memory, granules{{argument}}, Looks);
                }

                {{split}} block = SplitParked(ref memory, granules);
                if (block == None)
                {
                    if (!TryMergeParked(ref memory)) return Damaged;
                    block = TakeMerged(ref memory, granules{{argument}}, Granules);
                }

                if (block < 0) return block;

                {{mark}}
                return block;
            }
            {{dispatch}}
            """);
    }

    private static void WriteTakeMerged(CodeWriter writer, TeaspoonSpec spec)
    {
        writer.WriteNext($$"""
            /// <summary>
            /// Takes the end of the first block of its bin, else of the first bin in which all are large enough, else untouched
            /// memory, else the end of one of the next blocks of its bin.
            /// </summary>
            private int TakeMerged(ref byte memory, int granules, int looks)
            {
                int block = None, free = 0;
                if (granules <= _largest)
                {
                    block = FirstIn(BinOf(granules));
                    if (block != None) free = SizeOf(in memory, block);
                    if (free < granules)
                    {
                        block = FirstFrom(BinAbove(granules));
                        if (block != None) free = SizeOf(in memory, block);
                    }
                }

                if (block == None && granules <= {{spec.Limit}} - _top)
                {
                    block = _top;
                    _top += granules;
                    return block;
                }

                if (block == None)
                {
                    block = FindInBin(in memory, granules, looks);
                    if (block == None) return None;
                    free = SizeOf(in memory, block);
                }

                if (free < granules) return Damaged;

                int start = block + free - granules;
                return TryCut(ref memory, block, free, start, granules) ? start : Damaged;
            }

            /// <summary>The first block of the first bin from a bin on that has one; None if none has.</summary>
            private readonly int FirstFrom(int bin)
            {
                bin = FindBin(bin);
                return bin < 0 ? None : FirstIn(bin);
            }

            /// <summary>Takes granules out of a free block, unless its links were written over; what is left on either side is free again.</summary>
            private bool TryCut(ref byte memory, int block, int free, int start, int granules)
            {
                int front = start - block, behind = free - front - granules;
                if (front > 0 && BinOf(front) == BinOf(free))
                {
                    SetMark(block + free - 1, 0);
                    SetSize(ref memory, block, front);
                    SetMark(start - 1, FreeEnd);
                }
                else
                {
                    if (!TryRemove(ref memory, block, free)) return false;
                    if (front > 0) Insert(ref memory, block, front);
                }

                if (behind > 0) Insert(ref memory, start + granules, behind);
                return true;
            }

            /// <summary>A block that is large enough among the first ones of the bin that may have smaller ones as well; no bin above has any.</summary>
            private int FindInBin(in byte memory, int granules, int looks)
            {
                if (granules > _largest) return None;

                int largest = 0, block = FirstIn(BinOf(granules));
                for (; block != None && looks > 0; looks--)
                {
                    // A block without a size is none: who takes it finds out.
                    int free = SizeOf(in memory, block);
                    if (free >= granules || free == 0) return block;

                    largest = global::System.Math.Max(largest, free);
                    block = unchecked(NextOf(in memory, block) - 1);
                }

                // After a look at all of them, the next request of such a size need not look again.
                if (block == None) _largest = largest > 0 ? largest : granules - 1;
                return None;
            }
            """);
    }

    private static void WriteAligned(CodeWriter writer, TeaspoonSpec spec)
    {
        writer.WriteNext($$"""
            /// <summary>The same for an alignment above the granule: what is left in front is free as well.</summary>
            private int TakeAligned(ref byte memory, int granules, int alignment)
            {
                // With so many granules to spare any block will do; without, each that could do is looked at.
                int ample = granules + (alignment >> GranuleShift) - 1;
                int block = ample <= _largest ? FirstFrom(BinAbove(ample)) : None;
                if (block == None && granules <= {{spec.Limit}} - AlignedFrom(_top, alignment))
                {
                    int top = _top, aligned = AlignedFrom(top, alignment);
                    _top = aligned + granules;
                    if (aligned > top) Insert(ref memory, top, aligned - top);
                    return aligned;
                }

                if (block == None) block = FindAligned(in memory, granules, alignment);
                if (block == None) return None;

                int free = SizeOf(in memory, block);
                if (free == 0) return Damaged;

                int start = AlignedFrom(block, alignment);
                return granules <= block + free - start && TryCut(ref memory, block, free, start, granules) ? start : Damaged;
            }

            /// <summary>A free block in which an aligned one is; no more blocks are looked at than there can be.</summary>
            private readonly int FindAligned(in byte memory, int granules, int alignment)
            {
                int rest = Granules;
                for (int bin = granules > _largest ? -1 : FindBin(BinOf(granules)); bin >= 0; bin = FindBin(bin + 1))
                {
                    for (int block = FirstIn(bin); block != None && rest > 0; rest--)
                    {
                        int free = SizeOf(in memory, block);
                        if (free == 0 || AlignedFrom(block, alignment) + granules <= block + free) return block;

                        block = unchecked(NextOf(in memory, block) - 1);
                    }
                }

                return None;
            }

            /// <summary>The first granule from here on that is aligned.</summary>
            private static int AlignedFrom(int block, int alignment) => (((block << GranuleShift) + alignment - 1) & -alignment) >> GranuleShift;
            """);
    }
}
