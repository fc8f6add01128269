using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace Allocators.Generator.Model;

/// <summary>The type of the values in a heap of equal blocks. How large they are is known to the JIT only.</summary>
/// <param name="Name">As its users call it, such as <c>Entity</c>.</param>
/// <param name="FullName">As generated code writes it, such as <c>global::Game.Entity</c>.</param>
/// <param name="MinBytes">A size that a value has at least, in bytes: what its fields add up to as far as they can be seen.</param>
internal sealed record ElementType(string Name, string FullName, int MinBytes)
{
    /// <summary>The name as it can stand in documentation, which is XML.</summary>
    public string NameInDocs => Name.Replace("<", "&lt;").Replace(">", "&gt;");

    public static ElementType Of(ITypeSymbol type) => new(
        type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat),
        type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat),
        MinBytesOf(type));

    private static int MinBytesOf(ITypeSymbol type) => type switch
    {
        { SpecialType: SpecialType.System_Int16 or SpecialType.System_UInt16 or SpecialType.System_Char } => sizeof(short),
        { SpecialType: SpecialType.System_Int32 or SpecialType.System_UInt32 or SpecialType.System_Single } => sizeof(int),
        { SpecialType: SpecialType.System_Int64 or SpecialType.System_UInt64 or SpecialType.System_Double } => sizeof(long),
        { SpecialType: SpecialType.System_Decimal } => sizeof(decimal),
        { SpecialType: SpecialType.System_IntPtr or SpecialType.System_UIntPtr } => sizeof(int),
        { TypeKind: TypeKind.Pointer or TypeKind.FunctionPointer } => sizeof(int),
        INamedTypeSymbol { EnumUnderlyingType: { } underlying } => MinBytesOf(underlying),
        { SpecialType: SpecialType.None, TypeKind: TypeKind.Struct } => LargestField(type),
        _ => sizeof(byte),
    };

    /// <summary>Fields may lie over each other; the largest of them is certain.</summary>
    private static int LargestField(ITypeSymbol type)
    {
        IEnumerable<IFieldSymbol> fields = type.GetMembers().OfType<IFieldSymbol>().Where(static field => !field.IsStatic && !field.IsConst);
        return fields.Select(static field => MinBytesOf(field.Type)).Append(sizeof(byte)).Max();
    }
}
