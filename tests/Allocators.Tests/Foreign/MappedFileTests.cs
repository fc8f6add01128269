using System;
using System.IO;
using Xunit;

namespace Allocators.Tests;

/// <summary>A heap in a file: what was left in it is there when the file is mapped again, wherever that is.</summary>
public sealed class MappedFileTests : IDisposable
{
    private const int Bytes = 1 << 20;

    private readonly string _path = Path.GetTempFileName();

    [Fact]
    public void A_heap_in_a_mapped_file_goes_on_at_another_address()
    {
        Block[] blocks = new Block[100];
        nint firstAddress;
        using (Mapping file = new(_path, Bytes))
        {
            firstAddress = file.Address;
            Mapped heap = new(file.Address, Bytes);
            for (int i = 0; i < blocks.Length; i++)
            {
                blocks[i] = heap.Alloc(1 + (i * 37));
                Pattern.Fill(heap[blocks[i]], i);
            }

            for (int i = 0; i < blocks.Length; i += 2) heap.Free(blocks[i]);
        }

        // What was mapped first stays mapped, so that the heap cannot come back to where it was.
        using Mapping inTheWay = new(null, Bytes);
        using Mapping again = new(_path, Bytes);
        if (again.Address == firstAddress)
        {
            using Mapping another = new(_path, Bytes);
            GoOn(another.Address, blocks);
        }
        else
        {
            GoOn(again.Address, blocks);
        }
    }

    [Fact]
    public void A_zero_filled_file_is_an_empty_heap()
    {
        using Mapping file = new(_path, Bytes);
        Mapped heap = new(file.Address, Bytes);
        Assert.Equal(new HeapStatistics(heap.Capacity, 0, heap.Capacity, 0), heap.GetStatistics());
        Assert.InRange(heap.Capacity, Bytes - Mapped.OverheadBytes - Mapped.ChunkSize, Bytes);
    }

    [Fact]
    public void Two_heaps_on_the_same_memory_are_one()
    {
        using Mapping file = new(_path, Bytes);
        Mapped one = new(file.Address, Bytes), copy = one, other = new(file.Address, Bytes);

        Block block = one.Alloc(1000);
        Assert.True(copy.Owns(block));
        Assert.True(other.Owns(block));

        other.Free(block);
        Assert.Throws<InvalidOperationException>(() => one.Free(block));
        Assert.Equal(0, copy.AllocationCount);
    }

    [Fact]
    public void A_file_that_grew_serves_more_and_one_that_shrank_is_refused_while_blocks_are_in_the_way()
    {
        using Mapping file = new(_path, Bytes);
        Mapped small = new(file.Address, Bytes / 2);
        Block all = small.Alloc(small.Capacity);

        Mapped large = new(file.Address, Bytes);
        Assert.True(large.Owns(all));
        Block more = large.Alloc(large.LargestFreeBlock);
        Assert.Equal(large.Capacity, all.Length + more.Length);

        ArgumentException refused = Assert.Throws<ArgumentException>(() => new Mapped(file.Address, Bytes / 2));
        Assert.Contains("live blocks beyond", refused.Message, StringComparison.Ordinal);
        Assert.True(large.Owns(more));

        large.Free(more);
        small = new(file.Address, Bytes / 2);
        Assert.Equal(0, small.FreeBytes);
        Assert.False(small.TryAlloc(1, out _));
    }

    public void Dispose() => File.Delete(_path);

    private static void GoOn(nint address, Block[] blocks)
    {
        Mapped heap = new(address, Bytes);
        Assert.Equal(blocks.Length / 2, heap.AllocationCount);
        for (int i = 0; i < blocks.Length; i++)
        {
            Assert.Equal(i % 2 == 1, heap.Owns(blocks[i]));
            if (i % 2 == 1) Assert.True(Pattern.IsIn(heap[blocks[i]], i));
        }

        for (int i = 1; i < blocks.Length; i += 2) heap.Free(blocks[i]);
        Assert.Equal(heap.Capacity, heap.LargestFreeBlock);
        Assert.Equal(heap.Capacity, heap.Alloc(heap.Capacity).Length);
    }
}
