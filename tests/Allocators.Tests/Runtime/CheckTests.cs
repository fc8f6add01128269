using System;
using System.Numerics;
using Xunit;

namespace Allocators.Tests;

/// <summary>What is asked before a heap looks for room.</summary>
public sealed class CheckTests
{
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
}
