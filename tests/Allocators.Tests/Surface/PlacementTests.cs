using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Xunit;

namespace Allocators.Tests;

/// <summary>Where a heap in a struct can live: it is a value like any other.</summary>
public sealed partial class PlacementTests
{
    [Fact]
    public void The_default_value_is_an_empty_heap()
    {
        Heap heap = default;
        Assert.Equal(new HeapStatistics(Heap.Capacity, 0, Heap.Capacity, 0), heap.GetStatistics());
        Assert.False(heap.TryGetNext(default, out _));
        Assert.True(heap.Owns(heap.Alloc(1)));
    }

    [Fact]
    public void A_copy_is_another_heap()
    {
        Heap heap = default;
        Block block = heap.Alloc(100);
        Pattern.Fill(heap[block], 1);

#pragma warning disable ALLOC0101 // That it is another heap is the matter here.
        Heap copy = heap;
#pragma warning restore ALLOC0101
        copy[block].Clear();
        copy.Free(block);
        Assert.True(heap.Owns(block));
        Assert.True(Pattern.IsIn(heap[block], 1));
        Assert.False(copy.Owns(block));
    }

    [Fact]
    public void A_heap_in_a_generic_class_keeps_its_blocks_when_it_is_moved()
    {
        // Garbage in front of the object makes it move.
        object[] garbage = [new byte[1000], new byte[1000]];
        Holder<Heap> owner = new();
        GC.KeepAlive(garbage);
        Block block = owner.Heap.Alloc(100);
        Span<byte> span = owner.Heap.AllocSpan(200);
        Pattern.Fill(owner.Heap[block], 1);
        Pattern.Fill(span, 2);

        nint before = AddressOf(ref owner.Heap);
        garbage = [];
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: true);
        Assert.NotEqual(before, AddressOf(ref owner.Heap));

        Assert.True(Pattern.IsIn(owner.Heap[block], 1));
        Assert.True(Pattern.IsIn(span, 2));
        Assert.True(owner.Heap.Owns(span));
        owner.Heap.Free(span);
        owner.Heap.Free(block);
        Assert.Equal(0, owner.Heap.AllocationCount);
    }

    [Fact]
    public void Heaps_can_be_the_elements_of_an_array()
    {
        Heap[] heaps = new Heap[3];
        heaps[1].Alloc(Heap.Capacity);
        Assert.Equal((0, Heap.Capacity, 0), (heaps[0].UsedBytes, heaps[1].UsedBytes, heaps[2].UsedBytes));
    }

    [Fact]
    public void A_heap_can_be_declared_in_a_generic_type()
    {
        Generic<int>.Inner heap = default;
        Assert.Equal(64, heap.UsableSize(heap.Alloc(1)));
        Assert.Equal("Inner: 1 block in 64 of 128 bytes (50.0 %), largest free block 64 bytes", heap.ToString());
    }

    [Fact]
    public unsafe void A_heap_can_lie_in_native_memory()
    {
        void* memory = NativeMemory.AllocZeroed((nuint)sizeof(Heap));
        try
        {
            ref Heap heap = ref Unsafe.AsRef<Heap>(memory);
            Span<byte> all = heap.AllocSpan(Heap.Capacity);
            all.Fill(0xFF);
            Assert.Equal(Heap.Capacity, heap.UsedBytes);
            heap.Free(all);
            Assert.Equal(0, heap.UsedBytes);
        }
        finally
        {
            NativeMemory.Free(memory);
        }
    }

    [Fact]
    public void A_heap_is_its_memory_and_its_bookkeeping()
    {
        Assert.Equal(Heap.Capacity + Heap.OverheadBytes, Unsafe.SizeOf<Heap>());
        Assert.Equal(Chunks1x8.Capacity + Chunks1x8.OverheadBytes, Unsafe.SizeOf<Chunks1x8>());
        Assert.Equal(Locked64x64.Capacity + Locked64x64.OverheadBytes, Unsafe.SizeOf<Locked64x64>());
        Assert.Equal(Chunks200000x16.Capacity + Chunks200000x16.OverheadBytes, Unsafe.SizeOf<Chunks200000x16>());
    }

    [Fact]
    public void A_heap_can_be_asked_through_a_read_only_reference()
    {
        Heap heap = default;
        heap.Alloc(100);
        Assert.Equal(128, UsedBytesOf(in heap));

        static int UsedBytesOf(in Heap heap) => heap.UsedBytes;
    }

    private static unsafe nint AddressOf(ref Heap heap) => (nint)Unsafe.AsPointer(ref heap);

    [ChunkHeap(Chunks = 16, ChunkSize = 64)]
    private partial struct Heap;

    private static partial class Generic<TItem>
    {
        [ChunkHeap(Chunks = 2, ChunkSize = 64)]
        public partial struct Inner;
    }
}
