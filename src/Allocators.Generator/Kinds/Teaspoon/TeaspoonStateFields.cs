using System.Collections.Generic;
using System.Linq;
using Allocators.Generator.Model;

namespace Allocators.Generator.Kinds.Teaspoon;

/// <summary>The fields of the state, each said once: what it is called, of which type it is, and what is in it.</summary>
internal static class TeaspoonStateFields
{
    public static IReadOnlyList<StateField> Of(TeaspoonSpec spec)
    {
        List<StateField> rows =
        [
            .. spec.HasHeaders
                ? [StateField.Number("live", "ulong", "how many blocks are live, and above that how many granules they have")]
                : (StateField[])[StateField.Number("used", "int", "how many granules live blocks have"), StateField.Number("blocks", "int", "how many blocks are live")],
            spec.BinWords == 1
                ? StateField.Number("occupied", spec.WordType, "bit b: bin b has a free block")
                : StateField.Array("occupied", "ulong", spec.BinWords, "bit b: bin b has a free block"),
            StateField.Number("top", "int", "granules from here on were never used, or are free again"),
            StateField.Number("largest", "int", "no free block below has more granules than this"),
        ];
        if (spec.BinWords > 1) rows.Add(StateField.Number("words", "uint", "bit w: word w of the bitmap is not zero"));
        if (spec.Options.IsForeign) rows.Add(StateField.Number("missing", "int", "granules that the memory is too short for"));
        rows.Add(StateField.Packed("bins", spec.Variant.LinkType, spec.Bins, "the first free block of each size, plus one"));
        if (spec.IsParking)
        {
            // Not called as the mark of a parked block is.
            rows.Add(StateField.Packed("parked", "int", spec.Variant.ParkedClasses, "of each class of sizes the freed block that was parked last, plus one") with { Type = "ParkedLists" });
            rows.Add(StateField.Number("quarters", "int", "quarters of the memory that may be broken into, less one"));
        }

        int rest = -rows.Sum(static row => row.Bytes) & 7;
        if (rest > 0) rows.Add(StateField.Gap(rest));
        if (spec.MarkedWords > 0) rows.Add(StateField.Array("marked words", "ulong", spec.MarkedWords, "bit w: word w of the marks has any"));
        if (!spec.HasHeaders) rows.Add(StateField.Array("marks", "ulong", spec.MarkWords, spec.Options.IsChecked ? "two bits a granule: 1 a live block starts, 2 a free one starts or ends, 3 a parked one starts" : "bit g: a free block starts or ends at granule g"));
        return rows;
    }
}
