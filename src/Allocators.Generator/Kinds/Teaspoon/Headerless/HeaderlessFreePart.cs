using Allocators.Generator.Text;

namespace Allocators.Generator.Kinds.Teaspoon.Headerless;

/// <summary>How a block is recognised, given back, and made larger or smaller where it is.</summary>
internal static class HeaderlessFreePart
{
    public static void Write(CodeWriter writer, TeaspoonSpec spec)
    {
        WriteFree(writer, spec);
        if (spec.BelievesNothing) WriteIsShortBlock(writer, spec);
        WriteResize(writer);
    }

    private static void WriteFree(CodeWriter writer, TeaspoonSpec spec)
    {
        string rounded = spec.IsParking ? "RoundUp(GranulesIn(bytes))" : "GranulesIn(bytes)";
        if (spec.IsParking) WriteFreeParked(writer, spec);
        else WriteFreeAtOnce(writer);

        writer.WriteNext($$"""
            /// <summary>Whether a live block of so many bytes starts here.</summary>
            public readonly bool IsLive(in byte memory, int offset, int length) => length > 0 && IsBlock(offset, GranulesFor(length), out _);

            /// <summary>Granules of a block of so many bytes: this and nothing else is what a block has.</summary>
            private static int GranulesFor(int bytes) => {{rounded}};

            /// <summary>Granules that so many bytes need.</summary>
            private static int GranulesIn(int bytes) => unchecked((int)((uint)bytes + (Granule - 1) >> GranuleShift));
            """);

        if (!spec.Options.IsChecked)
        {
            writer.WriteNext("""
                /// <summary>Whether a block of so many granules, at least one, could be here; nothing tells whether one is.</summary>
                [global::System.Runtime.CompilerServices.MethodImpl(global::System.Runtime.CompilerServices.MethodImplOptions.AggressiveInlining)]
                private readonly bool IsBlock(int offset, int granules, out int block) =>
                    global::Allocators.Check.IsUnit(offset, GranuleShift, _top, out block) && granules <= _top - block;

                /// <summary>What a block has of which so many bytes were asked for.</summary>
                public static int BytesFor(int length) => GranulesFor(length) << GranuleShift;
                """);
            return;
        }

        writer.WriteNext("""
            /// <summary>Whether a block of so many granules, at least one, starts here: its start is marked, and the next mark is where it ends.</summary>
            [global::System.Runtime.CompilerServices.MethodImpl(global::System.Runtime.CompilerServices.MethodImplOptions.AggressiveInlining)]
            private readonly bool IsBlock(int offset, int granules, out int block)
            {
                if (!global::Allocators.Check.IsUnit(offset, GranuleShift, Granules, out block)) return false;

                // With the mark of a live start taken away, the next mark tells the length; another start is a mark itself, at zero.
                ulong marks = MarksFrom(block) ^ Live;
                int length = marks != 0 ? global::Allocators.BitMath.TrailingZeroCount(marks) >> 1 : NextMark(block + 1) - block;
                return length == granules;
            }

            /// <summary>Bytes of the live block that starts here, or 0.</summary>
            public readonly int SizeAt(in byte memory, int offset) =>
                global::Allocators.Check.IsUnit(offset, GranuleShift, _top, out int block) && MarkAt(block) == Live
                    ? (global::System.Math.Min(NextMark(block + 1), _top) - block) << GranuleShift
                    : 0;
            """);
    }

    private static void WriteFreeAtOnce(CodeWriter writer) => writer.WriteNext("""
        /// <summary>Frees a live block, or parks it in its class.</summary>
        public bool TryFree(ref byte memory, int offset, int length)
        {
            int granules = GranulesFor(length);
            if (length <= 0 || !IsBlock(offset, granules, out int block) || !TryRelease(ref memory, block, granules)) return false;

            Count(-granules, -1);
            return true;
        }
        """);

