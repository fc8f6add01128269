using System.Collections.Generic;
using Allocators.Generator.Text;

namespace Allocators.Generator.Kinds.SizeClassHeap;

/// <summary>The state of a heap of size classes, part by part.</summary>
internal static class SizeClassHeapState
{
    private static readonly CompiledTemplate[] Parts =
    [
        CompiledTemplate.Embedded(nameof(SizeClassHeapState)),
        CompiledTemplate.Embedded("SizeClassHeapPagesPart"),
        CompiledTemplate.Embedded("SizeClassHeapRunsPart"),
        CompiledTemplate.Embedded("SizeClassHeapUnitsPart"),
        CompiledTemplate.Embedded("SizeClassHeapFiguresPart"),
        CompiledTemplate.Embedded("SizeClassHeapFaultsPart"),
    ];

    public static void Write(CodeWriter writer, SizeClassHeapSpec spec)
    {
        writer.Write("/// <summary>Which slots and units are taken. It deals in offsets; the memory itself is never touched.</summary>");
        writer.Write("private struct HeapState");
        writer.Open();
        writer.Write(StateFieldsWriter.Declare(spec.StateRows));
        foreach (CompiledTemplate part in Parts) writer.WriteNext(part.Resolve(Symbols(spec), Names(spec), []));
        StateFieldsWriter.WriteArrays(writer, spec.StateRows);
        writer.Close();
    }

    /// <summary>What a heap is, in the words of the conditions of the templates.</summary>
    public static ICollection<string> Symbols(SizeClassHeapSpec spec)
    {
        List<string> symbols = [];

        // What is freed is looked at; the memory is not the heap's own; and the bookkeeping is in it.
        if (spec.Options.IsChecked) symbols.Add("CHECKED");
        if (spec.Options.IsForeign) symbols.Add("FOREIGN");
        if (spec.IsStateInMemory) symbols.Add("STATE_IN_MEMORY");

        // There is a lock, so that what is quick cannot be done before it is taken.
        if (spec.IsLocked) symbols.Add("LOCKED");
        return symbols;
    }

    /// <summary>What the names of the templates stand for: the units that there is memory for.</summary>
    private static Dictionary<string, string> Names(SizeClassHeapSpec spec) => new()
    {
        ["Open"] = spec.Options.IsForeign ? "(Units - (int)_closed)" : "Units",
    };
}
