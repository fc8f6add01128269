using System.Collections.Immutable;
using System.Threading;
using Allocators.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Allocators.CodeFixes;

/// <summary>Makes a reference of a local that is a copy of a heap.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RefLocalFix))]
public sealed class RefLocalFix : UsageFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(UsageDescriptors.Assigned.Id);

    private protected override Offer? FindOffer(Document document, SemanticModel model, SyntaxNode place, CancellationToken cancellation)
    {
        if (place.Parent is not EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: LocalDeclarationStatementSyntax } declaration } local }) return null;
        if (!Writables.CanBeReferredTo(model.GetOperation(place, cancellation), model.GetEnclosingSymbol(place.SpanStart, cancellation))) return null;

        SyntaxNode function = Writables.FunctionAround(place);
        string name = local.Identifier.ValueText;
        if (Writables.IsInPieces(function) || Writables.IsCaptured(function, name) || Writables.IsAssigned(function, name)) return null;

        return new Offer($"Make '{name}' a reference", new Edits().Insert(document.Id, declaration.Type.SpanStart, "ref ").Insert(document.Id, place.SpanStart, "ref "));
    }
}
