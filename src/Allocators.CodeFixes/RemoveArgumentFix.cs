using System.Collections.Immutable;
using System.Threading;
using System.Threading.Tasks;
using Allocators.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Allocators.CodeFixes;

/// <summary>Removes an argument that has no meaning for the heap, and the brackets if they are empty then.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveArgumentFix))]
public sealed class RemoveArgumentFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(Descriptors.DoesNotApply.Id);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            if (!diagnostic.Properties.TryGetValue(DeclarationReport.ArgumentProperty, out string? argument)) continue;

            context.RegisterCodeFix(
                CodeAction.Create($"Remove {argument}", cancellation => RemoveAsync(context.Document, diagnostic, cancellation), nameof(RemoveArgumentFix)),
                diagnostic);
        }

        return Task.CompletedTask;
    }

    private static async Task<Document> RemoveAsync(Document document, Diagnostic diagnostic, CancellationToken cancellation)
    {
        SyntaxNode? root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        AttributeArgumentSyntax? argument = root?.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<AttributeArgumentSyntax>();
        if (root is null || argument?.Parent is not AttributeArgumentListSyntax list) return document;

        SyntaxNode? rest = list.Arguments.Count == 1
            ? root.RemoveNode(list, SyntaxRemoveOptions.KeepNoTrivia)
            : root.ReplaceNode(list, list.WithArguments(list.Arguments.Remove(argument)));
        return rest is null ? document : document.WithSyntaxRoot(rest);
    }
}
