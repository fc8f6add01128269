using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;
#if NET
using System.Runtime.Intrinsics;
#endif

namespace Allocators;

/// <summary>
/// A row of bytes, one a group of bits, that bound the longest run of set bits starting in the group from above; 32 of
/// them are compared at once.
/// </summary>
/// <remarks>A byte holds 255 less the bound, so that zero promises nothing: a run there may have any length.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class RunBounds
{
    /// <summary>The longest run that is told apart from longer ones.</summary>
    public const int Longest = 255;

    /// <summary>The number of groups that are compared at once.</summary>
    public const int GroupsInRow = 32;

    /// <summary>The bounds from <paramref name="group"/> on, which is the first of a row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref readonly byte Row(in byte bounds, int group) => ref Unsafe.Add(ref Unsafe.AsRef(in bounds), group);

    /// <summary>The upper bound of a group; <see cref="Longest"/> stands for that or more.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Get(in byte bounds, int group) => Longest - Unsafe.Add(ref Unsafe.AsRef(in bounds), group);

    /// <summary>Notes that no run in the group is longer than <paramref name="bound"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Set(ref byte bounds, int group, int bound) =>
        Unsafe.Add(ref bounds, group) = unchecked((byte)(Longest - Math.Min(bound, Longest)));

    /// <summary>Notes that there is a run of <paramref name="length"/> in the group.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Raise(ref byte bounds, int group, int length)
    {
        if (Get(in bounds, group) < length) Set(ref bounds, group, length);
    }

    /// <summary>Of a row of 32 groups, those whose bound is <paramref name="length"/> or more, as bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint AtLeast(in byte row, int length)
    {
        byte slack = unchecked((byte)(Longest - Math.Min(length, Longest)));
#if NET
        return Vector256.LessThanOrEqual(Vector256.LoadUnsafe(in row), Vector256.Create(slack)).ExtractMostSignificantBits();
#else
        uint groups = 0;
        for (int i = 0; i < GroupsInRow; i++)
        {
            if (Unsafe.Add(ref Unsafe.AsRef(in row), i) <= slack) groups |= 1U << i;
        }

        return groups;
#endif
    }

    /// <summary>Of a row of 32 groups, those whose bound is exactly <paramref name="length"/>, as bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Exactly(in byte row, int length)
    {
        byte slack = unchecked((byte)(Longest - Math.Min(length, Longest)));
#if NET
        return Vector256.Equals(Vector256.LoadUnsafe(in row), Vector256.Create(slack)).ExtractMostSignificantBits();
#else
        uint groups = 0;
        for (int i = 0; i < GroupsInRow; i++)
        {
            if (Unsafe.Add(ref Unsafe.AsRef(in row), i) == slack) groups |= 1U << i;
        }

        return groups;
#endif
    }
}
