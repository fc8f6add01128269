using System;
using Xunit;

namespace Allocators.Tests;

/// <summary>In steady state nothing is allocated on the managed heap, whatever is called.</summary>
public sealed partial class GarbageTests
{
    private const int Operations = 100_000;

    private Heap _heap;
    private Packets _packets;
    private Pool _pool;
    private LockFreePool _lockFreePool;

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

    [Fact]
    public void Handles_make_no_garbage() => MakesNoGarbage(() =>
    {
        Packets.Handle handle = _packets.Alloc(10), zeroed = _packets.AllocZeroed(16);
        _packets.TryResize(handle, 16);
        _ = _packets[handle][0] + _packets.BlockOf(zeroed).Length + (_packets.Owns(handle) ? 1 : 0) + _packets.Count + _packets.RetiredSlots;
        _packets.TryGet(handle, out _);
        _packets.TryGetNext(handle, out _);
        _ = (Packets.Handle)(Handle)handle == handle;
        _packets.Free(handle);
        _packets.TryFree(handle);
        _packets.Clear();
    });

    [Fact]
    public void Values_in_slots_make_no_garbage() => MakesNoGarbage(() =>
    {
        StaticPoints.Handle handle = StaticPoints.Alloc(new Point(1, 2, 3));
        StaticPoints.ValueOf(handle).X = 2;
        foreach (ref Point point in StaticPoints.Values) point.Y = 3;
        StaticPoints.TryGet(StaticPoints.HandleOf(ref StaticPoints.ValueOf(handle)), out _);
        StaticPoints.Free(handle);
        StaticPoints.TryAlloc(out handle);
        StaticPoints.Clear();
    });

    [Fact]
    public void Whole_blocks_make_no_garbage() => MakesNoGarbage(() =>
    {
        var block = _pool.Alloc();
        _pool[block].X = 1;
        _pool.Verify();
        _pool.Free(block);
        _pool.TryAlloc(out block);
        _pool.Reset();

        block = _lockFreePool.Alloc();
        _lockFreePool[block].X = 1;
        _lockFreePool.Free(block);
        _lockFreePool.GetStatistics();
        _lockFreePool.Reset();
    });

    private static void Use<THeap>(ref THeap heap)
        where THeap : struct, IHeap
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

    [Slab(Slots = 10, BlockSize = 16, HandleBits = 64)]
    private partial struct Packets;

    [Slab<Point>(Slots = 10, HandleBits = 64, Synchronization = Synchronization.LockFree)]
    private static partial class StaticPoints;

    [FreeList<Point>(Blocks = 10)]
    private partial struct Pool;

    [FreeList<Point>(Blocks = 10, Synchronization = Synchronization.LockFree)]
    private partial struct LockFreePool;
}
