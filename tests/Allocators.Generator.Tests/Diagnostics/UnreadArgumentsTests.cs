using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using Allocators.Generator.Tests.Harness;
using Allocators.Generator.Tests.Incremental;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace Allocators.Generator.Tests.Diagnostics;

/// <summary>Arguments that name what is generated have a value in the finished program, but not for the generator: it says so and writes no heap.</summary>
public class UnreadArgumentsTests
{
    private const string Others =
        """
        using Allocators;
        [ChunkHeap(Chunks = 10, ChunkSize = 64)] internal static partial class A { }
        [Slab(Slots = 10, BlockSize = 8)] internal partial struct S { }
        internal static class My { internal const int Chunks = A.Chunks, Twice = 2 * Chunks; internal const string Text = nameof(A.Chunks); }
        internal enum E { None, Some = A.Chunks, More }
        internal struct Pair<TFirst> { internal TFirst First { get; set; } }

        """;

    private const string OfConstants = "constants of generated heaps are not there yet when a heap is generated; write the number, or a constant of your own that needs none of them";
    private const string OfTypes = "types of generated heaps are not there yet when a heap is generated; take a type of your own";

    [Theory]
    [InlineData("ChunkHeap(Chunks = A.Chunks * 2)", "Chunks = A.Chunks * 2")]
    [InlineData("ChunkHeap(Chunks = A.Chunks)", "Chunks = A.Chunks")]
    [InlineData("ChunkHeap(Chunks = (int)(long)A.Chunks)", "Chunks = (int)(long)A.Chunks")]
    [InlineData("ChunkHeap(Chunks = true ? 5 : A.Chunks)", "Chunks = true ? 5 : A.Chunks")]
    [InlineData("ChunkHeap(Chunks = My.Chunks)", "Chunks = My.Chunks")]
    [InlineData("ChunkHeap(Chunks = My.Twice)", "Chunks = My.Twice")]
    [InlineData("ChunkHeap(Chunks = (int)E.Some)", "Chunks = (int)E.Some")]
    [InlineData("ChunkHeap(Chunks = (int)E.More)", "Chunks = (int)E.More")]
    [InlineData("ChunkHeap(Alignment = A.MaxAlignment > 8 ? 8 : 4)", "Alignment = A.MaxAlignment > 8 ? 8 : 4")]
    [InlineData("ChunkHeap(Checks = A.Chunks > 5 ? Checks.None : Checks.Standard)", "Checks = A.Chunks > 5 ? Checks.None : Checks.Standard")]
    [InlineData("FreeList(Blocks = 5, BlockSize = A.Capacity)", "BlockSize = A.Capacity")]
    [InlineData("Teaspoon(Headers = A.Chunks > 5)", "Headers = A.Chunks > 5")]
    public Task ConstantIsNotThereYet(string attribute, string at)
    {
        string[] parts = at.Split(" = ", 2);
        return AssertOneAsync(attribute, at, $"{parts[0]} is '{parts[1]}', but the {OfConstants}");
    }

    [Theory]
    [InlineData("FreeList(typeof(S.Handle), Blocks = 5)", "typeof(S.Handle)", "Type", "partial struct")]
    [InlineData("Slab(typeof(Pair<S.Handle>), Slots = 5)", "typeof(Pair<S.Handle>)", "Type", "partial struct")]
    [InlineData("FreeList(Blocks = 5, BlockSize = 8, Over = typeof(A.Allocator))", "Over = typeof(A.Allocator)", "Over", "ref partial struct")]
    public Task TypeIsNotThereYet(string attribute, string at, string name, string type) =>
        AssertOneAsync(attribute, at, $"{name} is '{at[at.IndexOf("typeof", System.StringComparison.Ordinal)..]}', but the {OfTypes}", type);

    [LanguageFact("11")]
    public async Task TypeArgumentIsNotThereYet()
    {
        CSharpCompilation output = GeneratorHarness.Generate(new ProjectSettings(Framework.Net8, "11").Compile(Others + "[Slab<S.Handle>(Slots = 5)] internal partial struct Heap { }"));

        Assert.Equal(("ALLOC0021", $"Type is 'S.Handle', but the {OfTypes}"), Said(Assert.Single(await GeneratorHarness.AnalyzeAsync(output))));
    }

    [Fact]
    public async Task EveryArgumentIsNamed()
    {
        CSharpCompilation output = GeneratorHarness.Generate(ProjectSettings.Default.Compile(
            Others + "[ChunkHeap(Chunks = A.Chunks /* all */ *\n 2, ChunkSize = A.ChunkSize, Alignment = 8)] internal partial struct Heap { }"));

        Assert.Equal(["ALLOC0021", "ALLOC0021"], (await GeneratorHarness.AnalyzeAsync(output)).Select(static diagnostic => diagnostic.Id));
        AssertNoHeap(output);
    }

