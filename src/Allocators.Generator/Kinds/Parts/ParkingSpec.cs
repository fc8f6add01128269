using System;

namespace Allocators.Generator.Kinds;

/// <summary>Room for freed blocks that are kept whole: for each length up to a limit, a stack of a few of them in one word.</summary>
/// <param name="Lengths">Blocks of 1 to so many units can be parked.</param>
/// <param name="EntryBits">Bits of an entry: the number of the block's first unit, and a one above it that tells it from nothing.</param>
internal sealed record ParkingSpec(int Lengths, int EntryBits)
{
    /// <summary>Longer blocks are rarely asked for twice.</summary>
    private const int MaxLengths = 64;

    private const int BitsInStack = 64;
    private const int BytesInStack = 8;

    /// <summary>Blocks that can be parked of each length.</summary>
    public int Depth => BitsInStack / EntryBits;

    /// <summary>Bits below the last entry: a stack is full when it reaches above them.</summary>
    public int FullShift => (Depth - 1) * EntryBits;

    /// <summary>Bytes of all stacks.</summary>
    public int Bytes => Lengths * BytesInStack;

    /// <summary>As many lengths as there is room for, or null if there is none.</summary>
    public static ParkingSpec? Within(int bytes, int units)
    {
        int lengths = Math.Min(bytes / BytesInStack, MaxLengths);
        if (lengths < 1) return null;

        int entryBits = 1;
        while ((units - 1) >> (entryBits - 1) > 0) entryBits++;
        return new ParkingSpec(lengths, entryBits);
    }
}
