using System;
using System.Collections.Concurrent;
using System.Linq;
using Allocators.Generator.Declarations;
using Microsoft.CodeAnalysis;

namespace Allocators.Generator.Usage;

/// <summary>Which types are heaps, by the attributes of the kinds, and what their public constants tell.</summary>
/// <param name="kinds">The attributes of all kinds.</param>
internal sealed class HeapTypes(HeapAttributes kinds)
{
    private readonly ConcurrentDictionary<INamedTypeSymbol, bool> _known = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<INamedTypeSymbol, long> _bytes = new(SymbolEqualityComparer.Default);

    /// <summary>Whether a type has the attribute of a kind.</summary>
    public bool IsHeap(ITypeSymbol? type) =>
        type is INamedTypeSymbol { TypeKind: TypeKind.Struct or TypeKind.Class } named && _known.GetOrAdd(named.OriginalDefinition, original => kinds.On(original).Any());

    /// <summary>Whether a type is a heap with its memory in the struct: others learn at run time how much they have, static classes have no values.</summary>
    public bool IsInline(ITypeSymbol? type) =>
        type is INamedTypeSymbol { TypeKind: TypeKind.Struct, IsRefLikeType: false } && IsHeap(type) && type.GetMembers("Capacity").Any(static member => member.IsStatic);

    /// <summary>
    /// Bytes that the heaps in a value of a type have at least; 0 where there is none that has its memory inside. Of a heap itself that is its size,
    /// unless it holds values whose size is not known here.
    /// </summary>
    public long BytesOf(ITypeSymbol? type) => type is INamedTypeSymbol { TypeKind: TypeKind.Struct, SpecialType: SpecialType.None } named ? _bytes.GetOrAdd(named, other => BytesOf(other, depth: 0)) : 0;

    /// <summary>A constant of a heap; null where it has none of that name, or a property, because only the JIT knows the number.</summary>
    public static int? ConstantOf(INamedTypeSymbol heap, string name) => heap.GetMembers(name).FirstOrDefault() is IFieldSymbol { ConstantValue: int value } ? value : null;

    /// <summary>Whether a member of a heap is one that the allocator wrote. In other assemblies that cannot be told from one of the user's.</summary>
    public static bool IsGenerated(ISymbol member) => member.OriginalDefinition.DeclaringSyntaxReferences.All(
        static reference => reference.SyntaxTree.FilePath.IndexOf(nameof(AllocatorGenerator), StringComparison.Ordinal) >= 0);

    private long BytesOf(INamedTypeSymbol type, int depth)
    {
        // Of code that is being written, a struct can be in itself.
        const int Deepest = 16;
        if (depth > Deepest) return 0;
        if (IsHeap(type)) return IsInline(type) ? BytesOfHeap(type) : 0;

        long sum = 0, largest = 0;
        foreach (IFieldSymbol field in type.GetMembers().OfType<IFieldSymbol>())
        {
            if (field is not { IsStatic: false, RefKind: RefKind.None, Type: INamedTypeSymbol { TypeKind: TypeKind.Struct, SpecialType: SpecialType.None } inner }) continue;

            long bytes = BytesOf(inner, depth + 1);
            sum += bytes;
            largest = Math.Max(largest, bytes);
        }

        // Fields with a layout of the user's may lie over each other.
        return ValueSizes.HasLayout(type) ? largest : sum;
    }

    private long BytesOfHeap(INamedTypeSymbol heap)
    {
        long memory = ConstantOf(heap, "Capacity") ?? BytesOfValues(heap);
        return memory == 0 ? 0 : (memory + (ConstantOf(heap, "OverheadBytes") ?? 0) + 7) & ~7L;
    }

    private long BytesOfValues(INamedTypeSymbol heap)
    {
        int count = ConstantOf(heap, "Slots") ?? ConstantOf(heap, "Blocks") ?? 0;
        AttributeData? data = kinds.On(heap.OriginalDefinition).Select(static attribute => attribute.Data).FirstOrDefault();
        ITypeSymbol? element = data?.AttributeClass?.TypeArguments.FirstOrDefault() ?? data?.ConstructorArguments.Select(static argument => argument.Value).OfType<ITypeSymbol>().FirstOrDefault();
        return element is null ? 0 : count * (ValueSizes.Of(element) ?? 0L);
    }
}
