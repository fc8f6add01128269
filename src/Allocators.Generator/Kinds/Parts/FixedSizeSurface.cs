using System.Globalization;
using Allocators.Generator.Model;
using Allocators.Generator.Surface;

namespace Allocators.Generator.Kinds;

/// <summary>The numbers of heaps with equal blocks: constants, or what follows from the size of a type.</summary>
internal static class FixedSizeSurface
{
    /// <summary>Expression for the bytes of all blocks.</summary>
    public static string Capacity(FixedSizeSpec spec, string count) =>
        spec.Element is null ? $"{count} * BlockSize" : $"global::Allocators.HeapMemory.BytesFor<{spec.Element.FullName}>({count})";

    /// <summary>Expression for the alignment that all blocks have, if it is not a number.</summary>
    public static string? MaxAlignment(FixedSizeSpec spec) =>
        spec.Element is null ? null : $"global::System.Math.Min(global::Allocators.HeapMemory.AlignmentOf<{spec.Element.FullName}>(), {spec.MaxAlignment})";

    /// <summary>The exponent of the bytes of a block, where they are a power of two.</summary>
    public static HeapConstant[] BlockShift(FixedSizeSpec spec) =>
        spec.HasShift ? [new("int", "BlockShift", $"{PowerOfTwo.Log2(spec.BlockBytes)}", "")] : [];

    /// <summary>Bytes of a block.</summary>
    public static HeapConstant BlockSize(FixedSizeSpec spec, string noun) => spec.Element is { } element
        ? new("int", "BlockSize", $"global::Allocators.HeapMemory.SizeOf<{element.FullName}>()", $"Bytes in a {noun}: the size of {element.NameInDocs}.") { IsConstant = false }
        : new("int", "BlockSize", $"{spec.BlockBytes}", string.Format(CultureInfo.InvariantCulture, "Bytes in a {0}: {1:N0}.", noun, spec.BlockBytes));
}
