using Allocators.Generator.Text;

namespace Allocators.Generator.Kinds.Teaspoon;

/// <summary>How a block is recognised and given back.</summary>
internal static class FreePart
{
    public static void Write(CodeWriter writer, TeaspoonSpec spec)
    {
        string refuse = spec.Options.IsChecked
            ? "if (!IsLive(in memory, offset, length)) return false;"
            : "if (length <= 0 || !IsBlock(in memory, offset)) return false;";
        string giveBack = spec.IsParking ? "if (!TryPark(ref memory, block, size)) Release(ref memory, block, size);" : "Release(ref memory, block, size);";
        string isNotMore = spec.IsParking
            ? "size <= RoundUp(granules) + 1 || ClassOf(size) == ClassOf(RoundUp(granules))"
            : "size <= granules + 1";
        string lastUsable = spec.HasShortLastBlock
            ? "return global::System.Math.Min(PayloadOf(block + size) - HeaderBytes, EndOfMemory) - offset;"
            : "return (size << GranuleShift) - HeaderBytes;";

        writer.WriteNext($$"""
            public bool TryFree(ref byte memory, int offset, int length)
            {
                {{refuse}}

                int block = (offset - FirstPayload) >> GranuleShift, size = SizeIn(HeaderOf(in memory, block));
                _live -= (ulong)size << LiveShift | OneBlock;
                {{giveBack}}
                return true;
            }

            /// <summary>Whether a block of this length starts here, as far as its header and the one behind it tell.</summary>
            public readonly bool IsLive(in byte memory, int offset, int length)
            {
                if (length <= 0 || !IsBlock(in memory, offset)) return false;

                int size = SizeIn(HeaderOf(in memory, (offset - FirstPayload) >> GranuleShift));
                if (length > (size << GranuleShift) - HeaderBytes) return false;

                // A granule that is too little for a block of its own stays with the one before it.
                int granules = GranulesFor(length);
                return {{isNotMore}};
            }

            public readonly int SizeAt(in byte memory, int offset)
            {
                if (!IsBlock(in memory, offset)) return 0;

                int block = (offset - FirstPayload) >> GranuleShift, size = SizeIn(HeaderOf(in memory, block));
                {{lastUsable}}
            }

            /// <summary>Whether the header before an offset is that of a live block, and the next one agrees.</summary>
            private readonly bool IsBlock(in byte memory, int offset)
            {
                if (!global::Allocators.Check.IsUnit(unchecked(offset - FirstPayload), GranuleShift, _top, out int block)) return false;

                uint header = HeaderOf(in memory, block);
                int next = block + SizeIn(header);
                return IsLiveHeader(header) && (next == _top || (next < _top && FreeBefore(in memory, next) == 0));
            }

            /// <summary>Merges granules that are not live any more with what is free beside them.</summary>
            private void Release(ref byte memory, int block, int size)
            {
                int before = FreeBefore(in memory, block), next = block + size;
                bool padded = IsPadded(HeaderOf(in memory, block));

                // Merged or not, no header may be left that says it is live: it would be freed a second time.
                SetHeader(ref memory, block, 0);
                if (padded)
                {
                    block--;
                    size++;
                    before = FreeBefore(in memory, block);
                }

                if (next < _top && IsFreeHeader(HeaderOf(in memory, next)))
                {
                    int behind = SizeIn(HeaderOf(in memory, next));
                    Remove(ref memory, next, behind);
                    size += behind;
                }

                if (before != 0)
                {
                    block -= before;
                    Remove(ref memory, block, before);
                    size += before;
                }

                if (block + size == _top) _top = block;
                else Insert(ref memory, block, size);
            }
            """);
    }
}
