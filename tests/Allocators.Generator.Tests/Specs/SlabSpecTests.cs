using System;
using System.Collections.Generic;
using System.Linq;
using Allocators.Generator.Kinds.Slab;
using Allocators.Generator.Model;
using Xunit;

namespace Allocators.Generator.Tests.Specs;

/// <summary>How the bits of handles and words are dealt out, worked out by hand.</summary>
public class SlabSpecTests
{
    private static readonly int[] Counts = [1, 2, 3, 10, 32, 64, 255, 256, 257, 4095, 4096, 65535, 65536, 100_000, 1 << 20];

    private static readonly int[] Sizes = [1, 7, 8, 64, 100, 255, 256, 4096, 1 << 16, 1 << 20, 1 << 26];

    private static readonly int[] HandleBits = [16, 32, 64];

    private static readonly Synchronization[] Synchronizations = [Synchronization.None, Synchronization.SpinLock, Synchronization.LockFree];

    [Theory]
    [InlineData(1, 1, 16, 0, 1, 16, 15)]
    [InlineData(32, 32, 16, 5, 6, 16, 10)]
    [InlineData(4000, 1000, 16, 12, 12, 16, 4)]
    [InlineData(16, 4096, 16, 4, 13, 32, 12)]
    [InlineData(1, 1, 32, 0, 1, 32, 31)]
    [InlineData(32, 32, 32, 5, 6, 32, 26)]
    [InlineData(33, 32, 32, 6, 6, 32, 26)]
    [InlineData(256, 64, 32, 8, 9, 32, 23)]
    [InlineData(64, 1 << 20, 32, 6, 21, 64, 26)]
    [InlineData(65_535, 64, 32, 16, 16, 32, 16)]
    [InlineData(65_536, 64, 32, 16, 17, 32, 15)]
    [InlineData(256, 64, 16, 8, 9, 16, 7)]
    [InlineData(4096, 4, 16, 12, 13, 32, 4)]
    [InlineData(32, 32, 64, 5, 6, 64, 32)]
    [InlineData(100_000, 100, 64, 17, 17, 64, 32)]
    public void BitsFollowFromCountAndSize(int slots, int blockSize, int handleBits, int slotBits, int payloadBits, int wordBits, int generationBits)
    {
        SlabSpec spec = Slab(slots, blockSize, handleBits);

        Assert.Equal((slotBits, payloadBits, wordBits, generationBits), (spec.SlotBits, spec.PayloadBits, spec.WordBits, spec.GenerationBits));
    }

    /// <summary>Without locks the links lie beside the words, which are of at least 32 bits.</summary>
    [Theory]
    [InlineData(10, 64, 16, 4, 7, 32, 12)]
    [InlineData(10, 64, 32, 4, 7, 32, 25)]
    [InlineData(1000, 8, 32, 10, 4, 32, 22)]
    [InlineData(1000, 8, 64, 10, 4, 64, 32)]
    public void BitsWithoutLocks(int slots, int blockSize, int handleBits, int slotBits, int payloadBits, int wordBits, int generationBits)
    {
        SlabSpec spec = Slab(slots, blockSize, handleBits, Synchronization.LockFree);

        Assert.Equal((slotBits, payloadBits, wordBits, generationBits), (spec.SlotBits, spec.PayloadBits, spec.WordBits, spec.GenerationBits));
    }

    /// <summary>Values are all of one length, so that the word has the next free slot in it and nothing else.</summary>
    [Theory]
    [InlineData(1000, 32, Synchronization.None, 10, 22)]
    [InlineData(1000, 32, Synchronization.LockFree, 1, 22)]
    [InlineData(1, 32, Synchronization.None, 1, 31)]
    [InlineData(200, 16, Synchronization.None, 8, 8)]
    public void BitsOfValues(int slots, int handleBits, Synchronization synchronization, int payloadBits, int generationBits)
    {
        SlabSpec spec = Slab(slots, 1, handleBits, synchronization) with { Value = new ElementType("Entity", "global::Entity", 64) };

        Assert.Equal((payloadBits, generationBits), (spec.PayloadBits, spec.GenerationBits));
    }

    [Theory]
    [InlineData(16, "ushort", "ushort", "uint")]
    [InlineData(32, "uint", "uint", "uint")]
    [InlineData(64, "ulong", "ulong", "ulong")]
    public void TypesFollowFromBits(int handleBits, string handle, string word, string wide)
    {
        SlabSpec spec = Slab(32, 32, handleBits);

        Assert.Equal((handle, word, wide), (spec.HandleType, spec.WordType, spec.WideType));
    }

