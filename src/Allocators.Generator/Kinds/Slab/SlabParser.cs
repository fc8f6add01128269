using System;
using System.Globalization;
using Allocators.Generator.Declarations;
using Allocators.Generator.Diagnostics;
using Allocators.Generator.Model;

namespace Allocators.Generator.Kinds.Slab;

/// <summary>Reads <c>[Slab(Slots, BlockSize or Bytes)]</c> and <c>[Slab(typeof(T), Slots)]</c>.</summary>
internal static class SlabParser
{
    private const string Slots = nameof(SlabAttribute.Slots), Bytes = nameof(SlabAttribute.Bytes), BlockSize = nameof(SlabAttribute.BlockSize);

    private static readonly SlabAttribute Defaults = new();

    public static SlabSpec? Parse(KindArguments arguments)
    {
        int slots = arguments.Count(Slots);
        HeapOptions options = arguments.Options(blockBytes: arguments.IsSet(BlockSize) ? arguments.Int32(BlockSize, 0) : arguments.Int32(Bytes, 0) / Math.Max(slots, 1));
        ElementType? element = arguments.Element(options);
        int handleBits = HandleBits(arguments, slots);
        OnExhausted onExhausted = arguments.Enumeration(nameof(SlabAttribute.OnExhausted), Defaults.OnExhausted);
        SlabSpec spec = new(options, slots, BlockBytes: 1, element, handleBits, onExhausted);
        spec = spec with { BlockBytes = arguments.Type is null ? SizeOfSlot(arguments, spec) : NoSize(arguments) };
        if (!arguments.AreGood) return null;

        arguments.AlignsBlocks(spec);
        if (!arguments.AreWithinLimits(spec, Slots, BlockSize, nameof(SlabAttribute.Bytes))) return null;

        CountsGenerations(arguments, spec);
        return arguments.AreGood ? spec : null;
    }

    /// <summary>Bytes of a slot, which are given as such or by those of all slots.</summary>
    private static int SizeOfSlot(KindArguments arguments, SlabSpec spec)
    {
        int slots = spec.Count;
        bool isOne = arguments.IsSet(BlockSize), isAll = arguments.IsSet(Bytes);
        if (isOne == isAll)
        {
            arguments.Refuse(Descriptors.OneOfTwo, isOne ? Bytes : Slots, "", arguments.HeapName, isOne ? "both" : "none");
            return 1;
        }

        if (isOne) return arguments.Positive(BlockSize, 0);

        int bytes = arguments.Positive(Bytes, 0, least: Math.Max(slots, 1));
        if (slots < 1 || bytes < 1) return 1;

        // So few bytes for so many slots: fewer slots are the way out if more bytes are none.
        if (bytes < slots && (slots > FixedSizeSpec.MaxCount || (spec with { BlockBytes = 1 }).TotalBytesLong > spec.Options.MaxBytes))
        {
            arguments.Refuse(Descriptors.OutOfRange, Slots, $"{bytes}", Slots, slots, bytes);
            return 1;
        }

        long above = ((long)bytes + slots - 1) / slots * slots, below = above - slots;
        long nearest = below > 0 && bytes - below <= above - bytes ? below : above;
        long largest = (long)(spec with { BlockBytes = (int)(nearest / slots) }).MaxBlockWithin(spec.Options.MaxBytes) * slots;
        if (largest > 0) nearest = Math.Min(nearest, largest);
        if (bytes % slots != 0) arguments.Refuse(Descriptors.OutOfRange, Bytes, $"{nearest}", Bytes, bytes, string.Format(CultureInfo.InvariantCulture, "{0:N0}, a multiple of the {1:N0} slots", nearest, slots));
        return Math.Max(bytes / slots, 1);
    }

    private static int NoSize(KindArguments arguments)
    {
        const string Reason = "a heap of values, whose size is that of their type";
        arguments.DoesNotApply(BlockSize, Reason);
        arguments.DoesNotApply(Bytes, Reason);
        return 1;
    }

    private static int HandleBits(KindArguments arguments, int slots)
    {
        const string Name = nameof(SlabAttribute.HandleBits);
        int bits = arguments.Int32(Name, Defaults.HandleBits);
        int nearest = bits < 24 ? 16 : bits < 48 ? 32 : 64;
        if (bits == nearest) return bits;

        if (nearest == 16 && slots > 1 << (16 - SlabSpec.MinGenerationBits)) nearest = 32;
        arguments.Refuse(Descriptors.OutOfRange, Name, $"{nearest}", Name, bits, nearest);
        return nearest;
    }

    private static void CountsGenerations(KindArguments arguments, SlabSpec spec)
    {
        if (spec.FreeHandleBits >= SlabSpec.MinGenerationBits) return;

        int nearest = spec.HandleBits * 2;
        arguments.Refuse(
            Descriptors.HandleTooNarrow,
            nameof(SlabAttribute.HandleBits),
            $"{nearest}",
            spec.HandleBits,
            spec.Count,
            spec.SlotBits,
            Math.Max(spec.FreeHandleBits, 0),
            SlabSpec.MinGenerationBits,
            nearest);
    }
}
