using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Allocators.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Allocators.CodeFixes;

/// <summary>Adds <c>partial</c> to a heap and to the types around it, wherever it is missing.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MakePartialFix))]
public sealed class MakePartialFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(Descriptors.NotPartial.Id);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode? root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        if (root is null) return;

        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            List<TypeDeclarationSyntax> closed = ClosedTypes(root.FindNode(diagnostic.Location.SourceSpan));
            if (closed.Count == 0) continue;

            string names = string.Join(" and ", closed.Select(static type => $"'{type.Identifier.ValueText}'"));
            context.RegisterCodeFix(
                CodeAction.Create($"Make {names} partial", cancellation => OpenAsync(context.Document, closed, cancellation), nameof(MakePartialFix)),
                diagnostic);
        }
    }

    /// <summary>The heap and the types around it, from the outside in, as far as they are not partial.</summary>
    private static List<TypeDeclarationSyntax> ClosedTypes(SyntaxNode attribute) => attribute.Ancestors()
        .OfType<TypeDeclarationSyntax>()
        .Where(static type => !type.Modifiers.Any(SyntaxKind.PartialKeyword))
        .Reverse()
        .ToList();

    private static async Task<Document> OpenAsync(Document document, List<TypeDeclarationSyntax> closed, CancellationToken cancellation)
    {
        SyntaxNode? root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        return root is null ? document : document.WithSyntaxRoot(root.ReplaceNodes(closed, static (_, type) => Open(type)));
    }

    /// <summary>The word stands last of the modifiers; without others it takes over what stood before the keyword.</summary>
    private static TypeDeclarationSyntax Open(TypeDeclarationSyntax type)
    {
        SyntaxToken partial = SyntaxFactory.Token(SyntaxKind.PartialKeyword).WithTrailingTrivia(SyntaxFactory.Space);
        if (type.Modifiers.Count > 0) return type.AddModifiers(partial);

        partial = partial.WithLeadingTrivia(type.Keyword.LeadingTrivia);
        return type.WithKeyword(type.Keyword.WithLeadingTrivia()).AddModifiers(partial);
    }
}
