using System.Globalization;
using Allocators.Generator.Surface;

namespace Allocators.Generator.Kinds.FreeList;

/// <summary>Writes what is particular about a free list: the numbers, the state, and calls for a whole block.</summary>
internal static class FreeListEmitter
{
    public static KindCode Code(FreeListSpec spec) => new(
        FixedSizeSurface.Capacity(spec, "BlockCount"),
        writer =>
        {
            if (spec.Options.IsLockFree) LockFreeState.Write(writer, spec);
            else FreeListState.Write(writer, spec);
        })
    {
        Shape = new()
        {
            UsesMemory = !spec.HasLinksBeside,
            Blocks = spec.HasMarks || spec.Options.IsLockFree ? BlockKnowledge.ByStart : BlockKnowledge.PossibleStarts,
            Told = spec.FreesWithin ? ToldCapacity.ToTakeAndFree : ToldCapacity.ToTake,
            Trust = Trust.NotForOneBlock,
            Faults = spec.Options.IsLockFree ? FaultFinding.None : FaultFinding.All,
        },
        Verifies = "Follows the list of free blocks, and checks that it meets all of them once.",
        MaxAllocation = "BlockSize",
        MaxAlignment = FixedSizeSurface.MaxAlignment(spec),
        UnitBytes = "BlockSize",
        Constants =
        [
            new("int", "BlockCount", $"{spec.Count}", string.Format(CultureInfo.InvariantCulture, "Number of blocks: {0:N0}.", spec.Count)),
            FixedSizeSurface.BlockSize(spec, "block"),
        ],
        PrivateConstants =
        [
            .. FixedSizeSurface.BlockShift(spec),
            .. spec.HasMarks && spec.Words > 1 ? [new HeapConstant("int", "Words", $"{spec.Words}", "")] : (HeapConstant[])[],
        ],
        WriteMembers = context =>
        {
            WriteWholeBlocks(context);
            if (spec.Element is not null) ValuesSurface.WriteValueOfBlock(context);
        },
    };

    private static void WriteWholeBlocks(SurfaceContext context)
    {
        const string Then = """
            block = found ? new global::Allocators.Block(offset, BlockSize) : default;
            return found;
            """;
        Operation take = new($"bool found = {context.Take("TryTake", "BlockSize", "1", "out int offset")};", Then);
        context.Writer.WriteNext($$"""
            /// <summary>Takes a whole block. The contents are whatever was there before.</summary>
            /// <param name="block">The block, or the empty block when there is none.</param>
            /// <returns>Whether there was one. The heap is unchanged if not.</returns>
            public {{context.Modifier}}bool TryAlloc(out global::Allocators.Block block)
            {
                {{take.Body(context, context.EnterQuickly)}}
            }

            /// <summary>Takes a whole block, or throws. The contents are whatever was there before.</summary>
            /// <exception cref="global::System.OutOfMemoryException">All blocks are live.</exception>
            public {{context.Modifier}}global::Allocators.Block Alloc()
            {
                if (!TryAlloc(out var block)) ThrowOutOfMemory(BlockSize, 1);
                return block;
            }
            """);
    }
}
