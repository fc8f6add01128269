using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Allocators;

/// <summary>What every heap checks before it looks for room.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Check
{
    /// <summary>Refuses a negative size.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Size(int size)
    {
        if (size < 0) ThrowHelper.NegativeSize(size);
    }

    /// <summary>Whether these are numbers that <see cref="Request"/> lets through.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsRequest(nuint size, nuint alignment, int maxAlignment) =>
        size <= int.MaxValue && unchecked(alignment - 1) < (nuint)maxAlignment && (alignment & unchecked(alignment - 1)) == 0;

    /// <summary>Refuses the size of a block that can have no bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void SizeOfBlock(int size)
    {
        if (size <= 0) ThrowHelper.NoSize(size);
    }

    /// <summary>Refuses a negative size, and an alignment that is no power of two or larger than the heap's.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Request(int size, int alignment, int maxAlignment)
    {
        if (size < 0) ThrowHelper.NegativeSize(size);
        if (alignment <= 0 || alignment > maxAlignment || (alignment & (alignment - 1)) != 0) ThrowHelper.BadAlignment(alignment, maxAlignment);
    }

    /// <summary>Whether an offset is one of <paramref name="capacity"/> bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsInside(int offset, int capacity) => unchecked((uint)offset < (uint)capacity);

    /// <summary>Whether an offset is that of one of <paramref name="units"/> units of <c>1 &lt;&lt; shift</c> bytes, and of which.</summary>
    /// <remarks>Rotated instead of shifted, the number of a unit grows huge if there is anything behind the point: one comparison sees both.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsUnit(int offset, int shift, int units, out int unit)
    {
        unit = (int)((uint)offset >> shift | (uint)offset << (32 - shift));
        return (uint)unit < (uint)units;
    }

    /// <summary>Whether an offset is that of one of <paramref name="units"/> units of any size, and of which.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsUnitOf(int bytes, int offset, int units, out int unit)
    {
        unit = (int)((uint)offset / (uint)bytes);
        return (uint)unit < (uint)units && (uint)unit * (uint)bytes == (uint)offset;
    }

    /// <summary>Whether all bytes of a block are among <paramref name="capacity"/> bytes.</summary>
    /// <remarks>The numbers are added as unsigned ones, so that a negative one is out of range as well.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsWithin(Block block, int capacity) => IsWithin(block.Offset, block.Length, capacity);

    /// <inheritdoc cref="IsWithin(Block, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsWithin(int offset, int length, int capacity) =>
        (ulong)(uint)offset + (uint)length <= (uint)capacity;
}
