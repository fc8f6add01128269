using Allocators.Generator.Text;

namespace Allocators.Generator.Kinds.Slab;

/// <summary>The state of a slab that threads call at the same time: the list of the runtime library, and words that are exchanged to end a use.</summary>
internal static class LockFreeSlabState
{
    public static void Write(CodeWriter writer, SlabSpec spec)
    {
        writer.Write("/// <summary>Which use of which slot is live. Any number of threads can call any of this at once; a figure is that of no one moment.</summary>");
        writer.Write("private struct HeapState");
        writer.Open();
        WriteFields(writer, spec);
        WriteSlots(writer, spec);
        SlabWords.WriteQuestions(writer, spec, "_list.Fresh");
        WriteOffsets(writer, spec);
        if (spec.Options.IsForeign) WriteFit(writer);
        if (spec.IsStateInMemory) WriteIsSound(writer, spec);
        WriteRelease(writer, spec);
        SlabWords.WriteArithmetic(writer, spec);
        writer.Close();
    }

    private static void WriteFields(CodeWriter writer, SlabSpec spec)
    {
        string retiredSlots = spec.Retires ? "(int)global::System.Threading.Volatile.Read(ref global::Allocators.Atomic.Reference(in _retired))" : "0";
        writer.Write($$"""
            {{StateFieldsWriter.Declare(spec.StateRows)}}

            /// <summary>Bytes of all live slots.</summary>
            public readonly int UsedBytes => AllocationCount * BlockSize;

            /// <summary>Live slots, counted one after the other.</summary>
            public readonly int AllocationCount
            {
                get
                {
                    int live = 0;
                    for (int slot = 0; TryGetNextLive(slot, out slot, out _); slot++) live++;
                    return live;
                }
            }

            /// <summary>Bytes of a slot, if one is free.</summary>
            public readonly int LargestFreeBlock => _list.HasFree({{SlabWords.Open(spec)}}) ? BlockSize : 0;

            /// <summary>Slots that are used up.</summary>
            public readonly int RetiredSlots => {{retiredSlots}};
            """);
    }

    private static void WriteSlots(CodeWriter writer, SlabSpec spec)
    {
        string lengthParameter = spec.StoresLength ? "int length, " : "";
        string length = spec.StoresLength ? "length" : "0";
        string tryPop = $"if (!_list.TryPop(ref _links.First, {(spec.Options.IsForeign ? "capacity / BlockSize" : "Slots")}, out slot)) return false;", pop = tryPop + "\n";
        if (spec.Retires && spec.IsStateInMemory)
        {
            pop = $$"""
                // In memory that was shorter for a while, a slot that was used up comes back as one that was never used; its link is still that of a live one.
                do
                {
                    {{tryPop}}
                }
                while (global::Allocators.LockFreeList.IsLive(in _links.First, slot));

                """;
        }

        writer.WriteNext($$"""
            /// <summary>Takes the slot that was freed last, or else one that was never used, and starts its next generation.</summary>
            {{KindText.Inline}}
            public bool TryTakeSlot({{SlabWords.CapacityParameter(spec)}}{{lengthParameter}}out int slot, out uint generation)
            {
                generation = 0;
                {{pop}}
                generation = unchecked(GenerationOf(WordAt(slot)) + 1);
                global::Allocators.LockFreeList.MarkLive(ref _links.First, slot);
                global::Allocators.Atomic.Write(ref _words.First, slot, WordOf(generation, {{length}}));
                return true;
            }

            /// <summary>Ends a use of a slot. Of several who try that at once, one succeeds.</summary>
            {{KindText.Inline}}
            public bool TryFreeSlot(int slot, uint generation)
            {
                if (!TryReplaceUse(slot, generation, WordOf(Next(generation), 0))) return false;

                GiveBack(slot, generation);
                return true;
            }

            /// <summary>Gives a live use of a slot another word. Who is not first looks again, and may find that the use has ended.</summary>
            {{KindText.Inline}}
            private bool TryReplaceUse(int slot, uint generation, {{spec.WideType}} next)
            {
                if (!global::Allocators.Check.IsInside(slot, Slots) || (generation & 1) == 0) return false;

                {{spec.WideType}} word;
                do
                {
                    word = WordAt(slot);
                    if (GenerationOf(word) != generation) return false;
                }
                while (!global::Allocators.Atomic.TryReplace(ref _words.First, slot, word, next));

                return true;
            }
            """);

        if (!spec.StoresLength) return;

        writer.WriteNext($$"""
            /// <summary>Gives the contents of a slot another length, up to that of the slot.</summary>
            public bool TryResizeSlot(int slot, uint generation, int length) =>
                length <= BlockSize && TryReplaceUse(slot, generation, WordOf(generation, length));
            """);
    }

