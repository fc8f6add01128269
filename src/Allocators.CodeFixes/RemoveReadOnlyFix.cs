using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Allocators.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Allocators.CodeFixes;

/// <summary>Removes <c>readonly</c> from the field of a heap.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveReadOnlyFix))]
public sealed class RemoveReadOnlyFix : UsageFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(UsageDescriptors.ReadOnlyField.Id);

    private protected override Offer? FindOffer(Document document, SemanticModel model, SyntaxNode place, CancellationToken cancellation)
    {
        if (place.FirstAncestorOrSelf<FieldDeclarationSyntax>() is not { } field || model.GetDeclaredSymbol(place, cancellation) is not IFieldSymbol symbol) return null;

        // All fields of such a struct are readonly.
        if (symbol is { IsStatic: false, ContainingType.IsReadOnly: true }) return null;

        SyntaxToken word = field.Modifiers.FirstOrDefault(static modifier => modifier.IsKind(SyntaxKind.ReadOnlyKeyword));
        return word == default ? null : new Offer($"Remove 'readonly' from '{symbol.Name}'", new Edits().Remove(document.Id, word));
    }
}
