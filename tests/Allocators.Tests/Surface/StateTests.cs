using Xunit;

namespace Allocators.Tests;

/// <summary>The numbers of a heap: constants, and how full it is.</summary>
public sealed partial class StateTests
{
    [Fact]
    public void Constants_are_those_of_the_declaration()
    {
        Assert.Equal((100, 32, 3200, 3200, 8), (Heap.Chunks, Heap.ChunkSize, Heap.Capacity, Heap.MaxAllocation, Heap.MaxAlignment));
        Assert.Equal((4096, 256, 1 << 20), (Chunks4096x256.Chunks, Chunks4096x256.ChunkSize, Chunks4096x256.Capacity));
        Assert.Equal((16, 4096), (Static63x16.MaxAlignment, Static20000x8.MaxAlignment));
    }

    [Theory]
    [InlineData(Chunks16x64.OverheadBytes, Chunks16x64.Chunks)]
    [InlineData(Chunks65x16.OverheadBytes, Chunks65x16.Chunks)]
    [InlineData(Chunks4096x256.OverheadBytes, Chunks4096x256.Chunks)]
    [InlineData(Chunks200000x16.OverheadBytes, Chunks200000x16.Chunks)]
    public void Bookkeeping_is_two_bits_a_chunk_and_little_more(int overheadBytes, int chunks) =>
        Assert.InRange(overheadBytes, chunks / 4, (chunks * 2.1 / 8) + 64);

    [Fact]
    public void Properties_are_the_statistics()
    {
        Heap heap = default;
        Block first = heap.Alloc(1), second = heap.Alloc(100);
        heap.Alloc(32);
        heap.Free(first);

        HeapStatistics statistics = heap.GetStatistics();
        Assert.Equal(new HeapStatistics(Heap.Capacity, usedBytes: 160, largestFreeBlock: 3200 - 192, allocationCount: 2), statistics);
        Assert.Equal(statistics.UsedBytes, heap.UsedBytes);
        Assert.Equal(statistics.FreeBytes, heap.FreeBytes);
        Assert.Equal(statistics.LargestFreeBlock, heap.LargestFreeBlock);
        Assert.Equal(statistics.AllocationCount, heap.AllocationCount);
        Assert.Equal(statistics.Usage, heap.Usage);
        Assert.True(heap.Owns(second));
    }

    [Fact]
    public void A_heap_says_its_name_and_how_full_it_is()
    {
        Heap heap = default;
        heap.Alloc(600);
        Assert.Equal("Heap: 1 block in 608 of 3,200 bytes (19.0 %), largest free block 2,592 bytes", heap.ToString());
    }

    [ChunkHeap(Chunks = 100, ChunkSize = 32)]
    private partial struct Heap;
}
