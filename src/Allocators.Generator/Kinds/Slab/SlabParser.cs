using System;
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
        HeapOptions options = arguments.Options(canBeLockFree: true);
        int slots = arguments.Count(Slots);
        ElementType? element = arguments.Element();
        int blockSize = arguments.Type is null ? SizeOfSlot(arguments, slots) : NoSize(arguments);
        int handleBits = HandleBits(arguments);
        OnExhausted onExhausted = arguments.Enumeration(nameof(SlabAttribute.OnExhausted), Defaults.OnExhausted);
        if (!arguments.AreGood) return null;

        SlabSpec spec = new(options, slots, blockSize, element, handleBits, onExhausted);
        arguments.AlignsBlocks(spec);
        CountsGenerations(arguments, spec);
        return arguments.AreWithinLimits(spec, Slots, BlockSize) && arguments.AreGood ? spec : null;
    }

    /// <summary>Bytes of a slot, which are given as such or by those of all slots.</summary>
    private static int SizeOfSlot(KindArguments arguments, int slots)
    {
        bool isOne = arguments.IsSet(BlockSize), isAll = arguments.IsSet(Bytes);
        if (isOne == isAll)
        {
            arguments.Refuse(Descriptors.OneOfTwo, isOne ? Bytes : Slots, "", arguments.HeapName, isOne ? "both" : "none");
            return 1;
        }

        if (isOne) return arguments.Positive(BlockSize, 0);

        int bytes = arguments.Positive(Bytes, 0);
        if (slots < 1 || bytes < 1) return 1;

        long above = ((long)bytes + slots - 1) / slots * slots, below = above - slots;
        long nearest = below > 0 && bytes - below <= above - bytes ? below : above;
        if (bytes % slots != 0) arguments.Refuse(Descriptors.OutOfRange, Bytes, $"{nearest}", Bytes, bytes, $"{nearest}, a multiple of the {slots} slots");
        return Math.Max(bytes / slots, 1);
    }

    private static int NoSize(KindArguments arguments)
    {
        const string Reason = "a heap of values, whose size is that of their type";
        arguments.DoesNotApply(BlockSize, Reason);
        arguments.DoesNotApply(Bytes, Reason);
        return 1;
    }

    private static int HandleBits(KindArguments arguments)
    {
        const string Name = nameof(SlabAttribute.HandleBits);
        int bits = arguments.Int32(Name, Defaults.HandleBits);
        int nearest = bits < 24 ? 16 : bits < 48 ? 32 : 64;
        if (bits != nearest) arguments.Refuse(Descriptors.OutOfRange, Name, $"{nearest}", Name, bits, $"{nearest}");
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
            spec.Count.ToString("N0", System.Globalization.CultureInfo.InvariantCulture),
            spec.SlotBits,
            Math.Max(spec.FreeHandleBits, 0),
            SlabSpec.MinGenerationBits,
            nearest);
    }
}
