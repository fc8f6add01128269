using Allocators.Generator.Text;

namespace Allocators.Generator.Kinds.Teaspoon;

/// <summary>What is found by walking from header to header.</summary>
internal static class WalkPart
{
    public static void Write(CodeWriter writer, TeaspoonSpec spec)
    {
        string isEmptyBin = spec.BinWords == 1
            ? $"(_occupied >> bin & 1) == 0"
            : "(global::Allocators.HeapMemory.Read(in _occupied.First, bin >> 6) >> (bin & 63) & 1) == 0";

        string noParked = spec.IsParking ? "int parked = 0;" : "";
        string countParked = spec.IsParking ? "if ((header & IsParkedBit) != 0 && size >= MinGranules) parked++;" : "";
        string inParked = spec.IsParking ? " ?? FindFaultInParked(in memory, parked)" : "";
        string most = spec.HasLimit ? "global::System.Math.Min(longest, MaxBlock)" : "longest";
        writer.WriteNext($$"""
            /// <summary>The longest way from the end of a live block to the next, less a header.</summary>
            public readonly int LargestFreeBlock(in byte memory)
            {
                int longest = 0, start = 0;
                for (int block = 0; block < _top;)
                {
                    uint header = HeaderOf(in memory, block);
                    int size = SizeIn(header);
                    if (IsLiveHeader(header))
                    {
                        int gap = block - start - (IsPadded(header) ? 1 : 0);
                        if (gap >= MinGranules) longest = global::System.Math.Max(longest, (gap << GranuleShift) - HeaderBytes);
                        start = global::System.Math.Min(block + size, _top);
                    }

                    block += StepOver(header);
                }

                longest = global::System.Math.Max(longest, EndOfMemory - PayloadOf(start));
                return {{most}};
            }

            /// <summary>The first live block behind another.</summary>
            public readonly bool TryGetNext(in byte memory, int offset, int length, out int next)
            {
                next = 0;
                bool isBlock = IsInside(offset, out int first) && length > 0 && IsBlock(in memory, first, HeaderOf(in memory, first));
                int after = length > 0 ? offset : -1;
                for (int block = isBlock ? first : 0; block < _top; block += StepOver(HeaderOf(in memory, block)))
                {
                    if (PayloadOf(block) <= after || SizeAt(in memory, PayloadOf(block)) == 0) continue;

                    next = PayloadOf(block);
                    return true;
                }

                return false;
            }

            /// <summary>Says what does not agree with the rest, or nothing.</summary>
            public readonly string? FindFault(in byte memory)
            {
                int blocks = 0, granules = 0, free = 0, block = 0;
                {{noParked}}
                bool beforeIsFree = false;
                while (block < _top)
                {
                    uint header = HeaderOf(in memory, block);
                    int size = SizeIn(header);
                    if (size == 0 || size > _top - block) return Fault(block, "has a size that cannot be");
                    if (FreeBefore(in memory, block) != 0 != beforeIsFree) return Fault(block, "does not know what is before it");

                    beforeIsFree = IsFreeHeader(header);
                    if (beforeIsFree && block + size == _top) return Fault(block, "is free, but not part of the untouched end");
                    if (beforeIsFree && FreeBefore(in memory, block + size) != size) return Fault(block, "is free, but its end says otherwise");
                    if (beforeIsFree) free++;
                    {{countParked}}
                    if (IsLiveHeader(header))
                    {
                        blocks++;
                        granules += size;
                    }

                    block += size;
                }

                if (blocks != AllocationCount) return "the number of live blocks is wrong";
                if (granules << GranuleShift != UsedBytes) return "the number of used bytes is wrong";
                return FindFaultInBins(in memory, free){{inParked}};
            }

            /// <summary>What is wrong with the bins, if anything.</summary>
            private readonly string? FindFaultInBins(in byte memory, int free)
            {
                for (int bin = 0; bin < BinCount; bin++)
                {
                    int previous = 0;
                    if ((FirstIn(bin) == None) != ({{isEmptyBin}})) return "the bitmap of the bins is wrong";

                    for (int block = FirstIn(bin); block != None; block = NextOf(in memory, block) - 1)
                    {
                        if (free-- == 0 || !IsFree(in memory, block, out int size)) return "a bin is linked to what is no free block";
                        if (BinOf(size) != bin) return Fault(block, "is in the wrong bin");
                        if (size > _largest) return Fault(block, "is larger than the largest");
                        if (PreviousOf(in memory, block) != previous) return Fault(block, "has a wrong link");
                        previous = block + 1;
                    }
                }

                return free == 0 ? null : "a free block is in no bin";
            }

            /// <summary>Says where something is wrong.</summary>
            private static string Fault(int block, string what) => "the block at offset " + PayloadOf(block).ToString(global::System.Globalization.CultureInfo.InvariantCulture) + " " + what;
            """);

        if (spec.IsParking) WriteParked(writer);
    }

    private static void WriteParked(CodeWriter writer) => writer.WriteNext("""
        /// <summary>What is wrong with the lists of parked blocks, if anything.</summary>
        private readonly string? FindFaultInParked(in byte memory, int parked)
        {
            for (int list = 0; list < Classes; list++)
            {
                for (int block = FirstParked(list); block != None; block = NextOf(in memory, block) - 1)
                {
                    if (parked-- == 0 || !IsParked(in memory, block, out int size)) return "a list of parked blocks is linked to what is none";
                    if (ClassOf(size) != list) return Fault(block, "is on the wrong list of parked blocks");
                }
            }

            return parked == 0 ? null : "a parked block is on no list";
        }
        """);
}
