using System.Collections.Generic;
using Allocators.Generator.Model;

namespace Allocators.Generator.Kinds.Slab;

/// <summary>The fields of the state, each said once: what it is called, of which type it is, and what is in it.</summary>
internal static class SlabStateFields
{
    public static IReadOnlyList<StateField> Of(SlabSpec spec)
    {
        List<StateField> rows = [];
        if (spec.Options.IsLockFree)
        {
            rows.Add(StateField.Of("list", KindText.LockFreeList, KindText.LockFreeListBytes, "the slot that was freed last, with a tag, and how many slots were ever used"));
        }
        else
        {
            rows.Add(StateField.Number("live", "long", "how many slots are live"));
            rows.Add(StateField.Number("top", "int", "the slot that was freed last, and 1 more"));
            rows.Add(StateField.Number("fresh", "int", "how many slots were ever used"));
        }

        if (spec.Retires) rows.Add(StateField.Number("retired", "long", "how many slots are used up"));
        if (spec.Options.IsForeign) rows.Add(StateField.Number("closed", "long", "how many slots the memory is too short for"));
        rows.Add(StateField.Array("words", spec.WordType, spec.Count, $"per slot {spec.GenerationBits} bits of generation, odd while it is live{spec.PayloadText}"));
        if (spec.Options.IsLockFree) rows.Add(StateField.Array("links", "int", spec.Count, "per free slot the next one, and 1 more"));
        return rows;
    }
}
