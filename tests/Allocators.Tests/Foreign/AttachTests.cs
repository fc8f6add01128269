using System;
using System.Collections.Generic;
using System.Runtime.InteropServices;
using Xunit;

namespace Allocators.Tests;

/// <summary>Static classes that are given memory, other memory, and none again.</summary>
public sealed unsafe partial class AttachTests : IDisposable
{
    private const int Bytes = 20_000;

    /// <summary>Two pieces of memory that do not touch.</summary>
    private readonly nint _memory = (nint)NativeMemory.AllocZeroed(Bytes), _other = (nint)NativeMemory.AllocZeroed(Bytes);

    public static TheoryData<Type> Heaps => [typeof(SomeChunks), typeof(OneWord), typeof(SomeSpoon), typeof(ParkingSpoon), typeof(SomeHeaderless), typeof(SomeSlots), typeof(SomeBlocks), typeof(UncheckedBlocks), typeof(LockFreeBlocks), typeof(LockFreeChunks)];

    public static TheoryData<Type> HeapsInMemory => [typeof(SharedChunks), typeof(SharedSpoon), typeof(SharedSlots), typeof(SharedLockFreeBlocks), typeof(UnlockedChunks)];

    public static TheoryData<Type> NewHeaps => [typeof(NewChunks), typeof(NewSpoon), typeof(NewHeaderless), typeof(NewSlots), typeof(NewLockFreeBlocks), typeof(NewSharedChunks), typeof(NewSharedSpoon), typeof(NewSharedSlots), typeof(AttachedNull), typeof(AttachedInMemoryNull)];

    [Theory]
    [MemberData(nameof(NewHeaps))]
    public void Before_it_is_attached_a_heap_has_no_memory(Type declared)
    {
        IHeap heap = Attached.HeapOf(declared);
        ExpectNoMemory(heap);
        heap.Reset();
        ExpectNoMemory(heap);
    }

    [Theory]
    [MemberData(nameof(Heaps))]
    [MemberData(nameof(HeapsInMemory))]
    public void It_is_an_empty_heap_over_its_memory_and_over_no_other(Type declared)
    {
        IHeap heap = Attached.HeapOf(declared);
        Action<nint, long> attach = Attached.AttachOf(declared);
        new Span<byte>((void*)_other, Bytes).Fill(0xEE);
        attach(_memory + 1, 8_001);
        Assert.InRange(heap.Capacity, 1000, 8_000);
        Assert.Equal((0, 0), (heap.GetStatistics().UsedBytes, heap.GetStatistics().AllocationCount));

        while (heap.TryAlloc(8, 1, out Block block))
        {
            Assert.InRange(Attached.AddressOf(heap, block), _memory + 1, _memory + 1 + 8_001 - block.Length);
            heap[block].Fill(7);
        }

        Assert.False(new Span<byte>((void*)(_memory + 8_002), Bytes - 8_002).ContainsAnyExcept((byte)0));
        Assert.False(new Span<byte>((void*)_other, Bytes).ContainsAnyExcept((byte)0xEE));
        heap.Reset();
        attach(_memory, 0);
        ExpectNoMemory(heap);
    }

    [Theory]
    [MemberData(nameof(Heaps))]
    public void While_blocks_are_live_it_is_not_attached_to_other_memory(Type declared)
    {
        IHeap heap = Attached.HeapOf(declared);
        Action<nint, long> attach = Attached.AttachOf(declared);
        attach(_memory, Bytes);
        heap.TryAlloc(8, 1, out Block first);
        heap.TryAlloc(8, 1, out Block second);
        heap[second].Fill(7);
        HeapStatistics before = heap.GetStatistics();

        foreach ((nint address, long length) in ((nint, long)[])[(_other, Bytes), (_memory, Bytes), (_memory, 0)])
        {
            InvalidOperationException refusal = Assert.Throws<InvalidOperationException>(() => attach(address, length));
            Assert.Equal($"{declared.Name} cannot be attached to other memory: 2 blocks are live. Free them before, or call Reset(). Nothing was changed.", refusal.Message);
            Assert.Equal(before, heap.GetStatistics());
            Assert.InRange(Attached.AddressOf(heap, second), _memory, _memory + Bytes);
            Assert.Equal(7, heap[second][0]);
        }

        heap.Free(second);
        Assert.Contains("1 block is live", Assert.Throws<InvalidOperationException>(() => attach(_other, Bytes)).Message, StringComparison.Ordinal);

        heap.Free(first);
        attach(_other, Bytes);
        Assert.True(heap.TryAlloc(8, 1, out Block elsewhere));
        Assert.InRange(Attached.AddressOf(heap, elsewhere), _other, _other + Bytes);
        heap.Reset();
        attach(_other, 0);
    }

