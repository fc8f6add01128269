using Allocators.Generator.Text;

namespace Allocators.Generator.Kinds.Teaspoon;

/// <summary>Freed blocks with headers that wait on the lists of their classes for the next request.</summary>
internal static class ParkingPart
{
    public static void Write(CodeWriter writer, TeaspoonSpec spec)
    {
        bool aligns = spec.MaxAlignment > spec.GranuleBytes;
        WriteTake(writer, spec, aligns);
        WriteStages(writer, spec, aligns);
        WriteFree(writer, spec);
        WriteLists(writer, spec);
    }

    private static void WriteTake(CodeWriter writer, TeaspoonSpec spec, bool aligns)
    {
        string limit = spec.Options.IsForeign && spec.HasLimit
            ? """
              offset = None;
              if (size > MaxBlock) return false;

              """
            : "";
        string isAligned = aligns ? " && (PayloadOf(parked) & (alignment - 1)) == 0" : "";
        string argument = aligns ? ", alignment" : "";

        // Where the end is a constant, and no class is as long as that, one test is enough. What reaches to the end may be shorter than its granules.
        string starts = spec.HasShortLastBlock ? "End - granules" : "End - granules + 1";
        string isThere = !spec.Options.IsForeign && spec.Granules > TeaspoonSpec.ExactClasses
            ? $"global::Allocators.Check.IsInside(parked, {starts})"
            : "IsRoomFor(parked, granules)";
        string granulesFor = aligns ? "EvenFor(GranulesFor(size), alignment)" : "GranulesFor(size)";
        writer.WriteNext($$"""
            /// <summary>Takes a block that was parked in its class, or else one as any heap would.</summary>
            {{KindText.Inline}}
            public bool TryTake(ref byte memory, int size, int alignment, out int offset)
            {
                {{limit}}
                // Most requests are small, and most of those find a block of their class.
                int granules = {{granulesFor}};
                if (granules < ExactClasses)
                {
                    ref int first = ref global::Allocators.HeapMemory.At(ref _parked.First, granules);
                    int parked = unchecked(first - 1);
                    if ({{isThere}} && IsParkedHeader(HeaderOf(in memory, parked), granules){{isAligned}})
                    {
                        offset = PayloadOf(parked);
                        Count(granules);
                        first = Unpark(ref memory, parked);
                        return true;
                    }
                }

                int block = TakeAny(ref memory, size{{argument}});
                offset = block;
                if (block < 0) return false;

                offset = PayloadOf(block);
                return true;
            }
            """);
    }

    private static void WriteStages(CodeWriter writer, TeaspoonSpec spec, bool aligns)
    {
        string parameter = aligns ? ", int alignment" : "";
        string argument = aligns ? ", alignment" : "";
        string ifAligned = aligns ? "if ((PayloadOf(block) & (alignment - 1)) == 0) " : "";
        string parked = aligns ? "EvenFor(rounded, alignment)" : "rounded";
        string even = aligns
            ? """

              /// <summary>Granules of a block that leaves the next one aligned, if the heap has more such requests; larger classes are even.</summary>
              private static int EvenFor(int granules, int alignment) =>
                  alignment > Granule && granules < ExactClasses - 1 ? granules + (granules & 1) : granules;
              """
            : "";
        string split = aligns ? "if (block == None && alignment <= Granule)" : "if (block == None)";

        // Where others can write to the number, only the bits count that it can have.
        string onlyItsBits = spec.IsStateInMemory ? "_quarters &= LastQuarter;" : "";
        writer.WriteNext($$"""
            /// <summary>The same for any size; None if there is no room, or Damaged.</summary>
            {{TakePart.Apart}}
            private int TakeAny(ref byte memory, int size{{parameter}})
            {
                int granules = GranulesFor(size), rounded = RoundUp(granules), list = ClassOf({{parked}}), block = FirstParked(list);
                if (block != None)
                {
                    if (!IsParked(in memory, block, out int parked) || parked < granules) return Damaged;
                    {{ifAligned}}return TakeParked(ref memory, list, block, parked);
                }

                block = TakeInStages(ref memory, rounded, size{{argument}});

                // A request fails only after even a block without anything to spare was looked for.
                return block == None && granules < rounded ? TakeFree(ref memory, granules, size{{argument}}) : block;
            }

            /// <summary>Takes a parked block off its list.</summary>
            private int TakeParked(ref byte memory, int list, int block, int size)
            {
                Count(size);
                global::Allocators.HeapMemory.At(ref _parked.First, list) = Unpark(ref memory, block);
                return block;
            }

            /// <summary>
            /// Takes a block where none of its class is parked. When there is none, everything parked is merged before another
            /// quarter of the memory is broken into; when all is, a larger parked block is split before everything is merged.
            /// </summary>
            private int TakeInStages(ref byte memory, int granules, int size{{parameter}})
            {
                {{onlyItsBits}}
                int block = TakeFree(ref memory, granules, size{{argument}});
                if (block == None && _quarters < LastQuarter && !TryMergeParked(ref memory)) return Damaged;
                while (block == None && _quarters < LastQuarter)
                {
                    _quarters++;
                    block = TakeFree(ref memory, granules, size{{argument}});
                }

                {{split}} block = SplitParked(ref memory, granules);
                if (block != None) return block;

                return TryMergeParked(ref memory) ? TakeFree(ref memory, granules, size{{argument}}) : Damaged;
            }
            {{even}}
            """);
    }

