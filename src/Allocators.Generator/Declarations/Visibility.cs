using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Allocators.Generator.Declarations;

/// <summary>Who can name a type: what the compiler asks of the types in signatures.</summary>
internal static class Visibility
{
    /// <summary>Whether everybody who can name a heap can also name a type.</summary>
    public static bool Includes(ITypeSymbol type, INamedTypeSymbol heap)
    {
        if (type is not INamedTypeSymbol named) return true;

        return TypeHierarchies.WithContainers(named).All(part => IsAsWide(part, heap)) && named.TypeArguments.All(argument => Includes(argument, heap));
    }

    private static bool IsAsWide(INamedTypeSymbol part, INamedTypeSymbol heap) =>
        !IsOfOneFile(part) && (part.DeclaredAccessibility == Accessibility.Public || TypeHierarchies.WithContainers(heap).Any(current => IsWithin(current, part)));

    /// <summary>Whether only one file can name a type, and so none that is generated.</summary>
    private static bool IsOfOneFile(INamedTypeSymbol part) => part.DeclaringSyntaxReferences.Any(
        static reference => reference.GetSyntax() is BaseTypeDeclarationSyntax declaration && declaration.Modifiers.Any(static token => token.ValueText == "file"));

    /// <summary>Whether whoever can name one type, by the word in front of it, can name the other by the word in front of that.</summary>
    private static bool IsWithin(INamedTypeSymbol type, INamedTypeSymbol part) => type.DeclaredAccessibility switch
    {
        Accessibility.Private => part.DeclaredAccessibility is Accessibility.Internal or Accessibility.ProtectedOrInternal
            || TypeHierarchies.WithContainers(type.ContainingType).Any(outer => SymbolEqualityComparer.Default.Equals(outer, part.ContainingType)),
        Accessibility.Internal => part.DeclaredAccessibility is Accessibility.Internal or Accessibility.ProtectedOrInternal,
        Accessibility.ProtectedAndInternal => part.DeclaredAccessibility is Accessibility.Internal or Accessibility.ProtectedOrInternal
            || (part.DeclaredAccessibility is Accessibility.Protected or Accessibility.ProtectedAndInternal && HaveOneContainer(type, part)),
        Accessibility.Protected => part.DeclaredAccessibility is Accessibility.Protected or Accessibility.ProtectedOrInternal && HaveOneContainer(type, part),
        Accessibility.ProtectedOrInternal => part.DeclaredAccessibility == Accessibility.ProtectedOrInternal && HaveOneContainer(type, part),
        _ => false,
    };

    private static bool HaveOneContainer(INamedTypeSymbol one, INamedTypeSymbol other) =>
        SymbolEqualityComparer.Default.Equals(one.ContainingType, other.ContainingType);
}
