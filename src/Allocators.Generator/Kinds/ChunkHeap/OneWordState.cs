using Allocators.Generator.Text;

namespace Allocators.Generator.Kinds.ChunkHeap;

/// <summary>The state of a heap of up to 64 chunks: two words, and no loop over them.</summary>
internal static class OneWordState
{
    /// <param name="writer">Takes the state.</param>
    /// <param name="spec">The numbers of the heap.</param>
    /// <param name="name">What the state is called.</param>
    public static void Write(CodeWriter writer, ChunkHeapSpec spec, string name)
    {
        writer.Write("/// <summary>Which chunks are taken. It deals in offsets; the memory itself is never touched.</summary>");
        writer.Write($"private struct {name}");
        writer.Open();
        WriteFigures(writer, spec);
        WriteOperations(writer, spec);
        WriteFit(writer, spec);
        WriteHelpers(writer, spec);
        writer.Close();
    }

    private static void WriteFigures(CodeWriter writer, ChunkHeapSpec spec)
    {
        string taken = spec.Options.IsForeign ? "(_used | _closed)" : "_used";
        string free = spec.Chunks == ChunkHeapSpec.ChunksInWord ? $"~{taken}" : $"~{taken} & AllChunks";

        // The state around that of single chunks without locks finds the gaps itself, and asks where the memory ends.
        string gaps = !spec.Options.IsLockFree
            ? """
              /// <summary>Bytes of the longest gap.</summary>
              public readonly int LargestFreeBlock
              {
                  get
                  {
                      // Each round takes one chunk off the end of every gap.
                      int longest = 0;
                      for (ulong gaps = Free; gaps != 0; gaps &= gaps >> 1) longest++;
                      return longest << ChunkShift;
                  }
              }

              """
            : spec.Options.IsForeign ? "/// <summary>Bytes of the chunks that there is memory for.</summary>\npublic readonly int OpenBytes => global::Allocators.BitMath.PopCount(AllChunks & ~_closed) << ChunkShift;\n" : "";
        writer.Write($$"""
            {{StateFieldsWriter.Declare(ChunkHeapStateFields.OfRuns(spec))}}

            /// <summary>Bytes of all live blocks, whole chunks.</summary>
            public readonly int UsedBytes => global::Allocators.BitMath.PopCount(_used) << ChunkShift;

            /// <summary>Live blocks, counted by their first chunks.</summary>
            public readonly int AllocationCount => global::Allocators.BitMath.PopCount(_head);

            {{gaps}}
            /// <summary>The free chunks, a bit each.</summary>
            private readonly ulong Free => {{free}};
            """);
    }

