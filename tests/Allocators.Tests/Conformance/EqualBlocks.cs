using Xunit.Abstractions;

namespace Allocators.Tests;

/// <summary>The conformance of a heap whose blocks are all equal. What is particular about it is read from its declaration.</summary>
public abstract class EqualBlocks<THeap>(ITestOutputHelper output, THeap heap = default)
    : Conformance<THeap>(output, Shape, Declared.IsChecked, heap, Operations)
    where THeap : struct, IHeap
{
    private static readonly Declaration Declared = Declaration.Of(typeof(THeap))!;

    private static BlockShape Shape => BlockShape.Equal(Declared.BlockSize) with
    {
        KnowsLiveBlocks = Declared.IsSlab || Declared.IsChecked || Declared.IsLockFree,
        ForgetsItsOrder = !Declared.IsSlab && !Declared.IsLockFree,
    };

    /// <summary>
    /// The model knows nothing of slots that are used up. One that retires with a handle of 16 bits has 16,384 uses at most,
    /// which have to be enough for all tests of a static heap.
    /// </summary>
    private static int Operations => Declared is { HandleBits: 16, OnExhausted: OnExhausted.Retire } ? 5_000 : 20_000;
}
