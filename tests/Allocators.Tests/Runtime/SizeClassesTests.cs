using System.Linq;
using Xunit;

namespace Allocators.Tests;

/// <summary>The sizes that a heap of size classes rounds up to, and where slots start in its pages.</summary>
public class SizeClassesTests
{
    private const int Last = 64, Largest = 8192;

    private static readonly int[] Sizes = [.. Enumerable.Range(1, Last).Select(SizeClasses.BytesOf)];

    [Fact]
    public void Sizes_are_every_8_bytes_up_to_128_and_then_8_for_each_doubling()
    {
        Assert.Equal(Enumerable.Range(1, 16).Select(static granules => 8 * granules), Sizes[..16]);
        Assert.Equal([144, 160, 176, 192, 208, 224, 240, 256, 288, 320], Sizes[16..26]);
        Assert.Equal(Largest, Sizes[^1]);
        Assert.All(Sizes.Skip(16).Zip(Sizes.Skip(17)), static pair => Assert.InRange(pair.Second - pair.First, 1, pair.First / 8));
    }

    [Fact]
    public void Class_is_the_smallest_that_has_room_and_is_a_multiple_of_the_alignment()
    {
        for (int alignment = 1; alignment <= 512; alignment *= 2)
        {
            for (int size = 1; size <= Largest; size++)
            {
                int expected = 1 + System.Array.FindIndex(Sizes, bytes => bytes >= size && bytes % alignment == 0);
                Assert.Equal(expected, SizeClasses.ClassFor(size, alignment, Last));
            }
        }

        Assert.Equal(0, SizeClasses.ClassFor(Largest + 1, 1, Last));
        Assert.Equal(0, SizeClasses.ClassFor(int.MaxValue / 2, 1, Last));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(8)]
    [InlineData(16)]
    public void Slots_start_one_behind_the_other_and_end_with_the_page(int pageWords)
    {
        for (int granules = 1; granules <= SizeClasses.SmallGranules; granules++)
        {
            ulong[] expected = new ulong[pageWords];
            for (int granule = 0; granule + granules <= pageWords * 64; granule += granules) expected[granule / 64] |= 1UL << (granule % 64);
            Assert.Equal(expected, Enumerable.Range(0, pageWords).Select(word => SizeClasses.SlotStarts(pageWords, granules, word)));
        }
    }
}
