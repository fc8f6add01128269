using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace Allocators.Generator.Declarations;

/// <summary>Tells whether the values of a type can lie in a heap.</summary>
internal static class UnmanagedTypes
{
    /// <summary>
    /// Whether a type is unmanaged, as far as can be seen. While the generator runs, a field whose type it writes, such as the
    /// handle of a slab in the values of that slab, has no type yet. Such a field passes; the analyzer and the compiler, which
    /// see what was written, have the last word.
    /// </summary>
    public static bool MayBe(ITypeSymbol type) => type.IsUnmanagedType || MayBe(type, new HashSet<ITypeSymbol>(SymbolEqualityComparer.Default));

    /// <param name="type">The type.</param>
    /// <param name="seen">Types that are being looked at: wrong code can have a struct in itself.</param>
    private static bool MayBe(ITypeSymbol type, HashSet<ITypeSymbol> seen)
    {
        if (type.IsUnmanagedType || type.TypeKind == TypeKind.Error) return true;
        if (type.TypeKind != TypeKind.Struct || type.IsRefLikeType) return false;

        return !seen.Add(type.OriginalDefinition) || FieldsOf(type).All(field => field.RefKind == RefKind.None && MayBe(field.Type, seen));
    }

    private static IEnumerable<IFieldSymbol> FieldsOf(ITypeSymbol type) => type.GetMembers().OfType<IFieldSymbol>().Where(static field => !field.IsStatic);
}
