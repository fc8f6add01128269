using Allocators.Generator.Text;

namespace Allocators.Generator.Kinds.Teaspoon;

/// <summary>How a block is recognised and given back.</summary>
internal static class FreePart
{
    public static void Write(CodeWriter writer, TeaspoonSpec spec)
    {
        string isLengthLines = spec.IsParking
            ? "return size >= granules && (size <= RoundUp(granules) + 1 || ClassOf(size) == ClassOf(RoundUp(granules)));"
            : "return unchecked((uint)(size - granules)) <= 1;";
        string lastUsable = spec.HasShortLastBlock
            ? "return global::System.Math.Max(global::System.Math.Min(PayloadOf(block + size) - HeaderBytes, EndOfMemory) - offset, 0);"
            : "return global::System.Math.Max((size << GranuleShift) - HeaderBytes, 0);";
        if (!spec.IsParking) WriteFree(writer, spec);

        writer.WriteNext($$"""
            /// <summary>Whether a block of this length starts here, as far as its header and the one behind it tell.</summary>
            public readonly bool IsLive(in byte memory, int offset, int length)
            {
                if (length <= 0 || !IsInside(offset, out int block)) return false;

                uint header = HeaderOf(in memory, block);
                return IsBlock(in memory, block, header) && IsLength(SizeIn(header), length);
            }

            /// <summary>Whether a block of so many granules may have been asked for with this length.</summary>
            private static bool IsLength(int size, int length)
            {
                // A granule that is too little for a block of its own stays with the one before it.
                int granules = GranulesFor(length);
                {{isLengthLines}}
            }

            /// <summary>Bytes of the live block that starts here, or 0.</summary>
            public readonly int SizeAt(in byte memory, int offset)
            {
                if (!IsInside(offset, out int block) || !IsBlock(in memory, block, HeaderOf(in memory, block))) return 0;

                int size = SizeIn(HeaderOf(in memory, block));
                {{lastUsable}}
            }

            /// <summary>Whether a block below the top can start here.</summary>
            private readonly bool IsInside(int offset, out int block) => global::Allocators.Check.IsUnit(unchecked(offset - FirstPayload), GranuleShift, _top, out block);

            /// <summary>Whether a header is that of a live block, and the next one agrees.</summary>
            private readonly bool IsBlock(in byte memory, int block, uint header)
            {
                int next = block + SizeIn(header);
                return IsLiveHeader(header) && (next == _top || (next < _top && !IsFreeBefore(HeaderOf(in memory, next))));
            }

            /// <summary>Merges granules that are not live any more with what is free beside them, unless that was written over.</summary>
            {{TakePart.Apart}}
            private bool TryRelease(ref byte memory, int block, int size)
            {
                int next = block + size, first = block, behind = 0;
                if (IsPadded(HeaderOf(in memory, block)) && --block < 0) return false;

                int before = FreeBefore(in memory, block);
                if (next != _top)
                {
                    if (next > _top - MinGranules) return false;

                    uint header = HeaderOf(in memory, next);
                    if (IsFreeHeader(header))
                    {
                        behind = SizeIn(header);
                        if (behind < MinGranules || behind > _top - MinGranules - next || !TryRemove(ref memory, next, behind)) return false;
                    }
                }

                bool isMerged = before == 0 || (before >= MinGranules && before <= block
                    && HeaderOf(in memory, block - before) == FreeHeader(before) && TryRemove(ref memory, block - before, before));
                if (!isMerged)
                {
                    if (behind != 0) Insert(ref memory, next, behind);
                    return false;
                }

                // Merged or not, no header may be left that says it is live: it would be freed a second time.
                SetHeader(ref memory, first, 0);
                block -= before;
                if (next == _top)
                {
                    _top = block;
                    return true;
                }

                next += behind;
                Insert(ref memory, block, next - block);
                SetFreeBefore(ref memory, next, next - block);
                return true;
            }
            """);
    }

    private static void WriteFree(CodeWriter writer, TeaspoonSpec spec)
    {
        string isLength = spec.Options.IsChecked ? " || !IsLength(SizeIn(header), length)" : " || SizeIn(header) < MinGranules";

        writer.WriteNext($$"""
            /// <summary>Frees a live block: merges it with what is free beside it.</summary>
            {{KindText.Inline}}
            public bool TryFree(ref byte memory, int offset, int length)
            {
                if (length <= 0 || !IsInside(offset, out int block)) return false;

                uint header = HeaderOf(in memory, block);
                if (!IsBlock(in memory, block, header){{isLength}}) return false;

                int size = SizeIn(header);
                if (block + size == _top && IsAlone(header))
                {
                    SetHeader(ref memory, block, 0);
                    _top = block;
                }
                else if (!TryRelease(ref memory, block, size))
                {
                    return false;
                }

                Discount(size);
                return true;
            }
            """);
    }
}
