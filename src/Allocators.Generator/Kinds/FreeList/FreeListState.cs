using System.Collections.Generic;
using Allocators.Generator.Text;

namespace Allocators.Generator.Kinds.FreeList;

/// <summary>The state of a free list that one thread calls at a time: two numbers, and links from free block to free block.</summary>
internal static class FreeListState
{
    private static readonly CompiledTemplate Template = CompiledTemplate.Embedded(nameof(FreeListState));

    public static void Write(CodeWriter writer, FreeListSpec spec)
    {
        string links = spec.HasLinksBeside ? "linked beside them" : "each with the link to the next one in it";
        writer.Write($"/// <summary>Which blocks are free: those that were freed are a list, {links}; from a watermark on, none was ever used.</summary>");
        writer.Write("private struct HeapState");
        writer.Open();
        writer.Write(StateFieldsWriter.Declare(spec.StateRows));
        writer.WriteNext(Template.Resolve(Symbols(spec), Names(spec), Dropped(spec)));
        BlocksPart.Write(writer, spec);
        StateFieldsWriter.WriteArrays(writer, spec.StateRows);
        writer.Close();
    }

    /// <summary>What a heap is, in the words of the conditions of the template.</summary>
    public static ICollection<string> Symbols(FreeListSpec spec)
    {
        List<string> symbols = [];
        Add("LOCK_FREE", spec.Options.IsLockFree);

        // The blocks have marks, which fit into one word.
        Add("MARKS", spec.HasMarks);
        Add("ONE_WORD", spec.HasMarks && spec.Words == 1);

        Add("SHIFT", spec.HasShift);
        Add("LINKS_BESIDE", spec.HasLinksBeside);

        // The memory is not the heap's own; the bookkeeping is in it; and a block is freed only where it ends.
        Add("FOREIGN", spec.Options.IsForeign);
        Add("STATE_IN_MEMORY", spec.IsStateInMemory);
        Add("FREES_WITHIN", spec.FreesWithin);
        return symbols;

        void Add(string symbol, bool isDefined)
        {
            if (isDefined) symbols.Add(symbol);
        }
    }

    /// <summary>What the names of the template stand for.</summary>
    private static Dictionary<string, string> Names(FreeListSpec spec) => new()
    {
        // The type of a link, the number of blocks that there is memory for, and the top of the list as a link.
        ["Link"] = spec.LinkType,
        ["Open"] = spec.Options.IsForeign ? "Blocks - (int)_closed" : "Blocks",
        ["Top"] = spec.LinkBytes == sizeof(int) ? "_top" : $"unchecked(({spec.LinkType})_top)",
    };

    /// <summary>The parameters that only other heaps have.</summary>
    private static IEnumerable<string> Dropped(FreeListSpec spec) =>
    [
        .. spec.HasLinksBeside ? BlocksPart.Memory : [],
        .. spec.Options.IsForeign ? [] : (string[])["int capacity"],
    ];
}
