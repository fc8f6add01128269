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
    }

    public static void WriteNumbers(CodeWriter writer, TeaspoonSpec spec)
    {
        int steps = spec.Variant.StepBits;
        string small = spec.HasExtraBins
            ? $$"""

              int bin = (size >> shift) + (shift << StepBits) + ExtraBins - MinGranules;
              return size < ExactSizes ? size - MinGranules : bin;
              """
            : "return (size >> shift) + (shift << StepBits) - MinGranules;";
        string extraBins = spec.HasExtraBins ? $"private const int ExtraBins = {spec.ExtraBins};" : "";
        string exactSizes = spec.HasExtraBins || spec.HasHeaders ? $"private const int ExactSizes = {spec.Variant.ExactSizes};" : "";
        writer.WriteNext($$"""
            private const int BinCount = {{spec.Bins}};
            private const int StepBits = {{steps}};
            {{exactSizes}}
            {{extraBins}}

            /// <summary>The bin of a free block: one for each size below {{spec.Variant.ExactSizes}} granules, then {{1 << steps}} for each doubling.</summary>
            private static int BinOf(int size)
            {
                int shift = 63 - StepBits - global::Allocators.BitMath.LeadingZeroCount((ulong)(uint)(size | 1 << StepBits));
                {{small}}
            }

            /// <summary>The first bin of which every block has at least this size.</summary>
            private static int BinAbove(int size) => BinOf(size - 1) + 1;
            """);
    }

    public static void WriteFind(CodeWriter writer, TeaspoonSpec spec)
    {
        // Where others can write to the bitmap, it may say that there is what there cannot be.
        string open = spec.IsStateInMemory ? "BinOrNone(" : "", close = spec.IsStateInMemory ? ")" : "";
        string words = spec.IsStateInMemory ? $"(_words & {(1u << spec.BinWords) - 1}u)" : "_words";
        string binOrNone = spec.IsStateInMemory ? "\n/// <summary>A bin that was looked for; -1 if the bits told of one behind the last.</summary>\nprivate static int BinOrNone(int bin) => bin < BinCount ? bin : -1;" : "";
        if (spec.BinWords == 1)
        {
            writer.WriteNext($$"""
                /// <summary>The first bin from a bin on that has a block; -1 if none has.</summary>
                private readonly int FindBin(int bin)
                {
                    {{spec.WordType}} bins = _occupied >> bin;
                    return bins == 0 ? -1 : {{open}}bin + global::Allocators.BitMath.TrailingZeroCount(bins){{close}};
                }
                {{binOrNone}}
                """);
            return;
        }

        writer.WriteNext($$"""
            /// <summary>The first bin from a bin on that has a block; -1 if none has.</summary>
            private readonly int FindBin(int bin)
            {
                int word = bin >> 6;
                ulong bins = global::Allocators.HeapMemory.Read(in _occupied.First, word) >> bin;
                if (bins != 0) return {{open}}bin + global::Allocators.BitMath.TrailingZeroCount(bins){{close}};

                uint words = {{words}} >> word >> 1;
                if (words == 0) return -1;

                word += 1 + global::Allocators.BitMath.TrailingZeroCount(words);
                return {{open}}(word << 6) + global::Allocators.BitMath.TrailingZeroCount(global::Allocators.HeapMemory.Read(in _occupied.First, word)){{close}};
            }
            {{binOrNone}}
            """);
    }

    /// <summary>The link that the next first block of a bin gets: to the one that is first, unless others wrote over that.</summary>
    public static string NextInBin(TeaspoonSpec spec) => spec.IsStateInMemory ? "IsLink(first) ? first : 0" : "first";

    /// <summary>Notes that a bin has a block.</summary>
    public static string MarkBin(TeaspoonSpec spec) => spec.BinWords == 1
        ? $"_occupied |= {BitOfBin(spec)};"
        : $"""
          global::Allocators.HeapMemory.At(ref _occupied.First, bin >> 6) |= {BitOfBin(spec)};
          _words |= 1u << (bin >> 6);
          """;

    /// <summary>Notes that a bin has no block any more, if it is empty.</summary>
    public static string UnmarkBin(TeaspoonSpec spec) => spec.BinWords == 1
        ? $"_occupied &= ~(({spec.WordType})(isEmpty ? 1 : 0) << bin);"
        : $$"""
          ref ulong bins = ref global::Allocators.HeapMemory.At(ref _occupied.First, bin >> 6);
          ulong left = bins & ~((isEmpty ? 1UL : 0) << bin);
          bins = left;
          _words &= ~((left == 0 ? 1u : 0) << (bin >> 6));
          """;

    private static string BitOfBin(TeaspoonSpec spec) => spec.IsSmall ? "1u << bin" : "1UL << bin";

    private static void WriteLists(CodeWriter writer, TeaspoonSpec spec)
    {
        string link = spec.Variant.LinkType;
        string doubled = link == "ushort" ? "unchecked((ushort)(link << 1))" : "link << 1";
        string cast = link == "ushort" ? "(ushort)" : "";
        string next = NextInBin(spec), mark = MarkBin(spec), unmark = UnmarkBin(spec);
        string pair = link == "ushort" ? "(uint)next << 1 | (uint)previous << 17" : "(ulong)(uint)next << 1 | (ulong)(uint)previous << 33";

        writer.WriteNext($$"""
            /// <summary>The size of a block in a bin. Where the bin says it, the header need not be waited for.</summary>
            private static int SizeOfFirst(in byte memory, int block, int bin) =>
                bin < ExactSizes - MinGranules ? bin + MinGranules : SizeIn(HeaderOf(in memory, block));

            // The links of a free block are the first numbers of its payload: the next and the previous in its bin, plus one.
            // They are doubled, so that neither can pass for the header of a live block.
            /// <summary>The next free block of the same bin, plus one.</summary>
            private static int NextOf(in byte memory, int block) => global::Allocators.HeapMemory.Load<{{link}}>(in memory, PayloadOf(block)) >> 1;

            /// <summary>The free block in front of another in its bin, plus one.</summary>
            private static int PreviousOf(in byte memory, int block) => global::Allocators.HeapMemory.Load<{{link}}>(in memory, PayloadOf(block) + sizeof({{link}})) >> 1;

            /// <summary>Links a free block to the next in its bin.</summary>
            private static void SetNext(ref byte memory, int block, int link) => global::Allocators.HeapMemory.Store(ref memory, PayloadOf(block), {{doubled}});

            /// <summary>Links a free block to the one in front of it in its bin.</summary>
            private static void SetPrevious(ref byte memory, int block, int link) =>
                global::Allocators.HeapMemory.Store(ref memory, PayloadOf(block) + sizeof({{link}}), {{doubled}});

            /// <summary>Links a free block both ways.</summary>
            private static void SetLinks(ref byte memory, int block, int next, int previous) =>
                global::Allocators.HeapMemory.Store(ref memory, PayloadOf(block), {{pair}});

            // Whether a bin has other blocks is as good as random. So nothing here branches on it: where a block has no neighbour in
            // its bin, the neighbour's link is written to the block itself, which has no links yet or none any more.

            /// <summary>Makes granules a free block, which is not the last before the top; the block behind has been told.</summary>
            private void Insert(ref byte memory, int block, int size)
            {
                if (size > _largest) _largest = size;

                int bin = BinOf(size);
                ref {{link}} first = ref global::Allocators.HeapMemory.At(ref _bins.First, bin);
                int next = {{next}};
                first = {{cast}}(block + 1);
                {{mark}}

                SetHeader(ref memory, block, FreeHeader(size));
                SetPrevious(ref memory, next != 0 ? next - 1 : block, block + 1);
                SetLinks(ref memory, block, next, 0);
            }

            /// <summary>Takes a free block out of its bin, unless its links were written over; what its granules become is the caller's to note.</summary>
            private bool TryRemove(ref byte memory, int block, int size)
            {
                int next = NextOf(in memory, block), previous = PreviousOf(in memory, block), bin = BinOf(size);
                if (!IsLink(next) || !IsLink(previous)) return false;

                SetPrevious(ref memory, next != 0 ? next - 1 : block, previous);
                SetNext(ref memory, previous != 0 ? previous - 1 : block, next);

                ref {{link}} first = ref global::Allocators.HeapMemory.At(ref _bins.First, bin);
                int second = first;
                second = previous == 0 ? next : second;
                first = {{cast}}second;
                bool isEmpty = second == 0;
                {{unmark}}
                return true;
            }

            /// <summary>The same for the first of a bin.</summary>
            private bool TryRemoveFirst(ref byte memory, int block, int bin)
            {
                int next = NextOf(in memory, block);
                if (!IsLink(next)) return false;

                SetPrevious(ref memory, next != 0 ? next - 1 : block, 0);
                global::Allocators.HeapMemory.At(ref _bins.First, bin) = {{cast}}next;
                bool isEmpty = next == 0;
                {{unmark}}
                return true;
            }
            """);
    }
}
