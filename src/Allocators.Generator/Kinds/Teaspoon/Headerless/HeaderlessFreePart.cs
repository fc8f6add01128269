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
        string isLive = spec.Options.IsChecked
            ? "MarkAt(block) == Live && NextMark(block + 1) - block == granules"
            : "granules <= _top - block";
        string end = spec.Options.IsChecked ? "Granules" : "_top";
        string isLiveSummary = spec.Options.IsChecked
            ? "Whether a block of so many granules starts here: its start is marked, and the next mark is where it ends."
            : "Whether a block of so many granules could be here; nothing tells whether one is.";

        if (spec.IsParking) WriteFreeParked(writer, spec);
        else WriteFreeAtOnce(writer);

        writer.WriteNext($$"""
            public readonly bool IsLive(in byte memory, int offset, int length) => IsBlock(offset, GranulesFor(length), out _);

            /// <summary>{{isLiveSummary}}</summary>
            [global::System.Runtime.CompilerServices.MethodImpl(global::System.Runtime.CompilerServices.MethodImplOptions.AggressiveInlining)]
            private readonly bool IsBlock(int offset, int granules, out int block) =>
                global::Allocators.Check.IsUnit(offset, GranuleShift, {{end}}, out block) && granules > 0 && {{isLive}};

            /// <summary>Granules of a block of so many bytes: this and nothing else is what a block has.</summary>
            private static int GranulesFor(int bytes) => {{rounded}};

            private static int GranulesIn(int bytes) => (int)((uint)bytes + (Granule - 1) >> GranuleShift);
            """);

        if (!spec.Options.IsChecked)
        {
            writer.WriteNext("""
                public static int BytesFor(int length) => GranulesFor(length) << GranuleShift;
                """);
            return;
        }

        writer.WriteNext("""
            public readonly int SizeAt(in byte memory, int offset) =>
                global::Allocators.Check.IsUnit(offset, GranuleShift, _top, out int block) && MarkAt(block) == Live
                    ? (NextMark(block + 1) - block) << GranuleShift
                    : 0;
            """);
    }

    private static void WriteFreeAtOnce(CodeWriter writer) => writer.WriteNext("""
        public bool TryFree(ref byte memory, int offset, int length)
        {
            int granules = GranulesFor(length);
            if (!IsBlock(offset, granules, out int block)) return false;

            _live -= (ulong)granules << LiveShift | OneBlock;
            Release(ref memory, block, granules);
            return true;
        }
        """);

    private static void WriteFreeParked(CodeWriter writer, TeaspoonSpec spec)
    {
        string flip = spec.Options.IsChecked ? "FlipParked(block);" : "";
        writer.WriteNext($$"""
            [global::System.Runtime.CompilerServices.MethodImpl(global::System.Runtime.CompilerServices.MethodImplOptions.AggressiveInlining)]
            public bool TryFree(ref byte memory, int offset, int length)
            {
                int granules = GranulesIn(length);
                if (granules >= ExactClasses) return TryFreeAny(ref memory, offset, length);
                if (!IsBlock(offset, granules, out int block)) return false;

                _live -= (ulong)granules << LiveShift | OneBlock;
                {{flip}}
                Park(ref memory, offset, granules);
                return true;
            }

            /// <summary>The same for any length.</summary>
            [global::System.Runtime.CompilerServices.MethodImpl(global::System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
            private bool TryFreeAny(ref byte memory, int offset, int length)
            {
                int granules = GranulesFor(length), list = ClassOf(granules);
                if (!IsBlock(offset, granules, out int block)) return false;

                _live -= (ulong)granules << LiveShift | OneBlock;
                if (list >= Classes)
                {
                    Release(ref memory, block, granules);
                    return true;
                }

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
            public bool TryResize(ref byte memory, int offset, int length, int newLength)
            {
                int block = offset >> GranuleShift, size = GranulesFor(length), granules = GranulesFor(newLength);
                if (granules > End - block) return false;
                if (granules > size && !TryGrow(ref memory, block + size, granules - size)) return false;
                if (granules < size) Release(ref memory, block + granules, size - granules);

                _live = unchecked(_live + ((ulong)granules << LiveShift) - ((ulong)size << LiveShift));
                return true;
            }

            /// <summary>Takes granules behind a block, if they are free and merged.</summary>
            private bool TryGrow(ref byte memory, int end, int more)
            {
                int free = FreeFrom(in memory, end);
                if (free < more) return false;

                if (end == _top) _top += more;
                else Cut(ref memory, end, free, end, more);
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
