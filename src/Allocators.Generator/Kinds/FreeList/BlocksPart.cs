using System.Collections.Generic;
using Allocators.Generator.Text;

namespace Allocators.Generator.Kinds.FreeList;

/// <summary>What both states of a free list have: which offsets are blocks, and the walk over live ones.</summary>
internal static class BlocksPart
{
    private static readonly CompiledTemplate Template = CompiledTemplate.Embedded(nameof(BlocksPart));

    /// <summary>The parameter for the memory, which a state does not have that keeps nothing there.</summary>
    public static string[] Memory { get; } = ["ref byte memory", "in byte memory"];

    public static void Write(CodeWriter writer, FreeListSpec spec) =>
        writer.WriteNext(Template.Resolve(FreeListState.Symbols(spec), new Dictionary<string, string>(), spec.HasLinksBeside ? Memory : []));
}
