using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Allocators.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Allocators.CodeFixes;

/// <summary>Lets a method, or a property that is only read, return a heap by reference.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RefReturnFix))]
public sealed class RefReturnFix : UsageFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(UsageDescriptors.ReturnedByValue.Id);

    private protected override Offer? FindOffer(Document document, SemanticModel model, SyntaxNode place, CancellationToken cancellation)
    {
        SyntaxNode function = Writables.FunctionAround(place);
        if (Declared(function) is not { } member || Writables.IsInPieces(function)) return null;

        ISymbol? symbol = model.GetDeclaredSymbol(member.Node, cancellation);
        ITypeSymbol? type = symbol switch { IMethodSymbol method => method.ReturnType, IPropertySymbol property => property.Type, _ => null };
        if (symbol is null || !Members.StandsAlone(symbol) || !SymbolEqualityComparer.Default.Equals(type, model.GetTypeInfo(place, cancellation).Type)) return null;

        Edits edits = new Edits().Insert(document.Id, member.Type.SpanStart, "ref ");
        foreach (ExpressionSyntax returned in Returned(function))
        {
            if (!returned.IsKind(SyntaxKind.ThrowExpression) && !Writables.CanBeReturned(model.GetOperation(returned, cancellation))) return null;
            if (!returned.IsKind(SyntaxKind.ThrowExpression)) edits.Insert(document.Id, returned.SpanStart, "ref ");
        }

        return new Offer($"Return '{(symbol is IPropertySymbol { IsIndexer: true } ? "this[]" : symbol.Name)}' by reference", edits);
    }

    /// <summary>The member that a function is the body of, and the type it gives; null for what has to give a value.</summary>
    private static (SyntaxNode Node, TypeSyntax Type)? Declared(SyntaxNode function) => function switch
    {
        MethodDeclarationSyntax method => (method, method.ReturnType),
        LocalFunctionStatementSyntax local => (local, local.ReturnType),
        BasePropertyDeclarationSyntax { AccessorList: null } property => (property, property.Type),
        AccessorDeclarationSyntax { Parent: AccessorListSyntax { Accessors.Count: 1, Parent: BasePropertyDeclarationSyntax property } } => (property, property.Type),
        _ => null,
    };

    private static IEnumerable<ExpressionSyntax> Returned(SyntaxNode function) => Writables.OwnNodes(function).Select(node => node switch
    {
        ReturnStatementSyntax statement => statement.Expression,
        ArrowExpressionClauseSyntax arrow when arrow.Parent == function => arrow.Expression,
        _ => null,
    }).OfType<ExpressionSyntax>();
}
