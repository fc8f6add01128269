using System;
using System.Collections.Generic;
using System.Linq.Expressions;
using System.Threading;
using Allocators.Timing;
using Xunit;

namespace Allocators.Package.Tests;

/// <summary>What samples and benchmarks measure with. Nothing else runs meanwhile: what it compiled would be seen.</summary>
[Collection(Name)]
public sealed class TimingTests
{
    private const string Name = "Timing";

    [Fact]
    public void Rounds_in_which_something_is_compiled_are_run_again()
    {
        int compiled = 0;
        List<int> rounds = [];

        WarmUp.Measure(2, static () => Thread.SpinWait(1_000_000), round =>
        {
            rounds.Add(round);
            if (rounds.Count == 3) compiled = Expression.Lambda<Func<int>>(Expression.Constant(7)).Compile()();
        });

        Assert.Equal(7, compiled);
        Assert.True(rounds.Count > 3, "the round that compiled something was counted");
        Assert.Equal([0, 0, 1], rounds[^3..]);
    }

    [Fact]
    public void Twice_and_half_as_long_are_in_the_mean_as_long()
    {
        Assert.Equal(1, GeometricMean.Of([0.5, 2]), 12);
        Assert.Equal(2, GeometricMean.Of([1, 2, 4]), 12);
    }

    [Fact]
    public void Medians() => Assert.Equal(3, Median.Of<int>([9, 1, 3]));

    /// <summary>Tests that are alone.</summary>
    [CollectionDefinition(Name, DisableParallelization = true)]
    public sealed class Alone;
}
