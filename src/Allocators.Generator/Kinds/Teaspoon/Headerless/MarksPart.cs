using Allocators.Generator.Text;

namespace Allocators.Generator.Kinds.Teaspoon.Headerless;

/// <summary>The marks beside the memory: where free blocks start and end and, when the heap is checked, where blocks start.</summary>
internal static class MarksPart
{
    public static void Write(CodeWriter writer, TeaspoonSpec spec)
    {
        if (spec.Options.IsChecked) WriteTwoBits(writer, spec);
        else WriteOneBit(writer);
    }

    /// <summary>Nothing tells a live block from a parked one.</summary>
    private static void WriteOneBit(CodeWriter writer) => writer.WriteNext("""
        // A bit for each granule: a free block starts or ends here.
        private const ulong FreeEnd = 1;

        /// <summary>The mark of a granule.</summary>
        private readonly ulong MarkAt(int granule) => global::Allocators.HeapMemory.Read(in _marks.First, granule >> 6) >> granule & 1;

        /// <summary>Sets a mark, or takes it away.</summary>
        private void SetMark(int granule, ulong mark)
        {
            ref ulong marks = ref global::Allocators.HeapMemory.At(ref _marks.First, granule >> 6);
            marks = (marks & ~(1UL << granule)) | mark << granule;
        }

        /// <summary>The first granule from here on that is marked, or the top.</summary>
        private readonly int NextMark(int granule)
        {
            ulong ignored = ~(ulong.MaxValue << granule);
            for (int word = granule >> 6; word << 6 < _top; word++)
            {
                ulong marks = global::Allocators.HeapMemory.Read(in _marks.First, word) & ~ignored;
                if (marks != 0) return (word << 6) + global::Allocators.BitMath.TrailingZeroCount(marks);
                ignored = 0;
            }

            return _top;
        }
        """);

    private static void WriteTwoBits(CodeWriter writer, TeaspoonSpec spec)
    {
        string parked = spec.IsParking ? "private const ulong Parked = 3;" : "";
        string flip = spec.IsParking
            ? """
              /// <summary>Makes the mark of a live block that of a parked one, and the other way round.</summary>
              private void FlipParked(int block) => global::Allocators.HeapMemory.At(ref _marks.First, block >> 5) ^= (Live ^ Parked) << (block << 1);

              """
            : "";

        writer.WriteNext($$"""
            // Two bits for each granule: a live block starts here, a free one starts or ends{{(spec.IsParking ? ", or a parked one starts" : "")}}. And a bit for each
            // word of them that has any, so that the next mark is found without a look at the words between.
            private const ulong Live = 1;
            private const ulong FreeEnd = 2;
            {{parked}}

            /// <summary>The mark of a granule.</summary>
            private readonly ulong MarkAt(int granule) => global::Allocators.HeapMemory.Read(in _marks.First, granule >> 5) >> (granule << 1) & 3;

            /// <summary>The marks of 32 granules, of two words by shifts alone: whether a block goes from one to the next is as good as random.</summary>
            private readonly ulong MarksFrom(int granule) =>
                global::Allocators.HeapMemory.Read(in _marks.First, granule >> 5) >> (granule << 1)
                | global::Allocators.HeapMemory.Read(in _marks.First, (granule >> 5) + 1) << 1 << ~(granule << 1);

            /// <summary>Sets a mark, or takes it away.</summary>
            private void SetMark(int granule, ulong mark)
            {
                ref ulong marks = ref global::Allocators.HeapMemory.At(ref _marks.First, granule >> 5);
                marks = (marks & ~(3UL << (granule << 1))) | mark << (granule << 1);

                ref ulong words = ref global::Allocators.HeapMemory.At(ref _markedWords.First, granule >> 11);
                ulong word = 1UL << (granule >> 5);
                words = marks != 0 ? words | word : words & ~word;
            }

            {{flip}}
            /// <summary>The first granule from here on that is marked, or the top.</summary>
            {{KindText.Inline}}
            private readonly int NextMark(int granule)
            {
                ulong marks = global::Allocators.HeapMemory.Read(in _marks.First, granule >> 5) >> (granule << 1);
                return marks != 0 ? granule + (global::Allocators.BitMath.TrailingZeroCount(marks) >> 1) : NextMarkFrom((granule >> 5) + 1);
            }

            /// <summary>The same, from the start of a word on.</summary>
            private readonly int NextMarkFrom(int word)
            {
                ulong ignored = ~(ulong.MaxValue << word);
                for (int group = word >> 6; group << 11 < _top; group++)
                {
                    ulong words = global::Allocators.HeapMemory.Read(in _markedWords.First, group) & ~ignored;
                    ignored = 0;
                    if (words == 0) continue;

                    word = (group << 6) + global::Allocators.BitMath.TrailingZeroCount(words);
                    if (word << 5 >= _top) return _top;
                    return (word << 5) + (global::Allocators.BitMath.TrailingZeroCount(global::Allocators.HeapMemory.Read(in _marks.First, word)) >> 1);
                }

                return _top;
            }
            """);
    }
}
