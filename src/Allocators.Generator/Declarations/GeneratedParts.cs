using System.CodeDom.Compiler;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
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

    private const string NotCovered = "global::System.Diagnostics.CodeAnalysis.ExcludeFromCodeCoverage";

    /// <summary>The version of the generator.</summary>
    public static string Version { get; } = typeof(GeneratedParts).Assembly.GetName().Version.ToString(3);

    /// <summary>The attributes that tell tools which code is not the user's, as far as the user has not written them already.</summary>
    /// <remarks>An attribute is on all parts of a type, so that the user's own members, if there are any, count as what tests should cover.</remarks>
    public static IEnumerable<string> AttributesFor(INamedTypeSymbol type, CancellationToken cancellation)
    {
        HashSet<string?> written = [.. type.GetAttributes().Where(data => data.ApplicationSyntaxReference?.GetSyntax(cancellation) is AttributeSyntax syntax && syntax.Name.ToString() is not (Attribute or NotCovered)).Select(static data => data.AttributeClass?.ToDisplayString())];
        if (!written.Contains(typeof(GeneratedCodeAttribute).FullName)) yield return $"[{Attribute}(\"{Tool}\", \"{Version}\")]";
        if (!written.Contains(typeof(ExcludeFromCodeCoverageAttribute).FullName) && OwnMembersOf(type, cancellation).Count == 0) yield return $"[{NotCovered}]";
    }

    /// <summary>Whether a member stands in a part of the type that the generator wrote.</summary>
    public static bool Has(ISymbol member, CancellationToken cancellation) =>
        member.DeclaringSyntaxReferences.Any(reference => IsIn(reference, cancellation));

    /// <summary>The members that the user wrote.</summary>
    public static IReadOnlyList<ISymbol> OwnMembersOf(INamedTypeSymbol type, CancellationToken cancellation)
    {
        // A heap has many generated members: to compare places is quicker than to look at the code around each.
        SyntaxReference[] parts = [.. type.DeclaringSyntaxReferences.Where(reference => IsIn(reference, cancellation))];
        return [.. type.GetMembers().Where(member => !member.IsImplicitlyDeclared && !member.DeclaringSyntaxReferences.Any(IsInParts))];

        bool IsInParts(SyntaxReference reference) => parts.Any(part => part.SyntaxTree == reference.SyntaxTree && part.Span.Contains(reference.Span));
    }

    /// <summary>Whether a piece of code stands in such a part.</summary>
    public static bool IsIn(SyntaxReference reference, CancellationToken cancellation) =>
        reference.GetSyntax(cancellation).FirstAncestorOrSelf<TypeDeclarationSyntax>(IsGeneratedPart) is not null;

    private static bool IsGeneratedPart(TypeDeclarationSyntax declaration) => declaration.AttributeLists.Any(
        static list => list.Attributes.Any(static attribute =>
            attribute.Name.ToString() == Attribute
            && attribute.ArgumentList?.Arguments.FirstOrDefault()?.Expression is LiteralExpressionSyntax { Token.ValueText: Tool }));
}
