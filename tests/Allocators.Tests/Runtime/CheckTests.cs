using System;
using System.Numerics;
using Xunit;

namespace Allocators.Tests;

/// <summary>What is asked before a heap looks for room.</summary>
public sealed class CheckTests
{
    [Theory]
    [InlineData(0, 1, true)]
    [InlineData(int.MaxValue, 16, true)]
    [InlineData(1L + int.MaxValue, 1, false)]
    [InlineData(-1, 1, false)]
    [InlineData(1, 0, false)]
    [InlineData(1, 3, false)]
    [InlineData(1, 12, false)]
    [InlineData(1, 32, false)]
    [InlineData(1, -1, false)]
    [InlineData(1, long.MinValue, false)]
    public void Numbers_of_c_are_a_request_or_not(long size, long alignment, bool isRequest) =>
        Assert.Equal(isRequest, Check.IsRequest(unchecked((nuint)size), unchecked((nuint)alignment), 16));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_block_has_a_byte(int size)
    {
        Check.SizeOfBlock(1);
        Assert.StartsWith("A block has 1 byte or more.", Assert.Throws<ArgumentOutOfRangeException>(nameof(size), () => Check.SizeOfBlock(size)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Sizes_are_not_negative()
    {
        Assert.Null(Record.Exception(() => Check.Size(0)));
        Assert.Null(Record.Exception(() => Check.Size(int.MaxValue)));
        Assert.Throws<ArgumentOutOfRangeException>("size", () => Check.Size(-1));
        Assert.Throws<ArgumentOutOfRangeException>("size", () => Check.Request(int.MinValue, 1, 8));
    }

    [Fact]
    public void Alignments_are_powers_of_two_up_to_the_largest()
    {
        for (int alignment = -70; alignment <= 200; alignment++)
        {
            bool good = alignment is >= 1 and <= 64 && BitOperations.IsPow2(alignment);
            Exception? refusal = Record.Exception(() => Check.Request(0, alignment, 64));
            Assert.Equal(good, refusal is null);
        }

        Assert.Throws<ArgumentOutOfRangeException>("alignment", () => Check.Request(0, int.MinValue, 64));
    }

    [Fact]
    public void Blocks_and_offsets_are_inside_or_not()
    {
        int[] numbers = [int.MinValue, -2, -1, 0, 1, 99, 100, 101, int.MaxValue - 1, int.MaxValue];
        foreach (int offset in numbers)
        {
            Assert.Equal(offset is >= 0 and < 100, Check.IsInside(offset, 100));
            foreach (int length in numbers)
            {
                bool within = offset >= 0 && length >= 0 && (long)offset + length <= 100;
                Assert.Equal(within, Check.IsWithin(new Block(offset, length), 100));
            }
        }
    }

    [Fact]
    public void An_offset_is_that_of_a_unit_if_it_is_a_multiple_of_its_size()
    {
        foreach ((int bytes, int shift) in new[] { (1, 0), (8, 3), (24, -1), (64, 6), (1000, -1) })
        {
            foreach (int units in new[] { 1, 2, 5, int.MaxValue / bytes })
            {
                foreach (int unit in new[] { -1, 0, 1, 2, 4, 5, 6, units - 1 })
                {
                    foreach (int beside in new[] { -1, 0, 1, bytes / 2 })
                    {
                        int offset = (int)Math.Min(((long)unit * bytes) + beside, int.MaxValue);
                        bool isUnit = offset >= 0 && offset % bytes == 0 && offset / bytes < units;

                        Assert.Equal(isUnit, Check.IsUnitOf(bytes, offset, units, out int found));
                        if (isUnit) Assert.Equal(offset / bytes, found);
                        if (shift < 0) continue;

                        Assert.Equal(isUnit, Check.IsUnit(offset, shift, units, out found));
                        if (isUnit) Assert.Equal(offset / bytes, found);
                    }
                }
            }
        }
    }
}
