using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Allocators.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;
using Xunit.Abstractions;

namespace Allocators.Generator.Tests.Usage.Oracle;

/// <summary>The analyzer is held against the compiler: what is copied in compiled code is said, and nothing else.</summary>
public class CopyOracleTests(ITestOutputHelper output)
{
    /// <summary>The cases of <see cref="CopyTests"/>, <see cref="CopyFormsTests"/> and <see cref="NoCopyTests"/>.</summary>
    [LanguageFact("14")]
    public async Task CasesOfTheTests()
    {
        CopyOracle oracle = new();
        string[] tests = [nameof(CopyTests), nameof(CopyFormsTests), nameof(NoCopyTests)];
        foreach ((string file, string language) in tests.SelectMany(static test => CasesIn(Path.Combine(BuildPaths.RepositoryRoot, $"tests/Allocators.Generator.Tests/Usage/{test}.cs"))))
        {
            await oracle.CompareAsync(Marks.Compile(file, language), static path => path == "File0.cs");
        }

        AssertAgrees(oracle, atLeast: 90);
    }

    /// <summary>The runtime library and what is generated for a heap of each kind: each struct is marked, and so each copy of a block, a handle or a state is told.</summary>
    [LanguageFact("14")]
    public async Task OwnCodeWithAllStructsMarked()
    {
        const string Heaps =
            """
            using Allocators;

            [ChunkHeap(Chunks = 4096, ChunkSize = 256)] public partial struct Chunks { }
            [ChunkHeap(Chunks = 64, ChunkSize = 64, Synchronization = Synchronization.LockFree)] public static partial class Singles { }
            [Teaspoon(Variant = "128KiB")] public partial struct Spoon { }
            [Teaspoon(Variant = "128KiB", Headers = false, Coalescing = Coalescing.Deferred)] public static partial class Headerless { }
            [Slab(Slots = 100, BlockSize = 24)] public partial struct Slots { }
            [Slab(typeof(long), Slots = 100)] public partial struct Longs { }
            [FreeList(Blocks = 100, BlockSize = 24, Storage = Storage.Pointer)] public partial struct Pool { }
            [FreeList(typeof(double), Blocks = 100)] public partial struct Doubles { }
            """;
        CopyOracle oracle = new();
        await oracle.CompareAsync(MarkedProgram.Of("src/Allocators.Runtime", Heaps), static _ => true);

        AssertAgrees(oracle, atLeast: 300);
    }

    private void AssertAgrees(CopyOracle oracle, int atLeast)
    {
        output.WriteLine($"{oracle.Agreed} copies that both tell");
        foreach ((Excuse excuse, int count) in oracle.Excused) output.WriteLine($"{count} {excuse}");
        Assert.True(oracle.Differences.Count == 0, string.Join("\n", oracle.Differences));
        Assert.True(oracle.Agreed >= atLeast, $"{oracle.Agreed} copies");
    }

    /// <summary>The files that are given to <see cref="Marks.ExpectAsync"/>, and their language version.</summary>
    private static IEnumerable<(string File, string Language)> CasesIn(string path) =>
        from call in CSharpSyntaxTree.ParseText(File.ReadAllText(path)).GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>()
        where call.Expression.ToString() == "Marks.ExpectAsync"
        let texts = call.ArgumentList.Arguments.Select(static argument => ((LiteralExpressionSyntax)argument.Expression).Token.ValueText).ToArray()
        select (texts[0], texts.Length > 1 ? texts[1] : "12");
}
