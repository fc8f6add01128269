using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Allocators.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Allocators.CodeFixes;

/// <summary>Makes a <c>ref</c> local of a <c>ref readonly</c> one, if what it refers to may be changed.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(WritableLocalFix))]
public sealed class WritableLocalFix : UsageFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(UsageDescriptors.HiddenCopy.Id);

    private protected override Offer? FindOffer(Document document, SemanticModel model, SyntaxNode place, CancellationToken cancellation)
    {
        if (Roots.Of(model.GetOperation(place, cancellation)) is not ILocalSymbol { RefKind: RefKind.RefReadOnly } local) return null;
        if (local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) is not VariableDeclaratorSyntax { Initializer.Value: RefExpressionSyntax source, Parent: VariableDeclarationSyntax { Variables.Count: 1, Type: RefTypeSyntax type } }) return null;
        if (!Writables.CanBeReferredTo(model.GetOperation(source.Expression, cancellation), model.GetEnclosingSymbol(place.SpanStart, cancellation))) return null;

        // What it is made to refer to later would have to be looked at, too.
        return Writables.IsAssigned(Writables.FunctionAround(place), local.Name) ? null : new Offer($"Make '{local.Name}' a 'ref' local", new Edits().Remove(document.Id, type.ReadOnlyKeyword));
    }
}
