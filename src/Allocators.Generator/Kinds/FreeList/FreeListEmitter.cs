using System.Globalization;
using Allocators.Generator.Surface;

namespace Allocators.Generator.Kinds.FreeList;

/// <summary>Writes what is particular about a free list: the numbers, the state, and calls for a whole block.</summary>
internal static class FreeListEmitter
{
    public static KindCode Code(FreeListSpec spec) => new(
        FixedSizeSurface.Capacity(spec, "Blocks"),
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
            new("int", "Blocks", $"{spec.Count}", string.Format(CultureInfo.InvariantCulture, "Number of blocks: {0:N0}.", spec.Count)),
            FixedSizeSurface.BlockSize(spec, "block"),
        ],
        PrivateConstants =
        [
            .. FixedSizeSurface.BlockShift(spec),
            .. spec.HasMarks && spec.Words > 1 ? [new HeapConstant("int", "Words", $"{spec.Words}", "")] : (HeapConstant[])[],
        ],
        WriteMembers = WholeBlocksSurface.Write,
    };
}
