using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using Allocators.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;
using Xunit;

namespace Allocators.Generator.Tests.CodeFixes;

/// <summary>Applies a fix to a declaration, in a project without what is generated for it.</summary>
internal static class FixTest<TFix>
    where TFix : CodeFixProvider, new()
{
    /// <summary>Takes an offer for all that is said of a file, and expects the file that comes out, which is good.</summary>
    /// <param name="before">The file. What is said of it is the matter of other tests.</param>
    /// <param name="title">How the offer is called for the first diagnostic.</param>
    /// <param name="after">The file as it should be then.</param>
    /// <param name="offer">Which of several.</param>
    public static async Task RunAsync(string before, string title, string after, int offer = 0)
    {
        await FixTest<DeclarationAnalyzer, TFix>.RunAsync(ProjectSettings.Default.Compile(before), title, ProjectSettings.Default.Compile(after), offer);

        // It compiles together with what is generated for it, and nothing is said of it.
        CSharpCompilation output = GeneratorHarness.Generate((ProjectSettings.Default with { Unsafe = true }).Compile(after));
        GeneratorHarness.AssertNoComplaints(output);
        Assert.Empty(await GeneratorHarness.AnalyzeAsync(output));
    }
}

/// <summary>Applies a fix to a use of a heap, in a project with a heap that is as good as generated.</summary>
internal static class UsageFixTest<TFix>
    where TFix : CodeFixProvider, new()
{
    private const string Usings =
        """
        global using System;
        global using System.Collections.Generic;
        global using System.Runtime.InteropServices;
        global using Allocators;
        """;

    /// <summary>What the fixes can tell from a heap. A generated one would be compiled some thirty times a test.</summary>
    private const string Heaps =
        """
        [NonCopyable]
        public struct Pocket
        {
            private int _used;
            public readonly int UsedBytes => _used;
            public void Alloc(int size) => _used += size;
            public void Reset() => _used = 0;
        }

        public struct Level { public Pocket Heap; }
        """;

    private static readonly ProjectSettings Settings = new(Framework.Net8, "12") { Nullable = false };

    /// <summary>Takes the offer for all that is said of a file, and expects the file that comes out. It compiles, and nothing is said of it.</summary>
    public static Task RunAsync(string before, string title, string after) => RunAsync([before], title, [after]);

    /// <summary>Takes the offer for all that is said of some files, and expects the files that come out. They compile, and nothing is said of them.</summary>
    public static Task RunAsync(string[] before, string title, string[] after) => FixTest<CopyAnalyzer, TFix>.RunAsync(Compile(before), title, Compile(after));

    /// <summary>Expects that something is said of a file, and nothing offered.</summary>
    public static Task ExpectNoOfferAsync(string file) => FixTest<CopyAnalyzer, TFix>.RunAsync(Compile(file), title: null, Compile(file));

    private static CSharpCompilation Compile(params string[] files) => Settings.Compile([.. files, Usings]).AddSyntaxTrees(
        CSharpSyntaxTree.ParseText(Heaps, Settings.ParseOptions, $"{nameof(AllocatorGenerator)}/Heaps.g.cs"));
}

/// <summary>
/// Applies a fix as an editor does: by the light bulb to one diagnostic after the other, and by "fix all" in a document, a project and a
/// solution, which must all come to the same.
/// </summary>
/// <remarks>
/// The standard harness is used here only. It needs Workspaces, which the oldest Roslyn of these tests does not bring; and it compiles a project without
/// running our generator, or with it and then asks for the whole generated text in each test.
/// </remarks>
internal sealed class FixTest<TAnalyzer, TFix> : CSharpCodeFixTest<TAnalyzer, TFix, DefaultVerifier>
    where TAnalyzer : DiagnosticAnalyzer, new()
    where TFix : CodeFixProvider, new()
{
    private readonly CSharpCompilation _project;

    private FixTest(CSharpCompilation project)
    {
        _project = project;

        // None are downloaded: the project is that of all other tests.
        ReferenceAssemblies = new ReferenceAssemblies(ProjectSettings.Default.Framework);
        TestState.AdditionalReferences.AddRange(Framework.References(ProjectSettings.Default.Framework));
    }

    /// <summary>Takes an offer for all that is said of a project, and expects the project that comes out.</summary>
    /// <param name="before">The project. What is said of it is the matter of other tests.</param>
    /// <param name="title">How the offer is called for the first diagnostic; null if there is none, and all is left as it is.</param>
    /// <param name="after">The project as it should be then.</param>
    /// <param name="offer">Which of several.</param>
    public static async Task RunAsync(CSharpCompilation before, string? title, CSharpCompilation after, int offer = 0)
    {
        bool isOffered = false;
        FixTest<TAnalyzer, TFix> test = new(before) { CodeActionIndex = offer, CodeActionVerifier = Verify };
        test.TestState.Sources.AddRange(FilesOf(before));
        test.FixedState.Sources.AddRange(FilesOf(after));

        ImmutableArray<Diagnostic> said = await before.WithAnalyzers([new TAnalyzer()]).GetAnalyzerDiagnosticsAsync();
        Assert.NotEmpty(said);
        foreach (Diagnostic diagnostic in said.OrderBy(static diagnostic => diagnostic.Location.SourceSpan.Start))
        {
            FileLinePositionSpan place = diagnostic.Location.GetLineSpan();
            DiagnosticResult expected = new DiagnosticResult(diagnostic.Descriptor)
                .WithSpan(PathOf(diagnostic.Location.SourceTree!), place.StartLinePosition.Line + 1, place.StartLinePosition.Character + 1, place.EndLinePosition.Line + 1, place.EndLinePosition.Character + 1)
                .WithMessage(diagnostic.GetMessage(CultureInfo.InvariantCulture));
            test.TestState.ExpectedDiagnostics.Add(expected);
            if (title is null) test.FixedState.ExpectedDiagnostics.Add(expected);
        }

        await test.RunAsync();
        Assert.Equal(title is not null, isOffered);

        void Verify(Microsoft.CodeAnalysis.CodeActions.CodeAction action, IVerifier verifier)
        {
            if (!isOffered) verifier.Equal(title, action.Title);
            isOffered = true;
        }
    }

    protected override ParseOptions CreateParseOptions() => _project.SyntaxTrees[0].Options;

    protected override CompilationOptions CreateCompilationOptions() => _project.Options.WithAllowUnsafe(true);

    private static IEnumerable<(string, Microsoft.CodeAnalysis.Text.SourceText)> FilesOf(CSharpCompilation project) =>
        project.SyntaxTrees.Select(static tree => (PathOf(tree), tree.GetText()));

    /// <summary>What is written down nowhere has no folder: the harness wants one.</summary>
    private static string PathOf(SyntaxTree tree) => "/0/" + tree.FilePath.Replace('\\', '/');
}
