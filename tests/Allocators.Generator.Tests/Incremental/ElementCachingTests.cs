using System;
using System.Linq;
using Allocators.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Xunit;

namespace Allocators.Generator.Tests.Incremental;

/// <summary>What an edit of the type of the values costs: only its name, and how much it has at least, are in the heap.</summary>
public class ElementCachingTests
{
    private const string Entity = "namespace Game { public struct Entity { public long Id; public int X; } }";

    private const string Heaps =
        """
        using Game;

        [Allocators.Slab(typeof(Entity), Slots = 16)] internal partial struct Entities { }
        [Allocators.FreeList(typeof(Entity), Blocks = 300)] internal partial struct List { }
        """;

    [Theory]
    [InlineData("public int X;", "public int X, Y;")]
    [InlineData("public int X;", "")]
    [InlineData("public int X;", "public int Z;")]
    [InlineData("public long Id;", "public double Id;")]
    [InlineData("public struct Entity {", "public struct Entity { public void Move() => X++;")]
    public void FieldThatIsNotTheLargestChangesNothing(string before, string after)
    {
        IncrementalRun run = EditEntity(before, after);

        Assert.Equal([IncrementalStepRunReason.Cached, IncrementalStepRunReason.Cached], run.OutputReasons);
    }

    [Theory]
    [InlineData("public long Id;", "public decimal Id;")]
    [InlineData("public long Id;", "public int Id;")]
    public void LargestFieldWritesAnew(string before, string after) => AssertIsWrittenAnew(EditEntity(before, after));

    [Fact]
    public void OtherNamespaceWritesAnew()
    {
        IncrementalRun run = new(ProjectSettings.Default, Entity, Heaps);

        run.Edit(0, Entity.Replace("Game", "Game.Model", StringComparison.Ordinal));
        run.Edit(1, Heaps.Replace("using Game", "using Game.Model", StringComparison.Ordinal));

        AssertIsWrittenAnew(run);
        Assert.All(run.Result.GeneratedSources, static source => Assert.Contains("global::Game.Model.Entity", source.SourceText.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public void OtherNameWritesAnew()
    {
        IncrementalRun run = new(ProjectSettings.Default, Entity, Heaps);

        run.Edit(0, Entity.Replace("Entity", "Thing", StringComparison.Ordinal));
        run.Edit(1, Heaps.Replace("typeof(Entity)", "typeof(Thing)", StringComparison.Ordinal));

        AssertIsWrittenAnew(run);
        Assert.All(run.Result.GeneratedSources, static source => Assert.Contains("global::Game.Thing", source.SourceText.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public void ReferenceInTheTypeTakesTheHeapsAway()
    {
        IncrementalRun run = EditEntity("public int X;", "public string X;");

        Assert.Empty(run.Result.GeneratedSources);
    }

    private static IncrementalRun EditEntity(string before, string after)
    {
        IncrementalRun run = new(ProjectSettings.Default, Entity, Heaps);
        run.Edit(0, Entity.Replace(before, after, StringComparison.Ordinal));
        return run;
    }

    private static void AssertIsWrittenAnew(IncrementalRun run)
    {
        Assert.Equal(2, run.Result.GeneratedSources.Length);
        Assert.Equal(2, run.OutputReasons.Count(static reason => reason is IncrementalStepRunReason.Modified or IncrementalStepRunReason.New));
    }
}
