using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Allocators.Generator.Kinds.FreeList;
using Allocators.Generator.Kinds.SizeClassHeap;
using Allocators.Generator.Model;
using Allocators.Generator.Tests.Harness;
using Allocators.Generator.Text;
using Xunit;

namespace Allocators.Generator.Tests.Text;

public sealed class CompiledTemplateTests
{
    private static readonly Dictionary<string, string> NoNames = [];
    private static readonly int[] Counts = [1, 64, 65, 100_000], Sizes = [1, 16, 24];

    [Theory]
    [InlineData("", "c")]
    [InlineData("A", "a")]
    [InlineData("B", "b")]
    [InlineData("A B", "a")]
    public void FirstBranchWhoseConditionHoldsIsKept(string symbols, string kept) => Assert.Equal(kept, Resolve(symbols, "#if A", "a", "#elif B", "b", "#else", "c", "#endif"));

    [Theory]
    [InlineData("", "")]
    [InlineData("A", "a")]
    [InlineData("B", "")]
    [InlineData("A B", "a\nb")]
    public void ConditionsNest(string symbols, string kept) => Assert.Equal(kept, Resolve(symbols, "#if A", "a", "#if B", "b", "#endif", "#else", "#if C", "c", "#endif", "#endif"));

    [Theory]
    [InlineData("A && !B", "A", true)]
    [InlineData("A && !B", "A B", false)]
    [InlineData("A || B && C", "A", true)]
    [InlineData("A || B && C", "B", false)]
    [InlineData("A || B && C", "B C", true)]
    [InlineData("A // not B", "A", true)]
    public void ConditionIsOfOrsOfAnds(string condition, string symbols, bool holds) => Assert.Equal(holds ? "x" : "", Resolve(symbols, "#if " + condition, "x", "#endif"));

    [Fact]
    public void NameStandsForAnother() => Assert.Equal(
        "(byte)Linked, memory.Link /* Link", CompiledTemplate.Parse("{\n    (Link)Linked, memory.Link /* Link\n}".Replace("/*", "//")).Resolve([], new Dictionary<string, string> { ["Link"] = "byte" }, []).Replace("//", "/*"));

    [Fact]
    public void TypesGetTheirFullNames() => Assert.Equal(
        "global::Allocators.Check.IsInside(global::System.Math.Min(a, b)); // Check", Resolve("", "Check.IsInside(Math.Min(a, b)); // Check"));

    [Fact]
    public void ParametersAreDropped() => Assert.Equal(
        "void A(int b);\nvoid C();", CompiledTemplate.Parse("{\n    void A(ref byte m, int b);\n    void C(ref byte m);\n}").Resolve([], NoNames, ["ref byte m"]));

    /// <summary>What the tests compile is what heaps are made of.</summary>
    [Fact]
    public void EachVariantThatTestsCompileIsThatOfAHeap()
    {
        HashSet<string> sets = [.. AllSymbols().Select(static symbols => string.Join(" ", symbols))];
        string[] variants = File.ReadAllLines(Path.Combine(BuildPaths.RepositoryRoot, "tests/Allocators.Templates/variants"));

        Assert.NotEmpty(variants);
        Assert.All(variants, variant => Assert.Contains(variant, sets));
        Assert.All(AllSymbols().SelectMany(static symbols => symbols).Where(static symbol => symbol != "LOCK_FREE").Distinct(), symbol => Assert.Contains(variants, variant => variant.Split(' ').Contains(symbol)));
    }

    /// <summary>A symbol that nobody defines would be a branch that nobody has.</summary>
    [Fact]
    public void EachSymbolIsDefinedForSomeHeap()
    {
        HashSet<string> known = [.. AllSymbols().SelectMany(static symbols => symbols)];
        string[] files = Directory.GetFiles(Path.Combine(BuildPaths.RepositoryRoot, "src/Allocators.Generator"), "*.template.cs", SearchOption.AllDirectories);

        Assert.NotEmpty(files);
        Assert.All(
            files.SelectMany(File.ReadLines).Where(static line => line.StartsWith("#if", System.StringComparison.Ordinal) || line.StartsWith("#elif", System.StringComparison.Ordinal)),
            line => Assert.All(Regex.Matches(line.Split("//")[0], "[A-Z_]{2,}"), symbol => Assert.Contains(symbol.Value, known)));
    }

    private static IEnumerable<ICollection<string>> AllSymbols() =>
        from place in new[] { new HeapPlace(MemoryPlace.Inline), HeapPlace.Static, new HeapPlace(MemoryPlace.Span), new HeapPlace(MemoryPlace.Pointer) }
        from state in new[] { State.Automatic, State.InMemory, State.InStruct }
        from synchronization in new[] { Synchronization.None, Synchronization.SpinLock, Synchronization.LockFree }
        from checks in new[] { Checks.Standard, Checks.None }
        from symbols in SymbolsOf(new HeapOptions(place, state, synchronization, checks, place.DefaultAlignment))
        select symbols;

    private static IEnumerable<ICollection<string>> SymbolsOf(HeapOptions options) =>
    [
        .. from count in Counts from size in Sizes select FreeListState.Symbols(new FreeListSpec(options, count, size, null)),
        .. options.IsLockFree ? [] : (ICollection<string>[])[SizeClassHeapState.Symbols(new SizeClassHeapSpec(options, 1 << 20)), SizeClassHeapState.Symbols(new SizeClassHeapSpec(options, 4096))],
    ];

    private static string Resolve(string symbols, params string[] lines) =>
        CompiledTemplate.Parse("struct A\n{\n" + string.Join("\n", lines.Select(static line => line[0] == '#' ? line : "    " + line)) + "\n}\n").Resolve(symbols.Split(' '), NoNames, []);
}
