using Allocators.Generator.Text;

namespace Allocators.Generator.Kinds.Teaspoon.Headerless;

/// <summary>Freed blocks that wait on the lists of their classes for the next request.</summary>
internal static class HeaderlessParkingPart
{
    public static void Write(CodeWriter writer, TeaspoonSpec spec)
    {
        bool aligns = spec.MaxAlignment > spec.GranuleBytes;
        string ifAligned = aligns ? ", if it is aligned" : "";
        string parameter = aligns ? ", int alignment = 1" : "";
        string unlessAligned = aligns ? "if (((block << GranuleShift) & (alignment - 1)) != 0) return None;" : "";
        string isMarked = spec.Options.IsChecked ? " && MarkAt(block) == Parked" : "";
        writer.WriteNext($$"""
            // A list starts in the bookkeeping and goes through the first bytes of its blocks. A link is the offset of a block and
            // one granule more.
            /// <summary>Puts a block on the list of its class.</summary>
            private void Park(ref byte memory, int offset, int list)
            {
                ref int first = ref global::Allocators.HeapMemory.At(ref _parked.First, list);
                global::Allocators.HeapMemory.Store(ref memory, offset, first);
                first = offset + Granule;
            }

            /// <summary>Whether a link of a list leads to a block of so many granules in front of an end that is parked, as far as that can be told, and to which.</summary>
            {{KindText.Inline}}
            private readonly bool IsParked(int link, int granules, int end, out int block)
            {
                // No link is one to a block far behind the end.
                block = (int)(unchecked((uint)link - Granule) >> GranuleShift);
                return block <= end - granules && (link & (Granule - 1)) == 0{{isMarked}};
            }

            /// <summary>Takes the block off a list that was parked last{{ifAligned}}; None if there is none, or Damaged.</summary>
            private int Unpark(in byte memory, int list{{parameter}})
            {
                if (list >= Classes) return None;

                ref int first = ref global::Allocators.HeapMemory.At(ref _parked.First, list);
                if (first == 0) return None;
                if (!IsParked(first, GranulesOf(list), _top, out int block)) return Damaged;
                {{unlessAligned}}

                first = global::Allocators.HeapMemory.Load<int>(in memory, block << GranuleShift);
                return block;
            }

            /// <summary>Merges everything that is parked with what is free beside it, as far as nothing that was written over is in the way.</summary>
            private bool TryMergeParked(ref byte memory)
            {
                // No more than all: links that were written over may lead in a circle.
                int rest = Granules;
                for (int list = 1; list < Classes; list++)
                {
                    int granules = GranulesOf(list), block;
                    for (block = Unpark(in memory, list); block >= 0 && rest > 0; block = Unpark(in memory, list), rest--)
                    {
                        if (TryRelease(ref memory, block, granules)) continue;

                        Park(ref memory, block << GranuleShift, list);
                        return false;
                    }

                    if (block != None) return false;
                }

                return true;
            }

            /// <summary>Takes the front of the smallest parked block that is larger; None if there is none, or Damaged.</summary>
            private int SplitParked(ref byte memory, int granules)
            {
                for (int list = ClassOf(granules) + 1; list < Classes; list++)
                {
                    int block = Unpark(in memory, list);
                    if (block == None) continue;
                    if (block < 0 || TryRelease(ref memory, block + granules, GranulesOf(list) - granules)) return block;

                    Park(ref memory, block << GranuleShift, list);
                    return Damaged;
                }

                return None;
            }
            """);
    }
}
