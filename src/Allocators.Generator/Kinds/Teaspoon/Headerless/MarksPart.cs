using Allocators.Generator.Text;

namespace Allocators.Generator.Kinds.Teaspoon.Headerless;

/// <summary>The marks beside the memory: where free blocks start and end and, when the heap is checked, where blocks start.</summary>
internal static class MarksPart
{
    public static void Write(CodeWriter writer, TeaspoonSpec spec)
    {
        bool two = spec.MarkBits == 2;
        string kinds = !two
            ? """
              // A bit for each granule: a free block starts or ends here. Nothing tells a live block from a parked one.
              private const ulong FreeEnd = 1;
              """
            : spec.IsParking
            ? """
              // Two bits for each granule: a live block starts here, a free one starts or ends, or a parked one starts.
              private const ulong Live = 1;
              private const ulong FreeEnd = 2;
              private const ulong Parked = 3;
              """
            : """
              // Two bits for each granule: a live block starts here, or a free one starts or ends.
              private const ulong Live = 1;
              private const ulong FreeEnd = 2;
              """;

        string marksInWord = two ? "32" : "64";
        string word = two ? "granule >> 5" : "granule >> 6";
        string shift = two ? "(granule << 1)" : "granule";
        string mask = two ? "3UL" : "1UL";
        string marked = two ? "global::Allocators.BitMath.TrailingZeroCount(marks) >> 1" : "global::Allocators.BitMath.TrailingZeroCount(marks)";

        string flip = two && spec.IsParking
            ? """

              /// <summary>Makes the mark of a live block that of a parked one, and the other way round.</summary>
              private void FlipParked(int block) => global::Allocators.HeapMemory.At(ref _marks.First, block >> 5) ^= (Live ^ Parked) << (block << 1);
              """
            : "";

        writer.WriteNext($$"""
            {{kinds}}

            private readonly ulong MarkAt(int granule) => global::Allocators.HeapMemory.Read(in _marks.First, {{word}}) >> {{shift}} & {{mask}};

            /// <summary>Sets a mark, or takes it away.</summary>
            private void SetMark(int granule, ulong mark)
            {
                ref ulong word = ref global::Allocators.HeapMemory.At(ref _marks.First, {{word}});
                word = (word & ~({{mask}} << {{shift}})) | mark << {{shift}};
            }

            {{flip}}

            /// <summary>The first granule from here on that is marked, or the top.</summary>
            [global::System.Runtime.CompilerServices.MethodImpl(global::System.Runtime.CompilerServices.MethodImplOptions.AggressiveInlining)]
            private readonly int NextMark(int granule)
            {
                ulong marks = global::Allocators.HeapMemory.Read(in _marks.First, {{word}}) >> {{shift}};
                return marks != 0 ? granule + ({{marked}}) : NextMarkBehind({{word}});
            }

            private readonly int NextMarkBehind(int word)
            {
                while (++word * {{marksInWord}} < _top)
                {
                    ulong marks = global::Allocators.HeapMemory.Read(in _marks.First, word);
                    if (marks != 0) return word * {{marksInWord}} + ({{marked}});
                }

                return _top;
            }
            """);
    }
}
