using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Allocators;

/// <summary>Runs of bits in an array of 64-bit words, as a heap of equal chunks needs them.</summary>
/// <remarks>The array is given by its first word; the caller sees to it that the bits are inside.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class BitRuns
{
    private const int MaxSlack = 4;

    /// <summary>A word of the array.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref ulong Word(ref ulong words, int index) => ref Unsafe.Add(ref words, index);

    /// <summary>The value of a word of the array.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Read(in ulong words, int index) => Unsafe.Add(ref Unsafe.AsRef(in words), index);

    /// <summary>Whether a bit is set.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsSet(in ulong words, int bit) => (Read(in words, bit >> 6) >> (bit & 63) & 1) != 0;

    /// <summary>Sets a bit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Set(ref ulong words, int bit) => Word(ref words, bit >> 6) |= 1UL << (bit & 63);

    /// <summary>Clears a bit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Clear(ref ulong words, int bit) => Word(ref words, bit >> 6) &= ~(1UL << (bit & 63));

    /// <summary>Sets <paramref name="count"/> bits, at least one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void SetRun(ref ulong words, int first, int count)
    {
        int shift = first & 63;
        if (shift + count <= 64) Word(ref words, first >> 6) |= BitMath.Ones(count) << shift;
        else SetLongRun(ref words, first, count);
    }

    /// <summary>Clears <paramref name="count"/> bits, at least one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void ClearRun(ref ulong words, int first, int count)
    {
        int shift = first & 63;
        if (shift + count <= 64) Word(ref words, first >> 6) &= ~(BitMath.Ones(count) << shift);
        else ClearLongRun(ref words, first, count);
    }

    /// <summary>Keeps of each word the bits that start <paramref name="count"/> set bits in a row, for a count of 1 to 64.</summary>
    /// <remarks>
    /// A bit survives if the bit <c>step</c> above it does too. That proves twice the length in each round, so six rounds
    /// are enough for 64 (Knuth, The Art of Computer Programming, 7.1.3).
    /// </remarks>
    public static void KeepRunStarts(int count, ref ulong low, ref ulong high, ulong beyond)
    {
        for (int proven = 1; proven < count;)
        {
            int step = count - proven < proven ? count - proven : proven;
            int back = 64 - step;
            low &= low >> step | high << back;
            high &= high >> step | beyond << back;
            beyond &= beyond >> step;
            proven += step;
        }
    }

    /// <summary>The word of <see cref="KeepRunStarts(int, ref ulong, ref ulong, ulong)"/> for an array of one word.</summary>
    public static ulong KeepRunStarts(int count, ulong word)
    {
        for (int proven = 1; proven < count;)
        {
            int step = count - proven < proven ? count - proven : proven;
            word &= word >> step;
            proven += step;
        }

        return word;
    }

    /// <summary>Of the places where a run can start, one in the tightest of the gaps: an exact fit if there is one.</summary>
    /// <remarks>
    /// A gap that has <c>k</c> bits more than wanted shows as <c>k + 1</c> places in a row. Gaps with more than
    /// <c>MaxSlack</c> bits to spare count as equal: the first of them is as good as any.
    /// </remarks>
    public static int Tightest(ulong low, ulong high)
    {
        ulong lowGaps = low & ~(low << 1);
        ulong highGaps = high & ~(high << 1 | low >> 63);

        for (int slack = 1; slack <= MaxSlack; slack++)
        {
            ulong tight = lowGaps & ~(low >> slack | high << (64 - slack));
            if (tight != 0) return BitMath.TrailingZeroCount(tight);

            tight = highGaps & ~(high >> slack);
            if (tight != 0) return 64 + BitMath.TrailingZeroCount(tight);
        }

        return low != 0 ? BitMath.TrailingZeroCount(low) : 64 + BitMath.TrailingZeroCount(high);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void SetLongRun(ref ulong words, int first, int count)
    {
        ref ulong word = ref Word(ref words, first >> 6);
        word |= ulong.MaxValue << (first & 63);
        for (count -= 64 - (first & 63); count > 64; count -= 64)
        {
            word = ref Unsafe.Add(ref word, 1);
            word = ulong.MaxValue;
        }

        Unsafe.Add(ref word, 1) |= BitMath.Ones(count);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void ClearLongRun(ref ulong words, int first, int count)
    {
        ref ulong word = ref Word(ref words, first >> 6);
        word &= ~(ulong.MaxValue << (first & 63));
        for (count -= 64 - (first & 63); count > 64; count -= 64)
        {
            word = ref Unsafe.Add(ref word, 1);
            word = 0;
        }

        Unsafe.Add(ref word, 1) &= ~BitMath.Ones(count);
    }
}
