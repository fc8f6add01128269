using System.Collections.Generic;
using System.Linq;
using ArchUnitNET.Domain;
using ArchUnitNET.Domain.Extensions;
using ArchUnitNET.Loader;
using ArchUnitNET.xUnit;
using Xunit;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace Allocators.Generator.Tests.Architecture;

/// <summary>The generator is a house: each floor knows only those below it.</summary>
public sealed class FloorsTests
{
    private const string House = "Allocators.Generator";

    /// <summary>Types that refer to each other, all together: more than so many are hard to change one at a time.</summary>
    private const int LargestCircle = 3;

    private static readonly ArchUnitNET.Domain.Architecture Generator = new ArchLoader().LoadAssemblies(typeof(AllocatorGenerator).Assembly).Build();

    /// <summary>From the bottom up. The hosts, generator and analyzer, stand on the roof.</summary>
    private static readonly string[] Floors = ["Model", "Text", "Diagnostics", "Declarations", "Surface", "Kinds", "Pipeline", "Usage"];

    public static TheoryData<string, string> Pairs()
    {
        TheoryData<string, string> pairs = [];
        for (int lower = 0; lower < Floors.Length; lower++)
        {
            foreach (string higher in Floors.Skip(lower + 1)) pairs.Add(Floors[lower], higher);
        }

        return pairs;
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void FloorDoesNotKnowWhatIsAbove(string lower, string higher) =>
        Types().That().ResideInNamespaceMatching(InsideOf(lower)).Should().NotDependOnAnyTypesThat().ResideInNamespaceMatching(InsideOf(higher)).Check(Generator);

    [Theory]
    [InlineData("Surface", "Diagnostics")]
    [InlineData("Surface", "Declarations")]
    public void WhatIsWrittenDoesNotDependOnHowItWasRead(string floor, string other) =>
        Types().That().ResideInNamespaceMatching(InsideOf(floor)).Should().NotDependOnAnyTypesThat().ResideInNamespaceMatching(InsideOf(other)).Check(Generator);

    /// <summary>A model is kept from run to run, and may hold nothing of a compilation.</summary>
    [Theory]
    [InlineData("Model")]
    [InlineData("Text")]
    [InlineData("Surface")]
    public void FloorKnowsNoSymbols(string floor)
    {
        var roslyn = Generator.Types.Concat(Generator.ReferencedTypes).Where(static type => type.FullName.StartsWith("Microsoft.CodeAnalysis.", System.StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(roslyn);
        Types().That().ResideInNamespaceMatching(InsideOf(floor)).Should().NotDependOnAny(roslyn).Check(Generator);
    }

    [Fact]
    public void NoKindKnowsAnother()
    {
        const string Kinds = $"{House}.Kinds.";
        string[] kinds = [.. Generator.Types.Select(static type => type.Namespace.FullName).Where(static name => name.StartsWith(Kinds, System.StringComparison.Ordinal)).Select(static name => name[Kinds.Length..].Split('.')[0]).Distinct()];

        Assert.InRange(kinds.Length, 5, int.MaxValue);
        foreach (string kind in kinds)
        {
            foreach (string other in kinds.Where(other => other != kind))
            {
                Types().That().ResideInNamespaceMatching(InsideOf($"Kinds.{kind}")).Should().NotDependOnAnyTypesThat().ResideInNamespaceMatching(InsideOf($"Kinds.{other}")).Check(Generator);
            }
        }
    }

    [Fact]
    public void EachFloorIsInhabited() => Assert.All(Floors, static floor => Assert.Contains(
        Generator.Types, type => type.Namespace.FullName == $"{House}.{floor}" || type.Namespace.FullName.StartsWith($"{House}.{floor}.", System.StringComparison.Ordinal)));

    [Fact]
    public void CirclesAreSmall() => Assert.All(
        Circles.Among(Generator.Types.Where(static type => type.Namespace.FullName.StartsWith(House, System.StringComparison.Ordinal)).Select(Outermost).Distinct().ToList(), ReferencesOf),
        static circle => Assert.True(circle.Count <= LargestCircle, string.Join(", ", circle.Select(static type => type.FullName))));

    private static string InsideOf(string floor) => $@"^{House}\.{floor.Replace(".", @"\.", System.StringComparison.Ordinal)}(\..*)?$";

    private static IEnumerable<IType> ReferencesOf(IType type) => Generator.Types
        .Where(part => Outermost(part).Equals(type))
        .SelectMany(static part => part.GetTypeDependencies())
        .Select(Outermost);

    /// <summary>The type that a file is about: nested types and closures are part of it.</summary>
    private static IType Outermost(IType type)
    {
        string name = type.FullName.Split('+', '/')[0];
        return Generator.Types.FirstOrDefault(other => other.FullName == name) ?? type;
    }
}
