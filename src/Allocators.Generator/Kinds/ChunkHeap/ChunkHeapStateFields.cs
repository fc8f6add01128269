using System.Collections.Generic;
using Allocators.Generator.Model;

namespace Allocators.Generator.Kinds.ChunkHeap;

/// <summary>The fields of the state, each said once: what it is called, of which type it is, and what is in it.</summary>
internal static class ChunkHeapStateFields
{
    /// <summary>The list of single chunks that were freed, where that needs no lock.</summary>
    public static IReadOnlyList<StateField> OfList(ChunkHeapSpec spec) => !spec.Options.IsLockFree
        ? []
        :
        [
            StateField.Of("parked", KindText.LockFreeList, KindText.LockFreeListBytes, "single chunks that were freed wait on a list: the last of them, with a tag"),
            StateField.Array("links", "int", spec.Chunks, "per chunk the next one on the list, and 1 more; or that it is a live block"),
        ];

    /// <summary>The part of the bookkeeping that knows runs of chunks.</summary>
    public static IReadOnlyList<StateField> OfRuns(ChunkHeapSpec spec)
    {
        if (spec.IsOneWord)
        {
            List<StateField> words =
            [
                StateField.Number("used", "ulong", "bit c: chunk c belongs to a block"),
                StateField.Number("head", "ulong", "bit c: chunk c is the first of its block"),
            ];
            if (spec.Options.IsForeign) words.Add(StateField.Number("closed", "ulong", "bit c: the memory is too short for chunk c"));
            return words;
        }

        List<StateField> rows = [];
        if (spec.Options.IsForeign) rows.Add(StateField.Number("closed", "long", "how many chunks the memory is too short for"));
        rows.Add(StateField.Array("bits", "global::Allocators.ChunkBits", ChunkHeapSpec.BytesInWordPair, spec.Words, "64 chunks a pair of words: used or not, first of its block or not"));
        rows.Add(StateField.Array("bounds", "byte", spec.BoundBytes, $"byte g: 255 less the longest run of free chunks from within chunks {ChunkHeapSpec.ChunksInGroup}g to {ChunkHeapSpec.ChunksInGroup}g + {ChunkHeapSpec.ChunksInGroup - 1}"));
        if (spec.HasRowBounds) rows.Add(StateField.Array("rowBounds", "byte", spec.RowBoundBytes, $"byte r: the same for chunks {ChunkHeapSpec.ChunksInGroup * ChunkHeapSpec.GroupsInRow}r to {ChunkHeapSpec.ChunksInGroup * ChunkHeapSpec.GroupsInRow}r + {(ChunkHeapSpec.ChunksInGroup * ChunkHeapSpec.GroupsInRow) - 1}"));
        if (spec.Parking is { } parking) rows.Add(StateField.Of("parked", "Parking", parking.Bytes, $"freed blocks that wait for a request of their length: 1 to {parking.Lengths} chunks, up to {parking.Depth} of each"));
        return rows;
    }
}
