using System.Threading.Tasks;
using Allocators.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;
using Xunit;

namespace Allocators.Generator.Tests.CodeFixes;

/// <summary>
/// Applies a fix as an editor does: by the light bulb to one diagnostic after the other, and by "fix all" in a document, a project and a
/// solution, which must all come to the same.
/// </summary>
/// <remarks>
/// The standard harness is used here only. It needs Workspaces, which the oldest Roslyn of these tests does not bring; and it compiles a project without
/// running our generator, or with it and then asks for the whole generated text in each test.
/// </remarks>
internal sealed class FixTest<TFix> : CSharpCodeFixTest<DeclarationAnalyzer, TFix, DefaultVerifier>
    where TFix : CodeFixProvider, new()
{
    private FixTest()
    {
        // None are downloaded: the project is that of all other tests.
        ReferenceAssemblies = new ReferenceAssemblies(ProjectSettings.Default.Framework);
        TestState.AdditionalReferences.AddRange(Framework.References(ProjectSettings.Default.Framework));
    }

    /// <summary>Takes an offer for all that is said of a file, and expects the file that comes out, which is good.</summary>
    /// <param name="before">The file. What is said of it is the matter of other tests.</param>
    /// <param name="title">How the offer is called for the first diagnostic.</param>
    /// <param name="after">The file as it should be then.</param>
    /// <param name="offer">Which of several.</param>
    public static async Task RunAsync(string before, string title, string after, int offer = 0)
    {
        bool isFirst = true;
        FixTest<TFix> test = new() { TestCode = before, FixedCode = after, CodeActionIndex = offer, CodeActionVerifier = Verify };
        foreach (Diagnostic diagnostic in await GeneratorHarness.AnalyzeAsync(ProjectSettings.Default.Compile(before)))
        {
            FileLinePositionSpan place = diagnostic.Location.GetLineSpan();
            test.TestState.ExpectedDiagnostics.Add(new DiagnosticResult(diagnostic.Descriptor).WithSpan(place.StartLinePosition.Line + 1, place.StartLinePosition.Character + 1, place.EndLinePosition.Line + 1, place.EndLinePosition.Character + 1).WithMessage(diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture)));
        }

        await test.RunAsync();
        await AssertIsGoodAsync(after);

        void Verify(Microsoft.CodeAnalysis.CodeActions.CodeAction action, IVerifier verifier)
        {
            if (isFirst) verifier.Equal(title, action.Title);
            isFirst = false;
        }
    }

    protected override ParseOptions CreateParseOptions() => ProjectSettings.Default.ParseOptions;

    protected override CompilationOptions CreateCompilationOptions() => ProjectSettings.Default.Compile("").Options.WithAllowUnsafe(true);

    /// <summary>It compiles together with what is generated for it, and nothing is said of it.</summary>
    private static async Task AssertIsGoodAsync(string file)
    {
        CSharpCompilation output = GeneratorHarness.Generate((ProjectSettings.Default with { Unsafe = true }).Compile(file));

        GeneratorHarness.AssertNoComplaints(output);
        Assert.Empty(await GeneratorHarness.AnalyzeAsync(output));
    }
}
