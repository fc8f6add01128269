using System;
using System.Collections.Generic;
using System.Runtime.InteropServices;
using Xunit;
using Xunit.Abstractions;

namespace Allocators.Tests;

/// <summary>Free blocks hold links: what becomes of a checked free list when a block is written to after it was freed.</summary>
public sealed partial class OverwrittenLinkTests(ITestOutputHelper output)
{
    private const int Rounds = 2000;

    private LinksOf16Bits _heap;

    [Fact]
    public void A_link_to_a_live_block_is_found_and_what_follows_is_lost()
    {
        Block[] blocks = Fill(5);
        for (int i = 1; i < 5; i++) _heap.Free(blocks[i]);
        _heap.Verify();

        // Block 4 is on top, then 3: as if it were followed by the live block 0.
        WriteLink(blocks[3], 0);
        Assert.Equal(
            "LinksOf16Bits is damaged: a link between free blocks leads to block 0, which is not free. Something wrote behind the end of a block, or into one that was freed before.",
            Assert.Throws<InvalidOperationException>(() => _heap.Verify()).Message);

        Assert.Equal((blocks[4], blocks[3]), (_heap.Alloc(8), _heap.Alloc(8)));
        for (int i = 5; i < LinksOf16Bits.Blocks; i++) Assert.Equal(i * 8, _heap.Alloc(8).Offset);
        Assert.False(_heap.TryAlloc(8, out _));
        Assert.Equal(LinksOf16Bits.Blocks - 2, _heap.AllocationCount);
    }

    [Theory]
    [InlineData(3, "lead in a circle")]
    [InlineData(4, "lead in a circle")]
    [InlineData(5, "leads to block 5, which is not free")]
    [InlineData(299, "leads to block 299, which is not free")]
    [InlineData(300, "leads to block 300, which is not free")]
    [InlineData(65534, "leads to block 65534, which is not free")]
    [InlineData(1, "end too soon")]
    [InlineData(-1, "end too soon")]
    public void A_link_that_leads_elsewhere_is_found(int block, string fault)
    {
        Block[] blocks = Fill(5);
        for (int i = 1; i < 5; i++) _heap.Free(blocks[i]);
        WriteLink(blocks[3], block);
        Assert.Contains(fault, Assert.Throws<InvalidOperationException>(() => _heap.Verify()).Message, StringComparison.Ordinal);

        ExpectNoneTwice(ref _heap, [blocks[0]]);
        _heap.Reset();
        _heap.Verify();
        Assert.Equal(LinksOf16Bits.Blocks, Fill(LinksOf16Bits.Blocks).Length);
    }

    [Fact]
    public void A_use_after_free_is_found_at_once_and_not_only_when_the_block_is_taken()
    {
        Block freed = _heap.Alloc(8);
        _heap.Alloc(8);
        _heap.Free(freed);
        _heap[freed].Fill(0xCC);
        Assert.Throws<InvalidOperationException>(() => _heap.Verify());
    }

    [Fact]
    public void Random_garbage_in_links_of_8_bits_hands_nothing_out_twice() =>
        Fuzz((address, length) => new LinksOf8Bits(address, length), LinksOf8Bits.MaxCapacity + LinksOf8Bits.OverheadBytes + 16, linkBytes: 1);

    [Fact]
    public void Random_garbage_in_links_of_16_bits_hands_nothing_out_twice() =>
        Fuzz((address, length) => new GuardedLinksOf16Bits(address, length), GuardedLinksOf16Bits.MaxCapacity + GuardedLinksOf16Bits.OverheadBytes + 16, linkBytes: 2);

    [Fact]
    public void Random_garbage_in_links_of_32_bits_hands_nothing_out_twice() =>
        Fuzz((address, length) => new LinksOf32Bits(address, length), LinksOf32Bits.MaxCapacity + LinksOf32Bits.OverheadBytes + 16, linkBytes: 4);

