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
              offset = -1;
              if (size > MaxBlock) return false;

              """
            : "";
        string isAligned = aligns ? " && (PayloadOf(first - 1) & (alignment - 1)) == 0" : "";
        string argument = aligns ? ", alignment" : "";
        string granulesFor = aligns ? "EvenFor(GranulesFor(size), alignment)" : "GranulesFor(size)";
        writer.WriteNext($$"""
            {{KindText.Inline}}
            public bool TryTake(ref byte memory, int size, int alignment, out int offset)
            {
                {{limit}}
                // Most requests are small, and most of those find a block of their class.
                int granules = {{granulesFor}};
                if (granules < ExactClasses)
                {
                    ref int first = ref global::Allocators.HeapMemory.At(ref _parked.First, granules);
                    if (first > 0{{isAligned}})
                    {
                        offset = PayloadOf(first - 1);
                        _live += Counted(granules);
                        Unpark(ref memory, ref first);
                        return true;
                    }
                }

                int block = TakeAny(ref memory, size{{argument}});
                offset = PayloadOf(block);
                return block >= 0;
            }
            """);
    }

    private static void WriteStages(CodeWriter writer, TeaspoonSpec spec, bool aligns)
    {
        string parameter = aligns ? ", int alignment" : "";
        string argument = aligns ? ", alignment" : "";
        string isAligned = aligns ? " && (PayloadOf(first - 1) & (alignment - 1)) == 0" : "";
        string parked = aligns ? "EvenFor(rounded, alignment)" : "rounded";
        string even = aligns
            ? """

              /// <summary>Granules of a block that leaves the next one aligned, if the heap has more such requests; larger classes are even.</summary>
              private static int EvenFor(int granules, int alignment) =>
                  alignment > Granule && granules < ExactClasses - 1 ? granules + (granules & 1) : granules;
              """
            : "";
        string split = aligns ? "if (block < 0 && alignment <= Granule)" : "if (block < 0)";
        writer.WriteNext($$"""
            /// <summary>The same for any size; -1 if there is no room.</summary>
            {{TakePart.Apart}}
            private int TakeAny(ref byte memory, int size{{parameter}})
            {
                int granules = GranulesFor(size), rounded = RoundUp(granules), list = ClassOf({{parked}});
                if (list < Classes)
                {
                    ref int first = ref global::Allocators.HeapMemory.At(ref _parked.First, list);
                    if (first > 0{{isAligned}})
                    {
                        int parked = Unpark(ref memory, ref first);
                        _live += Counted(SizeIn(HeaderOf(in memory, parked)));
                        return parked;
                    }
                }

                int block = TakeInStages(ref memory, rounded, size{{argument}});

                // A request fails only after even a block without anything to spare was looked for.
                return block < 0 && granules < rounded ? TakeFree(ref memory, granules, size{{argument}}) : block;
            }

            /// <summary>
            /// Takes a block where none of its class is parked. When there is none, everything parked is merged before another
            /// quarter of the memory is broken into; when all is, a larger parked block is split before everything is merged.
            /// </summary>
            private int TakeInStages(ref byte memory, int granules, int size{{parameter}})
            {
                int block = TakeFree(ref memory, granules, size{{argument}});
                if (block < 0 && _quarters < 3) MergeParked(ref memory);
                while (block < 0 && _quarters < 3)
                {
                    _quarters++;
                    block = TakeFree(ref memory, granules, size{{argument}});
                }

                {{split}} block = SplitParked(ref memory, granules);
                if (block >= 0) return block;

                MergeParked(ref memory);
                return TakeFree(ref memory, granules, size{{argument}});
            }
            {{even}}
            """);
    }

    private static void WriteFree(CodeWriter writer, TeaspoonSpec spec)
    {
        // The last block may have less payload than others of its size.
        string isLast = spec.HasShortLastBlock ? " && block + size != End" : "";
        string isLength = spec.Options.IsChecked ? " || !IsLength(size, length)" : "";
        writer.WriteNext($$"""
            {{KindText.Inline}}
            public bool TryFree(ref byte memory, int offset, int length)
            {
                if (length <= 0 || !IsInside(offset, out int block)) return false;

                uint header = HeaderOf(in memory, block);
                int size = SizeIn(header);
                if (!IsBlock(in memory, block, header){{isLength}}) return false;

                _live -= Counted(size);
                if (size < ExactClasses{{isLast}}) Park(ref memory, block, header, size);
                else FreeAny(ref memory, block, header, size);
                return true;
            }

            {{TakePart.Apart}}
            private void FreeAny(ref byte memory, int block, uint header, int size)
            {
                int list = ClassOf(size);
                if (list < Classes{{isLast}}) Park(ref memory, block, header, list);
                else Release(ref memory, block, size);
            }
            """);
    }

    private static void WriteLists(CodeWriter writer, TeaspoonSpec spec) => writer.WriteNext($$"""
        private void Park(ref byte memory, int block, uint header, int list)
        {
            ref int first = ref global::Allocators.HeapMemory.At(ref _parked.First, list);
            SetHeader(ref memory, block, header | IsParkedBit);
            SetNext(ref memory, block, first);
            first = block + 1;
        }

        /// <summary>Makes the block that was parked last a live one again.</summary>
        private static int Unpark(ref byte memory, ref int first)
        {
            int block = first - 1;
            first = NextOf(in memory, block);
            SetHeader(ref memory, block, HeaderOf(in memory, block) & ~IsParkedBit);
            return block;
        }

        /// <summary>Merges everything that is parked with what is free beside it.</summary>
        private void MergeParked(ref byte memory)
        {
            for (int list = MinGranules; list < Classes; list++)
            {
                ref int first = ref global::Allocators.HeapMemory.At(ref _parked.First, list);
                while (first > 0)
                {
                    int block = Unpark(ref memory, ref first);
                    Release(ref memory, block, SizeIn(HeaderOf(in memory, block)));
                }
            }
        }

        /// <summary>Takes the front of the smallest parked block that is larger; -1 if there is none.</summary>
        private int SplitParked(ref byte memory, int granules)
        {
            for (int list = ClassOf(granules) + 1; list < Classes; list++)
            {
                ref int first = ref global::Allocators.HeapMemory.At(ref _parked.First, list);
                if (first == 0) continue;

                int block = Unpark(ref memory, ref first);
                ShrinkTo(ref memory, block, granules);
                _live += Counted(SizeIn(HeaderOf(in memory, block)));
                return block;
            }

            return -1;
        }
        """);
}
