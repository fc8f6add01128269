using System;
using System.Collections.Generic;
using System.Linq;
using Allocators.Generator.Kinds.FreeList;
using Allocators.Generator.Model;
using Xunit;

namespace Allocators.Generator.Tests.Specs;

/// <summary>Where the links of a free list are, and what else it needs.</summary>
public class FreeListSpecTests
{
    private static readonly int[] Counts = [1, 7, 64, 65, 255, 256, 1000, 70_000], Sizes = [1, 2, 3, 24, 1024];

    /// <summary>A link is the number of a block and 1 more.</summary>
    [Theory]
    [InlineData(1, "byte")]
    [InlineData(255, "byte")]
    [InlineData(256, "ushort")]
    [InlineData(65535, "ushort")]
    [InlineData(65536, "int")]
    public void LinksOfSmallBlocksAreAsNarrowAsTheNumberOfBlocksAllows(int blocks, string type) => Assert.Equal(type, FreeList(blocks, 3).LinkType);

    /// <summary>A processor passes a word on from a store to a load at once, but not a byte.</summary>
    [Fact]
    public void LinksAreWordsWhereBlocksHaveRoomForThem() => Assert.Equal("int", FreeList(7, 4).LinkType);

    [Theory]
    [InlineData(255, 1, false)]
    [InlineData(256, 1, true)]
    [InlineData(256, 2, false)]
    [InlineData(65535, 2, false)]
    [InlineData(65536, 3, true)]
    [InlineData(65536, 4, false)]
    public void LinksLieBesideBlocksThatAreSmallerThanOne(int blocks, int blockSize, bool beside)
    {
        FreeListSpec spec = FreeList(blocks, blockSize);

        Assert.Equal(beside, spec.HasLinksBeside);
        Assert.Equal(beside, spec.StateRows.Any(static row => row.Field == "links"));
    }

    /// <summary>Of a value only the least size is known.</summary>
    [Theory]
    [InlineData(300, 1, true)]
    [InlineData(300, 2, false)]
    [InlineData(200, 1, false)]
    [InlineData(70_000, 2, true)]
    [InlineData(70_000, 8, false)]
    public void LinksLieBesideValuesThatMayBeSmallerThanOne(int blocks, int minBytes, bool beside) =>
        Assert.Equal(beside, (FreeList(blocks, 1) with { Value = new ElementType("Entity", "global::Entity", minBytes) }).HasLinksBeside);

    [Theory]
    [InlineData(1, 16)]
    [InlineData(64, 16)]
    [InlineData(65, 24)]
    [InlineData(4096, 520)]
    public void OverheadIsABitABlock(int blocks, int overhead) => Assert.Equal(overhead, FreeList(blocks, 1024).OverheadBytes);

    [Fact]
    public void OverheadWithoutChecksIsTwoWords() => Assert.Equal(
        16,
        new FreeListSpec(SpecFactory.InlineOptions with { Checks = Checks.None }, 100_000, 64, null).OverheadBytes);

    [Theory]
    [InlineData(Checks.Standard)]
    [InlineData(Checks.None)]
    public void WithoutLocksALinkABlockIsAllThereIs(Checks checks)
    {
        FreeListSpec spec = new(SpecFactory.InlineOptions with { Synchronization = Synchronization.LockFree, Checks = checks }, 100, 64, null);

        Assert.Equal(("int", true, false, 416), (spec.LinkType, spec.HasLinksBeside, spec.HasMarks, spec.OverheadBytes));
    }

    [Fact]
    public void RowsAreWholeWordsWithoutGaps() => Assert.All(AllSpecs(), static spec =>
    {
        Assert.Equal(spec.OverheadBytes, spec.StateRows.Sum(static row => row.Bytes) + (spec.Options.IsLocked ? 8 : 0) + (spec.IsStateInMemory ? 8 : 0));
        Assert.Equal(0, spec.OverheadBytes % 8);
    });

    [Theory]
    [InlineData(4096, 4096, 4096)]
    [InlineData(4096, 16, 16)]
    [InlineData(48, 64, 16)]
    [InlineData(3, 16, 1)]
    public void AlignmentIsThePowerOfTwoThatDividesABlock(int blockSize, int alignment, int expected) => Assert.Equal(
        expected,
        new FreeListSpec(SpecFactory.Options(HeapPlace.Static) with { Alignment = alignment }, 10, blockSize, null).MaxAlignment);

    private static IEnumerable<FreeListSpec> AllSpecs() =>
        from place in Enum.GetValues<MemoryPlace>()
        from synchronization in Enum.GetValues<Synchronization>()
        from blocks in Counts
        from blockSize in Sizes
        select new FreeListSpec(SpecFactory.Options(place) with { Synchronization = synchronization }, blocks, blockSize, null);

    private static FreeListSpec FreeList(int blocks, int blockSize) => new(SpecFactory.InlineOptions, blocks, blockSize, null);
}
