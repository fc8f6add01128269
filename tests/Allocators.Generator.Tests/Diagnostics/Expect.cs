using System.Collections.Generic;
using System.Globalization;
using System.Threading.Tasks;
using Allocators.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace Allocators.Generator.Tests.Diagnostics;

/// <summary>What is said of a bad declaration, and that nothing is written for it.</summary>
internal static class Expect
{
    /// <summary>A number as messages write it, such as <c>1,024</c>.</summary>
    public static string Grouped(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <inheritdoc cref="Grouped(long)"/>
    public static string Grouped(string number) => Grouped(long.Parse(number, CultureInfo.InvariantCulture));

    /// <summary>A project of one file has one thing wrong: with this id, at this piece of code, in these words. So many other heaps in it are good.</summary>
    public static Task<Diagnostic> OneAsync(string id, string at, string message, string file, int goodHeaps = 0) =>
        OneAsync(id, at, message, ProjectSettings.Default.Compile(file), goodHeaps);

    /// <inheritdoc cref="OneAsync(string, string, string, string, int)"/>
    public static async Task<Diagnostic> OneAsync(string id, string at, string message, CSharpCompilation compilation, int goodHeaps = 0)
    {
        Diagnostic diagnostic = await SingleAsync(id, at, message, compilation);

        Assert.Equal(DiagnosticSeverity.Error, diagnostic.Severity);
        AssertIsWritten(compilation, goodHeaps);
        return diagnostic;
    }

    /// <summary>Something could be better in a project of one file: no build stops for that, and the heap is written.</summary>
    public static Task<Diagnostic> SuggestionAsync(string id, string at, string message, string file) =>
        SuggestionAsync(id, at, message, ProjectSettings.Default.Compile(file));

    /// <inheritdoc cref="SuggestionAsync(string, string, string, string)"/>
    public static async Task<Diagnostic> SuggestionAsync(string id, string at, string message, CSharpCompilation compilation)
    {
        compilation = compilation.WithOptions(compilation.Options.WithGeneralDiagnosticOption(ReportDiagnostic.Error));
        Diagnostic diagnostic = await SingleAsync(id, at, message, compilation);

        Assert.Equal(DiagnosticSeverity.Info, diagnostic.Severity);
        AssertIsWritten(compilation);
        return diagnostic;
    }

    /// <summary>Several things are wrong, in the order of the code; each is given by its id and place.</summary>
    public static async Task SeveralAsync(string file, params IEnumerable<(string Id, string At)> expected)
    {
        CSharpCompilation compilation = ProjectSettings.Default.Compile(file);
        List<(string, string)> found = [];
        foreach (Diagnostic diagnostic in await GeneratorHarness.AnalyzeAsync(compilation)) found.Add((diagnostic.Id, PlaceOf(diagnostic)));

        Assert.Equal(expected, found);
        AssertIsWritten(compilation, heaps: 0);
    }

    /// <summary>Nothing is wrong, neither before nor after the heap was written, and the compiler is content.</summary>
    public static async Task NothingAsync(CSharpCompilation compilation)
    {
        Assert.Empty(await GeneratorHarness.AnalyzeAsync(compilation));
        Assert.Empty(await GeneratorHarness.AnalyzeAsync(AssertIsWritten(compilation)));
    }

    private static async Task<Diagnostic> SingleAsync(string id, string at, string message, CSharpCompilation compilation)
    {
        Diagnostic diagnostic = Assert.Single(await GeneratorHarness.AnalyzeAsync(compilation));
        Assert.Equal((id, at, message), (diagnostic.Id, PlaceOf(diagnostic), diagnostic.GetMessage(CultureInfo.InvariantCulture)));
        return diagnostic;
    }

    private static CSharpCompilation AssertIsWritten(CSharpCompilation compilation)
    {
        CSharpCompilation output = GeneratorHarness.Generate(compilation);

        Assert.True(output.SyntaxTrees.Length > compilation.SyntaxTrees.Length, "nothing was generated");
        GeneratorHarness.AssertNoComplaints(output);
        return output;
    }

    private static void AssertIsWritten(CSharpCompilation compilation, int heaps)
    {
        GeneratorRunResult result = GeneratorHarness.Run(compilation);

        Assert.Equal(heaps, result.GeneratedSources.Length);
        Assert.Empty(result.Diagnostics);
        Assert.Null(result.Exception);
    }

    private static string PlaceOf(Diagnostic diagnostic) =>
        diagnostic.Location.SourceTree!.GetText().ToString(diagnostic.Location.SourceSpan);
}
