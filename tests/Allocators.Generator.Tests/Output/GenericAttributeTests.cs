using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Allocators.Generator.Tests.Diagnostics;
using Allocators.Generator.Tests.Harness;
using Allocators.Generator.Tests.Incremental;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace Allocators.Generator.Tests.Output;

/// <summary>C# 11 has attributes with type arguments: <c>[Slab&lt;T&gt;]</c> is <c>[Slab(typeof(T))]</c>. The oldest Roslyn knows them as a preview.</summary>
public class GenericAttributeTests
{
    private const string Both =
        """
        using Allocators;

        namespace Game
        {
            internal struct Entity { internal long Id; internal Entity(long id) { Id = id; } }

            [Slab<Entity>(Slots = 10)] internal partial struct Entities { }
            [FreeList<Entity>(Blocks = 10)] internal static partial class List { }
            [global::Allocators.SlabAttribute<int>(Slots = 10, HandleBits = 64, OnExhausted = OnExhausted.Wrap)] internal ref partial struct Numbers { }
        }
        """;

    private static readonly string[] Languages = ["11", "12", "14", "preview"];

    public static TheoryData<string> KnownLanguages => new(Languages.Where(ProjectSettings.IsKnown));

    [Theory]
    [MemberData(nameof(KnownLanguages))]
    public void HeapsAreWritten(string language)
    {
        CSharpCompilation compilation = new ProjectSettings(Framework.Net8, language).Compile(Both);

        GeneratorRunResult result = GeneratorHarness.Run(compilation);

        Assert.Null(result.Exception);
        Assert.Equal(3, result.GeneratedSources.Length);
        if (language != "preview") GeneratorHarness.AssertNoComplaints(GeneratorHarness.Generate(compilation));
    }

    [Theory]
    [MemberData(nameof(KnownLanguages))]
    public void TheyAreThoseOfTheAttributeWithAType(string language)
    {
        ProjectSettings settings = new(Framework.Net8, language);
        string withTypes = Both.Replace("Slab<Entity>(", "Slab(typeof(Entity), ", System.StringComparison.Ordinal)
            .Replace("FreeList<Entity>(", "FreeList(typeof(Entity), ", System.StringComparison.Ordinal)
            .Replace("SlabAttribute<int>(", "SlabAttribute(typeof(int), ", System.StringComparison.Ordinal);

        Assert.Equal(Sources(settings.Compile(withTypes)), Sources(settings.Compile(Both)));
    }

    [Fact]
    public Task OneTypeIsOneHeap() => Expect.OneAsync(
        "ALLOC0008",
        "Allocators.Slab<int>(Slots = 8)",
        "'Heap' is declared as Slab and as FreeList; a type is one heap",
        Newest.Compile("[Allocators.Slab<int>(Slots = 8), Allocators.FreeList<int>(Blocks = 8)] internal partial struct Heap { }"));

    [Fact]
    public Task WhatIsWrongIsSaidAtTheArgument() => Expect.OneAsync(
        "ALLOC0004",
        "HandleBits = 24",
        "HandleBits is 24; the nearest possible value is 32",
        Newest.Compile("[Allocators.Slab<int>(Slots = 8, HandleBits = 24)] internal partial struct Heap { }"));

    [Fact]
    public Task TypeIsLessAccessibleThanTheHeap() => Expect.OneAsync(
        "ALLOC0016",
        "Allocators.FreeList<Hidden>(Blocks = 8)",
        "'Hidden' is less accessible than the heap, whose public members have it in their signatures; make the heap less accessible, or the type more",
        Newest.Compile("partial class Outer { private struct Hidden { } [Allocators.FreeList<Hidden>(Blocks = 8)] internal partial struct Heap { } }"));

    [Fact]
    public void EditOfAnotherFileChangesNothing()
    {
        IncrementalRun run = new(Newest, Both, "internal class Other { }");

        run.Edit(1, "internal class Another { }");

        Assert.Equal(3, run.OutputReasons.Count);
        Assert.All(run.OutputReasons, static reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    private static ProjectSettings Newest => new(Framework.Net8, Languages.Last(ProjectSettings.IsKnown));

    private static IEnumerable<string> Sources(CSharpCompilation compilation) =>
        GeneratorHarness.Run(compilation).GeneratedSources.OrderBy(static source => source.HintName).Select(static source => source.SourceText.ToString());
}
