using System.Collections.Generic;
using System.Linq;
using Allocators.Generator.Kinds;
using Microsoft.CodeAnalysis;

namespace Allocators.Generator.Model;

/// <summary>A heap that another takes its memory from.</summary>
/// <param name="Name">As the attribute names it, such as <c>LevelHeap</c>.</param>
/// <param name="FullName">As generated code writes it, such as <c>global::Game.LevelHeap</c>.</param>
/// <param name="IsStatic">Whether it is a static class, of which there is one.</param>
/// <param name="IsFixed">Whether its memory has an address that does not change.</param>
internal sealed record ParentHeap(string Name, string FullName, bool IsStatic, bool IsFixed)
{
    /// <summary>The type whose values are the heap.</summary>
    public string AllocatorType => IsStatic ? FullName + ".Allocator" : FullName;

    /// <summary>The heap of a type, or null if it is none that can be passed by reference.</summary>
    /// <remarks>The generated members of a heap are not there yet when another is read: it is known by its attribute.</remarks>
    public static ParentHeap? Of(ITypeSymbol type)
    {
        if (type is not INamedTypeSymbol { IsUnboundGenericType: false, IsRefLikeType: false } named) return null;

        AttributeData? attribute = named.GetAttributes().FirstOrDefault(static data => data.AttributeClass is { } found && HeapKinds.All.Any(kind => kind.IsNameOf(found)));
        bool isHeap = attribute is not null ? named.IsStatic || named.IsValueType : named.IsValueType && named.AllInterfaces.Any(IsAllocator);
        if (!isHeap) return null;

        return new ParentHeap(
            named.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat),
            TypeNames.FullNameOf(named),
            named.IsStatic,
            named.IsStatic || (attribute is not null && IsAtAddress(attribute)));
    }

    /// <summary>A struct over another heap is one over a heap whose memory is fixed: only a ref struct can be over any.</summary>
    public static bool IsAtAddress(AttributeData attribute) => attribute.NamedArguments.Any(static argument =>
        argument.Key == nameof(FreeListAttribute.Over)
        || (argument.Key == nameof(HeapAttribute.Storage) && argument.Value.Value is (int)Storage.Pointer));

    private static bool IsAllocator(INamedTypeSymbol candidate) =>
        candidate.Name == "IAllocator" && candidate.ContainingNamespace?.ToDisplayString() == nameof(Allocators);
}