    /// <summary>The memory may hold anything; what was free in the memory before is not looked for in the other.</summary>
    [Theory]
    [MemberData(nameof(Heaps))]
    public void Less_memory_serves_less_and_more_serves_more(Type declared)
    {
        IHeap heap = Attached.HeapOf(declared);
        Action<nint, long> attach = Attached.AttachOf(declared);
        new Span<byte>((void*)_other, Bytes).Fill(0xCD);
        int[] counts = Array.ConvertAll<(nint Address, long Length), int>([(_memory, 2_000), (_other, 6_000), (_memory, 2_000), (_other, 3), (_other, 6_000)], memory =>
        {
            attach(memory.Address, memory.Length);
            Assert.InRange(heap.Capacity, 0, memory.Length);
            List<Block> blocks = [];
            while (heap.TryAlloc(8, 1, out Block block))
            {
                Assert.InRange(Attached.AddressOf(heap, block), memory.Address, memory.Address + memory.Length - 8);
                blocks.Add(block);
            }

            foreach (Block block in blocks) heap.Free(block);
            Assert.Equal(0, heap.GetStatistics().AllocationCount);
            return blocks.Count;
        });

        Assert.True(counts[1] > counts[0]);
        Assert.Equal((counts[0], 0, counts[1]), (counts[2], counts[3], counts[4]));
        attach(_memory, 0);
    }

    [Theory]
    [MemberData(nameof(Heaps))]
    [MemberData(nameof(HeapsInMemory))]
    public void No_address_and_a_negative_length_are_refused_and_nothing_is_changed(Type declared)
    {
        IHeap heap = Attached.HeapOf(declared);
        Action<nint, long> attach = Attached.AttachOf(declared);
        attach(_memory, Bytes);
        int capacity = heap.Capacity;
        Assert.Equal("address", Assert.Throws<ArgumentNullException>(() => attach(0, 100)).ParamName);
        Assert.Equal("address", Assert.Throws<ArgumentNullException>(() => attach(0, 0)).ParamName);
        Assert.Equal("length", Assert.Throws<ArgumentOutOfRangeException>(() => attach(_other, -1)).ParamName);
        Assert.Equal(capacity, heap.Capacity);
        Assert.True(heap.TryAlloc(8, 1, out Block block));
        Assert.InRange(Attached.AddressOf(heap, block), _memory, _memory + Bytes);
        heap.Reset();
        attach(_memory, 0);
    }

    [Fact]
    public void Pointers_do_as_well_as_addresses()
    {
        PointerChunks.Attach((void*)_memory, Bytes);
        Assert.InRange(PointerChunks.BaseAddress, _memory, _memory + PointerChunks.MaxAlignment);
        Assert.InRange(PointerChunks.AllocAddress(100), _memory, _memory + Bytes);
        Assert.Throws<ArgumentNullException>(() => PointerChunks.Attach((void*)null, Bytes));
    }

    [Fact]
    public void A_handle_from_the_memory_before_stays_stale()
    {
        StaleSlots.Attach(_memory, Bytes);
        StaleSlots.Handle stale = StaleSlots.Alloc(10);
        StaleSlots.Free(stale);
        StaleSlots.Attach(_other, Bytes);
        StaleSlots.Handle fresh = StaleSlots.Alloc(10);
        Assert.Equal(stale.Slot, fresh.Slot);
        Assert.False(StaleSlots.Owns(stale));
        Assert.Throws<InvalidOperationException>(() => StaleSlots.Free(stale));
    }

