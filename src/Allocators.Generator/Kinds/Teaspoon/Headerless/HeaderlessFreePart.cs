using Allocators.Generator.Text;

namespace Allocators.Generator.Kinds.Teaspoon.Headerless;

/// <summary>How a block is recognised, given back, and made larger or smaller where it is.</summary>
internal static class HeaderlessFreePart
{
    public static void Write(CodeWriter writer, TeaspoonSpec spec)
    {
        WriteFree(writer, spec);
        WriteResize(writer);
    }

    private static void WriteFree(CodeWriter writer, TeaspoonSpec spec)
    {
        string rounded = spec.IsParking ? "RoundUp(GranulesIn(bytes))" : "GranulesIn(bytes)";
        if (spec.IsParking) WriteFreeParked(writer, spec);
        else WriteFreeAtOnce(writer);

        writer.WriteNext($$"""
            public readonly bool IsLive(in byte memory, int offset, int length) => length > 0 && IsBlock(offset, GranulesFor(length), out _);

            /// <summary>Granules of a block of so many bytes: this and nothing else is what a block has.</summary>
            private static int GranulesFor(int bytes) => {{rounded}};

            private static int GranulesIn(int bytes) => unchecked((int)((uint)bytes + (Granule - 1) >> GranuleShift));
            """);

        if (!spec.Options.IsChecked)
        {
            writer.WriteNext("""
                /// <summary>Whether a block of so many granules, at least one, could be here; nothing tells whether one is.</summary>
                [global::System.Runtime.CompilerServices.MethodImpl(global::System.Runtime.CompilerServices.MethodImplOptions.AggressiveInlining)]
                private readonly bool IsBlock(int offset, int granules, out int block) =>
                    global::Allocators.Check.IsUnit(offset, GranuleShift, _top, out block) && granules <= _top - block;

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

            public readonly int SizeAt(in byte memory, int offset) =>
                global::Allocators.Check.IsUnit(offset, GranuleShift, _top, out int block) && MarkAt(block) == Live
                    ? (global::System.Math.Min(NextMark(block + 1), _top) - block) << GranuleShift
                    : 0;
            """);
    }

    private static void WriteFreeAtOnce(CodeWriter writer) => writer.WriteNext("""
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
        writer.WriteNext($$"""
            {{KindText.Inline}}
            public bool TryFree(ref byte memory, int offset, int length)
            {
                int granules = GranulesIn(length);
                if (!global::Allocators.Check.IsInside(granules - 1, ExactClasses - 1)) return TryFreeAny(ref memory, offset, length);
                if (!IsBlock(offset, granules, out int block)) return false;

                Count(-granules, -1);
                {{flip}}
                Park(ref memory, offset, granules);
                return true;
            }

            /// <summary>The same for any length.</summary>
            [global::System.Runtime.CompilerServices.MethodImpl(global::System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
            private bool TryFreeAny(ref byte memory, int offset, int length)
            {
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
