using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Allocators.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace Allocators.Generator.Tests.CodeFixes;

/// <summary>Applies fixes as an editor does: one light bulb, or "fix all" in the document.</summary>
internal static class FixHarness
{
    /// <summary>The titles that are offered for a file with one thing wrong.</summary>
    public static async Task<IEnumerable<string>> TitlesAsync(CodeFixProvider provider, string file)
    {
        using AdhocWorkspace workspace = new();
        Document document = Open(workspace, file);
        Diagnostic diagnostic = Assert.Single(await DiagnosticsAsync(document));
        return (await ActionsAsync(provider, document, diagnostic)).Select(static action => action.Title);
    }

    /// <summary>Takes the offer of a title for the first diagnostic, and gives the file as it is then.</summary>
    public static async Task<string> FixAsync(CodeFixProvider provider, string file, string title)
    {
        using AdhocWorkspace workspace = new();
        Document document = Open(workspace, file);
        Diagnostic diagnostic = (await DiagnosticsAsync(document))[0];
        CodeAction action = Assert.Single(await ActionsAsync(provider, document, diagnostic), action => action.Title == title);
        return await ApplyAsync(action, document);
    }

    /// <summary>Takes the offer of a title for the first diagnostic, and with it the like for all others.</summary>
    public static async Task<string> FixAllAsync(CodeFixProvider provider, string file, string title)
    {
        using AdhocWorkspace workspace = new();
        Document document = Open(workspace, file);
        ImmutableArray<Diagnostic> diagnostics = await DiagnosticsAsync(document);
        CodeAction first = Assert.Single(await ActionsAsync(provider, document, diagnostics[0]), action => action.Title == title);

        FixAllContext context = new(
            document,
            provider,
            FixAllScope.Document,
            first.EquivalenceKey,
            provider.FixableDiagnosticIds,
            new Known(diagnostics),
            CancellationToken.None);
        CodeAction? all = await provider.GetFixAllProvider()!.GetFixAsync(context);
        return await ApplyAsync(Assert.IsType<CodeAction>(all, exactMatch: false), document);
    }

    /// <summary>The file is good: it compiles together with what is generated for it, and nothing is said of it.</summary>
    public static async Task AssertIsGoodAsync(string file)
    {
        CSharpCompilation output = GeneratorHarness.Generate(Settings.Compile(file));

        GeneratorHarness.AssertNoComplaints(output);
        Assert.Empty(await GeneratorHarness.AnalyzeAsync(output));
    }

    private static ProjectSettings Settings => ProjectSettings.Default;

    private static Document Open(AdhocWorkspace workspace, string file)
    {
        CSharpCompilation compilation = Settings.Compile(file);
        ProjectInfo project = ProjectInfo.Create(
            ProjectId.CreateNewId(),
            VersionStamp.Default,
            "UserProject",
            "UserProject",
            LanguageNames.CSharp,
            compilationOptions: compilation.Options,
            parseOptions: Settings.ParseOptions,
            metadataReferences: compilation.References);
        return workspace.AddDocument(workspace.AddProject(project).Id, "File0.cs", SourceText.From(file));
    }

    private static async Task<ImmutableArray<Diagnostic>> DiagnosticsAsync(Document document) =>
        await GeneratorHarness.AnalyzeAsync((await document.Project.GetCompilationAsync())!);

    private static async Task<List<CodeAction>> ActionsAsync(CodeFixProvider provider, Document document, Diagnostic diagnostic)
    {
        Assert.Contains(diagnostic.Id, provider.FixableDiagnosticIds);

        List<CodeAction> actions = [];
        await provider.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), CancellationToken.None));
        return actions;
    }

    private static async Task<string> ApplyAsync(CodeAction action, Document document)
    {
        ImmutableArray<CodeActionOperation> operations = await action.GetOperationsAsync(CancellationToken.None);
        Solution changed = Assert.Single(operations.OfType<ApplyChangesOperation>()).ChangedSolution;
        return (await changed.GetDocument(document.Id)!.GetTextAsync()).ToString();
    }

    private sealed class Known(ImmutableArray<Diagnostic> diagnostics) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>(diagnostics);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            throw new NotSupportedException("Every diagnostic is in a document.");

        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>(diagnostics);
    }
}
