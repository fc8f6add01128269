using System;
using System.Collections.Generic;
using System.Linq;
using Allocators.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Allocators.Generator.Declarations;

/// <summary>Warnings that the user's own code has brought about, and that only the user's own code should get.</summary>
internal static class SilencedWarnings
{
    /// <summary>What a heap gives and takes are no types that every language has: blocks, handles, addresses, numbers without sign.</summary>
    private static readonly string[] OfClsCompliance = ["CS3001", "CS3002", "CS3003"];

    private static readonly string[] OfObsoleteTypes = ["CS0612", "CS0618"];

    public static EquatableArray<string> Of(INamedTypeSymbol type, AttributeData attribute)
    {
        IEnumerable<string> cls = IsSaidToBe<CLSCompliantAttribute>(type, static data => data.ConstructorArguments.Any(static argument => argument.Value is true)) ? OfClsCompliance : [];
        IEnumerable<string> obsolete = new[] { AttributeReader.TypeIn(attribute), AttributeReader.OverIn(attribute) }.Any(static used => used is not null && IsObsolete(used)) ? OfObsoleteTypes : [];
        return new EquatableArray<string>(cls.Concat(obsolete));
    }

    private static bool IsObsolete(ITypeSymbol type) =>
        IsSaidToBe<ObsoleteAttribute>(type, static _ => true) || (type is INamedTypeSymbol named && named.TypeArguments.Any(IsObsolete));

    /// <summary>Whether a type, or what is around it, has an attribute.</summary>
    private static bool IsSaidToBe<TAttribute>(ITypeSymbol type, Predicate<AttributeData> isSo)
        where TAttribute : Attribute
    {
        for (ISymbol? current = type; current is not null; current = current.ContainingSymbol)
        {
            if (current is INamedTypeSymbol or IAssemblySymbol && current.GetAttributes().Any(data => data.AttributeClass?.ToDisplayString() == typeof(TAttribute).FullName && isSo(data))) return true;
        }

        return false;
    }
}
