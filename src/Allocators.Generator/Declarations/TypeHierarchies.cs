using System.Collections.Generic;
using System.Linq;
using Allocators.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Allocators.Generator.Declarations;

/// <summary>Reads where a type is declared.</summary>
internal static class TypeHierarchies
{
    private static readonly SymbolDisplayFormat NamespaceFormat = SymbolDisplayFormat.FullyQualifiedFormat
        .WithGlobalNamespaceStyle(SymbolDisplayGlobalNamespaceStyle.Omitted);

    public static TypeHierarchy Of(INamedTypeSymbol type)
    {
        string name = type.ContainingNamespace.IsGlobalNamespace
            ? ""
            : type.ContainingNamespace.ToDisplayString(NamespaceFormat);
        return new TypeHierarchy(name, new EquatableArray<TypeHierarchy.Part>(WithContainers(type).Reverse().Select(PartOf)));
    }

    /// <summary>A type and those around it, from the inside out.</summary>
    public static IEnumerable<INamedTypeSymbol> WithContainers(INamedTypeSymbol? type)
    {
        for (INamedTypeSymbol? current = type; current is not null; current = current.ContainingType) yield return current;
    }

    private static TypeHierarchy.Part PartOf(INamedTypeSymbol type)
    {
        string keyword = type switch
        {
            { TypeKind: TypeKind.Interface } => "interface",
            { TypeKind: TypeKind.Struct, IsRecord: true } => "record struct",
            { TypeKind: TypeKind.Struct } => "struct",
            { IsRecord: true } => "record",
            _ => "class",
        };

        string parameters = type.Arity == 0
            ? ""
            : $"<{string.Join(", ", type.TypeParameters.Select(static parameter => TypeNames.Escaped(parameter)))}>";
        return new TypeHierarchy.Part(keyword, TypeNames.Escaped(type), parameters, type.Arity);
    }
}
