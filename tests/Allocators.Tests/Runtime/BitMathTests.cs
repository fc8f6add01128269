using System;
using System.Linq;
using Xunit;

namespace Allocators.Tests;

/// <summary>Bit operations against the definition, bit by bit.</summary>
public sealed class BitMathTests
{
    [Fact]
    public void Counts_agree_with_the_definition()
    {
        foreach (ulong value in Words())
        {
            bool[] bits = Enumerable.Range(0, 64).Select(bit => (value >> bit & 1) != 0).ToArray();
            Assert.True(BitMath.PopCount(value) == bits.Count(bit => bit), $"Set bits of {value:X}");
            Assert.True(BitMath.TrailingZeroCount(value) == bits.TakeWhile(bit => !bit).Count(), $"Zeros below {value:X}");
            Assert.True(BitMath.LeadingZeroCount(value) == bits.Reverse().TakeWhile(bit => !bit).Count(), $"Zeros above {value:X}");
        }
    }

    [Fact]
    public void Ones_are_the_lowest_bits()
    {
        for (int count = 1; count <= 64; count++)
        {
            Assert.Equal(count, BitMath.PopCount(BitMath.Ones(count)));
            Assert.Equal(64 - count, BitMath.LeadingZeroCount(BitMath.Ones(count)));
        }
    }

    [Fact]
    public void Every_nth_bit_is_set_from_the_lowest_on()
    {
        for (int step = 1; step <= 4096; step *= 2)
        {
            ulong expected = 0;
            for (int bit = 0; bit < 64; bit += step) expected |= 1UL << bit;
            Assert.Equal(expected, BitMath.EveryNth(step));
        }
    }

    /// <summary>None, all, each single bit, each run from either end, and words at random.</summary>
    private static ulong[] Words()
    {
        Random random = new(Seed.Next());
        var runs = Enumerable.Range(0, 64).SelectMany(bit => new[] { 1UL << bit, ulong.MaxValue << bit, ulong.MaxValue >> bit });
        return [0, .. runs, .. Enumerable.Range(0, 1000).Select(_ => unchecked((ulong)random.NextInt64(long.MinValue, long.MaxValue)) & (ulong)random.NextInt64())];
    }
}
