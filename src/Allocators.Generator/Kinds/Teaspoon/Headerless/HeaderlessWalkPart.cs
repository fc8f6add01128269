using Allocators.Generator.Text;

namespace Allocators.Generator.Kinds.Teaspoon.Headerless;

/// <summary>What is found by going over the marks and the bins.</summary>
internal static class HeaderlessWalkPart
{
    public static void Write(CodeWriter writer, TeaspoonSpec spec)
    {
        if (spec.Options.IsChecked) WriteWalk(writer, spec);
        else WriteLargestInBins(writer, spec);

        WriteFindFault(writer, spec);
    }

    private static void WriteWalk(CodeWriter writer, TeaspoonSpec spec)
    {
        string largest = spec.IsParking ? "RoundDown(longest)" : "longest";
        writer.WriteNext($$"""
            /// <summary>The longest way from the end of a live block to the next.</summary>
            public readonly int LargestFreeBlock(in byte memory)
            {
                int longest = 0, start = 0;
                bool afterLive = false;
                for (int granule = NextMark(0); granule < _top; granule = NextMark(granule + 1))
                {
                    if (afterLive) start = granule;
                    afterLive = MarkAt(granule) == Live;
                    if (afterLive) longest = global::System.Math.Max(longest, granule - start);
                }

                if (afterLive) start = _top;
                longest = global::System.Math.Max(longest, End - start);
                return {{largest}} << GranuleShift;
            }

            /// <summary>The first live block behind another.</summary>
            public readonly bool TryGetNext(in byte memory, int offset, int length, out int next)
            {
                int granule = NextMark(length > 0 ? (offset >> GranuleShift) + 1 : 0);
                while (granule < _top && MarkAt(granule) != Live) granule = NextMark(granule + 1);
                next = granule << GranuleShift;
                return granule < _top;
            }
            """);
    }

    private static void WriteLargestInBins(CodeWriter writer, TeaspoonSpec spec)
    {
        string parked = spec.IsParking
            ? """
              for (int list = 1; list < Classes; list++)
              {
                  if (global::Allocators.HeapMemory.Read(in _parked.First, list) != 0) longest = global::System.Math.Max(longest, GranulesOf(list));
              }

              """
            : "";
        string summary = spec.IsParking
            ? "The largest free block; parked ones count one by one, since nothing tells what is beside them."
            : "The largest free block.";
        string largest = spec.IsParking ? "RoundDown(longest)" : "longest";
        writer.WriteNext($$"""
            /// <summary>{{summary}}</summary>
            public readonly int LargestFreeBlock(in byte memory)
            {
                // No more than all: links that were written over may lead in a circle.
                int longest = End - _top, rest = Granules;
                for (int bin = 0; bin < BinCount; bin++)
                {
                    for (int block = FirstIn(bin), free; block != None && rest > 0; rest--)
                    {
                        free = SizeOf(in memory, block);
                        if (free == 0) break;

                        longest = global::System.Math.Max(longest, free);
                        block = unchecked(NextOf(in memory, block) - 1);
                    }
                }

                {{parked}}
                return {{largest}} << GranuleShift;
            }
            """);
    }

