using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace Allocators.Generator.Model;

/// <summary>Who can name a type: what the compiler asks of the types in signatures.</summary>
internal static class Visibility
{
    /// <summary>Whether everybody who can name a heap can also name a type.</summary>
    public static bool Includes(ITypeSymbol type, INamedTypeSymbol heap)
    {
        if (type is not INamedTypeSymbol named) return true;

        return WithContainers(named).All(part => IsAsWide(part, heap)) && named.TypeArguments.All(argument => Includes(argument, heap));
    }

    private static bool IsAsWide(INamedTypeSymbol part, INamedTypeSymbol heap) => part.DeclaredAccessibility switch
    {
        Accessibility.Public => true,
        Accessibility.Internal or Accessibility.ProtectedOrInternal => WithContainers(heap).Any(static current => current.DeclaredAccessibility is not (Accessibility.Public or Accessibility.Protected)),

        // Only within one type: there the heap has to be hidden too.
        _ => WithContainers(heap).Any(current =>
            current.DeclaredAccessibility == Accessibility.Private
            && WithContainers(current.ContainingType).Any(outer => SymbolEqualityComparer.Default.Equals(outer, part.ContainingType))),
    };

    private static IEnumerable<INamedTypeSymbol> WithContainers(INamedTypeSymbol? type)
    {
        for (INamedTypeSymbol? current = type; current is not null; current = current.ContainingType) yield return current;
    }
}
