using System.Linq;
using Microsoft.CodeAnalysis;

namespace Allocators.Generator.Declarations;

/// <summary>Reads an attribute of a heap, whichever kind it is of.</summary>
internal static class AttributeReader
{
    /// <summary>The property by which a kind takes the memory of another heap.</summary>
    public const string OverName = "Over";

    /// <summary>The type of the values, or null.</summary>
    public static ITypeSymbol? TypeIn(AttributeData attribute) => attribute.AttributeClass is { Arity: 1 } generic
        ? generic.TypeArguments[0]
        : attribute.ConstructorArguments.FirstOrDefault() is { Kind: TypedConstantKind.Type, Value: ITypeSymbol type } ? type : null;

    /// <summary>The type that memory is taken from, or null.</summary>
    public static ITypeSymbol? OverIn(AttributeData attribute) => ValueOf(attribute, OverName) as ITypeSymbol;

    /// <summary>Whether the memory is at an address. A struct over another heap is one over a heap whose memory is fixed: only a ref struct can be over any.</summary>
    public static bool IsAtAddress(AttributeData attribute) => attribute.NamedArguments.Any(static argument =>
        argument.Key == OverName
        || (argument.Key == nameof(HeapAttribute.Storage) && argument.Value.Value is (int)Storage.Pointer));

    /// <summary>Whether a property was written down.</summary>
    public static bool IsSet(AttributeData attribute, string name) => attribute.NamedArguments.Any(argument => argument.Key == name);

    /// <summary>What a property was given, or null if that is nothing, or nothing that has a value.</summary>
    public static object? ValueOf(AttributeData attribute, string name)
    {
        foreach (var argument in attribute.NamedArguments)
        {
            if (argument.Key == name && argument.Value.Kind != TypedConstantKind.Error) return argument.Value.Value;
        }

        return null;
    }
}
