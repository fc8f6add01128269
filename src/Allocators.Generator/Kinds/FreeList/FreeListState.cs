using Allocators.Generator.Text;

namespace Allocators.Generator.Kinds.FreeList;

/// <summary>The state of a free list that one thread calls at a time: two numbers, and links from free block to free block.</summary>
internal static class FreeListState
{
    public static void Write(CodeWriter writer, FreeListSpec spec)
    {
        string links = spec.HasLinksBeside ? "linked beside them" : "each with the link to the next one in it";
        writer.Write($"/// <summary>Which blocks are free: those that were freed are a list, {links}; from a watermark on, none was ever used.</summary>");
        writer.Write("private struct HeapState");
        writer.Open();
        writer.Write(StateFieldsWriter.Declare(spec.StateRows));
        WriteFigures(writer, spec);
        WriteTakeAndFree(writer, spec);
        WriteQuestions(writer, spec);
        WriteClear(writer, spec);
        if (spec.Options.IsForeign) WriteFit(writer, spec);
        if (spec.IsStateInMemory) WriteIsSound(writer, spec);
        WriteFindFault(writer, spec);
        WriteHelpers(writer, spec);
        StateFieldsWriter.WriteArrays(writer, spec.StateRows);
        writer.Close();
    }

    private static void WriteFigures(CodeWriter writer, FreeListSpec spec)
    {
        string count = (spec.HasMarks, spec.Words) switch
        {
            (false, _) => "/// <summary>Live blocks.</summary>\npublic readonly int AllocationCount => (int)_live;",
            (true, 1) => "/// <summary>Live blocks, counted by their marks.</summary>\npublic readonly int AllocationCount => global::Allocators.BitMath.PopCount(_marks.First);",
            _ => """
                /// <summary>Live blocks, counted by their marks.</summary>
                public readonly int AllocationCount
                {
                    get
                    {
                        int live = 0;
                        for (int word = 0; word < Words; word++) live += global::Allocators.BitMath.PopCount(global::Allocators.HeapMemory.Read(in _marks.First, word));
                        return live;
                    }
                }
                """,
        };
        // Where others can write to the marks, there may be some behind the last block.
        string usedBlocks = spec.IsStateInMemory && spec.HasMarks ? "global::System.Math.Min(AllocationCount, BlockCount)" : "AllocationCount";
        string largest = spec.HasLinksBeside ? "public readonly int LargestFreeBlock" : "public readonly int LargestFreeBlock(in byte memory)";
        writer.WriteNext($$"""
            /// <summary>Bytes of all live blocks.</summary>
            public readonly int UsedBytes => {{usedBlocks}} * BlockSize;

            {{count}}

            /// <summary>Bytes of a block, if one is free.</summary>
            {{largest}} => _top != 0 || _fresh < {{Open(spec)}} ? BlockSize : 0;
            """);
    }

