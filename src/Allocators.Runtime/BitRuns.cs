using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Allocators;

/// <summary>Finding runs of set bits, all places of a word at once.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class BitRuns
{
    private const int MaxSlack = 4;

    /// <summary>Keeps of a word the bits that start <paramref name="count"/> set bits in a row, for a count of 1 to 64.</summary>
    /// <remarks>
    /// A bit survives if the bit <c>step</c> above it does too. That proves twice the length in each round, so six rounds
    /// are enough for 64 (Knuth, The Art of Computer Programming, 7.1.3).
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong KeepStarts(int count, ulong word)
    {
        for (int proven = 1; proven < count;)
        {
            int step = count - proven < proven ? count - proven : proven;
            word &= word >> step;
            proven += step;
        }

        return word;
    }

    /// <summary>The same for two words in a row, whose runs may end in a third.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void KeepStarts(int count, ref ulong low, ref ulong high, ulong beyond)
    {
        for (int proven = 1; proven < count;)
        {
            int step = count - proven < proven ? count - proven : proven;
            low &= low >> step | high << (64 - step);
            high &= high >> step | beyond << (64 - step);
            beyond &= beyond >> step;
            proven += step;
        }
    }

    /// <summary>The longest run of set bits that starts in the first two of three words and ends in them.</summary>
    public static int Longest(ulong low, ulong high, ulong beyond)
    {
        // Each round takes one bit off the end of every run.
        int longest = 0;
        while ((low | high) != 0)
        {
            low &= low >> 1 | high << 63;
            high &= high >> 1 | beyond << 63;
            beyond &= beyond >> 1;
            longest++;
        }

        return longest;
    }

    /// <summary>Of the places where a run can start, one in the tightest of the gaps: an exact fit if there is one.</summary>
    /// <remarks>
    /// A gap that has <c>k</c> bits more than wanted shows as <c>k + 1</c> places in a row. Gaps with more than a few bits
    /// to spare count as equal: the first of them is as good as any.
    /// </remarks>
    public static int Tightest(ulong starts)
    {
        ulong gaps = starts & ~(starts << 1);
        if ((gaps & (gaps - 1)) == 0) return BitMath.TrailingZeroCount(gaps);

        for (int slack = 1; slack <= MaxSlack; slack++)
        {
            ulong tight = gaps & ~(starts >> slack);
            if (tight != 0) return BitMath.TrailingZeroCount(tight);
        }

        return BitMath.TrailingZeroCount(starts);
    }

    /// <summary>The same for two words in a row.</summary>
    public static int Tightest(ulong low, ulong high)
    {
        ulong lowGaps = low & ~(low << 1);
        ulong highGaps = high & ~(high << 1 | low >> 63);
        if (highGaps == 0 && (lowGaps & (lowGaps - 1)) == 0) return BitMath.TrailingZeroCount(lowGaps);

        for (int slack = 1; slack <= MaxSlack; slack++)
        {
            ulong tight = lowGaps & ~(low >> slack | high << (64 - slack));
            if (tight != 0) return BitMath.TrailingZeroCount(tight);

            tight = highGaps & ~(high >> slack);
            if (tight != 0) return 64 + BitMath.TrailingZeroCount(tight);
        }

        return low != 0 ? BitMath.TrailingZeroCount(low) : 64 + BitMath.TrailingZeroCount(high);
    }
}
