using System;
using Xunit;

namespace Allocators.Tests.Seeds;

/// <summary>What <c>NullAllocator</c> of <c>allocators</c> offers, as a struct and as a static class.</summary>
public sealed partial class NullAllocatorTests
{
    private NoRoom _heap;
    private StaticNoRoom.Allocator _static;

    [Fact]
    public void Every_request_fails()
    {
        EveryRequestFails(ref _heap);
        EveryRequestFails(ref _static);
        Assert.False(_heap.TryAlloc(1, out _));
        Assert.False(StaticNoRoom.TryAllocAddress(1, 1, out nint address));
        Assert.Equal(0, address);
        Assert.Throws<OutOfMemoryException>(() => _heap.AllocSpan<long>(1).Length);
        Assert.Throws<OutOfMemoryException>(() => StaticNoRoom.AllocSpan(1).Length);
    }

    [Fact]
    public void Zero_bytes_are_the_empty_block()
    {
        Assert.True(_heap.TryAlloc(0, 4096, out Block block));
        Assert.Equal(default, block);
        Assert.Equal(default, StaticNoRoom.Alloc(0));
        Assert.True(_heap[block].IsEmpty);
        _heap.Free(block);
        StaticNoRoom.Free(block);
        Assert.True(_heap.TryResize(ref block, 0));
        Assert.False(_heap.TryResize(ref block, 1));
    }

    [Fact]
    public void Nothing_is_owned()
    {
        Assert.False(_heap.Owns(new Block(0, 1)));
        Assert.False(_heap.Owns(default(Block)));
        Assert.False(_heap.Owns(new byte[1]));
        Assert.False(StaticNoRoom.Owns(new Block(0, 1)));
        Assert.False(StaticNoRoom.Owns((nint)1));
        Assert.False(_heap.TryGetNext(default, out _));
    }

    [Fact]
    public void Freeing_or_resizing_a_block_throws()
    {
        Block block = new(0, 1);
        Assert.Throws<InvalidOperationException>(() => _heap.Free(block));
        Assert.Throws<InvalidOperationException>(() => _heap.TryResize(ref block, 2));
        Assert.Throws<InvalidOperationException>(() => _heap.Realloc(ref block, 2));
        Assert.Throws<InvalidOperationException>(() => _heap.UsableSize(block));
        Assert.Throws<InvalidOperationException>(() => StaticNoRoom.Free(block));
        Assert.Throws<InvalidOperationException>(() => StaticNoRoom.FreeAddress(1));
    }

    [Fact]
    public void Reset_leaves_it_as_it_was()
    {
        _heap.Reset();
        StaticNoRoom.Reset();
        Assert.Equal(default, _heap.GetStatistics());
        Assert.Equal(default, StaticNoRoom.GetStatistics());
        Assert.Equal((0, 0, 0.0), (NoRoom.Capacity, NoRoom.MaxAllocation, _heap.Usage));
    }

    [Fact]
    public void Only_an_alignment_that_no_heap_has_is_refused()
    {
        Assert.False(_heap.TryAlloc(1, 4096, out _));
        Assert.Throws<ArgumentOutOfRangeException>("alignment", () => _heap.TryAlloc(1, 8192, out _));
        Assert.Throws<ArgumentOutOfRangeException>("alignment", () => StaticNoRoom.TryAlloc(1, 8192, out _));
        Assert.Throws<ArgumentOutOfRangeException>("size", () => _heap.TryAlloc(-1, out _));
    }

    [Fact]
    public void It_has_no_bytes_at_all()
    {
        Assert.Throws<ArgumentOutOfRangeException>("block", () => _heap[new Block(0, 1)].Length);
        Assert.Equal("NoRoom: 0 blocks in 0 of 0 bytes (0.0 %), largest free block 0 bytes", _heap.ToString());
    }

    private static void EveryRequestFails<THeap>(ref THeap heap)
        where THeap : struct, IHeap
    {
        foreach (int size in (int[])[1, 2, 4096, int.MaxValue])
        {
            Assert.False(heap.TryAlloc(size, 1, out Block block));
            Assert.Equal(default, block);
            Expect.Refused<OutOfMemoryException, THeap>(ref heap, (ref THeap h) => h.Alloc(size), $"Alloc({size})");
        }
    }

    [NullHeap]
    private partial struct NoRoom;

    [NullHeap]
    private static partial class StaticNoRoom;
}
