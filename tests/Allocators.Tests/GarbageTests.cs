using System;
using Xunit;

namespace Allocators.Tests;

/// <summary>In steady state nothing is allocated on the managed heap, whatever is called.</summary>
public sealed partial class GarbageTests
{
    private const int Operations = 100_000;

    private Heap _heap;

    [Fact]
    public void Blocks_make_no_garbage() => MakesNoGarbage(() =>
    {
        Block block = _heap.Alloc(100, 8);
        _heap.Realloc(ref block, 500);
        _heap.TryResize(ref block, 10);
        _ = _heap[block][0] + _heap.UsableSize(block) + (_heap.Owns(block) ? 1 : 0);
        _heap.TryAlloc(Heap.Capacity, out _);
        _heap.TryGetNext(default, out _);
        _heap.Free(block);
        _heap.Free(_heap.AllocZeroed(100));
        _heap.Reset();
    });

    [Fact]
    public void Spans_and_values_make_no_garbage() => MakesNoGarbage(() =>
    {
        Span<byte> bytes = _heap.AllocSpan(100);
        Span<long> longs = _heap.AllocSpan<long>(10);
        ref int value = ref _heap.Alloc<int>();
        _heap.Owns(bytes);
        _heap.Free(bytes);
        _heap.Free(longs);
        _heap.Free(ref value);
    });

    [Fact]
    public void Statistics_make_no_garbage() => MakesNoGarbage(() =>
    {
        HeapStatistics statistics = _heap.GetStatistics();
        _ = statistics == new HeapStatistics(_heap.UsedBytes, _heap.FreeBytes, _heap.LargestFreeBlock, _heap.AllocationCount);
        _ = statistics.Usage + _heap.Usage;
    });

    [Fact]
    public unsafe void A_static_heap_makes_no_garbage() => MakesNoGarbage(() =>
    {
        nint address = StaticHeap.AllocAddress(100, 64);
        StaticHeap.TryAllocAddress(100, 1, out nint other);
        _ = StaticHeap.UsableSize(StaticHeap.BlockAt(address)) + (StaticHeap.Owns(address) ? 1 : 0);
        StaticHeap.FreeAddress(address);
        StaticHeap.FreeAddress(other);
        StaticHeap.FreePointer(StaticHeap.AllocPointer(100));

        Block block = StaticHeap.AllocZeroed(100);
        StaticHeap.Realloc(ref block, 500);
        StaticHeap.Free(block);
        StaticHeap.Free(StaticHeap.AllocSpan<long>(10));
        StaticHeap.Free(ref StaticHeap.Alloc<int>());
        StaticHeap.GetStatistics();
        StaticHeap.Reset();
    });

    [Fact]
    public void Code_that_is_written_for_all_heaps_makes_no_garbage()
    {
        StaticHeap.Allocator allocator = default;
        MakesNoGarbage(() =>
        {
            Use(ref _heap);
            Use(ref allocator);
        });
    }

    private static void Use<THeap>(ref THeap heap)
        where THeap : struct, IAllocator
    {
        Block block = heap.Alloc(100);
        heap.Realloc(ref block, 500);
        heap.Free(block);
        heap.Free(heap.AllocZeroed(100));
        heap.GetStatistics();
    }

    private static void MakesNoGarbage(Action operation)
    {
        // The first calls are compiled, which may allocate.
        for (int i = 0; i < 100; i++) operation();

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < Operations; i++) operation();
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [ChunkHeap(Chunks = 100, ChunkSize = 64)]
    private partial struct Heap;

    [ChunkHeap(Chunks = 100, ChunkSize = 64, Alignment = 64)]
    private static partial class StaticHeap;
}
