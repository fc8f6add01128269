using Allocators.Generator.Text;

namespace Allocators.Generator.Kinds.Teaspoon;

/// <summary>What a header says, and where it stands. This is all that differs between the packings of the variants.</summary>
internal static class HeadersPart
{
    public static void Write(CodeWriter writer, TeaspoonSpec spec)
    {
        string type = spec.Variant.HeaderBytes == sizeof(ushort) ? "ushort" : "uint";
        writer.WriteNext($$"""
            /// <summary>Where the payload of a block starts, in bytes.</summary>
            private static int PayloadOf(int block) => (block << GranuleShift) + FirstPayload;

            /// <summary>Granules of a block with so many bytes of payload.</summary>
            private static int GranulesFor(int bytes) =>
                global::System.Math.Max((int)(unchecked((uint)bytes + (HeaderBytes + Granule - 1)) >> GranuleShift), MinGranules);

            /// <summary>Granules to the next header; at least one, so that a walk ends where a header was overwritten.</summary>
            private static int StepOver(uint header) => global::System.Math.Max(SizeIn(header), 1);

            /// <summary>The header of a block, which lies before its payload.</summary>
            private static uint HeaderOf(in byte memory, int block) =>
                global::Allocators.HeapMemory.Load<{{type}}>(in memory, PayloadOf(block) - HeaderBytes);

            /// <summary>Writes the header of a block.</summary>
            private static void SetHeader(ref byte memory, int block, uint header) =>
                global::Allocators.HeapMemory.Store(ref memory, PayloadOf(block) - HeaderBytes, {{(type == "ushort" ? "(ushort)header" : "header")}});
            """);

        if (spec.Variant.HasPreviousSize) WritePreviousInHeader(writer);
        else WritePreviousAtEnd(writer, spec);
    }

    /// <summary>15 bits of size, 15 bits of the free block before, used, parked.</summary>
    private static void WritePreviousInHeader(CodeWriter writer) => writer.WriteNext("""
        // A header: bit 0 used, bit 1 parked, 15 bits of size less one, 15 bits of the size of a free block before. No free block
        // has a single granule, so that a one there says that one granule before the block is padding, and part of it.
        private const uint Used = 1;
        private const uint IsParkedBit = 2;
        private const int SizeShift = 2;
        private const uint SizeMask = 0x7FFF;
        private const int BeforeShift = 17;
        private const uint Padding = 1u << BeforeShift;

        /// <summary>The header of a live block whose neighbour in front is not free.</summary>
        private static uint LiveHeader(int size) => (uint)(size - 1) << SizeShift | Used;

        /// <summary>The header of a free block, behind which a live one comes.</summary>
        private static uint FreeHeader(int size) => (uint)(size - 1) << SizeShift;

        /// <summary>Granules of a block, by its header.</summary>
        private static int SizeIn(uint header) => (int)(header >> SizeShift & SizeMask) + 1;

        /// <summary>Whether it is the header of a free block.</summary>
        private static bool IsFreeHeader(uint header) => (header & Used) == 0;

        /// <summary>Whether it is the header of a live block.</summary>
        private static bool IsLiveHeader(uint header) => (header & (Used | IsParkedBit)) == Used;

        /// <summary>Whether it is the header of a parked block of so many granules.</summary>
        private static bool IsParkedHeader(uint header, int size) => (header & (Padding - 1)) == (LiveHeader(size) | IsParkedBit);

        /// <summary>Whether the granule in front of a block belongs to it, for the sake of its alignment.</summary>
        private static bool IsPadded(uint header) => header >> BeforeShift == 1;

        /// <summary>Whether the block in front of one is free.</summary>
        private static bool IsFreeBefore(uint header) => header >> BeforeShift > 1;

        /// <summary>Whether nothing in front of a block has to be merged with it.</summary>
        private static bool IsAlone(uint header) => header >> BeforeShift == 0;

        /// <summary>A header with another size in it.</summary>
        private static uint WithSize(uint header, int size) => (header & ~(SizeMask << SizeShift)) | (uint)(size - 1) << SizeShift;

        /// <summary>Granules of the free block before a block; 0 if there is none.</summary>
        private static int FreeBefore(in byte memory, int block)
        {
            int before = (int)(HeaderOf(in memory, block) >> BeforeShift);
            return before == 1 ? 0 : before;
        }

        /// <summary>Notes how many granules before a block are free.</summary>
        private static void SetFreeBefore(ref byte memory, int block, int size) =>
            SetHeader(ref memory, block, (HeaderOf(in memory, block) & (Padding - 1)) | (uint)size << BeforeShift);

        /// <summary>The same, where it is only the size that changes.</summary>
        private static void SetSizeBefore(ref byte memory, int block, int size) => SetFreeBefore(ref memory, block, size);
        """);

