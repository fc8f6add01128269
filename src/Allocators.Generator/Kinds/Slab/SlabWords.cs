using Allocators.Generator.Text;

namespace Allocators.Generator.Kinds.Slab;

/// <summary>The words of a slab's slots: what they say, and how they are put together.</summary>
internal static class SlabWords
{
    /// <summary>Expression for the number of slots that there is memory for.</summary>
    public static string Open(SlabSpec spec) => spec.Options.IsForeign ? "Slots - (int)_closed" : "Slots";

    /// <summary>The bytes of memory as a first parameter of what takes a slot, which does not believe a number in the memory.</summary>
    public static string CapacityParameter(SlabSpec spec) => spec.Options.IsForeign ? "int capacity, " : "";

    /// <summary>Writes what can be asked of a slot and its generation, given the expression for how many slots were ever used.</summary>
    public static void WriteQuestions(CodeWriter writer, SlabSpec spec, string fresh)
    {
        string length = spec.StoresLength ? "PayloadOf(word)" : "BlockSize";
        string usedUp = spec.Retires
            ? $$"""
              if (generation == 0 && slot < {{fresh}}) return LastGeneration + 1L;

              """
            : "";
        writer.WriteNext($$"""
            /// <summary>The length of a live use of a slot, or -1 if it is not live.</summary>
            {{KindText.Inline}}
            public readonly int LengthOf(int slot, uint generation)
            {
                if (!global::Allocators.Check.IsInside(slot, Slots) || (generation & 1) == 0) return -1;

                {{spec.WideType}} word = WordAt(slot);
                return GenerationOf(word) == generation ? {{length}} : -1;
            }

            /// <summary>The generation of a slot, live if it is odd; behind the last if the slot is used up.</summary>
            public readonly long GenerationAt(int slot)
            {
                if (!global::Allocators.Check.IsInside(slot, Slots)) return 0;

                long generation = GenerationOf(WordAt(slot));
                {{usedUp}}
                return generation;
            }

            /// <summary>The first live slot from one on.</summary>
            public readonly bool TryGetNextLive(int from, out int slot, out uint generation)
            {
                for (slot = from; slot < {{fresh}}; slot++)
                {
                    generation = GenerationOf(WordAt(slot));
                    if ((generation & 1) != 0) return true;
                }

                generation = 0;
                return false;
            }
            """);

        if (spec.StoresLength) return;

        string used = spec.IsStateInMemory ? $"global::Allocators.Check.IsInside({fresh}, Slots + 1) ? {fresh} : 0" : fresh;
        writer.WriteNext($$"""
            /// <summary>The words of all slots that were ever used.</summary>
            public readonly global::System.ReadOnlySpan<{{spec.WordType}}> UsedWords => global::Allocators.HeapMemory.UnscopedElements(in _words.First, {{used}});
            """);
    }

    /// <summary>Writes what can be asked of a block.</summary>
    public static void WriteOffsets(CodeWriter writer, SlabSpec spec) => writer.WriteNext($$"""
        /// <summary>Whether this is a live slot, of any length that fits into it.</summary>
        public readonly bool IsLive(int offset, int length) => IsLive(offset, length, out _);

        /// <summary>Bytes of the live slot that starts here, or 0.</summary>
        public readonly int SizeAt(int offset) => IsLive(offset, BlockSize) ? BlockSize : 0;

        /// <summary>The first live slot behind another, as a block.</summary>
        public readonly bool TryGetNext(int offset, int length, out int next)
        {
            bool found = TryGetNextLive((int)(((long)offset + length + BlockSize - 1) / BlockSize), out int slot, out _);
            next = found ? slot * BlockSize : 0;
            return found;
        }

        /// <summary>Whether this is a live slot, and which.</summary>
        private readonly bool IsLive(int offset, int length, out int slot) =>
            IsSlot(offset, length, out slot) && (GenerationOf(WordAt(slot)) & 1) != 0;

        /// <summary>Whether a slot can start here that is as long, and which.</summary>
        private static bool IsSlot(int offset, int length, out int slot) =>
            {{(spec.HasShift ? "global::Allocators.Check.IsUnit(offset, BlockShift, Slots, out slot)" : "global::Allocators.Check.IsUnitOf(BlockSize, offset, Slots, out slot)")}} && global::Allocators.Check.IsInside(unchecked(length - 1), BlockSize);
        """);

    /// <summary>Writes how a word is read and put together, and the array of them.</summary>
    public static void WriteArithmetic(CodeWriter writer, SlabSpec spec)
    {
        string generation = spec.WordBits > 32 ? "unchecked((uint)(word >> PayloadBits))" : "word >> PayloadBits";
        string word = spec.WordBits switch
        {
            16 => "unchecked((ushort)(generation << PayloadBits | (uint)payload))",
            32 => "unchecked(generation << PayloadBits | (uint)payload)",
            _ => "unchecked((ulong)generation << PayloadBits | (uint)payload)",
        };
        string payload = spec.Options.IsLockFree && !spec.StoresLength
            ? ""
            : $"/// <summary>What stands in a word below the generation.</summary>\nprivate static int PayloadOf({spec.WideType} word) => (int)(word & ((1U << PayloadBits) - 1));\n";
        string read = spec.Options.IsLockFree
            ? "global::Allocators.Atomic.Read(in _words.First, slot)"
            : "global::Allocators.HeapMemory.Read(in _words.First, slot)";
        writer.WriteNext($$"""
            /// <summary>The word of a slot.</summary>
            private readonly {{spec.WideType}} WordAt(int slot) => {{read}};

            /// <summary>The generation in a word: its upper bits.</summary>
            private static uint GenerationOf({{spec.WideType}} word) => {{generation}};

            {{payload}}
            /// <summary>A word of a generation and what stands below it.</summary>
            private static {{spec.WordType}} WordOf(uint generation, int payload) => {{word}};
            """);
        StateFieldsWriter.WriteArrays(writer, spec.StateRows);
    }
}
