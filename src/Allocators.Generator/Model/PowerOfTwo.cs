using System;

namespace Allocators.Generator.Model;

/// <summary>Powers of two, and those next to a number that is none.</summary>
internal static class PowerOfTwo
{
    public const int LargestInt32 = 1 << 30;

    public static bool Is(int value) => value > 0 && (value & (value - 1)) == 0;

    /// <summary>The exponent of a power of two.</summary>
    public static int Log2(int power)
    {
        int exponent = 0;
        while (power >> exponent > 1) exponent++;
        return exponent;
    }

    /// <summary>The largest power of two that is not above a number, and at least 1.</summary>
    public static int AtMost(int value)
    {
        int power = 1;
        while (power <= value / 2) power *= 2;
        return power;
    }

    /// <summary>The smallest power of two that is not below a number.</summary>
    public static int AtLeast(int value)
    {
        int power = AtMost(value);
        return power >= value || power == LargestInt32 ? power : power * 2;
    }

    /// <summary>The power of two from 1 to <paramref name="largest"/> that is nearest to a number.</summary>
    public static int Nearest(int value, int largest)
    {
        int below = Math.Min(AtMost(value), largest), above = Math.Min(AtLeast(value), largest);
        return (long)value - below < (long)above - value ? below : above;
    }
}
