using System;
using System.Linq;
using Allocators.Generator.Kinds.Teaspoon;
using Allocators.Generator.Model;
using Xunit;

namespace Allocators.Generator.Tests.Specs;

/// <summary>The numbers of a teaspoon, worked out by hand.</summary>
public class TeaspoonSpecTests
{
    [Theory]
    [InlineData("4KiB", 8192, 2048, 22, 64)]
    [InlineData("4KiB", 1024, 256, 16, 56)]
    [InlineData("4KiB", 64, 16, 8, 40)]
    [InlineData("128KiB", 131072, 32768, 102, 240)]
    [InlineData("16MiB", 16777216, 2097152, 286, 1208)]
    [InlineData("1GiB", 1073741824, 134217728, 382, 1608)]
    public void GranulesBinsAndBookkeepingFollowFromTheArena(string variant, int bytes, int granules, int bins, int overhead)
    {
        TeaspoonSpec spec = Inline(variant, bytes);

        Assert.Equal((granules, bins, overhead), (spec.Granules, spec.Bins, spec.OverheadBytes));
    }

    [Theory]
    [InlineData("4KiB", 8192)]
    [InlineData("128KiB", 131072)]
    [InlineData("16MiB", 16777216)]
    [InlineData("1GiB", 1073741824)]
    public void BookkeepingStaysWithinBudget(string variant, int largest)
    {
        for (int bytes = 16; bytes > 0 && bytes <= largest; bytes *= 2)
            Assert.InRange(Inline(variant, bytes).OverheadBytes, 0, Math.Max(BudgetOf(variant), bytes * 0.005));
    }

    [Theory]
    [InlineData("4KiB")]
    [InlineData("128KiB")]
    [InlineData("16MiB")]
    public void EverySizeHasABinAndLargerOnesNoLowerOne(string variant)
    {
        TeaspoonSpec spec = Inline(variant, TeaspoonVariant.Find(variant)!.MaxBytes);
        int before = 0;
        for (int granules = spec.MinGranules; granules <= spec.Granules - spec.MinGranules; granules++)
        {
            int bin = spec.BinOf(granules);
            Assert.InRange(bin, before, before + 1);
            before = bin;
        }

        Assert.Equal(spec.Bins - 1, before);
    }

    [Theory]
    [InlineData("4KiB", true)]
    [InlineData("4KiB", false)]
    [InlineData("128KiB", true)]
    [InlineData("16MiB", true)]
    [InlineData("1GiB", true)]
    public void RowsOfTheLayoutTableCoverTheHeap(string variant, bool isParking)
    {
        TeaspoonSpec spec = Inline(variant, 4096, isParking ? Coalescing.Deferred : Coalescing.Immediate);

        Assert.Equal(spec.TotalBytes, spec.Layout.Sum(static row => row.Bytes));
        Assert.Equal(0, spec.StateRows.Sum(static row => row.Bytes) % 8);
        Assert.Equal(isParking, spec.Layout.Any(static row => row.Field == "parked"));
    }

    [Fact]
    public void OnlyTheSmallestVariantHasALargestBlockBelowTheArena()
    {
        Assert.True(Inline("4KiB", 8192).HasLimit);
        Assert.Equal(4096, Inline("4KiB", 8192).MaxAllocation);
        Assert.False(Inline("4KiB", 4096).HasLimit);
        Assert.False(Inline("128KiB", 131072).HasLimit);
        Assert.Equal(131068, Inline("128KiB", 131072).MaxAllocation);
    }

    [Theory]
    [InlineData("128KiB")]
    [InlineData("16MiB")]
    public void SmallestVariantServesTheSameAndNeverCostsMore(string variant)
    {
        for (int bytes = 16; bytes <= 1 << 17; bytes += 8)
        {
            foreach (Coalescing coalescing in (Coalescing[])[Coalescing.Immediate, Coalescing.Deferred])
            {
                TeaspoonSpec spec = Inline(variant, bytes, coalescing), smallest = spec.WithSmallestVariant();

                Assert.InRange(smallest.MaxAllocation, spec.MaxAllocation, bytes);
                Assert.InRange(smallest.OverheadBytes, 0, spec.OverheadBytes);
                Assert.Equal(smallest.Variant != spec.Variant, spec.BlockBytesMoreThan(smallest) > 0);
            }
        }
    }

    [Fact]
    public void EqualNumbersAreEqualSpecs()
    {
        Assert.Equal(Inline("4KiB", 64), Inline("4KiB", 64));
        Assert.NotEqual<HeapSpec>(Inline("4KiB", 64), Inline("128KiB", 64));
        Assert.NotEqual<HeapSpec>(Inline("4KiB", 64), Inline("4KiB", 64, Coalescing.Deferred));
    }

    /// <summary>What half a percent is less than, for the arenas for which a smaller variant is there.</summary>
    private static int BudgetOf(string variant) => variant switch
    {
        "4KiB" => 64,
        "128KiB" => 256,
        _ => 840,
    };

    private static TeaspoonSpec Inline(string variant, int bytes, Coalescing coalescing = Coalescing.Immediate) =>
        new(SpecFactory.InlineOptions, TeaspoonVariant.Find(variant)!, bytes, coalescing);
}
