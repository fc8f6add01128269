namespace Allocators.Tests;

/// <summary>Compares a whole heap with its model.</summary>
internal static class Audit
{
    public static void Everything<THeap>(ref THeap heap, Model model)
        where THeap : struct, IHeap
    {
        Statistics(ref heap, model);
        Contents(ref heap, model);
        if (model.Shape.KnowsLiveBlocks) Order(ref heap, model);
        if (model.Shape.KnowsLiveBlocks) LargestFreeBlock(ref heap, model);
        OwnMembers<THeap>.Verify(ref heap);
    }

    public static void Statistics<THeap>(ref THeap heap, Model model)
        where THeap : struct, IHeap
    {
        HeapStatistics statistics = heap.GetStatistics();
        Expect.Equal(model.Capacity, statistics.Capacity, "Capacity");
        Expect.Equal(model.UsedBytes, statistics.UsedBytes, "UsedBytes");
        Expect.Equal(model.Capacity - model.UsedBytes, statistics.FreeBytes, "FreeBytes");
        Expect.Equal(model.Count, statistics.AllocationCount, "AllocationCount");
        Expect.That(statistics == new HeapStatistics(heap.Capacity, heap.UsedBytes, heap.LargestFreeBlock, heap.AllocationCount), $"The figures of the heap are not those of its statistics");
        if (model.Shape.KnowsLiveBlocks) Expect.Equal(model.LargestGap(), statistics.LargestFreeBlock, "LargestFreeBlock");
        else Expect.That(model.LargestGap() >= statistics.LargestFreeBlock, $"LargestFreeBlock is {statistics.LargestFreeBlock}, but there is no such gap");
    }

    /// <summary>The walk meets each live block once, in the order of the offsets.</summary>
    private static void Order<THeap>(ref THeap heap, Model model)
        where THeap : struct, IHeap
    {
        int count = 0, end = 0;
        for (Block block = default; OwnMembers<THeap>.TryGetNext(ref heap, block, out block); count++)
        {
            Expect.That(block.Offset >= end, $"The walk went back to {block}");
            Expect.That(model.TryGetAt(block.Offset, out LiveBlock live), $"The walk met {block}, which is not live");
            Expect.That(block.Length == live.UsableSize, $"The walk met {block}, which has {live.UsableSize} bytes");
            end = block.Offset + block.Length;
        }

        Expect.Equal(model.Count, count, "Blocks in the walk");
    }

    private static void Contents<THeap>(ref THeap heap, Model model)
        where THeap : struct, IHeap
    {
        for (int i = 0; i < model.Count; i++) Contents(ref heap, model[i]);
    }

    /// <summary>A live block is known to its heap, and still holds what was written.</summary>
    public static void Contents<THeap>(ref THeap heap, LiveBlock live)
        where THeap : struct, IHeap
    {
        Expect.That(heap.Owns(live.Block), $"{live.Block} is not owned");
        Expect.That(heap.UsableSize(live.Block) == live.UsableSize, $"{live.Block} no longer has {live.UsableSize} bytes");
        if (OwnMembers<THeap>.FindsByOffset) Expect.That(OwnMembers<THeap>.BlockAtOffset(ref heap, live.Block.Offset) == UsablePart(live), $"{live.Block} is not found by its offset");
        Expect.That(Pattern.IsIn(heap[UsablePart(live)], live.Key), $"The contents of {live.Block} were changed");
    }

    public static Block UsablePart(LiveBlock live) => new(live.Block.Offset, live.UsableSize);

    /// <summary>As much as the heap says fits, and not a byte more.</summary>
    private static void LargestFreeBlock<THeap>(ref THeap heap, Model model)
        where THeap : struct, IHeap
    {
        int largest = heap.GetStatistics().LargestFreeBlock;
        Expect.That(!heap.TryAlloc(largest + 1, 1, out _), $"{largest + 1} bytes fit, but LargestFreeBlock is {largest}");
        Expect.That(heap.TryAlloc(largest, 1, out Block block), $"{largest} bytes do not fit, but that is LargestFreeBlock");
        heap.Free(block);
        Expect.Equal(model.UsedBytes, heap.GetStatistics().UsedBytes, "UsedBytes after LargestFreeBlock was taken and freed");
    }
}
