using System.Collections.Generic;
using Allocators.Generator.Model;

namespace Allocators.Generator.Kinds;

/// <summary>The fields that the states of all heaps of equal blocks have: which block is the next.</summary>
internal static class FixedSizeStateFields
{
    /// <summary>The list of freed blocks and the watermark, where several threads call behind what tells live blocks; they have both in one.</summary>
    /// <param name="spec">The heap.</param>
    /// <param name="live">What tells live blocks, or how many there are.</param>
    public static IEnumerable<StateField> Order(FixedSizeSpec spec, StateField live)
    {
        string noun = spec.BlockNoun;
        if (spec.Options.IsLockFree)
        {
            yield return StateField.Of("list", KindText.LockFreeList, KindText.LockFreeListBytes, $"the {noun} that was freed last, with a tag, and how many {noun}s were ever used");
            yield break;
        }

        yield return live;
        yield return StateField.Number("top", "int", $"the {noun} that was freed last, and 1 more");
        yield return StateField.Number("fresh", "int", $"how many {noun}s were ever used");
    }

    /// <summary>The number of live blocks.</summary>
    public static StateField Live(FixedSizeSpec spec) => StateField.Number("live", "long", $"how many {spec.BlockNoun}s are live");

    /// <summary>What a heap over foreign memory has to know of its length.</summary>
    public static IEnumerable<StateField> Closed(FixedSizeSpec spec)
    {
        if (spec.Options.IsForeign) yield return StateField.Number("closed", "long", $"how many {spec.BlockNoun}s the memory is too short for");
    }
}
