using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace Allocators.Generator.Declarations;

/// <summary>Knows the attributes of all kinds by their names, whatever kinds there are.</summary>
/// <param name="metadataNames">Their names, such as <c>Allocators.SlabAttribute`1</c>.</param>
internal sealed class HeapAttributes(IEnumerable<string> metadataNames)
{
    private readonly HashSet<string> _names = [.. metadataNames];

    /// <summary>The metadata name of the attribute of a kind, or null if a class is none.</summary>
    public string? NameOf(INamedTypeSymbol? attribute) =>
        attribute?.ContainingNamespace is { } around && $"{around.ToDisplayString()}.{attribute.MetadataName}" is var name && _names.Contains(name) ? name : null;

    /// <summary>Those on a type, each with its metadata name.</summary>
    public IEnumerable<(string Name, AttributeData Data)> On(ITypeSymbol type) =>
        from data in type.GetAttributes()
        let name = NameOf(data.AttributeClass)
        where name is not null
        select (name, data);
}
