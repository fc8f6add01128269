using System.Collections.Generic;
using Allocators.Generator.Model;

namespace Allocators.Generator.Kinds.Slab;

/// <summary>The fields of the state, each said once: what it is called, of which type it is, and what is in it.</summary>
internal static class SlabStateFields
{
    public static IReadOnlyList<StateField> Of(SlabSpec spec) =>
    [
        .. FixedSizeStateFields.Order(spec, FixedSizeStateFields.Live(spec)),
        .. spec.Retires ? [StateField.Number("retired", "long", "how many slots are used up")] : (StateField[])[],
        .. FixedSizeStateFields.Closed(spec),
        StateField.Array("words", spec.WordType, spec.Count, $"per slot {spec.GenerationBits} bits of generation, odd while it is live{spec.PayloadText}"),
        .. spec.Options.IsLockFree ? [StateField.Array("links", "int", spec.Count, "per free slot the next one, and 1 more")] : (StateField[])[],
    ];
}
