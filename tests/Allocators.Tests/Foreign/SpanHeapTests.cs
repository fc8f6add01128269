using System;
using Xunit;

namespace Allocators.Tests;

/// <summary>Heaps over a span: on the stack, in an array, anywhere.</summary>
public sealed class SpanHeapTests
{
    [Fact]
    public void A_heap_on_the_stack_serves_blocks_spans_and_values()
    {
        Stack1000x16 heap = new(stackalloc byte[4096]);
        int capacity = heap.Capacity;
        Assert.InRange(capacity, 4096 - 16 - 7, 4096);
        Assert.Equal(0, capacity % Stack1000x16.ChunkSize);

        Block block = heap.Alloc(100);
        heap[block].Fill(1);
        Span<int> numbers = heap.AllocSpan<int>(10);
        numbers.Fill(2);
        ref double number = ref heap.Alloc<double>();
        number = 3;

        Assert.Equal(3, heap.AllocationCount);
        Assert.Equal(100, heap[block].Count((byte)1));
        Assert.Equal(112 + 48 + 16, heap.UsedBytes);
        heap.Free(ref number);
        heap.Free(numbers);
        heap.Free(block);
        Assert.Equal(capacity, heap.LargestFreeBlock);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(15)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(100)]
    [InlineData(1024)]
    [InlineData(1031)]
    [InlineData(100_000)]
    public void Memory_of_any_length_and_place_serves_what_fits(int length)
    {
        byte[] memory = GC.AllocateArray<byte>(length + 8, pinned: true);
        for (int misalignment = 0; misalignment < 8; misalignment++)
        {
            Stack64x64 word = new(memory.AsSpan(misalignment, length));
            ExpectToServe(word.Capacity, length, misalignment, Stack64x64.ChunkSize, Stack64x64.MaxCapacity);
            if (word.Capacity > 0) Assert.Equal(new Block(0, word.Capacity), word.Alloc(word.LargestFreeBlock));
            Assert.False(word.TryAlloc(1, out _));

            Stack1000x16 words = new(memory.AsSpan(misalignment, length));
            ExpectToServe(words.Capacity, length, misalignment, Stack1000x16.ChunkSize, Stack1000x16.MaxCapacity);
            int blocks = 0;
            while (words.TryAlloc(1, 8, out Block block))
            {
                words[block].Fill(0xFF);
                blocks++;
            }

            Assert.Equal(words.Capacity / Stack1000x16.ChunkSize, blocks);
            words.Reset();
            Assert.Equal(words.Capacity, words.LargestFreeBlock);
        }
    }

    [Fact]
    public void A_heap_without_memory_is_always_full()
    {
        Stack64x64 word = default;
        StackLocked4096x16 locked = default;
        Assert.Equal((0, 0, 0, 0d), (word.Capacity, word.FreeBytes, word.LargestFreeBlock, word.Usage));
        Assert.Equal((0, 0, 0, 0d), (locked.Capacity, locked.FreeBytes, locked.LargestFreeBlock, locked.Usage));
        Assert.False(word.TryAlloc(1, out _));
        Assert.False(locked.TryAlloc(1, out _));
        Assert.True(locked.TryAlloc(0, out Block empty));
        Assert.False(locked.Owns(new Block(0, 16)));
        locked.Free(empty);
        locked.Reset();
    }

    [Fact]
    public void A_span_from_elsewhere_is_refused()
    {
        Stack1000x16 heap = new(stackalloc byte[1024]);
        Span<byte> elsewhere = stackalloc byte[16];
        heap.Alloc(16);
        Assert.False(heap.Owns(elsewhere));
        try
        {
            heap.Free(elsewhere);
            Assert.Fail("A span that is not the heap's was taken back");
        }
        catch (InvalidOperationException)
        {
            Assert.Equal(1, heap.AllocationCount);
        }
    }

    [Fact]
    public void A_null_heap_over_a_span_has_no_memory_either()
    {
        NullSpan heap = new(stackalloc byte[100]);
        Assert.Equal(0, heap.Capacity);
        Assert.False(heap.TryAlloc(1, out _));
    }

#if NET9_0_OR_GREATER
    [Fact]
    public void Bookkeeping_in_the_memory_outlives_the_heap()
    {
        byte[] memory = GC.AllocateArray<byte>(100_000, pinned: true);
        Block block = new Span5000x16(memory).Alloc(1000);
        Span5000x16 again = new(memory);
        Assert.True(again.Owns(block));
        again.Free(block);
        Assert.Equal(0, new Span5000x16(memory).UsedBytes);
    }

    [Fact]
    public void Memory_that_cannot_hold_the_bookkeeping_is_an_always_full_heap()
    {
        Span5000x16 heap = new(new byte[Span5000x16.OverheadBytes]);
        Assert.Equal((0, 0), (heap.Capacity, heap.LargestFreeBlock));
        Assert.False(heap.TryAlloc(1, out _));
        Assert.Equal(default, heap.GetStatistics());
        Span5000x16 none = default;
        Assert.False(none.TryAlloc(1, out _));
        Assert.False(none.Owns(new Block(0, 16)));
    }

    [Fact]
    public void A_ref_struct_is_an_allocator_for_generic_code()
    {
        Stack1000x16 heap = new(stackalloc byte[1024]);
        Assert.Equal(500, Fill(ref heap));

        static int Fill<TAllocator>(ref TAllocator heap)
            where TAllocator : struct, IHeap, allows ref struct
        {
            heap.TryAlloc(500, 1, out Block block);
            heap[block].Fill(1);
            return heap[block].Count((byte)1);
        }
    }
#endif

    private static void ExpectToServe(int capacity, int length, int misalignment, int chunkSize, int maxCapacity)
    {
        int skipped = Math.Min(-misalignment & 7, length);
        Assert.Equal(Math.Min((length - skipped) / chunkSize * chunkSize, maxCapacity), capacity);
    }
}
