using System.Collections.Generic;
using Allocators.Generator.Model;

namespace Allocators.Generator.Kinds.SizeClassHeap;

/// <summary>The fields of the state, each said once: what it is called, of which type it is, and what is in it.</summary>
internal static class SizeClassHeapStateFields
{
    public static IReadOnlyList<StateField> Of(SizeClassHeapSpec spec)
    {
        // Units, words and classes are numbered from 1: element 0 stands for none.
        int units = spec.Units + 1, unitBits = (spec.Units >> 6) + 1, codes = SizeClassHeapCodes.LastRun(spec) + 1;
        List<StateField> rows =
        [
            StateField.Number("top", "int", "units above this one were never used, or are free again"),
            StateField.Number("next kept", "int", "where in the list of kept ones the next is put"),
        ];
        if (spec.Options.IsForeign) rows.Add(StateField.Number("closed", "long", "units that the memory is too short for"));
        rows.Add(StateField.Array("current", "int", SizeClassHeapCodes.SmallGranules + 1, "of each small class the word that slots are taken from"));
        rows.Add(StateField.Array("heads", "ushort", codes, "of each class the first page, or of larger ones the first run"));
        rows.Add(StateField.Array("tails", "ushort", SizeClassHeapCodes.SmallGranules + 1, "of each small class the last page"));
        rows.Add(StateField.Array("slots", "int", codes, "of each class how many slots its runs have"));
        rows.Add(StateField.Array("kept", "ushort", SizeClassHeapCodes.MaxKept, "empty pages and runs that are not given back yet"));
        rows.Add(StateField.Array("words", "ulong", (spec.Pages * spec.PageWords) + 1, "bit g of word w: in a page, a free slot starts at granule g; of a run's first word: slot g is free"));
        rows.Add(StateField.Array("pages", "byte", spec.Pages, "per page its class, and whether it is full; 0 if there is none"));
        rows.Add(StateField.Array("classes", "byte", units, "per unit what starts there: a page or a run of a class, a block, nothing; or that it is inside of a run"));
        rows.Add(StateField.Array("sizes", "ushort", units, "per unit that starts a block, or ends free ones, how many; of a run how many slots; inside of one, the first unit"));
        rows.Add(StateField.Array("next", "ushort", units, "the next page, run or range of free units in the same list"));
        rows.Add(StateField.Array("previous", "ushort", units, "the one before"));
        rows.Add(StateField.Array("extents", "ushort", units, "of each length the first range of so many free units"));
        rows.Add(StateField.Array("lengths", "ulong", spec.LengthWords, "bit n: there is a range of n free units"));
        rows.Add(StateField.Array("length words", "ulong", spec.LengthSummaries, "bit w: word w of these is not zero"));
        rows.Add(StateField.Array("ends", "ulong", unitBits, "bit u: unit u is the first or the last of a range of free units"));
        rows.Add(StateField.Array("kept units", "ulong", unitBits, "bit u: what starts with unit u is in the list of kept ones"));
        return rows;
    }
}