    [Theory]
    [MemberData(nameof(HeapsInMemory))]
    public void A_heap_in_memory_stays_there_with_its_blocks_and_is_found_again(Type declared)
    {
        IHeap heap = Attached.HeapOf(declared);
        Action<nint, long> attach = Attached.AttachOf(declared);
        attach(_memory, Bytes);
        Assert.True(heap.TryAlloc(8, 1, out Block block));
        heap[block].Fill(7);

        attach(_other, Bytes);
        Assert.Equal(0, heap.GetStatistics().AllocationCount);
        attach(_memory, 0);
        ExpectNoMemory(heap);

        // At another address, as a later process would find it.
        new Span<byte>((void*)_memory, Bytes).CopyTo(new Span<byte>((void*)_other, Bytes));
        attach(_other, Bytes);
        Assert.Equal(1, heap.GetStatistics().AllocationCount);
        Assert.True(heap.Owns(block));
        Assert.Equal(7, heap[block][0]);
        Assert.InRange(Attached.AddressOf(heap, block), _other, _other + Bytes);
        heap.Free(block);
        attach(_other, 0);
    }

    [Theory]
    [MemberData(nameof(HeapsInMemory))]
    public void Memory_of_another_heap_is_refused_and_nothing_is_changed(Type declared)
    {
        IHeap heap = Attached.HeapOf(declared);
        Action<nint, long> attach = Attached.AttachOf(declared);
        attach(_memory, Bytes);
        Assert.True(heap.TryAlloc(8, 1, out Block block));
        new Span<byte>((void*)_other, Bytes).Fill(0xCD);

        Assert.StartsWith($"{declared.Name}: this memory is no such heap.", Assert.Throws<ArgumentException>(() => attach(_other, Bytes)).Message, StringComparison.Ordinal);
        Assert.False(new Span<byte>((void*)_other, Bytes).ContainsAnyExcept((byte)0xCD));
        Assert.True(heap.Owns(block));

        Assert.True(heap.TryAlloc(1, 1, out Block last));
        while (heap.TryAlloc(8, 1, out Block next)) last = next;
        int capacity = heap.Capacity;
        Assert.Contains("live blocks beyond", Assert.Throws<ArgumentException>(() => attach(_memory, 4_000)).Message, StringComparison.Ordinal);
        Assert.Equal(capacity, heap.Capacity);
        Assert.True(heap.Owns(last));
        heap.Reset();
        attach(_memory, 0);
    }

    [Fact]
    public void An_abandoned_heap_can_be_left_and_is_abandoned_as_before_when_it_is_found_again()
    {
        const long Dead = long.MinValue | 1;
        AbandonedSpoon.Attach(_memory, Bytes);
        nint front = AbandonedSpoon.BaseAddress - ((AbandonedSpoon.OverheadBytes + 15) & -16);
        *(long*)(front + AbandonedSpoon.OverheadBytes - sizeof(long)) = Dead;
        Assert.Throws<AbandonedHeapException>(() => AbandonedSpoon.UsedBytes);

        AbandonedSpoon.Attach(_other, Bytes);
        Assert.Equal(0, AbandonedSpoon.UsedBytes);
        AbandonedSpoon.Attach(_memory, Bytes);
        Assert.Throws<AbandonedHeapException>(() => AbandonedSpoon.UsedBytes);
        Assert.True(AbandonedSpoon.TryRecover());
        Assert.Equal(0, AbandonedSpoon.UsedBytes);
    }

    public void Dispose()
    {
        NativeMemory.Free((void*)_memory);
        NativeMemory.Free((void*)_other);
    }

    private static void ExpectNoMemory(IHeap heap)
    {
        Assert.Equal(0, heap.Capacity);
        Assert.Equal(default, heap.GetStatistics());
        Assert.False(heap.TryAlloc(1, 1, out Block none));
        Assert.Equal(default, none);
        Assert.True(heap.TryAlloc(0, 1, out _));
        Assert.False(heap.Owns(new Block(0, 8)));
        Assert.Throws<InvalidOperationException>(() => heap.Free(new Block(0, 8)));
        Assert.Throws<ArgumentOutOfRangeException>(() => heap[new Block(0, 1)].Length);
        Assert.Equal(0, heap[default].Length);
    }

