using System.Collections.Generic;
using System.Linq;
using Allocators.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Allocators.Generator.Declarations;

/// <summary>Reads what has to be known of the type of values.</summary>
internal static class ElementTypes
{
    /// <summary>The element of a heap of values of a type.</summary>
    public static ElementType Of(ITypeSymbol type) => new(
        type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat),
        TypeNames.FullNameOf(type),
        MinBytesOf(type, new HashSet<ITypeSymbol>(SymbolEqualityComparer.Default)));

    /// <param name="type">The type.</param>
    /// <param name="seen">Structs that were looked at: wrong code can have a struct in itself.</param>
    private static int MinBytesOf(ITypeSymbol type, HashSet<ITypeSymbol> seen) => type switch
    {
        { SpecialType: SpecialType.System_Int16 or SpecialType.System_UInt16 or SpecialType.System_Char } => sizeof(short),
        { SpecialType: SpecialType.System_Int32 or SpecialType.System_UInt32 or SpecialType.System_Single } => sizeof(int),
        { SpecialType: SpecialType.System_Int64 or SpecialType.System_UInt64 or SpecialType.System_Double } => sizeof(long),
        { SpecialType: SpecialType.System_Decimal } => sizeof(decimal),
        { SpecialType: SpecialType.System_IntPtr or SpecialType.System_UIntPtr } => sizeof(int),
        { TypeKind: TypeKind.Pointer or TypeKind.FunctionPointer } => sizeof(int),
        INamedTypeSymbol { EnumUnderlyingType: { } underlying } => MinBytesOf(underlying, seen),
        { SpecialType: SpecialType.None, TypeKind: TypeKind.Struct, DeclaringSyntaxReferences.Length: > 0 } when seen.Add(type.OriginalDefinition) => LargestField(type, seen),
        _ => sizeof(byte),
    };

    /// <summary>
    /// Fields may lie over each other; the largest of them is certain. Only those in source are: an assembly that is compiled against may have
    /// other fields than the one that runs.
    /// </summary>
    private static int LargestField(ITypeSymbol type, HashSet<ITypeSymbol> seen)
    {
        IEnumerable<IFieldSymbol> fields = type.GetMembers().OfType<IFieldSymbol>().Where(static field => !field.IsStatic && !field.IsConst);
        return fields.Select(field => MinBytesOf(field, seen)).Append(sizeof(byte)).Max();
    }

    /// <summary>A fixed buffer has the type of a pointer to its elements.</summary>
    private static int MinBytesOf(IFieldSymbol field, HashSet<ITypeSymbol> seen) => field is { IsFixedSizeBuffer: true, Type: IPointerTypeSymbol pointer }
        ? MinBytesOf(pointer.PointedAtType, seen)
        : MinBytesOf(field.Type, seen);
}
