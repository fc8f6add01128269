// The lowest floor of a heap of size classes: extents of units, the free ones in a list for each length. Tests compile this file as it is
// (tests/Allocators.Templates); what the symbols mean, and Open, says SizeClassHeapState.cs.
using System;
using System.Runtime.CompilerServices;
using static Allocators.Templates.SizeClassHeapNumbers;

namespace Allocators.Templates;

internal partial struct SizeClassHeapState
{
    // Units are numbered from 1, so that 0 is none. Free extents are never beside each other, nor beside the units above the top.

    /// <summary>Takes so many units of the shortest free extent that has them, or of those that were never used; 0 if there are none.</summary>
    /// <param name="count">How many.</param>
    /// <param name="step">The number of the first, less one, is a multiple of this power of two.</param>
    private int TakeUnits(int count, int step)
    {
        if (count > Units) return 0;

        int length = step == 1 ? ShortestFrom(count) : ShortestAligned(count, step);
        if (length == 0) return TakeFromTop(count, step);

        int extent = Known(HeapMemory.Read(in _extents.First, length));
        int first = extent + Padding(extent, step), behind = extent + length - (first + count);
        if (extent == 0 || extent + length > _top + 1 || behind < 0) return 0;

        RemoveExtent(extent, length);
        if (first > extent) InsertExtent(extent, first - extent);
        if (behind > 0) InsertExtent(first + count, behind);
        return first;
    }

    /// <summary>Takes units that were never used, or are free again and the last.</summary>
    private int TakeFromTop(int count, int step)
    {
        int padding = Padding(_top + 1, step);
        if (count > Open - _top - padding) return 0;

        if (padding > 0) InsertExtent(_top + 1, padding);
        int first = _top + 1 + padding;
        _top += padding + count;
        return first;
    }

    /// <summary>Gives units back: they become one extent with the free ones beside them, or go back to those above the top.</summary>
    private void ReleaseUnits(int first, int count)
    {
        int before = FreeBefore(first);
        if (before > 0)
        {
            RemoveExtent(first - before, before);
            first -= before;
            count += before;
        }

        int behind = FreeFrom(first + count);
        if (behind > 0)
        {
            RemoveExtent(first + count, behind);
            count += behind;
        }

        if (first + count > _top) _top = first - 1;
        else InsertExtent(first, count);
    }

    /// <summary>Makes the units behind an extent a part of it, if so many are free.</summary>
    private bool TryExtend(int behind, int count)
    {
        if (behind == _top + 1)
        {
            if (count > Open - _top) return false;

            _top += count;
            return true;
        }

        int free = FreeFrom(behind);
        if (free < count) return false;

        RemoveExtent(behind, free);
        if (free > count) InsertExtent(behind + count, free - count);
        return true;
    }

    /// <summary>Units of the longest extent that could be taken.</summary>
    private readonly int LongestExtent()
    {
        int longest = Open - _top;
        for (int summary = LengthSummaries - 1; summary >= 0; summary--)
        {
            ulong words = HeapMemory.Read(in _lengthWords.First, summary);
            if (words == 0) continue;

            int word = Math.Min((summary << 6) + 63 - BitMath.LeadingZeroCount(words), LengthWordCount - 1);
            ulong lengths = HeapMemory.Read(in _lengths.First, word);
            return lengths == 0 ? longest : Math.Max(longest, Math.Min((word << 6) + 63 - BitMath.LeadingZeroCount(lengths), Units));
        }

        return longest;
    }

    /// <summary>The shortest length, from one on, that a free extent has; 0 if there is none.</summary>
    private readonly int ShortestFrom(int count)
    {
        int word = count >> 6;
        ulong lengths = HeapMemory.Read(in _lengths.First, word) & (ulong.MaxValue << (count & 63));
        if (lengths != 0) return WithinUnits((word << 6) + BitMath.TrailingZeroCount(lengths));

        // The next word that has any, by the summary.
        int summary = ++word >> 6;
        if (summary >= LengthSummaries) return 0;

        ulong words = HeapMemory.Read(in _lengthWords.First, summary) & (ulong.MaxValue << (word & 63));
        while (words == 0)
        {
            if (++summary == LengthSummaries) return 0;
            words = HeapMemory.Read(in _lengthWords.First, summary);
        }

        word = (summary << 6) + BitMath.TrailingZeroCount(words);
        if (word >= LengthWordCount) return 0;

        lengths = HeapMemory.Read(in _lengths.First, word);
        return lengths == 0 ? 0 : WithinUnits((word << 6) + BitMath.TrailingZeroCount(lengths));
    }

