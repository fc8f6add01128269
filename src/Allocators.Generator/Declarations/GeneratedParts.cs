using System.CodeDom.Compiler;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Allocators.Generator.Declarations;

/// <summary>Tells the parts of a type that the generator writes from those of the user.</summary>
internal static class GeneratedParts
{
    /// <summary>The attribute on the generator's parts, as it writes it.</summary>
    public const string Attribute = "global::System.CodeDom.Compiler.GeneratedCode";

    /// <summary>What it gives there as the name of the tool.</summary>
    public const string Tool = "Allocators";

    /// <summary>Whether the user has said of the type that it is generated: then the analyzer does not look at it, and the generator need not say so once more.</summary>
    public static bool IsMarked(INamedTypeSymbol type, CancellationToken cancellation) => type.GetAttributes().Any(data =>
        data.AttributeClass?.ToDisplayString() == typeof(GeneratedCodeAttribute).FullName
        && data.ApplicationSyntaxReference?.GetSyntax(cancellation) is AttributeSyntax syntax
        && syntax.Name.ToString() != Attribute);

    /// <summary>Whether a member stands in a part of the type that the generator wrote.</summary>
    public static bool Has(ISymbol member, CancellationToken cancellation) =>
        member.DeclaringSyntaxReferences.Any(reference => IsIn(reference, cancellation));

    /// <summary>The members that the user wrote.</summary>
    public static IReadOnlyList<ISymbol> OwnMembersOf(INamedTypeSymbol type, CancellationToken cancellation) =>
        [.. type.GetMembers().Where(member => !member.IsImplicitlyDeclared && !Has(member, cancellation))];

    /// <summary>Whether a piece of code stands in such a part.</summary>
    public static bool IsIn(SyntaxReference reference, CancellationToken cancellation) =>
        reference.GetSyntax(cancellation).FirstAncestorOrSelf<TypeDeclarationSyntax>(IsGeneratedPart) is not null;

    private static bool IsGeneratedPart(TypeDeclarationSyntax declaration) => declaration.AttributeLists.Any(
        static list => list.Attributes.Any(static attribute =>
            attribute.Name.ToString() == Attribute
            && attribute.ArgumentList?.Arguments.FirstOrDefault()?.Expression is LiteralExpressionSyntax { Token.ValueText: Tool }));
}
