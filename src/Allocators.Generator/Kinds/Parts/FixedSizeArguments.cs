using System;
using System.Globalization;
using Allocators.Generator.Declarations;
using Allocators.Generator.Diagnostics;
using Allocators.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Allocators.Generator.Kinds;

/// <summary>Reads what the attributes of heaps with equal blocks have in common: how many there are, of how many bytes or of which type.</summary>
internal static class FixedSizeArguments
{
    /// <summary>The number of blocks.</summary>
    public static int Count(this KindArguments arguments, string name) => arguments.Positive(name, 0);

    /// <summary>The type of the values, or null if the heap holds bytes or the type cannot be in a heap.</summary>
    public static ElementType? Element(this KindArguments arguments, HeapOptions options)
    {
        if (arguments.Type is not { } type) return null;

        bool canBeStored = UnmanagedTypes.MayBe(type)
            && type is { IsRefLikeType: false, TypeKind: not (TypeKind.Pointer or TypeKind.FunctionPointer or TypeKind.Error) }
            && type is not INamedTypeSymbol { IsUnboundGenericType: true }
            && type.SpecialType != SpecialType.System_Void
            && type.OriginalDefinition.SpecialType != SpecialType.System_Nullable_T;
        string name = type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
        if (!canBeStored) arguments.Refuse(Descriptors.NotUnmanaged, DeclarationReport.TypeName, "", name);
        else if (!arguments.IsAccessibleToUsers(type)) arguments.Refuse(Descriptors.LessAccessible, DeclarationReport.TypeName, "", name);
        else if (options.IsInline && arguments.IsIn(type)) arguments.Refuse(Descriptors.ContainsItself, DeclarationReport.TypeName, "", name, arguments.HeapName);
        return canBeStored ? ElementTypes.Of(type) : null;
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
    /// <param name="arguments">What was written.</param>
    /// <param name="spec">What follows from it.</param>
    /// <param name="countName">The property of the number of blocks.</param>
    /// <param name="sizeName">The property of the bytes of a block.</param>
    /// <param name="allBytesName">The property of the bytes of all blocks together, if the kind has one.</param>
    public static bool AreWithinLimits(this KindArguments arguments, FixedSizeSpec spec, string countName, string sizeName, string? allBytesName = null)
    {
        int maxBytes = spec.Options.MaxBytes;
        if (spec.Count > FixedSizeSpec.MaxCount)
        {
            int nearest = Math.Max(spec.MaxCountWithin(maxBytes), 1);
            arguments.Refuse(Descriptors.OutOfRange, countName, $"{nearest}", countName, spec.Count, nearest);
            return false;
        }

        return spec.TotalBytesLong <= maxBytes || RefuseSize(arguments, spec, countName, sizeName, allBytesName);
    }

    private static bool RefuseSize(KindArguments arguments, FixedSizeSpec spec, string countName, string sizeName, string? allBytesName)
    {
        // Bytes of all blocks together are shared among them: fewer blocks would be larger ones.
        int maxBytes = spec.Options.MaxBytes;
        int most = spec.MaxCountWithin(maxBytes), largest = spec.MaxBlockWithin(maxBytes);
        bool isOfAll = allBytesName is not null && arguments.IsSet(allBytesName) && largest > 0;
        string argument = isOfAll ? allBytesName! : most > 0 ? countName : sizeName;
        int nearest = isOfAll ? largest * spec.Count : most > 0 ? most : PowerOfTwo.AtMost(Math.Max(largest, 1));
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