    private static void WriteFree(CodeWriter writer, TeaspoonSpec spec)
    {
        // The last block may have less payload than others of its size.
        string isLast = spec.HasShortLastBlock ? " && block + size != End" : "";
        string isLength = spec.Options.IsChecked ? " || !IsLength(size, length)" : " || size < MinGranules";
        writer.WriteNext($$"""
            /// <summary>Parks a live block in its class, or frees it if it is too large.</summary>
            {{KindText.Inline}}
            public bool TryFree(ref byte memory, int offset, int length)
            {
                if (length <= 0 || !IsInside(offset, out int block)) return false;

                uint header = HeaderOf(in memory, block);
                int size = SizeIn(header);
                if (!IsBlock(in memory, block, header){{isLength}}) return false;

                if (size < ExactClasses{{isLast}}) Park(ref memory, block, header, size);
                else if (!TryFreeAny(ref memory, block, header, size)) return false;

                Discount(size);
                return true;
            }

            /// <summary>Frees a block that no class is for.</summary>
            {{TakePart.Apart}}
            private bool TryFreeAny(ref byte memory, int block, uint header, int size)
            {
                int list = ClassOf(size);
                if (list >= Classes{{isLast.Replace("&&", "||").Replace("!=", "==")}}) return TryRelease(ref memory, block, size);

                Park(ref memory, block, header, list);
                return true;
            }
            """);
    }

    private static void WriteLists(CodeWriter writer, TeaspoonSpec spec) => writer.WriteNext($$"""
        /// <summary>Puts a block on the list of its class.</summary>
        private void Park(ref byte memory, int block, uint header, int list)
        {
            ref int first = ref global::Allocators.HeapMemory.At(ref _parked.First, list);
            SetHeader(ref memory, block, header | IsParkedBit);
            SetNext(ref memory, block, first);
            first = block + 1;
        }

        /// <summary>Makes the block that was parked last a live one again, and gives the link to the one that was parked before it.</summary>
        private static int Unpark(ref byte memory, int block)
        {
            SetHeader(ref memory, block, HeaderOf(in memory, block) & ~IsParkedBit);
            return NextOf(in memory, block);
        }

        /// <summary>The block that was parked last on a list, as far as the list tells; None if there is none, or no such list.</summary>
        private readonly int FirstParked(int list) =>
            list < Classes ? unchecked(global::Allocators.HeapMemory.Read(in _parked.First, list) - 1) : None;

        /// <summary>Merges everything that is parked with what is free beside it, as far as nothing that was written over is in the way.</summary>
        private bool TryMergeParked(ref byte memory)
        {
            for (int list = MinGranules; list < Classes; list++)
            {
                for (int block = FirstParked(list); block != None; block = FirstParked(list))
                {
                    if (!IsParked(in memory, block, out int size)) return false;

                    // It is no parked block any more, so that none is met twice.
                    uint header = HeaderOf(in memory, block);
                    global::Allocators.HeapMemory.At(ref _parked.First, list) = Unpark(ref memory, block);
                    if (TryRelease(ref memory, block, size)) continue;

                    Park(ref memory, block, header, list);
                    return false;
                }
            }

            return true;
        }

        /// <summary>Takes the front of the smallest parked block that is larger; None if there is none.</summary>
        private int SplitParked(ref byte memory, int granules)
        {
            for (int list = ClassOf(granules) + 1; list < Classes; list++)
            {
                int block = FirstParked(list);
                if (block == None) continue;
                if (!IsParked(in memory, block, out int size) || size < granules) return Damaged;

                TakeParked(ref memory, list, block, size);
                ShrinkTo(ref memory, block, granules);
                Discount(size);
                Count(SizeIn(HeaderOf(in memory, block)));
                return block;
            }

            return None;
        }
        """);
}