    [Theory]
    [InlineData("internal partial struct Heap", "Heap")]
    [InlineData("internal static partial class Heap", "Heap")]
    [InlineData("internal ref partial struct Heap", "Heap")]
    [InlineData("internal partial struct Heap<T>", "Heap`1")]
    public void WhatIsLeftCompilesAndHasNoMembers(string declaration, string name)
    {
        CSharpCompilation output = GeneratorHarness.Generate(ProjectSettings.Default.Compile(Others + $"[ChunkHeap(Chunks = A.Chunks)] {declaration} {{ }}"));

        GeneratorHarness.AssertNoComplaints(output);
        AssertNoHeap(output, name);
    }

    /// <summary>In the finished program the heap's own constant hides the one that the generator read.</summary>
    [Theory]
    [InlineData("Chunks = 2 * Chunks", "")]
    [InlineData("Chunks = More", "private const int More = Chunks + 1;")]
    public async Task ConstantIsHiddenByAGeneratedOne(string argument, string member)
    {
        CSharpCompilation output = GeneratorHarness.Generate(ProjectSettings.Default.Compile(
            $"internal static partial class Outer {{ internal const int Chunks = 10; [Allocators.ChunkHeap({argument})] internal partial struct Heap {{ {member} }} }}"));

        Assert.Equal(("ALLOC0021", $"Chunks is '{argument.Split(" = ")[1]}', but the {OfConstants}"), Said(Assert.Single(await GeneratorHarness.AnalyzeAsync(output))));
    }

    [Theory]
    [InlineData("Chunks = 10")]
    [InlineData("Chunks = Sizes.Chunks * 2")]
    [InlineData("Chunks = Twice")]
    [InlineData("Chunks = nameof(Heap) == \"Heap\" ? 1 : 2")]
    [InlineData("Chunks = (int)System.DayOfWeek.Friday")]
    public Task OtherConstantsAreRead(string argument) => Expect.NothingAsync(ProjectSettings.Default.Compile(
        $"internal static class Sizes {{ internal const int Chunks = 16; }} [Allocators.ChunkHeap({argument})] internal partial struct Heap {{ private const int Twice = 2 * Sizes.Chunks; }}"));

    [Theory]
    [InlineData("Chunks = Missing", "CS0103")]
    [InlineData("Chunks = \"5\"", "CS0029")]
    [InlineData("Chunks = A.Missing", "CS0117")]
    public async Task WhatTheCompilerSaysIsNotSaidTwice(string argument, string id)
    {
        CSharpCompilation output = GeneratorHarness.Generate(ProjectSettings.Default.Compile(Others + $"[ChunkHeap({argument})] internal partial struct Heap {{ }}"));

        Assert.Equal(id, Assert.Single(output.GetDiagnostics(), static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Id);
        Assert.Empty(await GeneratorHarness.AnalyzeAsync(output));
        AssertNoHeap(output);
    }

    [Fact]
    public async Task AnArgumentThatWasMendedSinceIsNotSaid()
    {
        CSharpCompilation before = ProjectSettings.Default.Compile(Others, "[Allocators.ChunkHeap(Chunks = A.Chunks)] internal partial struct Heap { }");
        CSharpCompilation stale = GeneratorHarness.Generate(before);
        SyntaxTree edited = CSharpSyntaxTree.ParseText("[Allocators.ChunkHeap(Chunks = 5)] internal partial struct Heap { }", (CSharpParseOptions)before.SyntaxTrees[1].Options);

        Assert.Single(await GeneratorHarness.AnalyzeAsync(stale));
        Assert.Empty(await GeneratorHarness.AnalyzeAsync(stale.ReplaceSyntaxTree(before.SyntaxTrees[1], edited)));
    }

    [Fact]
    public void UnrelatedEditChangesNothing()
    {
        IncrementalRun run = new(ProjectSettings.Default, Others + "[ChunkHeap(Chunks = A.Chunks)] internal partial struct Heap { }", "internal class Other { }");

        run.Edit(1, "internal class Another { internal int Number() => 1; }");

        Assert.Equal(3, run.OutputReasons.Count);
        Assert.All(run.OutputReasons, static reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
        Assert.All(run.Reasons(AllocatorGenerator.DeclarationStep), static reason =>
            Assert.True(reason is IncrementalStepRunReason.Unchanged or IncrementalStepRunReason.Cached, reason.ToString()));
    }

    private static async Task AssertOneAsync(string attribute, string at, string message, string type = "partial struct")
    {
        CSharpCompilation output = GeneratorHarness.Generate(ProjectSettings.Default.Compile(Others + $"[{attribute}] internal {type} Heap {{ }}"));
        Diagnostic diagnostic = Assert.Single(await GeneratorHarness.AnalyzeAsync(output));

        Assert.Equal(("ALLOC0021", message), Said(diagnostic));
        Assert.Equal(at, diagnostic.Location.SourceTree!.GetText().ToString(diagnostic.Location.SourceSpan));
        GeneratorHarness.AssertNoComplaints(output);
        AssertNoHeap(output);
    }

    private static (string Id, string Message) Said(Diagnostic diagnostic) => (diagnostic.Id, diagnostic.GetMessage(CultureInfo.InvariantCulture));

    private static void AssertNoHeap(CSharpCompilation output, string name = "Heap") =>
        Assert.Empty(output.GetTypeByMetadataName(name)!.GetMembers().Where(static member => !member.IsImplicitlyDeclared));
}
