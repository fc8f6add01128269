using System;
using System.Linq;
using Xunit;
using Xunit.Abstractions;

namespace Allocators.Tests.Containment;

/// <summary>
/// Whatever a program writes into the memory of a heap, and whatever it frees: the heap stays inside its memory, and every call
/// ends. One that did not would take its process along, so that is another one.
/// </summary>
public sealed class ContainmentTests(ITestOutputHelper output)
{
    private const long Operations = 10_000_000;
    private const int MostFailures = 20;

    [GuardedFact]
    public void Damage_stays_inside_every_heap()
    {
        int seed = Seed.Next();
        output.WriteLine($"ALLOCATORS_SEED={seed}");
        Campaign campaign = new(Operations, seed, MostFailures);
        campaign.Run();

        Assert.True(campaign.Failures.Count == 0, $"{campaign.Failures.Count} failures in {campaign.Operations:N0} operations:\n{string.Join("\n", campaign.Failures)}");
        Assert.True(campaign.Operations >= Operations, $"{campaign.Operations:N0} operations");
    }

    /// <summary>The suite finds what it looks for.</summary>
    [GuardedTheory]
    [InlineData(typeof(WriteBehind), "behind the struct was overwritten by 0x01")]
    [InlineData(typeof(WriteFarBehind), "Fatal error")]
    [InlineData(typeof(ReadInFront), "Fatal error")]
    [InlineData(typeof(GiveOutside), "gave 2 bytes at 247, and the memory has 248")]
    [InlineData(typeof(Overflow), "System.OverflowException")]
    [InlineData(typeof(NeverEnd), "does not end")]
    public void A_heap_that_does_what_it_must_not_is_found_out(Type deed, string symptom)
    {
        string traitor = typeof(Traitor<>).MakeGenericType(deed).ToString();
        Campaign campaign = new(1, 1, mostFailures: 1, log: null, traitor);
        campaign.Run();
        Assert.Contains(symptom, campaign.Failures.First(), StringComparison.Ordinal);
    }

    [GuardedFact]
    public void One_that_does_nothing_of_that_is_not()
    {
        Campaign campaign = new(10_000, 1, mostFailures: 1, log: null, typeof(Traitor<Nothing>).ToString());
        campaign.Run();
        Assert.Empty(campaign.Failures);
        Assert.InRange(campaign.Operations, 10_000, long.MaxValue);
    }

    [Fact]
    public void Every_heap_of_the_conformance_suite_is_attacked()
    {
        Type[] suites = [typeof(Conformance<>), typeof(EqualBlocks<>), typeof(HandleConformance<,>)];
        var conforming =
            from type in typeof(ContainmentTests).Assembly.GetTypes()
            let suite = type.BaseType
            where suite is { IsGenericType: true } && suites.Contains(suite.GetGenericTypeDefinition()) && !type.IsGenericType
            select suite.GetGenericArguments()[0];

        Assert.Equal([typeof(HandWritten)], conforming.Except(Suspect.All.Select(suspect => suspect.Heap)));
    }
}
