using System;
using Xunit;

namespace Allocators.Tests;

/// <summary>A snapshot of a whole heap, where the heap lies in memory that it is given.</summary>
public sealed partial class CopyTests
{
    private Entities _entities;
    private Entities _saved;
    private Locked _locked;
    private Locked _other;

    [Fact]
    public void A_heap_at_an_address_goes_to_the_memory_of_the_other()
    {
        AtAddress heap = new(Memory.At(0, 1000), 1000), other = new(Memory.At(0, 1000), 1000);
        Block block = heap.Alloc(100);
        heap[block].Fill(7);
        nint address = other.BaseAddress;
        heap.CopyTo(ref other);
        heap[block].Clear();
        heap.Free(block);

        Assert.Equal(address, other.BaseAddress);
        Assert.Equal(7, other[block][99]);
        other.Free(block);
        Assert.Equal(0, other.AllocationCount);
    }

    [Fact]
    public void So_does_one_with_its_bookkeeping_in_the_memory()
    {
        InMemory heap = new(Memory.At(0, 4000), 4000), other = new(Memory.At(0, 4000), 4000);
        other.Alloc(30);
        Block block = heap.Alloc(100);
        heap[block].Fill(7);
        heap.CopyTo(ref other);
        heap.Reset();

        Assert.Equal((1, 7), (other.AllocationCount, other[block][99]));
        InMemory again = other;
        again.Free(block);
        other.Verify();
        Assert.Equal(0, other.AllocationCount);
    }

    [Fact]
    public void And_one_over_a_span()
    {
        OverSpan heap = new(new byte[1000]), other = new(new byte[1000]);
        Block block = heap.Alloc(10);
        heap[block].Fill(7);
        heap.CopyTo(ref other);
        heap.Free(block);

        Assert.True(other.Owns(block));
        Assert.Equal(7, other[block][9]);
    }

    [Fact]
    public void Memory_of_another_length_is_refused()
    {
        AtAddress heap = new(Memory.At(0, 1000), 1000), shorter = new(Memory.At(0, 500), 500), none = default;
        Block block = shorter.Alloc(100);
        ArgumentException refusal = Assert.Throws<ArgumentException>("other", () => heap.CopyTo(ref shorter));

        Assert.StartsWith($"The other AtAddress has {shorter.Capacity} bytes of memory, and this one {heap.Capacity}: a copy needs as many. Nothing was changed.", refusal.Message, StringComparison.Ordinal);
        Assert.True(shorter.Owns(block));
        Assert.Throws<ArgumentException>("other", () => heap.CopyTo(ref none));
        none.CopyTo(ref none);
        Assert.Equal(0, none.AllocationCount);
    }

    [Fact]
    public void The_lock_is_not_copied()
    {
        Block block = _locked.Alloc(10);
        _locked.CopyTo(ref _other);
        _locked.CopyTo(ref _locked);
        _other.Free(block);
        _locked.Free(block);
        Assert.Equal((0, 0), (_locked.AllocationCount, _other.AllocationCount));
    }

    [Fact]
    public void Handles_of_a_slab_come_back_to_life()
    {
        Entities.Handle kept = _entities.Alloc(new Point(1, 2, 3)), freed = _entities.Alloc(new Point(4, 5, 6));
        _entities.CopyTo(ref _saved);
        _entities.Free(freed);
        Entities.Handle late = _entities.Alloc(new Point(7, 8, 9));
        _saved.CopyTo(ref _entities);

        Assert.True(_entities.Owns(kept));
        Assert.Equal(new Point(4, 5, 6), _entities[freed]);
        Assert.False(_entities.Owns(late));
    }

    [Slab(typeof(Point), Slots = 4)]
    private partial struct Entities;

    [ChunkHeap(Chunks = 8, ChunkSize = 16, Synchronization = Synchronization.SpinLock)]
    private partial struct Locked;

    [ChunkHeap(Chunks = 64, ChunkSize = 16, Storage = Storage.Pointer)]
    private partial struct AtAddress;

    [Teaspoon(Variant = "4KiB", Storage = Storage.Pointer, State = State.InMemory, Synchronization = Synchronization.SpinLock)]
    private partial struct InMemory;

    [ChunkHeap(Chunks = 64, ChunkSize = 16)]
    private ref partial struct OverSpan;
}
