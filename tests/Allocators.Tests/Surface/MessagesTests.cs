using System;
using System.Runtime.Intrinsics;
using Xunit;

namespace Allocators.Tests;

/// <summary>What exceptions say: which heap, which call, what is there instead.</summary>
public sealed partial class MessagesTests
{
    private Heap _heap;

    public MessagesTests() => StaticHeap.Reset();

    [Fact]
    public void Out_of_memory_names_the_heap_the_request_and_what_is_free()
    {
        _heap.Alloc(960);
        string text = "Heap has no room for 2,000 bytes at alignment 8: 64 of its 1,024 bytes are free, the largest free block has 64.";
        Assert.Equal(text, Assert.Throws<OutOfMemoryException>(() => _heap.Alloc(2000, 8)).Message);
        Assert.Equal(text, Assert.Throws<OutOfMemoryException>(() => _heap.AllocZeroed(2000, 8)).Message);
        Assert.Equal("Static" + text, Assert.Throws<OutOfMemoryException>(() => FillAndAsk()).Message);

        static void FillAndAsk()
        {
            StaticHeap.Alloc(960);
            StaticHeap.Alloc(2000, 8);
        }
    }

    [Fact]
    public void Values_are_asked_for_by_their_true_number_of_bytes()
    {
        string text = " bytes at alignment 8: 1,024 of its 1,024 bytes are free, the largest free block has 1,024.";
        Assert.Equal("Heap has no room for 2,000" + text, Assert.Throws<OutOfMemoryException>(() => _heap.AllocSpan<long>(250).Length).Message);
        Assert.Equal("Heap has no room for 17,179,869,176" + text, Assert.Throws<OutOfMemoryException>(() => _heap.AllocSpan<long>(int.MaxValue).Length).Message);
        Assert.Equal(
            "StaticHeap has no room for 34,359,738,352" + text,
            Assert.Throws<OutOfMemoryException>(() => StaticHeap.AllocSpan<(long, long)>(int.MaxValue).Length).Message);
    }

    [Fact]
    public void A_type_that_no_block_is_aligned_for_is_named()
    {
        string text = "Vector256<Single> needs an alignment of 32 bytes, and a block of this heap has 8 at most. A static class and a heap at an address can promise more.";
        var exception = Assert.Throws<ArgumentOutOfRangeException>("T", () => _heap.AllocSpan<Vector256<float>>(1).Length);
        Assert.StartsWith(text, exception.Message, StringComparison.Ordinal);
        Assert.Equal(typeof(Vector256<float>), exception.ActualValue);
        Assert.StartsWith(text, Assert.Throws<ArgumentOutOfRangeException>("T", () => _heap.Alloc<Vector256<float>>()).Message, StringComparison.Ordinal);
        Assert.Equal(32, AlignedHeap.AllocSpan<Vector256<float>>(1).Length * 32);
    }

    [Fact]
    public void A_negative_count_is_named()
    {
        var exception = Assert.Throws<ArgumentOutOfRangeException>("count", () => _heap.AllocSpan<long>(-5).Length);
        Assert.Equal(-5, exception.ActualValue);
        Assert.StartsWith("A count is 0 or more values.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_extensions_name_the_heap_and_not_only_its_forwarder()
    {
        StaticHeap.Allocator allocator = default;
        Assert.Contains("StaticHeap.Allocator has no room", Assert.Throws<OutOfMemoryException>(() => AllocatorExtensions.Alloc(ref allocator, 2000)).Message, StringComparison.Ordinal);
        HandWritten own = new(8);
        Assert.StartsWith("HandWritten has no room", Assert.Throws<OutOfMemoryException>(() => AllocatorExtensions.Alloc(ref own, 9)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_members_of_the_forwarder_say_how_full_the_heap_is()
    {
        StaticHeap.Allocator allocator = default;
        Assert.StartsWith("StaticHeap has no room for 2,000 bytes at alignment 1: ", Assert.Throws<OutOfMemoryException>(() => allocator.Alloc(2000)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_no_block_starts_the_message_says_so()
    {
        Block block = _heap.Alloc(100);
        _heap.Free(block);
        Assert.Equal(
            "Heap: no live block starts at offset 0 (length 100). It was freed before, starts inside another block, or belongs to another heap. Nothing was changed.",
            Assert.Throws<InvalidOperationException>(() => _heap.Free(block)).Message);
    }

    [Fact]
    public void Where_another_block_starts_the_message_says_how_long_it_is()
    {
        _heap.Alloc(100);
        Assert.Equal(
            "Heap: the live block at offset 0 has 128 bytes and cannot be one of length 300. The heap was not changed.",
            Assert.Throws<InvalidOperationException>(() => _heap.Free(new Block(0, 300))).Message);
    }

    [Fact]
    public void A_wrong_address_is_named()
    {
        string text = Assert.Throws<InvalidOperationException>(() => StaticHeap.FreeAddress(0x123456)).Message;
        Assert.StartsWith("StaticHeap: no live block starts at address 0x123456.", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_negative_size_is_named()
    {
        var exception = Assert.Throws<ArgumentOutOfRangeException>("size", () => _heap.Alloc(-5));
        Assert.Equal(-5, exception.ActualValue);
        Assert.StartsWith("A size is 0 or more bytes.", exception.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>("size", () => _heap.TryAlloc(-1, out _));
        Assert.Throws<ArgumentOutOfRangeException>("size", () => StaticHeap.TryAlloc(int.MinValue, 1, out _));
    }

    [Theory]
    [InlineData(-8, 1)]
    [InlineData(0, 1)]
    [InlineData(3, 4)]
    [InlineData(5, 4)]
    [InlineData(7, 8)]
    [InlineData(16, 8)]
    [InlineData(int.MaxValue, 8)]
    public void A_bad_alignment_comes_with_the_nearest_good_one(int bad, int nearest)
    {
        var exception = Assert.Throws<ArgumentOutOfRangeException>("alignment", () => _heap.Alloc(1, bad));
        Assert.Equal(bad, exception.ActualValue);
        Assert.StartsWith($"An alignment is a power of two from 1 to 8 here; the nearest is {nearest}.", exception.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>("alignment", () => _heap.TryAlloc(0, bad, out _));
    }

    [Fact]
    public void A_block_outside_is_named_with_the_size_of_the_heap()
    {
        var exception = Assert.Throws<ArgumentOutOfRangeException>("block", () => _heap[new Block(1000, 100)].Length);
        Assert.StartsWith("The block reaches outside the heap, which has 1,024 bytes.", exception.Message, StringComparison.Ordinal);
        Assert.Equal(new Block(1000, 100), exception.ActualValue);
    }

    [ChunkHeap(Chunks = 16, ChunkSize = 64)]
    private partial struct Heap;

    [ChunkHeap(Chunks = 16, ChunkSize = 64)]
    private static partial class StaticHeap;

    [ChunkHeap(Chunks = 16, ChunkSize = 64, Alignment = 32)]
    private static partial class AlignedHeap;
}
