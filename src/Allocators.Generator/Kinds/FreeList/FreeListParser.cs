using Allocators.Generator.Declarations;
using Allocators.Generator.Model;

namespace Allocators.Generator.Kinds.FreeList;

/// <summary>Reads <c>[FreeList(Blocks, BlockSize)]</c> and <c>[FreeList(typeof(T), Blocks)]</c>.</summary>
internal static class FreeListParser
{
    public static FreeListSpec? Parse(KindArguments arguments)
    {
        HeapOptions options = arguments.Options(blockBytes: arguments.Int32(nameof(FreeListAttribute.BlockSize), 0));
        int blocks = arguments.Count(nameof(FreeListAttribute.Blocks));
        ElementType? element = arguments.Element(options);
        int blockSize = 1;
        if (arguments.Type is null) blockSize = arguments.Positive(nameof(FreeListAttribute.BlockSize), 0);
        else arguments.DoesNotApply(nameof(FreeListAttribute.BlockSize), "a heap of values, whose size is that of their type");

        if (!arguments.AreGood) return null;

        FreeListSpec spec = new(options, blocks, blockSize, element);
        arguments.AlignsBlocks(spec);
        return arguments.AreWithinLimits(spec, nameof(FreeListAttribute.Blocks), nameof(FreeListAttribute.BlockSize)) ? spec : null;
    }
}
