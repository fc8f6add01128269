using System.Linq;

namespace Allocators.Benchmarks.Charts;

/// <summary>What the variants of a teaspoon take for an object besides its own bytes.</summary>
internal static class SpoonOverheads
{
    private const int LargestObject = 64;

    /// <summary>A heap to look at is a line here.</summary>
    public static SizeChart Measure() => new(
        $"Objects of 1 to {LargestObject} bytes: bytes taken in addition, by variant",
        [
            Of<T4K.Allocator>("4KiB"),
            Of<T128K.Allocator>("128KiB"),
            Of<T16M.Allocator>("16MiB, 1GiB"),
            Of<T16MHeaderless.Allocator>("no headers"),
        ]);

    private static SizeSeries Of<THeap>(string name)
        where THeap : struct, IHeap => new(name, [.. Enumerable.Range(1, LargestObject).Select(ExtraBytes<THeap>)]);

    private static int ExtraBytes<THeap>(int size)
        where THeap : struct, IHeap
    {
        THeap heap = default;
        heap.Reset();
        heap.Alloc(size);
        return heap.GetStatistics().UsedBytes - size;
    }
}
