using System.Globalization;
using Allocators.Generator.Diagnostics;
using Allocators.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Allocators.Generator.Kinds;

/// <summary>Reads what the attributes of heaps with equal blocks have in common: how many there are, of how many bytes or of which type.</summary>
internal static class FixedSizeArguments
{
    /// <summary>The number of blocks.</summary>
    public static int Count(this KindArguments arguments, string name)
    {
        int count = arguments.Positive(name, 0);
        if (count > FixedSizeSpec.MaxCount) arguments.Refuse(Descriptors.OutOfRange, name, $"{FixedSizeSpec.MaxCount}", name, count, $"{FixedSizeSpec.MaxCount}");
        return count;
    }

    /// <summary>The type of the values, or null if the heap holds bytes or the type cannot be in a heap.</summary>
    public static ElementType? Element(this KindArguments arguments)
    {
        if (arguments.Type is not { } type) return null;

        bool canBeStored = type is { IsUnmanagedType: true, IsRefLikeType: false, TypeKind: not (TypeKind.Pointer or TypeKind.FunctionPointer or TypeKind.Error) }
            and not INamedTypeSymbol { IsUnboundGenericType: true }
            && type.SpecialType != SpecialType.System_Void
            && type.OriginalDefinition.SpecialType != SpecialType.System_Nullable_T;
        if (!canBeStored) arguments.Refuse(Descriptors.NotUnmanaged, KindArguments.TypeName, "", type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat));
        else if (!arguments.IsAccessibleToUsers(type)) arguments.Refuse(Descriptors.LessAccessible, KindArguments.TypeName, "", type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat));
        return canBeStored ? ElementType.Of(type) : null;
    }

    /// <summary>An alignment that was asked for has to divide the size of a block: otherwise only some blocks would have it.</summary>
    public static void AlignsBlocks(this KindArguments arguments, FixedSizeSpec spec)
    {
        const string Name = nameof(HeapAttribute.Alignment);
        if (spec.Element is not null)
        {
            arguments.DoesNotApply(Name, "a heap of values, which have the alignment of their type");
            return;
        }

        if (arguments.IsSet(Name) && spec.MaxAlignment < spec.Options.Alignment)
        {
            string blocks = spec.BlockBytes.ToString("N0", CultureInfo.InvariantCulture);
            arguments.Refuse(Descriptors.BadAlignment, Name, $"{spec.MaxAlignment}", spec.Options.Alignment, $"a block of {blocks} bytes", spec.MaxAlignment, spec.MaxAlignment);
        }
    }

    /// <summary>Whether memory and bookkeeping are no more than the place can have.</summary>
    public static bool AreWithinLimits(this KindArguments arguments, FixedSizeSpec spec, string countName, string sizeName)
    {
        int maxBytes = spec.Options.MaxBytes;
        if (spec.TotalBytesLong <= maxBytes) return true;

        // Bytes of all blocks together are shared among them: fewer blocks would be larger ones.
        int most = spec.MaxCountWithin(maxBytes), largest = spec.MaxBlockWithin(maxBytes);
        bool isOfAll = arguments.IsSet(nameof(SlabAttribute.Bytes)) && largest > 0;
        string argument = isOfAll ? nameof(SlabAttribute.Bytes) : most > 0 ? countName : sizeName;
        int nearest = isOfAll ? largest * spec.Count : most > 0 ? most : PowerOfTwo.AtMost(System.Math.Max(largest, 1));
        arguments.Refuse(
            Descriptors.TooLarge,
            argument,
            nearest.ToString(CultureInfo.InvariantCulture),
            spec.Contents,
            spec.TotalBytesLong,
            maxBytes,
            argument,
            nearest);
        return false;
    }
}