    private static void WriteOperations(CodeWriter writer, ChunkHeapSpec spec)
    {
        string starts = spec.MaxAlignment <= spec.ChunkSize
            ? "ulong starts = global::Allocators.BitRuns.KeepStarts(count, Free);"
            : """
              ulong starts = global::Allocators.BitRuns.KeepStarts(count, Free);
              if (alignment > ChunkSize) starts &= global::Allocators.BitMath.EveryNth(alignment >> ChunkShift);
              """;

        // With fewer than 64 chunks, the bits above the last read as free.
        string endOfHeap = spec.Chunks == ChunkHeapSpec.ChunksInWord ? "ends |= 1UL << (Chunks - 1 - first);" : "";

        const string isHead = "(_head >> first & 1) != 0";
        string free = spec.Options.IsChecked ? "IsLive(offset, length, out int first)" : "AreChunks(offset, length, out int first)";

        writer.WriteNext($$"""
            /// <summary>Takes the tightest gap: an exact fit if there is one.</summary>
            public bool TryTake(int size, int alignment, out int offset)
            {
                offset = 0;
                int count = CountFor(size);
                {{starts}}
                if (starts == 0) return false;

                int first = global::Allocators.BitRuns.Tightest(starts);
                _used |= RunOf(first, count);
                _head |= 1UL << first;
                offset = first << ChunkShift;
                return true;
            }

            /// <summary>Frees the chunks of a live block.</summary>
            public bool TryFree(int offset, int length)
            {
                if (!{{free}}) return false;

                _used &= ~RunOf(first, CountFor(length));
                _head &= ~(1UL << first);
                return true;
            }

            /// <summary>Grows into the chunks behind the block if they are free, or gives its last chunks back.</summary>
            public bool TryResize(int offset, int length, int newLength)
            {
                int first = offset >> ChunkShift;
                int count = CountFor(length), newCount = CountFor(newLength);
                if (newCount > Chunks - first) return false;

                ulong run = RunOf(first, count), newRun = RunOf(first, newCount);
                if ((newRun & ~run & ~Free) != 0) return false;

                _used = (_used & ~run) | newRun;
                return true;
            }

            /// <summary>Whether a live block of so many bytes starts here.</summary>
            public readonly bool IsLive(int offset, int length) => IsLive(offset, length, out _);

            /// <summary>Bytes of the live block that starts here, or 0.</summary>
            public readonly int SizeAt(int offset) =>
                global::Allocators.Check.IsUnit(offset, ChunkShift, Chunks, out int first) && {{isHead}} ? CountAt(first) << ChunkShift : 0;

            /// <summary>Whether a live block of so many bytes starts here, and its chunks.</summary>
            private readonly bool IsLive(int offset, int length, out int first) =>
                global::Allocators.Check.IsUnit(offset, ChunkShift, Chunks, out first) && {{isHead}} && CountAt(first) == CountFor(length);

            /// <summary>Chunks of the block that starts here: up to the next that is a head or free.</summary>
            private readonly int CountAt(int first)
            {
                ulong ends = (_head | ~_used) >> first >> 1;
                {{endOfHeap}}
                return global::Allocators.BitMath.TrailingZeroCount(ends) + 1;
            }

            /// <summary>The first live block behind another.</summary>
            public readonly bool TryGetNext(int offset, int length, out int next)
            {
                next = 0;
                int first = CountFor(offset + length);
                if (first >= Chunks || _head >> first == 0) return false;

                next = (first + global::Allocators.BitMath.TrailingZeroCount(_head >> first)) << ChunkShift;
                return true;
            }

            /// <summary>Frees all chunks.</summary>
            public void Clear()
            {
                _used = 0;
                _head = 0;
            }
            """);
    }

    private static void WriteFit(CodeWriter writer, ChunkHeapSpec spec)
    {
        if (!spec.Options.IsForeign) return;

        if (spec.IsStateInMemory)
        {
            writer.WriteNext("""
                /// <summary>Whether the bits that all calls rely on can be right, here where they lie in memory that others can write.</summary>
                public readonly bool IsSound(int capacity) =>
                    ((_used | _closed) & ~AllChunks) == 0
                    && (_used & _closed) == 0
                    && (_head & ~_used) == 0
                    && (_used & ~_head & ~(_used << 1)) == 0;

                /// <summary>Makes the words those of an empty heap.</summary>
                public void Repair() => this = default;
                """);
        }

        writer.WriteNext("""
            /// <summary>Closes the chunks that the memory is too short for, and opens all others.</summary>
            public bool TryFit(int capacity)
            {
                int chunks = capacity >> ChunkShift;
                ulong closed = chunks < Chunks ? AllChunks >> chunks << chunks : 0;
                if ((_used & closed) != 0) return false;

                _closed = closed;
                return true;
            }
            """);
    }

    private static void WriteHelpers(CodeWriter writer, ChunkHeapSpec spec)
    {
        writer.WriteNext($$"""
            /// <summary>The bits of so many chunks from one on.</summary>
            private static ulong RunOf(int first, int count) => global::Allocators.BitMath.Ones(count) << first;
            """);
        ChunkArithmetic.Write(writer, spec);
    }
}
