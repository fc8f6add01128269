using System;
using System.Collections.Generic;
using System.Runtime.InteropServices;
using Xunit;

namespace Allocators.Tests.Sharing;

/// <summary>Heaps in which a process died, which is pretended here by the word that it leaves in the lock.</summary>
public sealed unsafe class AbandonedHeapTests : IDisposable
{
    private const int Bytes = 6000;
    private const int Dead = int.MaxValue - 1;

    private readonly nint _memory = (nint)NativeMemory.AllocZeroed(Bytes);

    private ref long SpoonLock => ref *(long*)(_memory + SharedSpoon4KiB.OverheadBytes - SharedHeapLock.Size);

    private SharedSpoon4KiB Spoon => new(_memory, Bytes);

    [Fact]
    public void Every_call_throws_until_the_heap_is_recovered()
    {
        SharedSpoon4KiB heap = Spoon;
        Block kept = heap.Alloc(100);
        SpoonLock = Dead;

        SharedSpoon4KiB other = Spoon;
        foreach (Action call in CallsOf(other, kept)) Assert.Equal(Dead, Assert.Throws<AbandonedHeapException>(call).ProcessId);

        Assert.True(other.TryRecover());
        Assert.True(heap.Owns(kept));
        Assert.Equal(1, heap.AllocationCount);
        foreach (Action call in CallsOf(heap, kept)) call();
    }

    [Fact]
    public void A_heap_that_was_left_half_changed_stays_abandoned_until_it_is_reset()
    {
        SharedSpoon4KiB heap = Spoon;
        Block kept = heap.Alloc(100);

        // Behind the word for the layout, live blocks are counted: as if the process had counted a block that it did not come to make.
        ++*(long*)(_memory + sizeof(long));
        SpoonLock = Dead;
        Assert.False(heap.TryRecover());
        Assert.False(heap.TryRecover());
        Assert.Equal(Dead, Assert.Throws<AbandonedHeapException>(() => heap.Owns(kept)).ProcessId);

        heap.Reset();
        Assert.Equal(0, heap.AllocationCount);
        Assert.False(heap.Owns(kept));
        heap.Verify();
        Assert.Equal(kept, heap.Alloc(100));
    }

    [Fact]
    public void A_process_that_died_before_it_wrote_anything_leaves_an_empty_heap_of_the_right_length()
    {
        SharedSpoon4KiB reference = Spoon;
        int largest = reference.LargestFreeBlock;
        new Span<byte>((void*)_memory, Bytes).Clear();
        SpoonLock = Dead;

        SharedSpoon4KiB heap = Spoon;
        Assert.True(heap.TryRecover());
        Assert.Equal((0, largest), (heap.AllocationCount, heap.LargestFreeBlock));
        Assert.True(SharedSpoon4KiB.MaxCapacity > heap.Capacity);
        while (heap.TryAlloc(16, out Block block)) Assert.True(block.Offset + 16 <= heap.Capacity);
    }

    [Fact]
    public void A_heap_without_verification_is_reset_to_the_right_length()
    {
        nint lockAddress = _memory + SharedUnaligned.OverheadBytes - SharedHeapLock.Size;
        *(long*)lockAddress = Dead;
        SharedUnaligned heap = new(_memory, Bytes);
        Assert.Throws<AbandonedHeapException>(() => heap.Alloc(1));

        heap.Reset();
        Assert.InRange(heap.Capacity, 1, Bytes);
        Assert.Equal(heap.Capacity, heap.LargestFreeBlock);
        Assert.Equal(heap.Capacity, heap.Alloc(heap.Capacity).Length);
        Assert.False(heap.TryAlloc(1, out _));
    }

    [Fact]
    public void Recovering_what_is_not_abandoned_changes_nothing()
    {
        SharedSpoon4KiB heap = Spoon;
        Block block = heap.Alloc(100);
        HeapStatistics before = heap.GetStatistics();
        Assert.True(heap.TryRecover());
        Assert.Equal(before, heap.GetStatistics());
        Assert.True(heap.Owns(block));

        SharedSpoon4KiB none = default;
        Assert.True(none.TryRecover());
        none.Reset();
        Assert.Equal(default, none.GetStatistics());
    }

    [Fact]
    public void Memory_that_is_shorter_than_its_live_blocks_cannot_be_recovered()
    {
        SharedSpoon4KiB heap = Spoon;
        Block last = heap.Alloc(heap.LargestFreeBlock);
        SpoonLock = Dead;

        SharedSpoon4KiB shorter = new(_memory, Bytes / 2);
        Assert.False(shorter.TryRecover());
        Assert.True(heap.TryRecover());
        Assert.True(heap.Owns(last));
    }

    /// <summary>Wherever the memory starts and whatever alignment was asked for: a word in two pieces cannot be a lock.</summary>
    [Fact]
    public void The_lock_lies_in_one_piece()
    {
        for (int misalignment = 0; misalignment < 16; misalignment++)
        {
            new Span<byte>((void*)_memory, Bytes).Clear();
            SharedUnaligned heap = new(_memory + misalignment, Bytes - misalignment);
            Assert.Equal(0, (heap.AllocAddress(1, 1) - _memory - SharedUnaligned.OverheadBytes) % sizeof(long));
            Assert.Equal(1, heap.AllocationCount);
        }
    }

    public void Dispose() => NativeMemory.Free((void*)_memory);

    private static IEnumerable<Action> CallsOf(SharedSpoon4KiB heap, Block live)
    {
        yield return () => heap.Free(heap.Alloc(10));
        yield return () => heap.TryAlloc(0x1000, out _);
        yield return () => heap.TryResize(ref live, 90);
        yield return () => heap.Realloc(ref live, 100);
        yield return () => heap.Owns(live);
        yield return () => heap.UsableSize(live);
        yield return () => heap.Owns(heap.AddressOf(live));
        yield return () => heap.TryGetNext(default, out _);
        yield return () => heap.GetStatistics();
        yield return () => _ = heap.UsedBytes;
        yield return () => _ = heap.LargestFreeBlock;
        yield return () => heap.Verify();
        yield return () => heap.Free(live);
    }
}