    private static void WriteTakeAndFree(CodeWriter writer, FreeListSpec spec)
    {
        string isFree = spec.HasMarks ? " && !IsMarked(block)" : "";
        string mark = spec.HasMarks ? $"{MarkOf(spec)} |= 1UL << block;" : KindText.Up(spec, "_live");
        string unmark = spec.HasMarks ? $"{MarkOf(spec)} &= ~(1UL << block);" : KindText.Down(spec, "_live");
        string tooLarge = spec.Options.IsForeign ? "if (size > BlockSize) return false;" : "";
        string capacity = spec.Options.IsForeign ? "int capacity, " : "", freedWithin = spec.FreesWithin ? capacity : "";
        string open = spec.IsStateInMemory ? "int open = capacity / BlockSize;" : "";
        string most = spec.IsStateInMemory ? "open" : "_fresh";
        string isBeyond = spec.IsStateInMemory
            ? """
              // Another owner may have more of this memory: what lies beyond the end of ours is not for us.
              if (global::Allocators.Check.IsInside(block, _fresh) && block >= open) return false;

              """
            : "";
        string skipLive = spec.IsStateInMemory && spec.HasMarks
            ? """
              // A link that was written over may have led here before.
              while (global::Allocators.Check.IsInside(block, open) && IsMarked(block)) block++;
              """
            : "";
        string isNoFresh = spec.IsStateInMemory ? "!global::Allocators.Check.IsInside(block, open)" : $"block >= {(spec.Options.IsForeign ? "capacity / BlockSize" : "BlockCount")}";
        string isThere = spec.FreesWithin ? "!global::Allocators.Check.IsWithin(offset, length, capacity) || " : "";
        string isGood = spec.HasMarks ? "IsLive" : "IsBlock";

        writer.WriteNext($$"""
            /// <summary>Takes the block that was freed last, or else one that was never used.</summary>
            {{KindText.Inline}}
            public bool TryTake({{Memory(spec, "ref")}}{{capacity}}int size, int alignment, out int offset)
            {
                offset = 0;
                {{tooLarge}}
                {{open}}
                int block = unchecked(_top - 1);
                if (global::Allocators.Check.IsInside(block, {{most}}){{isFree}})
                {
                    _top = {{LinkOf(spec)}};
                }
                else
                {
                    {{isBeyond}}
                    // Where a link was written over, the rest of the list is lost, and nothing else.
                    _top = 0;
                    block = _fresh;
                    {{skipLive}}
                    if ({{isNoFresh}}) return false;
                    _fresh = block + 1;
                }

                {{mark}}
                offset = block * BlockSize;
                return true;
            }

            /// <summary>Puts a live block on top of the list of free ones.</summary>
            {{KindText.Inline}}
            public bool TryFree({{Memory(spec, "ref")}}{{freedWithin}}int offset, int length)
            {
                if ({{isThere}}!{{isGood}}(offset, length, out int block)) return false;

                {{unmark}}
                {{StoreLink(spec)}}
                _top = block + 1;
                return true;
            }

            /// <summary>A block has one size: it can be made larger up to that.</summary>
            public readonly bool TryResize({{Memory(spec, "ref")}}int offset, int length, int newLength) => newLength <= BlockSize;
            """);
    }

    private static void WriteQuestions(CodeWriter writer, FreeListSpec spec)
    {
        string isLive = spec.HasMarks ? " && IsMarked(block)" : " && block < _fresh";
        writer.WriteNext($$"""
            /// <summary>Whether this is a live block, of any length that fits into it.</summary>
            public readonly bool IsLive({{Memory(spec, "in")}}int offset, int length) => IsLive(offset, length, out _);

            /// <summary>Bytes of the live block that starts here, or 0.</summary>
            public readonly int SizeAt({{Memory(spec, "in")}}int offset) => IsLive(offset, BlockSize, out _) ? BlockSize : 0;

            /// <summary>Whether this is a live block, and which.</summary>
            {{KindText.Inline}}
            private readonly bool IsLive(int offset, int length, out int block) => IsBlock(offset, length, out block){{isLive}};
            """);
        BlocksPart.WriteIsBlock(writer, spec);

        if (!spec.HasMarks)
        {
            writer.WriteNext("/// <summary>What a block has, whatever was asked for.</summary>\npublic static int BytesFor(int length) => BlockSize;");
            return;
        }

        BlocksPart.WriteTryGetNext(writer, Memory(spec, "in"), "_fresh", "IsMarked(block)");
    }

    private static void WriteClear(CodeWriter writer, FreeListSpec spec)
    {
        if (!spec.Options.IsForeign)
        {
            writer.WriteNext("/// <summary>Makes all blocks free, as if none had ever been used.</summary>\npublic void Clear() => this = default;");
            return;
        }

        writer.WriteNext("""
            /// <summary>Makes all blocks free, as if none had ever been used.</summary>
            public void Clear()
            {
                long closed = _closed;
                this = default;
                _closed = closed;
            }
            """);
    }

    private static void WriteFit(CodeWriter writer, FreeListSpec spec)
    {
        string isAnyLive = spec.HasMarks ? "IsAnyLiveFrom(open)" : "_live > 0";
        string relink = !spec.HasMarks
            ? "Clear();"
            : $$"""
              // Only blocks within the memory may be on the list.
              _fresh = open;
              _top = 0;
              for (int block = open - 1; block >= 0; block--)
              {
                  if (IsMarked(block)) continue;

                  {{StoreLink(spec)}}
                  _top = block + 1;
              }
              """;
        string helper = !spec.HasMarks
            ? ""
            : """

              /// <summary>Whether a block is live, from one on.</summary>
              private readonly bool IsAnyLiveFrom(int block)
              {
                  while (block < _fresh && !IsMarked(block)) block++;
                  return block < _fresh;
              }
              """;

        writer.WriteNext($$"""
            /// <summary>Closes the blocks that the memory is too short for, and opens all others.</summary>
            public bool TryFit({{Memory(spec, "ref")}}int capacity)
            {
                int open = capacity / BlockSize;
                if (_fresh > open)
                {
                    if ({{isAnyLive}}) return false;

                    {{relink}}
                }

                _closed = BlockCount - open;
                return true;
            }
            {{helper}}
            """);
    }