    // Several tests of this class, which run one after the other.
    [ChunkHeap(Chunks = 1000, ChunkSize = 16, Storage = Storage.Pointer)] private static partial class SomeChunks;
    [ChunkHeap(Chunks = 64, ChunkSize = 128, Storage = Storage.Pointer, Synchronization = Synchronization.None)] private static partial class OneWord;
    [Teaspoon(Variant = "128KiB", Bytes = 16_384, Storage = Storage.Pointer)] private static partial class SomeSpoon;
    [Teaspoon(Bytes = 16_384, Storage = Storage.Pointer, Coalescing = Coalescing.Deferred)] private static partial class ParkingSpoon;
    [Teaspoon(Variant = "128KiB", Bytes = 16_384, Headers = false, Storage = Storage.Pointer, Coalescing = Coalescing.Deferred)] private static partial class SomeHeaderless;
    [Slab(Slots = 500, BlockSize = 24, Storage = Storage.Pointer)] private static partial class SomeSlots;
    [FreeList(Blocks = 500, BlockSize = 24, Storage = Storage.Pointer)] private static partial class SomeBlocks;
    [FreeList(Blocks = 500, BlockSize = 24, Storage = Storage.Pointer, Checks = Checks.None)] private static partial class UncheckedBlocks;
    [FreeList(Blocks = 500, BlockSize = 24, Storage = Storage.Pointer, Synchronization = Synchronization.LockFree)] private static partial class LockFreeBlocks;
    [ChunkHeap(Chunks = 1000, ChunkSize = 16, Storage = Storage.Pointer, State = State.InStruct, Synchronization = Synchronization.LockFree)] private static partial class LockFreeChunks;

    [ChunkHeap(Chunks = 1000, ChunkSize = 16, Storage = Storage.Pointer, State = State.InMemory)] private static partial class SharedChunks;
    [Teaspoon(Variant = "128KiB", Bytes = 16_384, Storage = Storage.Pointer, State = State.InMemory)] private static partial class SharedSpoon;
    [Slab(Slots = 500, BlockSize = 24, Storage = Storage.Pointer, State = State.InMemory)] private static partial class SharedSlots;
    [FreeList(Blocks = 500, BlockSize = 24, Storage = Storage.Pointer, State = State.InMemory, Synchronization = Synchronization.LockFree)] private static partial class SharedLockFreeBlocks;
    [ChunkHeap(Chunks = 1000, ChunkSize = 16, Storage = Storage.Pointer, State = State.InMemory, Synchronization = Synchronization.None)] private static partial class UnlockedChunks;

    // Never attached.
    [ChunkHeap(Chunks = 1000, ChunkSize = 16, Storage = Storage.Pointer)] private static partial class NewChunks;
    [Teaspoon(Variant = "128KiB", Storage = Storage.Pointer)] private static partial class NewSpoon;
    [Teaspoon(Variant = "128KiB", Headers = false, Storage = Storage.Pointer)] private static partial class NewHeaderless;
    [Slab(Slots = 500, BlockSize = 24, Storage = Storage.Pointer)] private static partial class NewSlots;
    [FreeList(Blocks = 500, BlockSize = 24, Storage = Storage.Pointer, Synchronization = Synchronization.LockFree)] private static partial class NewLockFreeBlocks;
    [ChunkHeap(Chunks = 1000, ChunkSize = 16, Storage = Storage.Pointer, State = State.InMemory)] private static partial class NewSharedChunks;
    [Teaspoon(Variant = "128KiB", Storage = Storage.Pointer, State = State.InMemory)] private static partial class NewSharedSpoon;
    [Slab(Slots = 500, BlockSize = 24, Storage = Storage.Pointer, State = State.InMemory)] private static partial class NewSharedSlots;

    // Of one test each.
    [ChunkHeap(Chunks = 64, ChunkSize = 16, Storage = Storage.Pointer)] private static partial class PointerChunks;
    [Slab(Slots = 32, BlockSize = 24, Storage = Storage.Pointer)] private static partial class StaleSlots;
    [Teaspoon(Variant = "4KiB", Storage = Storage.Pointer, State = State.InMemory)] private static partial class AbandonedSpoon;
}
