using System;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace Allocators.Generator.Usage;

/// <summary>The sizes of values, where they are the same on every machine and with every version of another assembly.</summary>
internal static class ValueSizes
{
    /// <summary>Bytes of a value of a type, as the run time lays it out; null where that is not known for certain.</summary>
    public static int? Of(ITypeSymbol type) => LayoutOf(type, depth: 0)?.Bytes;

    /// <summary>Whether the user says how the fields of a struct lie.</summary>
    public static bool HasLayout(INamedTypeSymbol type) => type.GetAttributes().Any(static data => data.AttributeClass?.Name is "StructLayoutAttribute" or "InlineArrayAttribute");

    private static (int Bytes, int Alignment)? LayoutOf(ITypeSymbol type, int depth) => type switch
    {
        { SpecialType: SpecialType.System_Boolean or SpecialType.System_Byte or SpecialType.System_SByte } => (1, 1),
        { SpecialType: SpecialType.System_Int16 or SpecialType.System_UInt16 or SpecialType.System_Char } => (2, 2),
        { SpecialType: SpecialType.System_Int32 or SpecialType.System_UInt32 or SpecialType.System_Single } => (4, 4),
        { SpecialType: SpecialType.System_Int64 or SpecialType.System_UInt64 or SpecialType.System_Double } => (8, 8),
        // Its alignment is not the same everywhere, but it is padding in no struct that has nothing else.
        { SpecialType: SpecialType.System_Decimal } when depth == 0 => (16, 8),
        INamedTypeSymbol { EnumUnderlyingType: { } underlying } => LayoutOf(underlying, depth),
        INamedTypeSymbol { SpecialType: SpecialType.None, TypeKind: TypeKind.Struct, OriginalDefinition.DeclaringSyntaxReferences.IsEmpty: false } named when !HasLayout(named) => LayoutOfFields(named, depth),
        _ => null,
    };

    private static (int Bytes, int Alignment)? LayoutOfFields(INamedTypeSymbol type, int depth)
    {
        // Of code that is being written, a struct can be in itself.
        const int Deepest = 16;
        if (depth > Deepest) return null;

        int bytes = 0, largest = 1;
        foreach (IFieldSymbol field in type.GetMembers().OfType<IFieldSymbol>().Where(static field => !field.IsStatic))
        {
            if (field.IsFixedSizeBuffer || field.RefKind != RefKind.None || LayoutOf(field.Type, depth + 1) is not { } layout) return null;

            bytes = AlignUp(bytes, layout.Alignment) + layout.Bytes;
            largest = Math.Max(largest, layout.Alignment);
        }

        return (Math.Max(AlignUp(bytes, largest), 1), largest);
    }

    private static int AlignUp(int bytes, int alignment) => (bytes + alignment - 1) & -alignment;
}
