using Allocators.Generator.Text;

namespace Allocators.Generator.Kinds.Slab;

/// <summary>The state of a slab that one thread calls at a time: a word a slot, and a list through the words of the free ones.</summary>
internal static class SlabState
{
    public static void Write(CodeWriter writer, SlabSpec spec)
    {
        string payload = spec.StoresLength ? "the length of its contents while it is live, and the link to the next free slot while it is not" : "the link to the next free slot while it is free";
        writer.Write($"/// <summary>Which use of which slot is live. A slot's word has its generation, odd while it is live, and below it {payload}.</summary>");
        writer.Write("private struct HeapState");
        writer.Open();
        writer.Write(StateFieldsWriter.Declare(spec.StateRows));
        WriteFigures(writer, spec);
        WriteSlots(writer, spec);
        SlabWords.WriteQuestions(writer, spec, "_fresh");
        WriteOffsets(writer, spec);
        WriteClear(writer, spec);
        if (spec.Options.IsForeign) WriteFit(writer, spec);
        if (spec.IsStateInMemory) WriteIsSound(writer, spec);
        WriteRelease(writer, spec);
        SlabWords.WriteArithmetic(writer, spec);
        writer.Close();
    }

    private static void WriteFigures(CodeWriter writer, SlabSpec spec)
    {
        string retired = spec.Retires ? "(int)_retired" : "0";
        writer.WriteNext($$"""
            /// <summary>Bytes of all live slots.</summary>
            public readonly int UsedBytes => (int)_live * BlockSize;

            /// <summary>Live slots.</summary>
            public readonly int AllocationCount => (int)_live;

            /// <summary>Bytes of a slot, if one is free.</summary>
            public readonly int LargestFreeBlock => _top != 0 || _fresh < {{SlabWords.Open(spec)}} ? BlockSize : 0;

            /// <summary>Slots that are used up.</summary>
            public readonly int RetiredSlots => {{retired}};
            """);
    }

    private static void WriteSlots(CodeWriter writer, SlabSpec spec)
    {
        string lengthParameter = spec.StoresLength ? "int length, " : "";
        string length = spec.StoresLength ? "length" : "0";

        // Checked words in the struct are right: nobody else writes there.
        bool mayBeWrong = !spec.Options.IsChecked || spec.IsStateInMemory;
        string open = spec.IsStateInMemory ? "int open = capacity / BlockSize;" : "";
        string isOnList = spec.IsStateInMemory ? "global::Allocators.Check.IsInside(slot, open)" : mayBeWrong ? "global::Allocators.Check.IsInside(slot, _fresh)" : "slot >= 0";
        string forget = !mayBeWrong ? "" : """
            // A slot that was freed twice may have the length of its contents for a link: the rest of the list is lost.
            _top = 0;
            """;

        string capacity = SlabWords.CapacityParameter(spec);
        string first = spec.IsStateInMemory ? "unchecked(_top - 1)" : "_top - 1";
        string isBeyond = spec.IsStateInMemory
            ? """
              // Another owner may have more of this memory: what lies beyond the end of ours is not for us.
              if (global::Allocators.Check.IsInside(slot, _fresh)) return false;

              """
            : "";
        string skipLive = spec.IsStateInMemory
            ? """
              // A link that was written over may have led here before.
              while (global::Allocators.Check.IsInside(slot, open) && (GenerationOf(WordAt(slot)) & 1) != 0) slot++;
              """
            : "";
        string isNoFresh = spec.IsStateInMemory ? "!global::Allocators.Check.IsInside(slot, open)" : $"slot >= {(spec.Options.IsForeign ? "capacity / BlockSize" : "Slots")}";

        writer.WriteNext($$"""
            /// <summary>Takes the slot that was freed last, or else one that was never used, and starts its next generation.</summary>
            {{KindText.Inline}}
            public bool TryTakeSlot({{capacity}}{{lengthParameter}}out int slot, out uint generation)
            {
                {{open}}
                generation = 0;
                slot = {{first}};
                if ({{isOnList}})
                {
                    _top = PayloadOf(WordAt(slot));
                }
                else
                {
                    {{isBeyond}}
                    {{forget}}
                    slot = _fresh;
                    {{skipLive}}
                    if ({{isNoFresh}}) return false;
                    _fresh = slot + 1;
                }

                generation = unchecked(GenerationOf(WordAt(slot)) + 1);
                global::Allocators.HeapMemory.At(ref _words.First, slot) = WordOf(generation, {{length}});
                {{Up(spec, "_live")}}
                return true;
            }

            /// <summary>Ends a use of a slot, if it is the one that is live.</summary>
            {{KindText.Inline}}
            public bool TryFreeSlot(int slot, uint generation)
            {
                if (!IsLiveUse(slot, generation)) return false;

                Release(slot);
                return true;
            }
            """);

        writer.WriteNext($$"""
            /// <summary>Whether this use of a slot is live.</summary>
            {{KindText.Inline}}
            private readonly bool IsLiveUse(int slot, uint generation) =>
                global::Allocators.Check.IsInside(slot, Slots) && (generation & 1) != 0 && GenerationOf(WordAt(slot)) == generation;
            """);
        if (!spec.StoresLength) return;

        writer.WriteNext("""
            /// <summary>Gives the contents of a slot another length, up to that of the slot.</summary>
            public bool TryResizeSlot(int slot, uint generation, int length)
            {
                if (length > BlockSize || !IsLiveUse(slot, generation)) return false;

                SetLength(slot, length);
                return true;
            }

            /// <summary>Gives the contents of a live slot another length.</summary>
            private void SetLength(int slot, int length) =>
                global::Allocators.HeapMemory.At(ref _words.First, slot) = WordOf(GenerationOf(WordAt(slot)), length);
            """);
    }

