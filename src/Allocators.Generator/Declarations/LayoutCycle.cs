using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace Allocators.Generator.Declarations;

/// <summary>Tells whether a heap would be a part of its own values.</summary>
internal static class LayoutCycle
{
    /// <summary>Whether the values of a type have a heap in them, by their fields, or by the values of another heap that is one of those.</summary>
    public static bool Has(ITypeSymbol type, INamedTypeSymbol heap, HeapAttributes attributes) =>
        Has(type, heap, attributes, new HashSet<ITypeSymbol>(SymbolEqualityComparer.Default));

    /// <param name="type">The type.</param>
    /// <param name="heap">The heap.</param>
    /// <param name="attributes">Tells whether a struct is a heap.</param>
    /// <param name="seen">Structs that were looked at. What generated code adds is known by attributes: its fields need not be there yet.</param>
    private static bool Has(ITypeSymbol type, INamedTypeSymbol heap, HeapAttributes attributes, HashSet<ITypeSymbol> seen)
    {
        if (SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, heap)) return true;
        if (type is not INamedTypeSymbol { TypeKind: TypeKind.Struct, SpecialType: SpecialType.None } named || seen.Count >= MaxTypes || !seen.Add(type)) return false;

        return named.GetMembers().OfType<IFieldSymbol>().Where(static field => !field.IsStatic).Select(static field => field.Type)
            .Concat(attributes.On(named).Select(static found => found.Data).Where(HasValuesInside).Select(AttributeReader.TypeIn).OfType<ITypeSymbol>())
            .Any(part => Has(part, heap, attributes, seen));
    }

    /// <summary>Wrong code can have a generic struct in itself with ever longer arguments.</summary>
    private const int MaxTypes = 1000;

    /// <summary>Whether a heap with an attribute has its values in itself.</summary>
    private static bool HasValuesInside(AttributeData attribute) => !AttributeReader.IsAtAddress(attribute);
}
