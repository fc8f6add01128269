using System.Collections.Generic;
using Allocators.Generator.Model;

namespace Allocators.Generator.Kinds.FreeList;

/// <summary>The fields of the state, each said once: what it is called, of which type it is, and what is in it.</summary>
internal static class FreeListStateFields
{
    public static IReadOnlyList<StateField> Of(FreeListSpec spec)
    {
        StateField live = spec.HasMarks ? StateField.Array("marks", "ulong", spec.Words, "bit b: block b is live") : FixedSizeStateFields.Live(spec);
        string links = spec.Options.IsLockFree ? "per block the next free one, and 1 more; or that it is live" : "per free block the next one, and 1 more";
        return
        [
            .. FixedSizeStateFields.Order(spec, live),
            .. FixedSizeStateFields.Closed(spec),
            .. spec.HasLinksBeside ? [StateField.Array("links", spec.LinkType, spec.Count, links)] : (StateField[])[],
        ];
    }
}