    private static void WriteOffsets(CodeWriter writer, SlabSpec spec)
    {
        string tooLarge = spec.Options.IsForeign ? "if (size > BlockSize) return false;" : "";
        string length = spec.StoresLength ? "size, " : "", capacity = spec.Options.IsForeign ? "capacity, " : "";
        string resize = spec.StoresLength
            ? "/// <summary>Gives a block another length, up to that of its slot.</summary>\npublic bool TryResize(int offset, int length, int newLength) => TryResizeSlot(offset / BlockSize, GenerationOf(WordAt(offset / BlockSize)), newLength);"
            : "/// <summary>A value has one size.</summary>\npublic readonly bool TryResize(int offset, int length, int newLength) => newLength <= BlockSize;";
        writer.WriteNext($$"""
            /// <summary>Takes a slot as a block.</summary>
            public bool TryTake({{SlabWords.CapacityParameter(spec)}}int size, int alignment, out int offset)
            {
                offset = 0;
                {{tooLarge}}
                if (!TryTakeSlot({{capacity}}{{length}}out int slot, out _)) return false;

                offset = slot * BlockSize;
                return true;
            }

            /// <summary>Frees whichever use of the slot is live: a block carries no generation.</summary>
            public bool TryFree(int offset, int length) => IsSlot(offset, length, out int slot) && TryFreeSlot(slot, GenerationOf(WordAt(slot)));

            {{resize}}

            /// <summary>Frees slot after slot: no handle from before is valid any more, but who takes one meanwhile may keep it.</summary>
            public void Clear()
            {
                for (int slot = 0; TryGetNextLive(slot, out slot, out uint generation); slot++) TryFreeSlot(slot, generation);
            }
            """);
        SlabWords.WriteOffsets(writer, spec);
    }

    private static void WriteFit(CodeWriter writer) => writer.WriteNext("""
        /// <summary>Closes the slots that the memory is too short for, and opens all others. Where that changes something, nobody else may have the heap.</summary>
        public bool TryFit(int capacity)
        {
            int open = capacity / BlockSize;
            if (TryGetNextLive(open, out _, out _)) return false;

            _list.Truncate(ref _links.First, open);
            _closed = Slots - open;
            return true;
        }
        """);

    private static void WriteIsSound(CodeWriter writer, SlabSpec spec)
    {
        string retired = spec.Retires ? " && (ulong)_retired <= Slots" : "";
        string noRetired = spec.Retires ? "_retired = 0;" : "";
        string keep = spec.Retires
            ? """
              if (generation == 0)
              {
                  // Used up, it has the link of a live one for good; and was never used otherwise.
                  if (global::Allocators.LockFreeList.IsLive(in _links.First, slot)) _retired++;
                  continue;
              }

              """
            : "";
        writer.WriteNext($$"""
            /// <summary>Whether the numbers that all calls rely on can be right, here where they lie in memory that others can write.</summary>
            public readonly bool IsSound(int capacity) => unchecked((ulong)_closed <= Slots && _list.Fresh <= Slots{{retired}});

            /// <summary>Ends all uses and empties the list. Generations stay, so that no handle from before comes back.</summary>
            public void Repair()
            {
                _list = default;
                _closed = 0;
                {{noRetired}}
                for (int slot = 0; slot < Slots; slot++)
                {
                    uint generation = GenerationOf(WordAt(slot));
                    if ((generation & 1) != 0)
                    {
                        generation = Next(generation);
                        global::Allocators.Atomic.Write(ref _words.First, slot, WordOf(generation, 0));
                    }

                    {{keep}}
                    global::Allocators.HeapMemory.At(ref _links.First, slot) = 0;
                }
            }
            """);
    }

    private static void WriteRelease(CodeWriter writer, SlabSpec spec)
    {
        string giveBack = spec.Retires
            ? """
              // Used up, it stays dead, and off the list.
              if (generation == LastGeneration) global::System.Threading.Interlocked.Increment(ref _retired);
              else _list.Push(ref _links.First, slot);
              """
            : "_list.Push(ref _links.First, slot);";
        writer.WriteNext($$"""
            /// <summary>The generation of a slot while it is free after a use.</summary>
            private static uint Next(uint generation) => generation == LastGeneration ? 0 : unchecked(generation + 1);

            /// <summary>Puts a slot that is not live any more on the list, unless it is used up.</summary>
            {{KindText.Inline}}
            private void GiveBack(int slot, uint generation)
            {
                {{giveBack}}
            }
            """);
    }
}
