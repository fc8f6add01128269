using System.ComponentModel;
#if NET
using System.Numerics;
#endif
using System.Runtime.CompilerServices;

namespace Allocators;

/// <summary>Bit operations that the oldest target framework lacks.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class BitMath
{
    /// <summary>The number of zeros below the lowest set bit; 64 if there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int TrailingZeroCount(ulong value)
    {
#if NET
        return BitOperations.TrailingZeroCount(value);
#else
        // The bits below the lowest set one, counted: value ^ (value - 1) would include it.
        return PopCount(~value & unchecked(value - 1));
#endif
    }

    /// <summary>The number of zeros above the highest set bit; 64 if there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int LeadingZeroCount(ulong value)
    {
#if NET
        return BitOperations.LeadingZeroCount(value);
#else
        value |= value >> 1;
        value |= value >> 2;
        value |= value >> 4;
        value |= value >> 8;
        value |= value >> 16;
        value |= value >> 32;
        return 64 - PopCount(value);
#endif
    }

    /// <summary>The number of set bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int PopCount(ulong value)
    {
#if NET
        return BitOperations.PopCount(value);
#else
        // Hacker's Delight, 5-1: sums of 2, 4, 8 bits, then all bytes added by one multiplication.
        value -= (value >> 1) & 0x5555_5555_5555_5555;
        value = (value & 0x3333_3333_3333_3333) + ((value >> 2) & 0x3333_3333_3333_3333);
        value = (value + (value >> 4)) & 0x0F0F_0F0F_0F0F_0F0F;
        return (int)unchecked((value * 0x0101_0101_0101_0101) >> 56);
#endif
    }

    /// <summary>The lowest <paramref name="count"/> bits set, for a count of 1 to 64.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Ones(int count) => ulong.MaxValue >> (64 - count);

    /// <summary>The lowest bit and every <paramref name="step"/>-th from it, for a power of two; from 64 on the lowest bit alone.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong EveryNth(int step) => step >= 64 ? 1 : ulong.MaxValue / Ones(step);
}