    /// <summary>
    /// A length of which the first extent has room for so many aligned units: one of the shortest few, or one with room for them wherever it is.
    /// </summary>
    private readonly int ShortestAligned(int count, int step)
    {
        int length = ShortestFrom(count);
        for (int look = 0; look < AlignedLooks && length != 0 && length < count + step - 1; look++)
        {
            int extent = Known(HeapMemory.Read(in _extents.First, length));
            if (Padding(extent, step) + count <= length) return length;

            length = length < Units ? ShortestFrom(length + 1) : 0;
        }

        return length == 0 || length >= count + step - 1 ? length : count + step - 1 <= Units ? ShortestFrom(count + step - 1) : 0;
    }

    /// <summary>Units from here to the next that is aligned.</summary>
    private static int Padding(int unit, int step) => unchecked(1 - unit) & (step - 1);

    /// <summary>Units of the free extent that ends before one, or 0.</summary>
    private readonly int FreeBefore(int unit)
    {
        int last = unit - 1;
        if (!IsEnd(last)) return 0;

        int length = HeapMemory.Read(in _sizes.First, last);
        return length <= last && IsEnd(unit - length) ? length : 0;
    }

    /// <summary>Units of the free extent that starts with one, or 0.</summary>
    private readonly int FreeFrom(int unit)
    {
        if (unit > _top || !IsEnd(unit)) return 0;

        int length = HeapMemory.Read(in _sizes.First, unit);
        return length <= _top + 1 - unit && IsEnd(unit + length - 1) ? length : 0;
    }

    /// <summary>Whether a unit is the first or the last of a free extent.</summary>
    private readonly bool IsEnd(int unit) => (HeapMemory.Read(in _ends.First, unit >> 6) >> (unit & 63) & 1) != 0;

    /// <summary>Puts a free extent on the list of its length.</summary>
    private void InsertExtent(int first, int count)
    {
        int last = first + count - 1;
        HeapMemory.At(ref _ends.First, first >> 6) |= 1UL << (first & 63);
        HeapMemory.At(ref _ends.First, last >> 6) |= 1UL << (last & 63);
        HeapMemory.At(ref _sizes.First, first) = (ushort)count;
        HeapMemory.At(ref _sizes.First, last) = (ushort)count;

        ref ushort head = ref HeapMemory.At(ref _extents.First, count);
        int next = Known(head);
        HeapMemory.At(ref _next.First, first) = (ushort)next;
        HeapMemory.At(ref _previous.First, first) = 0;
        HeapMemory.At(ref _previous.First, next) = (ushort)first;
        head = (ushort)first;
        HeapMemory.At(ref _lengths.First, count >> 6) |= 1UL << (count & 63);
        HeapMemory.At(ref _lengthWords.First, count >> 12) |= 1UL << (count >> 6 & 63);
    }

    /// <summary>Takes a free extent off the list of its length.</summary>
    private void RemoveExtent(int first, int count)
    {
        int last = first + count - 1;
        HeapMemory.At(ref _ends.First, first >> 6) &= ~(1UL << (first & 63));
        HeapMemory.At(ref _ends.First, last >> 6) &= ~(1UL << (last & 63));

        int next = Known(HeapMemory.Read(in _next.First, first)), previous = Known(HeapMemory.Read(in _previous.First, first));
        HeapMemory.At(ref _previous.First, next) = (ushort)previous;
        if (previous != 0)
        {
            HeapMemory.At(ref _next.First, previous) = (ushort)next;
            return;
        }

        HeapMemory.At(ref _extents.First, count) = (ushort)next;
        if (next != 0) return;

        ref ulong lengths = ref HeapMemory.At(ref _lengths.First, count >> 6);
        lengths &= ~(1UL << (count & 63));
        if (lengths == 0) HeapMemory.At(ref _lengthWords.First, count >> 12) &= ~(1UL << (count >> 6 & 63));
    }

#if STATE_IN_MEMORY
    /// <summary>The number of a unit, as it was read; 0 where somebody wrote another number there.</summary>
    private static int Known(int unit) => Check.IsInside(unit, Units + 1) ? unit : 0;

    /// <summary>A length that is not larger than all units, or 0.</summary>
    private static int WithinUnits(int length) => length <= Units ? length : 0;
#else
    /// <summary>The number of a unit, as it was read.</summary>
    private static int Known(int unit) => unit;

    /// <summary>A length that is not larger than all units, or 0.</summary>
    private static int WithinUnits(int length) => length;
#endif
}
