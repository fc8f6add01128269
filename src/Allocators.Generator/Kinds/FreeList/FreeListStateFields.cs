using System.Collections.Generic;
using Allocators.Generator.Model;

namespace Allocators.Generator.Kinds.FreeList;

/// <summary>The fields of the state, each said once: what it is called, of which type it is, and what is in it.</summary>
internal static class FreeListStateFields
{
    public static IReadOnlyList<StateField> Of(FreeListSpec spec)
    {
        List<StateField> rows = [];
        if (spec.Options.IsLockFree)
        {
            rows.Add(StateField.Of("list", KindText.LockFreeList, KindText.LockFreeListBytes, "the block that was freed last, with a tag, and how many blocks were ever used"));
        }
        else
        {
            rows.Add(spec.HasMarks ? StateField.Array("marks", "ulong", spec.Words, "bit b: block b is live") : StateField.Number("live", "long", "how many blocks are live"));
            rows.Add(StateField.Number("top", "int", "the block that was freed last, and 1 more"));
            rows.Add(StateField.Number("fresh", "int", "how many blocks were ever used"));
        }

        if (spec.Options.IsForeign) rows.Add(StateField.Number("closed", "long", "how many blocks the memory is too short for"));
        if (spec.HasLinksBeside) rows.Add(StateField.Array("links", spec.LinkType, spec.Count, spec.Options.IsLockFree ? "per block the next free one, and 1 more; or that it is live" : "per free block the next one, and 1 more"));
        return rows;
    }
}
