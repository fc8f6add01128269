using Allocators.Generator.Text;

namespace Allocators.Generator.Kinds.FreeList;

/// <summary>The state of a free list that threads call at the same time: the list of the runtime library, and a link beside each block.</summary>
internal static class LockFreeState
{
    public static void Write(CodeWriter writer, FreeListSpec spec)
    {
        writer.Write("/// <summary>Which blocks are free. Any number of threads can call any of this at once; a figure is that of no one moment.</summary>");
        writer.Write("private struct HeapState");
        writer.Open();
        WriteFigures(writer, spec);
        WriteTakeAndFree(writer, spec);
        WriteQuestions(writer);
        WriteClear(writer);
        if (spec.Options.IsForeign) WriteFit(writer);
        if (spec.IsStateInMemory) WriteIsSound(writer);
        writer.WriteNext("/// <summary>Whether a block is live, by its link.</summary>\nprivate readonly bool IsLive(int block) => global::Allocators.LockFreeList.IsLive(in _links.First, block);");
        BlocksPart.Write(writer, spec);
        StateFieldsWriter.WriteArrays(writer, spec.StateRows);
        writer.Close();
    }

    private static void WriteFigures(CodeWriter writer, FreeListSpec spec)
    {
        writer.Write($$"""
            {{StateFieldsWriter.Declare(spec.StateRows)}}

            /// <summary>Bytes of all live blocks.</summary>
            public readonly int UsedBytes => AllocationCount * BlockSize;

            /// <summary>Live blocks, counted one after the other.</summary>
            public readonly int AllocationCount
            {
                get
                {
                    int live = 0;
                    for (int block = 0; block < _list.Fresh; block++) live += IsLive(block) ? 1 : 0;
                    return live;
                }
            }

            /// <summary>Bytes of a block, if one is free.</summary>
            public readonly int LargestFreeBlock => _list.HasFree({{Open(spec)}}) ? BlockSize : 0;
            """);
    }

    private static void WriteTakeAndFree(CodeWriter writer, FreeListSpec spec)
    {
        string tooLarge = spec.Options.IsForeign ? "if (size > BlockSize) return false;" : "";

        // Unchecked, a block is believed to be live: that saves an exchange.
        string claim = spec.Options.IsChecked ? " || !global::Allocators.LockFreeList.TryClaim(ref _links.First, block)" : "";
        writer.WriteNext($$"""
            /// <summary>Takes the block that was freed last, or else one that was never used.</summary>
            {{KindText.Inline}}
            public bool TryTake({{(spec.Options.IsForeign ? "int capacity, " : "")}}int size, int alignment, out int offset)
            {
                offset = 0;
                {{tooLarge}}
                if (!_list.TryPop(ref _links.First, {{(spec.Options.IsForeign ? "capacity / BlockSize" : "Blocks")}}, out int block)) return false;

                global::Allocators.LockFreeList.MarkLive(ref _links.First, block);
                offset = block * BlockSize;
                return true;
            }

            /// <summary>Puts a live block on top of the list of free ones. Of several who try that at once, one succeeds.</summary>
            {{KindText.Inline}}
            public bool TryFree(int offset, int length)
            {
                if (!IsBlock(offset, length, out int block){{claim}}) return false;

                _list.Push(ref _links.First, block);
                return true;
            }

            /// <summary>A block has one size: it can be made larger up to that.</summary>
            public readonly bool TryResize(int offset, int length, int newLength) => newLength <= BlockSize;
            """);
    }

    private static void WriteQuestions(CodeWriter writer)
    {
        writer.WriteNext("""
            /// <summary>Whether this is a live block, of any length that fits into it.</summary>
            public readonly bool IsLive(int offset, int length) => IsBlock(offset, length, out int block) && IsLive(block);

            /// <summary>Bytes of the live block that starts here, or 0.</summary>
            public readonly int SizeAt(int offset) => IsLive(offset, BlockSize) ? BlockSize : 0;
            """);
    }

    private static void WriteClear(CodeWriter writer) => writer.WriteNext("""
        /// <summary>Frees block after block: who takes one meanwhile may keep it.</summary>
        public void Clear()
        {
            for (int block = 0; block < _list.Fresh; block++)
            {
                if (global::Allocators.LockFreeList.TryClaim(ref _links.First, block)) _list.Push(ref _links.First, block);
            }
        }
        """);

    private static void WriteFit(CodeWriter writer) => writer.WriteNext("""
        /// <summary>Closes the blocks that the memory is too short for, and opens all others. Where that changes something, nobody else may have the heap.</summary>
        public bool TryFit(int capacity)
        {
            int open = capacity / BlockSize;
            for (int block = open; block < _list.Fresh; block++)
            {
                if (IsLive(block)) return false;
            }

            _list.Truncate(ref _links.First, open);
            _closed = Blocks - open;
            return true;
        }
        """);

    private static void WriteIsSound(CodeWriter writer) => writer.WriteNext("""
        /// <summary>Whether the numbers that all calls rely on can be right, here where they lie in memory that others can write.</summary>
        public readonly bool IsSound(int capacity) => unchecked((ulong)_closed <= Blocks && _list.Fresh <= Blocks);

        /// <summary>Makes the numbers those of an empty list.</summary>
        public void Repair() => this = default;
        """);

    /// <summary>Expression for the number of blocks that there is memory for.</summary>
    private static string Open(FreeListSpec spec) => spec.Options.IsForeign ? "Blocks - (int)_closed" : "Blocks";
}
