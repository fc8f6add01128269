using Allocators.Generator.Text;

namespace Allocators.Generator.Kinds.Teaspoon;

/// <summary>Free blocks in bins by size, with a bitmap over them: two-level segregated fit (Masmano et al., 2004) in one array.</summary>
internal static class BinsPart
{
    public static void Write(CodeWriter writer, TeaspoonSpec spec)
    {
        WriteNumbers(writer, spec);
        WriteFind(writer, spec);
        WriteLists(writer, spec);
        if (spec.IsParking) WriteParking(writer, spec);
    }

    public static void WriteNumbers(CodeWriter writer, TeaspoonSpec spec) => writer.WriteNext($$"""
        private const int BinCount = {{spec.Bins}};
        private const int ExactBits = {{spec.Variant.ExactBits}};
        private const int StepBits = {{spec.Variant.StepBits}};

        /// <summary>The bin of a free block: one for each small size, then {{1 << spec.Variant.StepBits}} for each doubling.</summary>
        private static int BinOf(int size)
        {
            if (size < 1 << ExactBits) return size - MinGranules;

            int exponent = 63 - global::Allocators.BitMath.LeadingZeroCount((ulong)size);
            int step = (size >> (exponent - StepBits)) - (1 << StepBits);
            return (1 << ExactBits) - MinGranules + ((exponent - ExactBits) << StepBits) + step;
        }

        /// <summary>The first bin of which every block has at least this size.</summary>
        private static int BinAbove(int size) => BinOf(size - 1) + 1;
        """);

    public static void WriteFind(CodeWriter writer, TeaspoonSpec spec)
    {
        if (spec.BinWords == 1)
        {
            writer.WriteNext($$"""
                /// <summary>The first block of the first bin from a bin on that has one; -1 if none has.</summary>
                private readonly int FindFrom(int bin)
                {
                    {{spec.WordType}} bins = bin < {{(spec.IsSmall ? 32 : 64)}} ? _occupied >> bin : 0;
                    return bins == 0 ? -1 : global::Allocators.HeapMemory.Read(in _bins.First, bin + global::Allocators.BitMath.TrailingZeroCount(bins)) - 1;
                }
                """);
            return;
        }

        writer.WriteNext($$"""
            /// <summary>The first block of the first bin from a bin on that has one; -1 if none has.</summary>
            private readonly int FindFrom(int bin)
            {
                int word = bin >> 6;
                ulong ignored = ~(ulong.MaxValue << (bin & 63));
                for (; word < {{spec.BinWords}}; word++)
                {
                    ulong bins = global::Allocators.HeapMemory.Read(in _occupied.First, word) & ~ignored;
                    if (bins != 0) return global::Allocators.HeapMemory.Read(in _bins.First, word * 64 + global::Allocators.BitMath.TrailingZeroCount(bins)) - 1;
                    ignored = 0;
                }

                return -1;
            }
            """);
    }

