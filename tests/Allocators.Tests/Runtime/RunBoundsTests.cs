using System;
using Xunit;

namespace Allocators.Tests;

/// <summary>A row of bounds against an array of numbers.</summary>
public sealed class RunBoundsTests
{
    [Fact]
    public void Zero_promises_nothing()
    {
        byte[] bounds = new byte[RunBounds.GroupsInRow];
        Assert.Equal(RunBounds.Longest, RunBounds.Get(in bounds[0], 7));
        Assert.Equal(uint.MaxValue, RunBounds.AtLeast(in bounds[0], 100_000));
        Assert.Equal(uint.MaxValue, RunBounds.Exactly(in bounds[0], 255));
    }

    [Fact]
    public void A_bound_is_kept_up_to_the_longest_that_is_told_apart()
    {
        byte[] bounds = new byte[RunBounds.GroupsInRow];
        for (int bound = 0; bound <= 300; bound++)
        {
            RunBounds.Set(ref bounds[0], 5, bound);
            Assert.Equal(Math.Min(bound, RunBounds.Longest), RunBounds.Get(in bounds[0], 5));
        }
    }

    [Fact]
    public void A_bound_is_raised_and_never_lowered()
    {
        byte[] bounds = new byte[RunBounds.GroupsInRow];
        RunBounds.Set(ref bounds[0], 3, 10);
        RunBounds.Raise(ref bounds[0], 3, 9);
        Assert.Equal(10, RunBounds.Get(in bounds[0], 3));
        RunBounds.Raise(ref bounds[0], 3, 11);
        Assert.Equal(11, RunBounds.Get(in bounds[0], 3));
        RunBounds.Raise(ref bounds[0], 3, 1000);
        Assert.Equal(RunBounds.Longest, RunBounds.Get(in bounds[0], 3));
    }

    [Fact]
    public void Groups_are_compared_at_once_as_they_are_one_by_one()
    {
        int seed = Seed.Next();
        Random random = new(seed);
        byte[] bounds = new byte[3 * RunBounds.GroupsInRow];
        for (int round = 0; round < 2000; round++)
        {
            for (int group = 0; group < bounds.Length; group++) RunBounds.Set(ref bounds[0], group, random.Next(round % 300 + 1));

            int row = random.Next(3) * RunBounds.GroupsInRow, length = random.Next(300);
            uint atLeast = 0, exactly = 0;
            for (int i = 0; i < RunBounds.GroupsInRow; i++)
            {
                int bound = RunBounds.Get(in bounds[0], row + i), wanted = Math.Min(length, RunBounds.Longest);
                if (bound >= wanted) atLeast |= 1U << i;
                if (bound == wanted) exactly |= 1U << i;
            }

            ref readonly byte first = ref RunBounds.Row(in bounds[0], row);
            Assert.True(atLeast == RunBounds.AtLeast(in first, length), $"ALLOCATORS_SEED={seed}: at least {length}");
            Assert.True(exactly == RunBounds.Exactly(in first, length), $"ALLOCATORS_SEED={seed}: exactly {length}");
        }
    }
}