    private static void WriteFreeParked(CodeWriter writer, TeaspoonSpec spec)
    {
        string flip = spec.Options.IsChecked ? "FlipParked(block);" : "";
        string isSound = spec.BelievesNothing ? "if (!IsSound(capacity)) return false;\n" : "";
        string find = spec.BelievesNothing
            ? """
              if (!global::Allocators.Check.IsInside(granules - 1, ExactClasses - 1) || !IsShortBlock(offset, granules, capacity >> GranuleShift, out int block))
                  return TryFreeAny(ref memory, capacity, offset, length);
              """
            : """
              if (!global::Allocators.Check.IsInside(granules - 1, ExactClasses - 1)) return TryFreeAny(ref memory, offset, length);
              if (!IsBlock(offset, granules, out int block)) return false;
              """;
        writer.WriteNext($$"""
            /// <summary>Frees a live block, or parks it in its class.</summary>
            {{KindText.Inline}}
            public bool TryFree(ref byte memory, {{spec.CapacityParameter}}int offset, int length)
            {
                int granules = GranulesIn(length);
                {{find}}

                Count(-granules, -1);
                {{flip}}
                Park(ref memory, offset, granules);
                return true;
            }

            /// <summary>The same for any length.</summary>
            [global::System.Runtime.CompilerServices.MethodImpl(global::System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
            private bool TryFreeAny(ref byte memory, {{spec.CapacityParameter}}int offset, int length)
            {
                {{isSound}}
                int granules = GranulesFor(length), list = ClassOf(granules);
                if (length <= 0 || !IsBlock(offset, granules, out int block)) return false;
                if (list >= Classes && !TryRelease(ref memory, block, granules)) return false;

                Count(-granules, -1);
                if (list >= Classes) return true;

                {{flip}}
                Park(ref memory, offset, list);
                return true;
            }
            """);
    }

    /// <summary>The test of the short way, which may be wrong only where it says no.</summary>
    private static void WriteIsShortBlock(CodeWriter writer, TeaspoonSpec spec)
    {
        string isLength = spec.Options.IsChecked
            ? """
              ulong marks = MarksFrom(block) ^ Live;
              return granules == (marks != 0 ? global::Allocators.BitMath.TrailingZeroCount(marks) >> 1 : unchecked(_top - block));
              """
            : "return block <= unchecked(_top - granules);";
        writer.WriteNext($$"""
            /// <summary>The same for a few granules in front of an end, whatever was written over. It may say no of the last ones before a longer gap.</summary>
            {{KindText.Inline}}
            private readonly bool IsShortBlock(int offset, int granules, int end, out int block)
            {
                block = (int)(unchecked((uint)offset) >> GranuleShift);
                if (block > end - granules || (offset & (Granule - 1)) != 0) return false;

                {{isLength}}
            }
            """);
    }

    private static void WriteResize(CodeWriter writer)
    {
        writer.WriteNext($$"""
            /// <summary>Grows into the free block or the untouched memory behind, or gives the end of the block back.</summary>
            [global::System.Runtime.CompilerServices.MethodImpl(global::System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
            public bool TryResize(ref byte memory, int offset, int length, int newLength)
            {
                int block = offset >> GranuleShift, size = GranulesFor(length), granules = GranulesFor(newLength);
                if (granules > End - block) return false;
                if (granules > size && !TryGrow(ref memory, block + size, granules - size)) return false;
                if (granules < size && !TryRelease(ref memory, block + granules, size - granules)) return false;

                Count(granules - size, 0);
                return true;
            }

            /// <summary>Takes granules behind a block, if they are free and merged.</summary>
            private bool TryGrow(ref byte memory, int end, int more)
            {
                int free = FreeFrom(in memory, end);
                if (free < more) return false;

                if (end != _top) return TryCut(ref memory, end, free, end, more);

                _top += more;
                return true;
            }

            /// <summary>Granules of the free block or the untouched memory that starts here.</summary>
            private readonly int FreeFrom(in byte memory, int granule)
            {
                if (granule == _top) return End - granule;
                return MarkAt(granule) == FreeEnd ? SizeOf(in memory, granule) : 0;
            }
            """);
    }
}
