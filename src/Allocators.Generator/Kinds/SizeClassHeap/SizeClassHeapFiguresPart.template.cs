// What a heap of size classes tells of itself: its figures and the walk. These look at each unit that was used.
using System;
using static Allocators.Templates.SizeClassHeapNumbers;

namespace Allocators.Templates;

internal partial struct SizeClassHeapState
{
    /// <summary>Bytes of all live blocks, as their classes and units have them.</summary>
    public readonly int UsedBytes
    {
        get
        {
            int bytes = 0;
            for (int unit = 1; unit <= _top; unit += UnitsAt(unit)) bytes += LiveAt(unit) * BytesAt(unit);
            return bytes;
        }
    }

    /// <summary>Live blocks.</summary>
    public readonly int AllocationCount
    {
        get
        {
            int live = 0;
            for (int unit = 1; unit <= _top; unit += UnitsAt(unit)) live += LiveAt(unit);
            return live;
        }
    }

    /// <summary>Bytes of the longest range of units that are free, or in empty pages and runs, or else of the largest free slot.</summary>
    public readonly int LargestFreeBlock
    {
        get
        {
            int longest = 0, free = 0, slot = 0;
            for (int unit = 1; unit <= _top; unit += UnitsAt(unit))
            {
                int live = LiveAt(unit);
                free = live == 0 ? free + UnitsAt(unit) : 0;
                longest = Math.Max(longest, free);
                if (live < SlotsAt(unit)) slot = Math.Max(slot, BytesAt(unit));
            }

            longest = Math.Max(longest, free + Math.Max(Open - _top, 0));
            return Math.Max(longest << UnitShift, slot);
        }
    }

    /// <summary>The first live block behind another.</summary>
    public readonly bool TryGetNext(int offset, int length, out int next)
    {
        int from = (int)Math.Max(Math.Min((long)offset + length, Units << UnitShift), 0), unit = (from >> UnitShift) + 1;
        next = 0;
        if (unit > _top) return false;

        // What the unit lies in may have started before.
        if (IsPage(HeapMemory.Read(in _pages.First, from >> PageShift))) unit = PageOf(unit);
        else if (CodeAt(unit) == InsideRun) unit = Math.Max(Math.Min(unit, (int)HeapMemory.Read(in _sizes.First, unit)), 1);

        while (unit <= _top)
        {
            next = FirstLiveAt(unit, from);
            if (next >= 0) return true;

            unit += CodeAt(unit) == 0 ? 1 : UnitsAt(unit);
        }

        next = 0;
        return false;
    }

    /// <summary>The first live block of what starts with a unit that does not start before an offset; -1 if there is none.</summary>
    private readonly int FirstLiveAt(int unit, int from)
    {
        int code = CodeAt(unit), slots = SlotsAt(unit);
        if (code == Extent) return OffsetOf(unit) >= from ? OffsetOf(unit) : -1;
        if (slots == 0) return -1;

        if (!IsPage(code))
        {
            int skipped = Math.Max(from - OffsetOf(unit) + BytesOf(code) - 1, 0) / BytesOf(code);
            ulong live = skipped >= slots ? 0 : BitMath.Ones(slots) & ~HeapMemory.Read(in _words.First, WordOf(unit)) & (ulong.MaxValue << skipped);
            return live == 0 ? -1 : OffsetOf(unit) + (BitMath.TrailingZeroCount(live) * BytesOf(code));
        }

        int granule = (from + 7) >> GranuleShift;
        for (int word = WordOf(unit); word < WordOf(unit) + PageWords; word++)
        {
            int skipped = Math.Max(granule - ((word - 1) << WordGranuleShift), 0);
            if (skipped >= 64) continue;

            ulong live = LiveIn(word, unit, code) & (ulong.MaxValue << skipped);
            if (live != 0) return ((word - 1) << WordShift) + (BitMath.TrailingZeroCount(live) << GranuleShift);
        }

        return -1;
    }

    /// <summary>Where live blocks start in a word of a page.</summary>
    private readonly ulong LiveIn(int word, int page, int code) =>
        SizeClasses.SlotStarts(PageWords, GranulesOf(code), word - WordOf(page)) & ~HeapMemory.Read(in _words.First, word);

    /// <summary>Live blocks in what starts with a unit.</summary>
    private readonly int LiveAt(int unit)
    {
        int code = CodeAt(unit), slots = SlotsAt(unit);
        if (code == Extent) return 1;
        if (slots == 0) return 0;
        if (!IsPage(code)) return slots - BitMath.PopCount(HeapMemory.Read(in _words.First, WordOf(unit)) & BitMath.Ones(slots));

        int live = 0;
        for (int word = WordOf(unit); word < WordOf(unit) + PageWords; word++) live += BitMath.PopCount(LiveIn(word, unit, code));
        return live;
    }

    /// <summary>Blocks that there is room for in what starts with a unit; 0 of free units.</summary>
    private readonly int SlotsAt(int unit)
    {
        int code = CodeAt(unit);
        if (code == Extent) return 1;
        if (IsPage(code)) return IsWholePage(unit) ? PageWords * 64 / GranulesOf(code) : 0;

        int slots = HeapMemory.Read(in _sizes.First, unit);
        return IsRunCode(code) && IsRun(unit, code, slots) ? slots : 0;
    }

    /// <summary>Bytes of each of these.</summary>
    private readonly int BytesAt(int unit)
    {
        int code = CodeAt(unit);
        if (code == Extent) return UnitsAt(unit) << UnitShift;
        return IsPage(code) ? GranulesOf(code) << GranuleShift : IsRunCode(code) ? BytesOf(code) : 0;
    }

    /// <summary>Units of what starts with one, up to the top; 1 where nothing starts.</summary>
    private readonly int UnitsAt(int unit)
    {
        int code = CodeAt(unit);
        int units = code == 0 ? FreeFrom(unit)
            : code == Extent ? HeapMemory.Read(in _sizes.First, unit)
            : IsPage(code) ? PageUnits
            : IsRunCode(code) ? UnitsFor(SlotsAt(unit) * BytesOf(code)) : 1;
        return Math.Max(Math.Min(units, _top + 1 - unit), 1);
    }

    /// <summary>What starts with a unit: a page or a run of a class, a block, nothing; or that the unit is inside of a run.</summary>
    private readonly int CodeAt(int unit)
    {
        int code = HeapMemory.Read(in _classes.First, unit);
        return code != PageStart || PageOf(unit) != unit ? code : HeapMemory.Read(in _pages.First, NumberOf(unit));
    }

    /// <summary>Whether a page can start with a unit.</summary>
    private readonly bool IsWholePage(int unit) => PageOf(unit) == unit && PageUnits <= _top + 1 - unit;

    /// <summary>Whether a unit starts a page, by what is said of it.</summary>
    private static bool IsPage(int code) => code is > 0 and <= SmallGranules or > FullPage and <= FullPage + SmallGranules;

    /// <summary>Whether a unit starts a run, by what is said of it.</summary>
    private static bool IsRunCode(int code) => code is > SmallGranules and <= FullPage;

    /// <summary>Granules of a slot of a page.</summary>
    private static int GranulesOf(int code) => code > FullPage ? code - FullPage : code;
}
