using System;
using System.Runtime.CompilerServices;
using Xunit;

namespace Allocators.Tests;

/// <summary>Bookkeeping of any size that is kept out of the memory.</summary>
public sealed class InStructTests
{
    [Fact]
    public void All_of_the_memory_is_for_blocks_whatever_was_in_it()
    {
        InStruct40000x16 heap = new(Memory.Dirty(0), InStruct40000x16.MaxCapacity);
        Assert.Equal(InStruct40000x16.MaxCapacity, heap.Capacity);
        Assert.Equal((0, heap.Capacity), (heap.AllocationCount, heap.LargestFreeBlock));
        Assert.Equal(0, heap.AddressOf(heap.Alloc(heap.Capacity)) % 4096);
        Assert.Equal(-1, heap[new Block(0, heap.Capacity)].IndexOfAnyExcept((byte)0xCD));
    }

    [Fact]
    public void It_lies_in_the_struct_and_a_copy_is_another_heap()
    {
        Assert.InRange(Unsafe.SizeOf<InStruct40000x16>() - InStruct40000x16.OverheadBytes, 12, 16);
        Assert.True(InStruct40000x16.OverheadBytes > 4096);

#pragma warning disable ALLOC0101 // That it is another heap is the matter here.
        InStruct40000x16 heap = new(Memory.Dirty(0), Memory.Bytes), copy = heap;
#pragma warning restore ALLOC0101
        Block block = heap.Alloc(100);
        Assert.False(copy.Owns(block));
        Assert.Equal(block.Offset, copy.Alloc(100).Offset);
    }

#if NET9_0_OR_GREATER
    [Fact]
    public void A_ref_struct_has_it_on_the_stack()
    {
        SpanInStruct40000x16 heap = new(stackalloc byte[4096]);
        int blocks = 0;
        while (heap.TryAlloc(16, out Block block))
        {
            heap[block].Fill(0xFF);
            blocks++;
        }

        Assert.InRange(blocks, 255, 256);
        heap.Reset();
        Assert.Equal(heap.Capacity, heap.LargestFreeBlock);
    }
#endif
}