    [Fact]
    public void EverythingHasRoomInHandlesAndWords() => Assert.All(AllSpecs(), static spec =>
    {
        Assert.True(1L << spec.SlotBits >= spec.Count, "the number of a slot");
        Assert.True(1L << spec.PayloadBits > spec.BlockBytes, "a length");
        Assert.True(spec.Options.IsLockFree || 1L << spec.PayloadBits > spec.Count, "the next free slot, and 1 more");
        Assert.InRange(spec.SlotBits + spec.GenerationBits, 1, spec.HandleBits);
        Assert.InRange(spec.PayloadBits + spec.GenerationBits, 1, spec.WordBits);
        Assert.Contains(spec.WordBits, HandleBits);
        Assert.True(!spec.Options.IsLockFree || spec.WordBits >= 32, "what processors exchange");
    });

    /// <summary>The narrower of handle and word is the handle, unless that would make words twice as wide for less than twice the generations.</summary>
    [Fact]
    public void WordsHardlyNarrowTheGeneration() => Assert.All(AllSpecs(), static spec =>
        Assert.True(spec.GenerationBits >= Math.Max(Math.Min(spec.FreeHandleBits - 1, spec.HandleBits / 2), SlabSpec.MinGenerationBits), $"{spec.GenerationBits} of {spec.FreeHandleBits} bits"));

    [Fact]
    public void LastGenerationIsThatOfAllItsBits() => Assert.All(AllSpecs(), static spec =>
        Assert.Equal((1UL << spec.GenerationBits) - 1, spec.MaxGeneration));

    [Fact]
    public void RowsAreWholeWordsWithoutGaps() => Assert.All(AllSpecs(), static spec =>
    {
        int rows = spec.StateRows.Sum(static row => row.Bytes);

        Assert.Equal(spec.OverheadBytes, rows + (spec.Options.IsLocked ? 8 : 0) + (spec.IsStateInMemory ? 8 : 0));
        Assert.Equal(0, spec.OverheadBytes % 8);
        Assert.InRange(spec.StateRows.Single(static row => row.Field == "words").Bytes * 8L, (long)spec.Count * spec.WordBits, ((long)spec.Count * spec.WordBits) + 63);
    });

    /// <summary>Among them slabs of the Rust crate tinyalloc: 4 bytes a slot, and 24 that all slabs have.</summary>
    [Theory]
    [InlineData(256, 8, 56)]
    [InlineData(768, 24, 120)]
    [InlineData(1024, 32, 152)]
    [InlineData(1024, 128, 536)]
    [InlineData(1 << 20, 65535, 262168)]
    public void OverheadIsFourBytesASlot(int bytes, int slots, int overhead) => Assert.Equal(overhead, Slab(slots, bytes / slots).OverheadBytes);

    [Fact]
    public void SlabThatWrapsCountsNoRetiredSlots()
    {
        SlabSpec retires = Slab(32, 32), wraps = retires with { OnExhausted = OnExhausted.Wrap };

        Assert.Equal(retires.OverheadBytes - 8, wraps.OverheadBytes);
        Assert.DoesNotContain(wraps.StateRows, static row => row.Field == "retired");
    }

    [Theory]
    [InlineData(8, 8, 8)]
    [InlineData(24, 8, 8)]
    [InlineData(20, 8, 4)]
    [InlineData(7, 8, 1)]
    [InlineData(64, 2, 2)]
    public void AlignmentIsThePowerOfTwoThatDividesASlot(int blockSize, int alignment, int expected)
    {
        SlabSpec spec = Slab(32, blockSize);

        Assert.Equal(expected, (spec with { Options = spec.Options with { Alignment = alignment } }).MaxAlignment);
    }

    [Fact]
    public void MostSlotsWithinALimitAreTheMost()
    {
        SlabSpec spec = Slab(1 << 20, 1024);
        int most = spec.MaxCountWithin(HeapOptions.MaxInlineBytes);

        Assert.InRange(spec.WithCount(most).TotalBytesLong, 0, HeapOptions.MaxInlineBytes);
        Assert.True(spec.WithCount(most + 1).TotalBytesLong > HeapOptions.MaxInlineBytes);
    }

    private static IEnumerable<SlabSpec> AllSpecs() =>
        from slots in Counts
        from size in Sizes
        from bits in HandleBits
        from synchronization in Synchronizations
        let spec = Slab(slots, size, bits, synchronization)
        where spec.FreeHandleBits >= SlabSpec.MinGenerationBits
        select spec;

    private static SlabSpec Slab(int slots, int blockSize, int handleBits = 32, Synchronization synchronization = Synchronization.None) =>
        new(SpecFactory.InlineOptions with { Synchronization = synchronization }, slots, blockSize, null, handleBits, OnExhausted.Retire);
}
