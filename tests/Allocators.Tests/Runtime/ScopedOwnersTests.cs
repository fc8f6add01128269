using System;
using Xunit;

namespace Allocators.Tests;

/// <summary>What gives back what it owns at the end of a scope: a value in a heap, and a heap in native memory.</summary>
public sealed partial class ScopedOwnersTests
{
    private Pocket _pocket;
    private HandWritten _own = new(256);

    [Fact]
    public void A_box_gives_its_value_back_at_the_end_of_its_scope()
    {
        using (HeapBox<Point, Pocket> box = new(ref _pocket, new Point(1, 2, 3)))
        {
            box.Value.Y = 5;
            Assert.Equal((new Point(1, 5, 3), 1), (box.Value, _pocket.AllocationCount));
        }

        Assert.Equal(0, _pocket.AllocationCount);
    }

    [Fact]
    public void Heaps_of_all_sorts_have_boxes()
    {
        ExpectBox(ref _own);
        StaticPocket.Allocator allocator = default;
        ExpectBox(ref allocator);
        Assert.Equal(0, StaticPocket.AllocationCount);
        AtAddress pointer = new(Memory.At(0, 1000), 1000);
        ExpectBox(ref pointer);
        Entities slab = default;
        ExpectBox(ref slab);
        Assert.True(slab.IsEmpty);

        static void ExpectBox<THeap>(ref THeap heap)
            where THeap : struct, IHeap
        {
            using (HeapBox<long, THeap> box = new(ref heap))
            {
                box.Value = 7;
                Assert.Equal((7, 1), (box.Value, heap.AllocationCount));
            }

            Assert.Equal(0, heap.AllocationCount);
        }
    }

    [Fact]
    public void A_box_without_room_throws_and_takes_nothing()
    {
        _own.Alloc(250);
        Assert.Throws<OutOfMemoryException>(() => new HeapBox<long, HandWritten>(ref _own).Dispose());
        Assert.Throws<ArgumentOutOfRangeException>("T", () => new HeapBox<Int128, Pocket>(ref _pocket).Dispose());
        Assert.Equal((1, 0), (_own.AllocationCount, _pocket.AllocationCount));
    }

    [Fact]
    public void A_box_frees_once_and_a_copy_of_it_is_refused()
    {
        HeapBox<long, Pocket> box = new(ref _pocket), copy = box;
        box.Dispose();
        box.Dispose();
        Assert.Equal(0, _pocket.AllocationCount);
        bool isRefused = false;
        try
        {
            copy.Dispose();
        }
        catch (InvalidOperationException)
        {
            isRefused = true;
        }

        Assert.True(isRefused);
        Assert.False(copy.Release().IsEmpty);
    }

    [Fact]
    public void What_is_released_stays()
    {
        HeapBox<long, Pocket> box = new(ref _pocket, 7);
        Block<long> kept = box.Release();
        box.Dispose();
        Assert.Equal((7, 1), (_pocket.SpanOf(kept)[0], _pocket.AllocationCount));
        Assert.True(box.Release().IsEmpty);
        _pocket.Free(kept);
    }

    [Fact]
    public void There_is_no_value_in_a_box_that_was_disposed_of_or_never_filled()
    {
        HeapBox<long, Pocket> box = new(ref _pocket), none = default;
        box.Dispose();
        none.Dispose();
        int refused = 0;
        try
        {
            box.Value = 1;
        }
        catch (ObjectDisposedException)
        {
            refused++;
        }

        try
        {
            none.Value = 1;
        }
        catch (ObjectDisposedException)
        {
            refused++;
        }

        Assert.Equal(2, refused);
    }

    [Fact]
    public unsafe void A_heap_in_native_memory_is_empty_aligned_and_stays_where_it_is()
    {
        using NativeHeap<Large> native = new();
        nint address = (nint)System.Runtime.CompilerServices.Unsafe.AsPointer(ref native.Value);
        Assert.Equal((0, 0), (native.Value.AllocationCount, address % 64));

        Block block = native.Value.Alloc(10_000_000);
        native.Value[block].Fill(7);
        GC.Collect();
        Assert.Equal(address, (nint)System.Runtime.CompilerServices.Unsafe.AsPointer(ref native.Value));
        Assert.Equal(7, native.Value[block][9_999_999]);
        native.Value.Free(block);
        Assert.Equal(0, native.Value.UsedBytes);
    }

    [Fact]
    public void A_heap_in_native_memory_is_gone_after_it_was_disposed_of()
    {
        NativeHeap<Pocket> native = new();
        native.Value.Alloc(1);
        native.Dispose();
        native.Dispose();
        ObjectDisposedException exception = Assert.Throws<ObjectDisposedException>(() => native.Value.Alloc(1));
        Assert.Equal("Pocket", exception.ObjectName);
    }

    [Fact]
    public void One_over_other_memory_stays_full()
    {
        using NativeHeap<AtAddress> native = new();
        Assert.False(native.Value.TryAlloc(1, out _));
    }

    [Fact]
    public void A_box_is_no_garbage()
    {
        Box();
        long before = GC.GetAllocatedBytesForCurrentThread();
        Box();
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        void Box()
        {
            using HeapBox<long, Pocket> box = new(ref _pocket);
            box.Value = 1;
        }
    }

    [ChunkHeap(Chunks = 16, ChunkSize = 64)]
    private partial struct Pocket;

    [ChunkHeap(Chunks = 16, ChunkSize = 64)]
    private static partial class StaticPocket;

    [ChunkHeap(Chunks = 16, ChunkSize = 64, Storage = Storage.Pointer)]
    private partial struct AtAddress;

    [Slab(Slots = 4, BlockSize = 16)]
    private partial struct Entities;

    [ChunkHeap(Chunks = 65536, ChunkSize = 256)]
    private partial struct Large;
}
