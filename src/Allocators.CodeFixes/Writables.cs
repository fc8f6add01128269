using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Allocators.CodeFixes;

/// <summary>To what, and where, there can be a reference that may be written through.</summary>
internal static class Writables
{
    /// <summary>Whether <c>ref</c> can stand in front of an expression.</summary>
    public static bool CanBeReferredTo(IOperation? operation, ISymbol? around) => operation switch
    {
        ILocalReferenceOperation { Local: var local } => local.RefKind == RefKind.Ref || (local.RefKind == RefKind.None && IsDeclaredAsVariable(local)),
        IParameterReferenceOperation { Parameter: var parameter } => parameter.RefKind is RefKind.None or RefKind.Ref or RefKind.Out,
        IFieldReferenceOperation { Field: var field, Instance: var instance } =>
            !field.IsReadOnly && !field.IsConst && (instance is null or { Type.IsReferenceType: true } || CanBeReferredTo(instance, around)),
        IInstanceReferenceOperation => around is not IMethodSymbol { IsReadOnly: true } and not IPropertySymbol { IsReadOnly: true },
        IArrayElementReferenceOperation => true,
        IPropertyReferenceOperation { Property.RefKind: var kind } => kind == RefKind.Ref,
        IInvocationOperation { TargetMethod.RefKind: var kind } => kind == RefKind.Ref,
        _ => false,
    };

    /// <summary>Whether a reference outlives the method it is returned from, by what can be seen of the expression alone.</summary>
    public static bool CanBeReturned(IOperation? operation) => operation switch
    {
        IParameterReferenceOperation { Parameter: { RefKind: RefKind.Ref, ContainingSymbol: IMethodSymbol } } => true,
        IFieldReferenceOperation { Field: var field, Instance: var instance } =>
            !field.IsReadOnly && !field.IsConst && (instance is null or { Type.IsReferenceType: true } || (instance is not IInstanceReferenceOperation && CanBeReturned(instance))),
        IArrayElementReferenceOperation => true,
        IPropertyReferenceOperation { Property: { RefKind: RefKind.Ref, Parameters.IsEmpty: true }, Instance: null or { Type.IsReferenceType: true } } => true,
        IInvocationOperation { TargetMethod: { RefKind: RefKind.Ref, Parameters.IsEmpty: true }, Instance: null or { Type.IsReferenceType: true } } => true,
        _ => false,
    };

    /// <summary>The function around a place: a method, an accessor, a lambda; of top-level statements the file.</summary>
    public static SyntaxNode FunctionAround(SyntaxNode place) => place.Ancestors().First(static node =>
        node is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax or PropertyDeclarationSyntax or IndexerDeclarationSyntax or FieldDeclarationSyntax or CompilationUnitSyntax);

    /// <summary>Whether a function is run in pieces: it cannot keep references, at least not in each version of the language.</summary>
    public static bool IsInPieces(SyntaxNode function) =>
        function.ChildTokens().Any(static token => token.IsKind(SyntaxKind.AsyncKeyword)) || OwnNodes(function).Any(static node => node is YieldStatementSyntax or AwaitExpressionSyntax);

    /// <summary>Whether a function inside this one has a name of it: what is captured cannot be a reference.</summary>
    public static bool IsCaptured(SyntaxNode function, string name) => function.DescendantNodes()
        .Where(inner => inner is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or QueryExpressionSyntax)
        .SelectMany(static inner => inner.DescendantNodes())
        .Any(node => node is IdentifierNameSyntax identifier && identifier.Identifier.ValueText == name);

    /// <summary>Whether a new value is given to a variable of this name. Through a reference, the heap that it refers to would get it.</summary>
    public static bool IsAssigned(SyntaxNode function, string name) => function.DescendantNodes().Any(
        node => node is AssignmentExpressionSyntax { Left: IdentifierNameSyntax target } && target.Identifier.ValueText == name);

    /// <summary>The nodes of a function without those of functions inside it.</summary>
    public static IEnumerable<SyntaxNode> OwnNodes(SyntaxNode function) =>
        function.DescendantNodes(node => node == function || node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax));

    /// <summary>The variable of a <c>foreach</c> or a <c>using</c> is read-only.</summary>
    private static bool IsDeclaredAsVariable(ILocalSymbol local) => local.DeclaringSyntaxReferences.All(static reference => reference.GetSyntax() switch
    {
        ForEachStatementSyntax => false,
        VariableDeclaratorSyntax { Parent.Parent: UsingStatementSyntax } => false,
        VariableDeclaratorSyntax { Parent.Parent: LocalDeclarationStatementSyntax declaration } => declaration.UsingKeyword == default,
        _ => true,
    });
}
