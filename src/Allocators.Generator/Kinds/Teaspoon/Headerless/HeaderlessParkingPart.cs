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
        string isMisaligned = aligns ? " || (offset & (alignment - 1)) != 0" : "";
        writer.WriteNext($$"""
            // A list starts in the bookkeeping and goes through the first bytes of its blocks. A link is the offset of a block and
            // one granule more.
            private void Park(ref byte memory, int offset, int list)
            {
                ref int first = ref global::Allocators.HeapMemory.At(ref _parked.First, list);
                global::Allocators.HeapMemory.Store(ref memory, offset, first);
                first = offset + Granule;
            }

            /// <summary>Takes the block off a list that was parked last{{ifAligned}}; -1 if there is none.</summary>
            private int Unpark(in byte memory, int list{{parameter}})
            {
                if (list >= Classes) return -1;

                ref int first = ref global::Allocators.HeapMemory.At(ref _parked.First, list);
                int offset = first - Granule;
                if (offset < 0{{isMisaligned}}) return -1;

                first = global::Allocators.HeapMemory.Load<int>(in memory, offset);
                return offset >> GranuleShift;
            }

            /// <summary>Merges everything that is parked with what is free beside it.</summary>
            private void MergeParked(ref byte memory)
            {
                for (int list = 1; list < Classes; list++)
                {
                    int granules = GranulesOf(list);
                    for (int block = Unpark(in memory, list); block >= 0; block = Unpark(in memory, list)) Release(ref memory, block, granules);
                }
            }

            /// <summary>Takes the front of the smallest parked block that is larger; -1 if there is none.</summary>
            private int SplitParked(ref byte memory, int granules)
            {
                for (int list = ClassOf(granules) + 1; list < Classes; list++)
                {
                    int block = Unpark(in memory, list);
                    if (block < 0) continue;

                    Release(ref memory, block + granules, GranulesOf(list) - granules);
                    return block;
                }

                return -1;
            }
            """);
    }
}
