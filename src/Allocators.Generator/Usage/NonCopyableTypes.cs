using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace Allocators.Generator.Usage;

/// <summary>Which structs must not be copied: those with our mark, and those that have one of them in a field.</summary>
/// <param name="marker">The attribute that the generator writes.</param>
internal sealed class NonCopyableTypes(INamedTypeSymbol marker)
{
    private readonly ConcurrentDictionary<INamedTypeSymbol, bool> _known = new(SymbolEqualityComparer.Default);

    /// <summary>Whether a copy of a value of this type would be a copy of a heap.</summary>
    public bool Contains(ITypeSymbol? type)
    {
        if (type is not INamedTypeSymbol { TypeKind: TypeKind.Struct, SpecialType: SpecialType.None } named) return false;
        if (_known.TryGetValue(named, out bool known)) return known;

        bool contains = IsMarkedOrHasOne(named, []);
        _known.TryAdd(named, contains);
        return contains;
    }

    /// <summary>Of code that is being written, a struct can be in itself.</summary>
    private bool IsMarkedOrHasOne(INamedTypeSymbol type, HashSet<ISymbol> around)
    {
        if (type.GetAttributes().Any(data => SymbolEqualityComparer.Default.Equals(data.AttributeClass, marker))) return true;
        if (!around.Add(type.OriginalDefinition)) return false;

        return type.GetMembers().Any(member => member is IFieldSymbol { IsStatic: false, RefKind: RefKind.None, Type: INamedTypeSymbol { TypeKind: TypeKind.Struct, SpecialType: SpecialType.None } field } && IsMarkedOrHasOne(field, around));
    }
}