    private void Fuzz<THeap>(Func<nint, long, THeap> open, int bytes, int linkBytes)
        where THeap : struct, IHeap
    {
        Guards guards = new(bytes);
        THeap heap = open(guards.Heap, bytes);
        int seed = Seed.Next();
        output.WriteLine($"ALLOCATORS_SEED={seed}");
        Random random = new(seed);
        Dictionary<Block, int> live = [];
        List<Block> order = [];
        for (int round = 0; round < Rounds; round++)
        {
            if (round % 100 == 0)
            {
                heap.Reset();
                live.Clear();
                order.Clear();
            }

            for (int i = 0; i < 50; i++)
            {
                if (random.Next(2) != 0) Take(ref heap, live, order, round);
                else if (order.Count > 0) Spoil(ref heap, GiveBack(ref heap, live, order, random), random, linkBytes);
            }

            foreach ((Block block, int key) in live)
            {
                Expect.That(heap.Owns(block), $"{block} is not owned");
                Expect.That(Pattern.IsIn(heap[block], key), $"{block} was given to another as well");
            }
        }

        Assert.Equal(live.Count, heap.GetStatistics().AllocationCount);
        Assert.True(guards.AreUntouched);
    }

    private static void Take<THeap>(ref THeap heap, Dictionary<Block, int> live, List<Block> order, int round)
        where THeap : struct, IHeap
    {
        if (!heap.TryAlloc(8, 1, out Block block)) return;

        Expect.That(live.TryAdd(block, round + order.Count), $"{block} was handed out twice");
        order.Add(block);
        Pattern.Fill(heap[block], live[block]);
    }

    private static Block GiveBack<THeap>(ref THeap heap, Dictionary<Block, int> live, List<Block> order, Random random)
        where THeap : struct, IHeap
    {
        int index = random.Next(order.Count);
        Block block = order[index];
        order.RemoveAt(index);
        live.Remove(block);
        heap.Free(block);
        return block;
    }

    /// <summary>Writes to a block that was just freed: often what could be a link, sometimes anything.</summary>
    private static void Spoil<THeap>(ref THeap heap, Block freed, Random random, int linkBytes)
        where THeap : struct, IHeap
    {
        Span<byte> bytes = heap[freed];
        switch (random.Next(4))
        {
            case 0:
                random.NextBytes(bytes);
                break;
            case 1:
                int link = random.Next((heap.Capacity / 8) + 3);
                if (linkBytes == 1) bytes[0] = (byte)Math.Min(link, byte.MaxValue);
                else if (linkBytes == 2) MemoryMarshal.Write(bytes, (ushort)Math.Min(link, ushort.MaxValue));
                else MemoryMarshal.Write(bytes, link);
                break;
            case 2:
                if (linkBytes == 4) MemoryMarshal.Write(bytes, random.Next(2) == 0 ? int.MinValue : -random.Next());
                break;
        }
    }

    /// <summary>All that is left is given out, but nothing that is live.</summary>
    private static void ExpectNoneTwice<THeap>(ref THeap heap, HashSet<Block> live)
        where THeap : struct, IHeap
    {
        while (heap.TryAlloc(8, 1, out Block block)) Assert.True(live.Add(block), $"{block} was given out twice");
        Assert.Equal(live.Count, heap.GetStatistics().AllocationCount);
    }

    private Block[] Fill(int count)
    {
        Block[] blocks = new Block[count];
        for (int i = 0; i < count; i++) blocks[i] = _heap.Alloc(8);
        return blocks;
    }

    /// <summary>Makes a block the next one behind a freed one, -1 for none.</summary>
    private void WriteLink(Block freed, int block) => MemoryMarshal.Write(_heap[freed], (ushort)(block + 1));

    [FreeList(Blocks = 300, BlockSize = 8)]
    private partial struct LinksOf16Bits;

    [FreeList(Blocks = 200, BlockSize = 8, Storage = Storage.Pointer)]
    private partial struct LinksOf8Bits;

    [FreeList(Blocks = 300, BlockSize = 8, Storage = Storage.Pointer)]
    private partial struct GuardedLinksOf16Bits;

    [FreeList(Blocks = 70_000, BlockSize = 8, Storage = Storage.Pointer)]
    private partial struct LinksOf32Bits;

    /// <summary>Memory for a heap, and a margin on both sides that has to stay as it is.</summary>
    private sealed unsafe class Guards
    {
        private const int Margin = 4096;
        private const byte Mark = 0xEE;
        private readonly byte* _memory;
        private readonly int _bytes;

        public Guards(int bytes)
        {
            _memory = (byte*)Memory.At(0, bytes + (2 * Margin));
            _bytes = bytes;
            Before.Fill(Mark);
            Behind.Fill(Mark);
        }

        public nint Heap => (nint)_memory + Margin;

        public bool AreUntouched => !Before.ContainsAnyExcept(Mark) && !Behind.ContainsAnyExcept(Mark);

        private Span<byte> Before => new(_memory, Margin);

        private Span<byte> Behind => new(_memory + Margin + _bytes, Margin);
    }
}
