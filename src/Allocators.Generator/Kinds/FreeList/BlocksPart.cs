using Allocators.Generator.Text;

namespace Allocators.Generator.Kinds.FreeList;

/// <summary>What both states of a free list have: which offsets are blocks, and the walk over live ones.</summary>
internal static class BlocksPart
{
    public static void WriteIsBlock(CodeWriter writer, FreeListSpec spec) => writer.WriteNext($$"""
        /// <summary>Whether a block can start here that is as long, and which.</summary>
        {{KindText.Inline}}
        private static bool IsBlock(int offset, int length, out int block) =>
            {{spec.IsStart("BlockCount", "block")}}
            && global::Allocators.Check.IsInside(length - 1, BlockSize);
        """);

    /// <summary>Writes the step to the next live block.</summary>
    /// <param name="writer">Takes the method.</param>
    /// <param name="memory">The memory as a first parameter, if the state has it.</param>
    /// <param name="fresh">Expression for how many blocks were ever used.</param>
    /// <param name="isLive">Condition that <c>block</c> is live.</param>
    public static void WriteTryGetNext(CodeWriter writer, string memory, string fresh, string isLive) => writer.WriteNext($$"""
        /// <summary>The first live block behind another.</summary>
        public readonly bool TryGetNext({{memory}}int offset, int length, out int next)
        {
            for (int block = (int)(((long)offset + length + BlockSize - 1) / BlockSize); block < {{fresh}}; block++)
            {
                if (!{{isLive}}) continue;

                next = block * BlockSize;
                return true;
            }

            next = 0;
            return false;
        }
        """);
}
