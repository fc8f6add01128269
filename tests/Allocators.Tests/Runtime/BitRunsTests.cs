using System;
using System.Linq;
using Xunit;

namespace Allocators.Tests;

/// <summary>Runs of bits against an array of booleans.</summary>
public sealed class BitRunsTests
{
    private readonly int _seed = Seed.Next();

    [Fact]
    public void Run_starts_are_where_so_many_bits_follow()
    {
        Random random = new(_seed);
        for (int count = 1; count <= 64; count++)
        {
            for (int round = 0; round < 50; round++)
            {
                ulong[] words = [RunsAtRandom(random), RunsAtRandom(random), RunsAtRandom(random)];
                bool[] bits = ToBits(words);
                ulong low = words[0], high = words[1];
                BitRuns.KeepStarts(count, ref low, ref high, words[2]);

                Assert.True(StartsIn(bits, 0, count) == low, $"ALLOCATORS_SEED={_seed}: {count} in a row from word 0");
                Assert.True(StartsIn(bits, 64, count) == high, $"ALLOCATORS_SEED={_seed}: {count} in a row from word 1");
                Assert.True(StartsIn(ToBits([words[0], 0]), 0, count) == BitRuns.KeepStarts(count, words[0]), $"ALLOCATORS_SEED={_seed}: {count} in a row in one word");
            }
        }
    }

    [Fact]
    public void The_tightest_gap_is_the_shortest_or_the_first_of_those_with_much_to_spare()
    {
        const int MuchToSpare = 5;
        Random random = new(_seed);
        for (int round = 0; round < 10_000; round++)
        {
            ulong low = RunsAtRandom(random), high = RunsAtRandom(random);
            if ((low | high) == 0) continue;

            bool[] starts = ToBits([low, high]);
            int found = BitRuns.Tightest(low, high);
            int shortest = Enumerable.Range(0, 128).Where(bit => IsStart(starts, bit)).Min(bit => LengthAt(starts, bit));

            Assert.True(IsStart(starts, found), $"ALLOCATORS_SEED={_seed}: a gap of {low:X} {high:X} starts at {found}");
            int length = LengthAt(starts, found);
            Assert.True(
                Math.Min(length, MuchToSpare) == Math.Min(shortest, MuchToSpare),
                $"ALLOCATORS_SEED={_seed}: a gap of {low:X} {high:X} has {shortest} places, but one with {length} was taken");
            if (low != 0) Assert.Equal(BitRuns.Tightest(low, 0), BitRuns.Tightest(low));
        }
    }

    [Fact]
    public void The_longest_run_is_found_among_those_that_start_in_two_words()
    {
        Random random = new(_seed);
        for (int round = 0; round < 5_000; round++)
        {
            // The last bit is never set, so that every run ends in the words.
            ulong[] words = [RunsAtRandom(random), RunsAtRandom(random), RunsAtRandom(random) >> 1];
            bool[] bits = ToBits(words);
            int longest = Enumerable.Range(0, 128).Max(bit => LengthAt(bits, bit));

            Assert.True(longest == BitRuns.Longest(words[0], words[1], words[2]), $"ALLOCATORS_SEED={_seed}: {longest} in {words[0]:X} {words[1]:X} {words[2]:X}");
        }
    }

    private static bool IsStart(bool[] bits, int bit) => bits[bit] && (bit == 0 || !bits[bit - 1]);

    private static int LengthAt(bool[] bits, int first) => bits.Skip(first).TakeWhile(bit => bit).Count();

    private static ulong StartsIn(bool[] bits, int from, int count)
    {
        ulong starts = 0;
        for (int bit = 0; bit < 64; bit++)
        {
            if (LengthAt(bits, from + bit) >= count) starts |= 1UL << bit;
        }

        return starts;
    }

    private static bool[] ToBits(ulong[] words) =>
        [.. words.SelectMany(word => Enumerable.Range(0, 64).Select(bit => (word >> bit & 1) != 0))];

    /// <summary>A word of a few long runs, or of many short ones.</summary>
    private static ulong RunsAtRandom(Random random)
    {
        ulong word = random.Next(4) == 0 ? ulong.MaxValue : 0;
        for (int flips = random.Next(1, 12); flips > 0; flips--) word ^= ulong.MaxValue << random.Next(64);
        return word;
    }
}
