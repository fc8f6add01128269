using System;
using System.Runtime.InteropServices;
using Xunit;

namespace Allocators.Tests;

/// <summary>Heaps at an address.</summary>
public sealed unsafe class PointerHeapTests : IDisposable
{
    private const int Bytes = 20_000_000;

    private readonly nint _memory = (nint)NativeMemory.AllocZeroed(Bytes);

    [Fact]
    public void Null_is_no_memory()
    {
        Assert.Equal("address", Assert.Throws<ArgumentNullException>(() => new PointerWord(0, 100)).ParamName);
        Assert.Equal("address", Assert.Throws<ArgumentNullException>(() => new Mapped((void*)null, 100)).ParamName);
    }

    [Fact]
    public void A_negative_length_is_refused() =>
        Assert.Equal("length", Assert.Throws<ArgumentOutOfRangeException>(() => new PointerWord(_memory, -1)).ParamName);

    [Fact]
    public void Addresses_and_blocks_name_the_same_memory()
    {
        PointerWord heap = new(_memory, 1024);
        nint address = heap.AllocAddress(20);
        Block block = heap.BlockAt(address);
        Assert.Equal(address, heap.AddressOf(block));
        Assert.Equal(32, heap.UsableSize(address));
        Assert.True(heap.Owns(address));
        Assert.False(heap.Owns(address + 16));

        heap[block].Fill(7);
        Assert.Equal(7, *(byte*)address);

        heap.FreeAddress(address);
        Assert.False(heap.Owns(address));
        Assert.Throws<InvalidOperationException>(() => heap.FreeAddress(address));
        Assert.Throws<InvalidOperationException>(() => heap.FreeAddress(_memory + Bytes));
    }

    [Fact]
    public void Alignments_are_those_of_the_real_address()
    {
        for (int misalignment = 0; misalignment < 2000; misalignment += 13)
        {
            PointerAligned heap = new(_memory + misalignment, 16_000);
            for (int alignment = 1; alignment <= PointerAligned.MaxAlignment; alignment *= 2)
            {
                Assert.Equal(0, heap.AllocAddress(24, alignment) % alignment);
            }
        }
    }

    [Fact]
    public void Memory_before_and_behind_is_left_alone()
    {
        Span<byte> all = new((void*)_memory, 3000);
        all.Fill(0xEE);
        PointerWord heap = new(_memory + 1001, 999);
        while (heap.TryAlloc(16, out Block block)) heap[block].Clear();

        Assert.False(all[..1001].ContainsAnyExcept((byte)0xEE));
        Assert.False(all[2000..].ContainsAnyExcept((byte)0xEE));
        Assert.InRange(heap.UsedBytes, 999 - 15 - 15, 999);
    }

    [Fact]
    public void Short_memory_serves_what_fits_and_capacity_says_so()
    {
        Assert.Equal(0, new PointerWord(_memory, 15).Capacity);
        Assert.Equal(PointerWord.MaxCapacity, new PointerWord(_memory, long.MaxValue).Capacity);
        PointerWord heap = new(_memory, 100);
        Assert.Equal(96, heap.Capacity);
        Assert.Equal(96, heap.Alloc(96).Length);
        Assert.Equal(0, heap.FreeBytes);
        Assert.Throws<OutOfMemoryException>(() => heap.Alloc(1));
    }

    [Fact]
    public void A_heap_without_memory_is_always_full()
    {
        PointerWord inStruct = default;
        Mapped inMemory = default;
        Assert.Equal(default, inStruct.GetStatistics());
        Assert.Equal(default, inMemory.GetStatistics());
        Assert.False(inStruct.TryAlloc(1, out _));
        Assert.False(inMemory.TryAlloc(1, out _));
        Assert.True(inMemory.TryAlloc(0, out _));
        Assert.Throws<InvalidOperationException>(() => inMemory.Free(new Block(0, 256)));
        Assert.Throws<InvalidOperationException>(() => inMemory.FreeAddress(_memory));
        Assert.Throws<ArgumentOutOfRangeException>(() => inMemory[new Block(0, 1)].Length);
        inMemory.Reset();
        Assert.Equal("Mapped: 0 blocks in 0 of 0 bytes (0.0 %), largest free block 0 bytes", inMemory.ToString());
    }

    [Fact]
    public void An_unchecked_heap_takes_nothing_back_that_lies_beyond_its_memory()
    {
        ExpectToRefuseWhatIsBeyond(new UncheckedWord(_memory, 100));
        ExpectToRefuseWhatIsBeyond(new UncheckedWords(_memory, 100));
        ExpectToRefuseWhatIsBeyond(new PointerUnchecked1000000x16(_memory, 400_000));
        ExpectToRefuseWhatIsBeyond(default(UncheckedWords));
        ExpectToRefuseWhatIsBeyond(default(PointerUnchecked1000000x16));
    }

    [Fact]
    public void A_million_chunks_are_given_out_and_taken_back()
    {
        Million heap = new(_memory, Bytes);
        Assert.Equal(16_000_000, heap.Capacity);

        Block[] blocks = new Block[1_000_000];
        for (int i = 0; i < blocks.Length; i++)
        {
            blocks[i] = heap.Alloc(16);
            heap[blocks[i]][0] = unchecked((byte)i);
        }

        Assert.False(heap.TryAlloc(1, out _));
        Assert.Equal(1_000_000, heap.AllocationCount);
        for (int i = 0; i < blocks.Length; i++) Assert.Equal(unchecked((byte)i), heap[blocks[i]][0]);

        new Random(1).Shuffle(blocks);
        foreach (Block block in blocks) heap.Free(block);
        Assert.Equal(new HeapStatistics(heap.Capacity, 0, heap.Capacity, 0), heap.GetStatistics());
        Assert.True(heap.TryAlloc(heap.Capacity, out _));
    }

    [Fact]
    public void Bookkeeping_beyond_a_page_is_in_the_memory_and_a_copy_of_the_heap_is_the_heap()
    {
        Million heap = new(_memory, Bytes), copy = heap;
        Block block = copy.Alloc(100);
        Assert.True(heap.Owns(block));
        Assert.True(sizeof(Million) <= 16);
        Assert.True(heap.AddressOf(block) - _memory >= Million.OverheadBytes);
    }

    [Fact]
    public void A_null_heap_at_an_address_has_no_memory_either()
    {
        NullPointer heap = new(_memory, 1000);
        Assert.Equal(0, heap.Capacity);
        Assert.False(heap.TryAlloc(1, out _));
        Assert.False(heap.Owns(_memory));
    }

    private static void ExpectToRefuseWhatIsBeyond<THeap>(THeap heap)
        where THeap : struct, IHeap
    {
        if (heap.Capacity > 0) Assert.True(heap.TryAlloc(heap.Capacity, 1, out _));
        Assert.Throws<InvalidOperationException>(() => heap.Free(new Block(heap.Capacity, 16)));
        if (heap.Capacity > 0) Assert.Throws<InvalidOperationException>(() => heap.Free(new Block(heap.Capacity - 16, 32)));
        Assert.False(heap.TryAlloc(16, 1, out _));
    }

    public void Dispose() => NativeMemory.Free((void*)_memory);
}