    private static void WriteOffsets(CodeWriter writer, SlabSpec spec)
    {
        string tooLarge = spec.Options.IsForeign ? "if (size > BlockSize) return false;" : "";
        string isGood = spec.Options.IsChecked ? "IsLive(offset, length, out int slot)" : "IsSlot(offset, length, out int slot)";
        string resize = !spec.StoresLength
            ? "/// <summary>A value has one size.</summary>\npublic readonly bool TryResize(int offset, int length, int newLength) => newLength <= BlockSize;"
            : """
              /// <summary>Gives a block another length, up to that of its slot.</summary>
              public bool TryResize(int offset, int length, int newLength)
              {
                  if (newLength > BlockSize) return false;

                  SetLength(offset / BlockSize, newLength);
                  return true;
              }
              """;
        string length = spec.StoresLength ? "size, " : "", capacity = spec.Options.IsForeign ? "capacity, " : "";
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
            public bool TryFree(int offset, int length)
            {
                if (!{{isGood}}) return false;

                Release(slot);
                return true;
            }

            {{resize}}
            """);
        SlabWords.WriteOffsets(writer, spec);
    }

    private static void WriteClear(CodeWriter writer, SlabSpec spec)
    {
        string countRetired = spec.Retires ? CountRetired : "";
        CodeTemplate repair = $$"""

            // A process that died in a call may have left a slot off the list, and a number that is wrong.
            _live = 0;
            {{countRetired}}
            Relink(global::System.Math.Min(_fresh, {{SlabWords.Open(spec)}}));
            """;
        writer.WriteNext($$"""
            /// <summary>Frees slot after slot, so that no handle is valid any more.</summary>
            public void Clear()
            {
                for (int slot = 0; TryGetNextLive(slot, out slot, out _); slot++) Release(slot);
                {{(spec.IsShared ? repair.ToString() : "")}}
            }
            """);
    }

    private static void WriteFit(CodeWriter writer, SlabSpec spec)
    {
        string orRetired = spec.Retires ? " || generation == 0" : "";
        writer.WriteNext($$"""
            /// <summary>Closes the slots that the memory is too short for, and opens all others.</summary>
            public bool TryFit(int capacity)
            {
                int open = capacity / BlockSize;
                if (TryGetNextLive(open, out _, out _)) return false;

                int closed = Slots - open;
                bool wereUsed = _fresh > global::System.Math.Min(open, {{SlabWords.Open(spec)}});
                _closed = closed;
                if (wereUsed) Relink(global::System.Math.Min(_fresh, open));
                return true;
            }

            /// <summary>Makes the list anew from the free ones of the first slots; used up ones, whose generation is 0 again, stay out of it.</summary>
            private void Relink(int slots)
            {
                _top = 0;
                for (int slot = slots - 1; slot >= 0; slot--)
                {
                    uint generation = GenerationOf(WordAt(slot));
                    if ((generation & 1) != 0{{orRetired}}) continue;

                    global::Allocators.HeapMemory.At(ref _words.First, slot) = WordOf(generation, _top);
                    _top = slot + 1;
                }
            }
            """);
    }

    private static void WriteIsSound(CodeWriter writer, SlabSpec spec)
    {
        string retired = spec.Retires ? "\n&& (ulong)_retired <= Slots" : "";
        string countRetired = spec.Retires ? CountRetired : "";
        writer.WriteNext($$"""
            /// <summary>Whether the numbers that all calls rely on can be right, here where they lie in memory that others can write.</summary>
            public readonly bool IsSound(int capacity) => unchecked(
                (ulong)_live <= Slots
                && (ulong)_closed <= Slots
                && (uint)_fresh <= Slots
                && (uint)_top <= (uint)_fresh{{retired}});

            /// <summary>Finds the numbers anew. Generations stay, and with them what was used up, so that no handle from before comes back.</summary>
            public void Repair()
            {
                // A slot that is used up has the word of one that was never used: the watermark tells, as far as it can be right.
                int used = Slots;
                while (used > 0 && WordAt(used - 1) == 0) used--;
                _fresh = global::Allocators.Check.IsInside(_fresh, Slots + 1) ? global::System.Math.Max(_fresh, used) : used;

                _top = 0;
                _live = 0;
                for (int slot = 0; TryGetNextLive(slot, out slot, out _); slot++) _live++;
                {{countRetired}}

                // TryFit opens them, and makes the list anew.
                _closed = Slots;
            }
            """);
    }

    /// <summary>Counts the slots that are used up.</summary>
    private const string CountRetired = """
        _retired = 0;
        for (int slot = 0; slot < _fresh; slot++) _retired += GenerationOf(WordAt(slot)) == 0 ? 1 : 0;
        """;

    private static void WriteRelease(CodeWriter writer, SlabSpec spec)
    {
        string exhausted = spec.Retires
            ? $$"""
              if (generation == LastGeneration)
              {
                  // Used up: it stays dead, and off the list.
                  word = 0;
                  {{Up(spec, "_retired")}}
                  return;
              }

              """
            : "";
        string next = spec.Retires ? "unchecked(generation + 1)" : "generation == LastGeneration ? 0 : generation + 1";
        writer.WriteNext($$"""
            /// <summary>Ends the use of a live slot.</summary>
            {{KindText.Inline}}
            private void Release(int slot)
            {
                ref {{spec.WordType}} word = ref global::Allocators.HeapMemory.At(ref _words.First, slot);
                uint generation = GenerationOf(word);
                {{Down(spec, "_live")}}
                {{exhausted}}
                word = WordOf({{next}}, _top);
                _top = slot + 1;
            }
            """);
    }

    /// <summary>Counts a field up. Where others can write to it, it may be the last number that there is.</summary>
    private static string Up(SlabSpec spec, string field) => spec.IsStateInMemory ? $"{field} = unchecked({field} + 1);" : $"{field}++;";

    /// <summary>Counts a field down, as <see cref="Up"/>.</summary>
    private static string Down(SlabSpec spec, string field) => spec.IsStateInMemory ? $"{field} = unchecked({field} - 1);" : $"{field}--;";
}
