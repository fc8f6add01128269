using Allocators.Generator.Declarations;

namespace Allocators.Generator.Kinds.NullHeap;

/// <summary>Reads <c>[NullHeap]</c>.</summary>
internal static class NullHeapParser
{
    public static NullHeapSpec? Parse(KindArguments arguments)
    {
        arguments.DoesNotApply(nameof(HeapAttribute.Alignment), "a heap without memory");
        NullHeapSpec spec = new(arguments.Options(hasMemory: false, needsLock: "a NullHeap has no list that could do without one"));
        return arguments.AreGood ? spec : null;
    }
}
