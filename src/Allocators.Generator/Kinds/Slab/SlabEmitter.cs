using System.Globalization;
using Allocators.Generator.Surface;

namespace Allocators.Generator.Kinds.Slab;

/// <summary>Writes what is particular about a slab: the numbers, the state, handles and the calls that take them.</summary>
internal static class SlabEmitter
{
    public static KindCode Code(SlabSpec spec) => new(
        FixedSizeSurface.Capacity(spec, "Slots"),
        writer =>
        {
            if (spec.Options.IsLockFree) LockFreeSlabState.Write(writer, spec);
            else SlabState.Write(writer, spec);
        })
    {
        Shape = new()
        {
            Currency = Currency.Handles,
            Told = ToldCapacity.ToTake,
            Trust = Trust.NotForOneBlock,
            OwnMembers =
            [
                "TryTakeSlot",
                "TryFreeSlot",
                "LengthOf",
                "GenerationAt",
                "TryGetNextLive",
                "RetiredSlots",
                spec.StoresLength ? "TryResizeSlot" : "UsedWords",
            ],
        },
        MaxAllocation = "BlockSize",
        MaxAlignment = FixedSizeSurface.MaxAlignment(spec),
        UnitBytes = "BlockSize",
        Constants =
        [
            new("int", "Slots", $"{spec.Count}", string.Format(CultureInfo.InvariantCulture, "Number of slots: {0:N0}.", spec.Count)),
            FixedSizeSurface.BlockSize(spec, "slot"),
            new("int", "HandleBits", $"{spec.HandleBits}", $"Bits in a handle: {spec.HandleBits}, the lowest {spec.SlotBits} of them for the slot."),
            new("int", "GenerationBits", $"{spec.GenerationBits}", $"Bits that count the uses of a slot, two numbers each: {Uses(spec)}"),
        ],
        PrivateConstants =
        [
            .. FixedSizeSurface.BlockShift(spec),
            new("int", "SlotBits", $"{spec.SlotBits}", ""),
            new("int", "PayloadBits", $"{spec.PayloadBits}", ""),
            new("uint", "LastGeneration", $"0x{spec.MaxGeneration:X}", ""),
        ],
        WriteMembers = context =>
        {
            if (spec.Element is null) BytesSurface.Write(context);
            else SlabValuesSurface.Write(context, spec, spec.Element);
            HandlesSurface.Write(context, spec);
            HandleType.Write(context, spec);
        },
    };

    private static string Uses(SlabSpec spec)
    {
        string uses = ((spec.MaxGeneration / 2) + 1).ToString("N0", CultureInfo.InvariantCulture);
        string then = spec.Retires ? "is retired" : "starts over";
        return $"after {uses} uses it {then}.";
    }
}