    private static void WriteLists(CodeWriter writer, TeaspoonSpec spec)
    {
        string link = spec.Variant.LinkBytes == sizeof(ushort) ? "ushort" : "int";
        string doubled = link == "ushort" ? "(ushort)(link << 1)" : "link << 1";
        string entry = spec.Variant.BinBytes == sizeof(ushort) ? "ushort" : "int";
        string entryCast = entry == "ushort" ? "(ushort)" : "";
        string bits = spec.BinWords == 1 ? "_occupied" : "global::Allocators.HeapMemory.At(ref _occupied.First, bin >> 6)";
        string bit = spec.BinWords == 1 ? (spec.IsSmall ? "1u << bin" : "1UL << bin") : "1UL << (bin & 63)";

        writer.WriteNext($$"""
            // The links of a free block are the first numbers of its payload: the next and the previous in its bin, plus one.
            // They are doubled, so that neither can pass for the header of a live block.
            private static int NextOf(in byte memory, int block) => global::Allocators.HeapMemory.Load<{{link}}>(in memory, PayloadOf(block)) >> 1;

            private static int PreviousOf(in byte memory, int block) => global::Allocators.HeapMemory.Load<{{link}}>(in memory, PayloadOf(block) + sizeof({{link}})) >> 1;

            private static void SetNext(ref byte memory, int block, int link) => global::Allocators.HeapMemory.Store(ref memory, PayloadOf(block), {{doubled}});

            private static void SetPrevious(ref byte memory, int block, int link) =>
                global::Allocators.HeapMemory.Store(ref memory, PayloadOf(block) + sizeof({{link}}), {{doubled}});

            /// <summary>Makes granules a free block, which is not the last before the top.</summary>
            private void Insert(ref byte memory, int block, int size)
            {
                SetHeader(ref memory, block, WithSize(0, size));
                SetFreeBefore(ref memory, block + size, size);

                int bin = BinOf(size);
                ref {{entry}} first = ref global::Allocators.HeapMemory.At(ref _bins.First, bin);
                SetNext(ref memory, block, first);
                SetPrevious(ref memory, block, 0);
                if (first != 0) SetPrevious(ref memory, first - 1, block + 1);
                first = {{entryCast}}(block + 1);
                {{bits}} |= {{bit}};
            }

            /// <summary>Takes a free block out of its bin; what its granules become is the caller's to note.</summary>
            private void Remove(ref byte memory, int block, int size)
            {
                int next = NextOf(in memory, block), previous = PreviousOf(in memory, block);
                if (next != 0) SetPrevious(ref memory, next - 1, previous);
                if (previous != 0)
                {
                    SetNext(ref memory, previous - 1, next);
                    return;
                }

                int bin = BinOf(size);
                global::Allocators.HeapMemory.At(ref _bins.First, bin) = {{entryCast}}next;
                if (next == 0) {{bits}} &= ~({{bit}});
            }
            """);
    }

    private static void WriteParking(CodeWriter writer, TeaspoonSpec spec)
    {
        string entry = spec.Variant.BinBytes == sizeof(ushort) ? "ushort" : "int";
        string entryCast = entry == "ushort" ? "(ushort)" : "";
        string shortLast = spec.HasShortLastBlock ? " || block + size == End" : "";
        string shortNote = spec.HasShortLastBlock ? "// The last block may have less payload than others of its size.\n" : "";
        writer.WriteNext($$"""
            /// <summary>Keeps a freed block whole on the list of its class, unless it is large.</summary>
            private bool TryPark(ref byte memory, int block, int size)
            {
                {{shortNote}}int list = ClassOf(size);
                if (list >= Classes{{shortLast}}) return false;

                ref {{entry}} first = ref global::Allocators.HeapMemory.At(ref _parked.First, list);
                SetHeader(ref memory, block, HeaderOf(in memory, block) | IsParkedBit);
                SetNext(ref memory, block, first);
                first = {{entryCast}}(block + 1);
                return true;
            }

            /// <summary>Makes the block of this class that was parked last a live one again.</summary>
            private bool TryUnpark(ref byte memory, int size, out int block)
            {
                block = 0;
                int list = ClassOf(size);
                return list < Classes && TryUnparkFrom(ref memory, list, out block);
            }

            private bool TryUnparkFrom(ref byte memory, int list, out int block)
            {
                ref {{entry}} first = ref global::Allocators.HeapMemory.At(ref _parked.First, list);
                block = first - 1;
                if (block < 0) return false;

                first = {{entryCast}}NextOf(in memory, block);
                SetHeader(ref memory, block, HeaderOf(in memory, block) & ~IsParkedBit);
                return true;
            }

            /// <summary>Merges everything that is parked with what is free beside it.</summary>
            private bool TryMergeParked(ref byte memory)
            {
                bool merged = false;
                for (int list = MinGranules; list < Classes; list++)
                {
                    while (TryUnparkFrom(ref memory, list, out int block))
                    {
                        Release(ref memory, block, SizeIn(HeaderOf(in memory, block)));
                        merged = true;
                    }
                }

                return merged;
            }
            """);
    }
}
