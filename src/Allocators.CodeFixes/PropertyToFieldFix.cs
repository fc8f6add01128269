using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Allocators.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Allocators.CodeFixes;

/// <summary>Makes a field of an automatic property, as accessible as the property is.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PropertyToFieldFix))]
public sealed class PropertyToFieldFix : UsageFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(UsageDescriptors.PropertyByValue.Id);

    private protected override Offer? FindOffer(Document document, SemanticModel model, SyntaxNode place, CancellationToken cancellation)
    {
        // What attributes say of a property need not be what they say of a field; and the fields of a readonly struct would be readonly.
        if (place is not PropertyDeclarationSyntax { AccessorList: { } accessors, AttributeLists.Count: 0 } declared || accessors.Accessors.Any(static accessor => accessor.AttributeLists.Count > 0)) return null;
        if (model.GetDeclaredSymbol(declared, cancellation) is not { } property || !Members.StandsAlone(property) || property is { IsStatic: false, ContainingType.IsReadOnly: true }) return null;

        // An initializer brings its own end.
        TextSpan rest = TextSpan.FromBounds(declared.Identifier.Span.End, accessors.Span.End);
        Edits edits = new Edits().Replace(document.Id, rest, declared.Initializer is null ? ";" : "");
        foreach (SyntaxToken word in declared.Modifiers.Where(static modifier => modifier.IsKind(SyntaxKind.ReadOnlyKeyword))) edits.Remove(document.Id, word);
        return new Offer($"Make '{property.Name}' a field", edits);
    }
}