    private static void WriteIsSound(CodeWriter writer, FreeListSpec spec)
    {
        string live = spec.HasMarks ? "" : "\n&& (ulong)_live <= BlockCount";
        string isThere = spec.HasLinksBeside ? "" : "\n&& (long)_fresh * BlockSize <= capacity";
        writer.WriteNext($$"""
            /// <summary>Whether the numbers that all calls rely on can be right, here where they lie in memory that others can write.</summary>
            public readonly bool IsSound(int capacity) => unchecked(
                (ulong)_closed <= BlockCount
                && (uint)_fresh <= BlockCount{{live}}{{isThere}});

            /// <summary>Makes the numbers those of an empty list.</summary>
            public void Repair() => this = default;
            """);
    }

    private static void WriteFindFault(CodeWriter writer, FreeListSpec spec)
    {
        string isMarked = spec.HasMarks ? " || IsMarked(block)" : "";
        string countMarks = !spec.HasMarks
            ? ""
            : """

              int marked = 0;
              for (int block = 0; block < _fresh; block++) marked += IsMarked(block) ? 1 : 0;
              if (marked != AllocationCount) return "a block is live that was never taken";

              """;
        writer.WriteNext($$"""
            /// <summary>What does not agree with the rest, if anything.</summary>
            public readonly string? FindFault({{(spec.HasLinksBeside ? "" : "in byte memory")}})
            {
                if (!global::Allocators.Check.IsInside(_fresh, {{Open(spec)}} + 1)) return "more blocks were used than there are";
                {{countMarks}}
                int free = 0, used = _fresh - AllocationCount;
                for (int link = _top; link != 0;)
                {
                    int block = unchecked(link - 1);
                    if (!global::Allocators.Check.IsInside(block, _fresh){{isMarked}}) return "a link between free blocks leads to block " + block + ", which is not free";
                    if (++free > used) return "the links between free blocks lead in a circle";
                    link = {{LinkOf(spec)}};
                }

                return free == used ? null : "the links between free blocks end too soon";
            }
            """);
    }

    private static void WriteHelpers(CodeWriter writer, FreeListSpec spec)
    {
        if (!spec.HasMarks) return;

        string word = spec.Words == 1 ? "_marks.First" : "global::Allocators.HeapMemory.Read(in _marks.First, block >> 6)";
        writer.WriteNext($$"""
            /// <summary>Whether a block is live, by its mark.</summary>
            {{KindText.Inline}}
            private readonly bool IsMarked(int block) => ({{word}} >> block & 1) != 0;
            """);
    }

    /// <summary>Expression for the number of blocks that there is memory for.</summary>
    private static string Open(FreeListSpec spec) => spec.Options.IsForeign ? "BlockCount - (int)_closed" : "BlockCount";

    /// <summary>The memory as a first parameter, if that is where the links are.</summary>
    private static string Memory(FreeListSpec spec, string reference) => spec.HasLinksBeside ? "" : reference + " byte memory, ";

    /// <summary>The word of marks that the bit of a block is in, as a variable; a single word needs no index.</summary>
    private static string MarkOf(FreeListSpec spec) =>
        spec.Words == 1 ? "_marks.First" : "global::Allocators.HeapMemory.At(ref _marks.First, block >> 6)";

    private static string LinkOf(FreeListSpec spec) => spec.HasLinksBeside
        ? "global::Allocators.HeapMemory.Read(in _links.First, block)"
        : $"global::Allocators.HeapMemory.Load<{spec.LinkType}>(in memory, block * BlockSize)";

    private static string StoreLink(FreeListSpec spec)
    {
        string top = spec.LinkBytes == sizeof(int) ? "_top" : $"unchecked(({spec.LinkType})_top)";
        return spec.HasLinksBeside
            ? $"global::Allocators.HeapMemory.At(ref _links.First, block) = {top};"
            : $"global::Allocators.HeapMemory.Store(ref memory, block * BlockSize, {top});";
    }
}