    private static void WriteFindFault(CodeWriter writer, TeaspoonSpec spec)
    {
        string isEmptyBin = spec.BinWords == 1
            ? "(_occupied >> bin & 1) == 0"
            : "(global::Allocators.HeapMemory.Read(in _occupied.First, bin >> 6) >> (bin & 63) & 1) == 0";
        string noParked = spec.IsParking ? "int parked = 0;" : "";
        string isParked = spec.IsParking ? "parked++;" : "return Fault(granule, \"has a mark that cannot be\");";
        CodeTemplate checkedWalk = $$"""
            int free = 0, blocks = 0, granules = 0;
            {{noParked}}
            if (_top > 0 && MarkAt(0) == 0) return Fault(0, "is no block");
            for (int granule = NextMark(0), next; granule < _top; granule = next)
            {
                ulong mark = MarkAt(granule);
                next = NextMark(granule + 1);
                if (mark == FreeEnd)
                {
                    string? fault = FindFaultInFree(in memory, granule, out int size);
                    if (fault != null) return fault;

                    next = NextMark(granule + size);
                    if (next != granule + size) return Fault(granule + size, "is no block");
                    if (MarkAt(next) == FreeEnd) return Fault(next, "is free, as the block before it");
                    free++;
                }
                else if (mark == Live)
                {
                    blocks++;
                    granules += next - granule;
                }
                else
                {
                    {{isParked}}
                }
            }

            """;
        string walk = !spec.Options.IsChecked
            ? """
              int free = 0, blocks = AllocationCount, granules = UsedBytes >> GranuleShift;
              for (int granule = NextMark(0); granule < _top; granule = NextMark(granule + 1))
              {
                  string? fault = FindFaultInFree(in memory, granule, out int size);
                  if (fault != null) return fault;

                  granule += size - 1;
                  free++;
              }

              """
            : checkedWalk.ToString();
        string parked = !spec.IsParking
            ? ""
            : spec.Options.IsChecked
            ? """
              for (int list = 1; list < Classes; list++)
              {
                  for (int link = global::Allocators.HeapMemory.Read(in _parked.First, list), block; link != 0; link = NextOf(in memory, block))
                  {
                      if (parked-- == 0 || !IsParked(link, GranulesOf(list), _top, out block)) return "a list of parked blocks is linked to what is none";
                      if (NextMark(block + 1) - block != GranulesOf(list)) return Fault(block, "is on the wrong list of parked blocks");
                  }
              }

              if (parked != 0) return "a parked block is on no list";
              """
            : "";

        writer.WriteNext($$"""
            /// <summary>Says what does not agree with the rest, or nothing.</summary>
            public readonly string? FindFault(in byte memory)
            {
                {{walk}}
                {{parked}}
                if (blocks != AllocationCount) return "the number of live blocks is wrong";
                if (granules << GranuleShift != UsedBytes) return "the number of used bytes is wrong";
                return FindFaultInBins(in memory, free);
            }

            /// <summary>What is wrong with a free block, if anything.</summary>
            private readonly string? FindFaultInFree(in byte memory, int block, out int size)
            {
                size = SizeOf(in memory, block);
                if (size == 0) return Fault(block, "is free, but has a size that cannot be");

                int end = block + size;
                if (SizeBefore(in memory, end) != size || MarkAt(end - 1) != FreeEnd) return Fault(block, "is free, but its end says otherwise");
                return size > 2 && NextMark(block + 1) != end - 1 ? Fault(block, "is free, but there is something in it") : null;
            }

            /// <summary>What is wrong with the bins, if anything.</summary>
            private readonly string? FindFaultInBins(in byte memory, int free)
            {
                for (int bin = 0; bin < BinCount; bin++)
                {
                    int previous = 0;
                    if ((FirstIn(bin) == None) != ({{isEmptyBin}})) return "the bitmap of the bins is wrong";

                    for (int block = FirstIn(bin); block != None; block = unchecked(NextOf(in memory, block) - 1))
                    {
                        int size = SizeOf(in memory, block);
                        if (free-- == 0 || size == 0 || MarkAt(block) != FreeEnd) return "a bin is linked to what is no free block";
                        if (BinOf(size) != bin) return Fault(block, "is in the wrong bin");
                        if (PreviousOf(in memory, block) != previous) return Fault(block, "has a wrong link");
                        previous = block + 1;
                    }
                }

                return free == 0 ? null : "a free block is in no bin";
            }

            /// <summary>Says where something is wrong.</summary>
            private static string Fault(int block, string what) =>
                "the block at offset " + (block << GranuleShift).ToString(global::System.Globalization.CultureInfo.InvariantCulture) + " " + what;
            """);
    }
}
