using System.Linq;
using Allocators.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Allocators.Generator.Declarations;

/// <summary>Reads what is known of a heap that another takes its memory from.</summary>
/// <remarks>The generated members of a heap are not there yet when another is read: it is known by its attribute.</remarks>
internal static class ParentHeaps
{
    /// <summary>The heap of a type, or null if it is none that can be passed by reference.</summary>
    public static ParentHeap? Of(ITypeSymbol type, HeapAttributes attributes)
    {
        if (type is not INamedTypeSymbol { IsUnboundGenericType: false, IsRefLikeType: false } named) return null;

        AttributeData? attribute = attributes.On(named).FirstOrDefault().Data;
        bool isHeap = attribute is not null ? named.IsStatic || named.IsValueType : named.IsValueType && named.AllInterfaces.Any(IsAllocator);
        if (!isHeap) return null;

        return new ParentHeap(
            named.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat),
            TypeNames.FullNameOf(named),
            named.IsStatic,
            named.IsStatic || (attribute is not null && AttributeReader.IsAtAddress(attribute)));
    }

    private static bool IsAllocator(INamedTypeSymbol candidate) =>
        candidate.Name == "IAllocator" && candidate.ContainingNamespace?.ToDisplayString() == nameof(Allocators);
}