    /// <summary>Flags and size; the size of a free block stands at its end as well.</summary>
    private static void WritePreviousAtEnd(CodeWriter writer, TeaspoonSpec spec)
    {
        string link = spec.Variant.LinkType;
        string cast = link == "ushort" ? "(ushort)size" : "size";
        writer.WriteNext($$"""
            // A header: bit 0 used, bit 1 the block before is free, bit 2 parked, bit 3 one granule before the block is
            // padding and part of it, then the size. The size of a free block stands at its end as well.
            private const uint Used = 1;
            private const uint BeforeIsFree = 2;
            private const uint IsParkedBit = 4;
            private const uint Padding = 8;
            private const int SizeShift = 4;

            /// <summary>The header of a live block whose neighbour in front is not free.</summary>
            private static uint LiveHeader(int size) => (uint)size << SizeShift | Used;

            /// <summary>The header of a free block, behind which a live one comes.</summary>
            private static uint FreeHeader(int size) => (uint)size << SizeShift;

            /// <summary>Granules of a block, by its header.</summary>
            private static int SizeIn(uint header) => (int)(header >> SizeShift);

            /// <summary>Whether it is the header of a free block.</summary>
            private static bool IsFreeHeader(uint header) => (header & Used) == 0;

            /// <summary>Whether it is the header of a live block.</summary>
            private static bool IsLiveHeader(uint header) => (header & (Used | IsParkedBit)) == Used;

            /// <summary>Whether it is the header of a parked block of so many granules.</summary>
            private static bool IsParkedHeader(uint header, int size) => (header & ~(BeforeIsFree | Padding)) == (LiveHeader(size) | IsParkedBit);

            /// <summary>Whether the granule in front of a block belongs to it, for the sake of its alignment.</summary>
            private static bool IsPadded(uint header) => (header & Padding) != 0;

            /// <summary>Whether the block in front of one is free.</summary>
            private static bool IsFreeBefore(uint header) => (header & BeforeIsFree) != 0;

            /// <summary>Whether nothing in front of a block has to be merged with it.</summary>
            private static bool IsAlone(uint header) => (header & (BeforeIsFree | Padding)) == 0;

            /// <summary>A header with another size in it.</summary>
            private static uint WithSize(uint header, int size) => (header & ((1u << SizeShift) - 1)) | (uint)size << SizeShift;

            /// <summary>Granules of the free block before a block; 0 if there is none.</summary>
            private static int FreeBefore(in byte memory, int block) => (HeaderOf(in memory, block) & BeforeIsFree) != 0
                ? global::Allocators.HeapMemory.Load<{{link}}>(in memory, PayloadOf(block) - HeaderBytes - sizeof({{link}}))
                : 0;

            /// <summary>Notes how many granules before a block are free.</summary>
            private static void SetFreeBefore(ref byte memory, int block, int size)
            {
                SetHeader(ref memory, block, (HeaderOf(in memory, block) & ~BeforeIsFree) | (size != 0 ? BeforeIsFree : 0));
                if (size != 0) SetSizeBefore(ref memory, block, size);
            }

            /// <summary>The same, where it is only the size that changes.</summary>
            private static void SetSizeBefore(ref byte memory, int block, int size) =>
                global::Allocators.HeapMemory.Store(ref memory, PayloadOf(block) - HeaderBytes - sizeof({{link}}), {{cast}});
            """);
    }
}
