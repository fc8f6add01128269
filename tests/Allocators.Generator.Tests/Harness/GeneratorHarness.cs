using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace Allocators.Generator.Tests.Harness;

/// <summary>Does with a compilation what the compiler and the editor do with a user's project.</summary>
internal static class GeneratorHarness
{
    /// <summary>A driver that remembers why each step ran.</summary>
    public static GeneratorDriver CreateDriver(CSharpCompilation compilation) => CSharpGeneratorDriver.Create(
        [new AllocatorGenerator().AsSourceGenerator()],
        parseOptions: (CSharpParseOptions)compilation.SyntaxTrees[0].Options,
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    /// <summary>Runs the generator once.</summary>
    public static GeneratorRunResult Run(CSharpCompilation compilation) =>
        CreateDriver(compilation).RunGenerators(compilation).GetRunResult().Results.Single();

    /// <summary>The compilation with what the generator adds to it.</summary>
    public static CSharpCompilation Generate(CSharpCompilation compilation)
    {
        CreateDriver(compilation).RunGeneratorsAndUpdateCompilation(compilation, out Compilation output, out _);
        return (CSharpCompilation)output;
    }

    /// <summary>Runs the definition analyzer.</summary>
    public static async Task<ImmutableArray<Diagnostic>> AnalyzeAsync(Compilation compilation)
    {
        ImmutableArray<Diagnostic> found = await compilation
            .WithAnalyzers(ImmutableArray.Create<DiagnosticAnalyzer>(new DeclarationAnalyzer()))
            .GetAnalyzerDiagnosticsAsync();
        return [.. found.OrderBy(static diagnostic => diagnostic.Location.SourceSpan.Start).ThenBy(static diagnostic => diagnostic.Id)];
    }

    /// <summary>What the compiler complains about, warnings included.</summary>
    public static IEnumerable<string> Complaints(Compilation compilation) => compilation.GetDiagnostics()
        .Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)
        .Select(static diagnostic => diagnostic.ToString());

    /// <summary>Fails with all that the compiler says.</summary>
    public static void AssertNoComplaints(Compilation compilation)
    {
        string complaints = string.Join("\n", Complaints(compilation));
        Assert.True(complaints.Length == 0, complaints);
    }
}
