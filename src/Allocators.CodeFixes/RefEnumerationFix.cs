using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Allocators.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Allocators.CodeFixes;

/// <summary>Goes through the heaps of an array, a list or a span by reference.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RefEnumerationFix))]
public sealed class RefEnumerationFix : UsageFix
{
    private const string Extensions = "System.MemoryExtensions", List = "System.Collections.Generic.List`1", Marshal = "System.Runtime.InteropServices.CollectionsMarshal";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(UsageDescriptors.Enumerated.Id);

    private protected override Offer? FindOffer(Document document, SemanticModel model, SyntaxNode place, CancellationToken cancellation)
    {
        if (place is not ForEachStatementSyntax loop || loop.AwaitKeyword != default) return null;

        // What a call or a range gives is new: references to it would be none to the heaps.
        if (IsNew(loop.Expression)) return null;

        SyntaxNode function = Writables.FunctionAround(loop);
        if (Writables.IsInPieces(function) || Writables.IsCaptured(function, loop.Identifier.ValueText)) return null;

        Edits edits = new Edits().Insert(document.Id, loop.Type.SpanStart, "ref ");
        switch (model.GetTypeInfo(loop.Expression, cancellation).Type)
        {
            case IArrayTypeSymbol { Rank: 1 } when IsInScope(Extensions) && IsSimple(loop.Expression):
                edits.Insert(document.Id, loop.Expression.Span.End, ".AsSpan()");
                break;
            case IArrayTypeSymbol { Rank: 1 }:
                Through(Extensions);
                break;
            case INamedTypeSymbol list when IsA(List, list) && !Changes(loop, model, cancellation) && model.Compilation.GetTypeByMetadataName(Marshal) is { } marshal && marshal.GetMembers("AsSpan").Any():
                Through(Marshal);
                break;
            case INamedTypeSymbol span when IsA("System.Span`1", span):
                break;
            default:
                return null;
        }

        return new Offer($"Enumerate '{loop.Expression}' by reference", edits);

        bool IsA(string name, INamedTypeSymbol type) => SymbolEqualityComparer.Default.Equals(model.Compilation.GetTypeByMetadataName(name), type.OriginalDefinition);

        bool IsInScope(string name) => model.LookupNamespacesAndTypes(loop.SpanStart, name: name.Substring(name.LastIndexOf('.') + 1)).Any(type => type.ToDisplayString() == name);

        // Named in full where the file has no 'using' for it.
        void Through(string type) => edits
            .Insert(document.Id, loop.Expression.SpanStart, (IsInScope(type) ? type.Substring(type.LastIndexOf('.') + 1) : type) + ".AsSpan(")
            .Insert(document.Id, loop.Expression.Span.End, ")");
    }

    /// <summary>Whether what is enumerated is made for the loop, as far as the expression tells.</summary>
    private static bool IsNew(ExpressionSyntax expression) => expression switch
    {
        ParenthesizedExpressionSyntax parenthesized => IsNew(parenthesized.Expression),
        CastExpressionSyntax cast => IsNew(cast.Expression),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "AsSpan" } } => false,
        ElementAccessExpressionSyntax element => element.ArgumentList.Arguments.Any(static argument => argument.Expression is RangeExpressionSyntax),
        _ => expression is InvocationExpressionSyntax or ObjectCreationExpressionSyntax or ArrayCreationExpressionSyntax,
    };

    /// <summary>Whether the body of a loop may change what is enumerated: a span of a list would be of what it was.</summary>
    private static bool Changes(ForEachStatementSyntax loop, SemanticModel model, CancellationToken cancellation) =>
        model.GetSymbolInfo(loop.Expression, cancellation).Symbol is { } list
        && loop.Statement.DescendantNodes().OfType<IdentifierNameSyntax>().Any(name => name.Identifier.ValueText == list.Name && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name, cancellation).Symbol, list));

    /// <summary>Whether a member can be named behind an expression without brackets around it.</summary>
    private static bool IsSimple(ExpressionSyntax expression) =>
        expression is NameSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax or ElementAccessExpressionSyntax or ParenthesizedExpressionSyntax or ThisExpressionSyntax;
}
