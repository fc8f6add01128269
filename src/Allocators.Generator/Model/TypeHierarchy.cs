using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace Allocators.Generator.Model;

/// <summary>Where a heap is declared: its namespace, the types around it from the outside in, and itself as the last.</summary>
internal sealed record TypeHierarchy(string Namespace, EquatableArray<TypeHierarchy.Part> Types)
{
    /// <summary>The heap itself.</summary>
    public Part Heap => Types[Types.Count - 1];

    public static TypeHierarchy Of(INamedTypeSymbol type)
    {
        Stack<Part> parts = new();
        for (INamedTypeSymbol? current = type; current is not null; current = current.ContainingType) parts.Push(Part.Of(current));

        string name = type.ContainingNamespace.IsGlobalNamespace
            ? ""
            : type.ContainingNamespace.ToDisplayString(NamespaceFormat);
        return new TypeHierarchy(name, new EquatableArray<Part>(parts));
    }

    private static readonly SymbolDisplayFormat NamespaceFormat = SymbolDisplayFormat.FullyQualifiedFormat
        .WithGlobalNamespaceStyle(SymbolDisplayGlobalNamespaceStyle.Omitted);

    /// <summary>A type as its partial declaration names it, such as <c>struct</c> <c>Pool&lt;T&gt;</c>.</summary>
    internal sealed record Part(string Keyword, string Name, string TypeParameters, int Arity)
    {
        /// <summary>The name with type parameters, as code inside the type writes it.</summary>
        public string NameWithParameters => Name + TypeParameters;

        /// <summary>The names of the type parameters.</summary>
        public IEnumerable<string> TypeParameterNames => TypeParameters.Trim('<', '>').Split([", "], System.StringSplitOptions.RemoveEmptyEntries);

        public static Part Of(INamedTypeSymbol type)
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
            return new Part(keyword, TypeNames.Escaped(type), parameters, type.Arity);
        }
    }
}
