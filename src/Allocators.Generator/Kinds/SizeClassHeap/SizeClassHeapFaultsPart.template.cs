// What can be wrong with the bookkeeping of a heap of size classes.
using static Allocators.Templates.SizeClassHeapNumbers;

namespace Allocators.Templates;

internal partial struct SizeClassHeapState
{
    /// <summary>What does not agree with the rest, if anything.</summary>
    public readonly string? FindFault() => !HasSoundNumbers ? "a number is out of range" : FindFaultInUnits() ?? FindFaultInKept();

#if STATE_IN_MEMORY
    /// <summary>Whether the numbers that all calls rely on can be right, here where they lie in memory that others can write.</summary>
    public readonly bool IsSound(int capacity) => HasSoundNumbers;

    /// <summary>Makes the bookkeeping that of an empty heap.</summary>
    public void Repair() => this = default;

#endif
#if FOREIGN
    /// <summary>Whether the numbers that all calls rely on can be right.</summary>
    private readonly bool HasSoundNumbers => unchecked((ulong)_closed <= Units) && Check.IsInside(_top, Open + 1) && Check.IsInside(_nextKept, MaxKept + 1);
#else
    /// <summary>Whether the numbers that all calls rely on can be right.</summary>
    private readonly bool HasSoundNumbers => Check.IsInside(_top, Units + 1) && Check.IsInside(_nextKept, MaxKept + 1);
#endif

    /// <summary>Goes over all units, and counts what has to be in a list.</summary>
    private readonly string? FindFaultInUnits()
    {
        int extents = 0, pages = 0, runs = 0, ends = 0, named = 0;
        bool wasFree = false;
        for (int unit = 1; unit <= _top; unit += UnitsAt(unit))
        {
            int code = CodeAt(unit);
            string? fault = code == 0 ? FindFaultInFree(unit, wasFree) : IsPage(code) ? FindFaultInPage(unit, code) : code == Extent ? FindFaultInExtent(unit) : FindFaultInRun(unit, code);
            if (fault != null) return fault + " at offset " + OffsetOf(unit);

            wasFree = code == 0;
            if (wasFree) ends += UnitsAt(unit) == 1 ? 1 : 2;
            named += IsPage(code) ? 1 : 0;
            if (wasFree) extents++;
            else if (code <= SmallGranules) pages++;
            else if (IsRunCode(code) && (HeapMemory.Read(in _words.First, WordOf(unit)) != 0 || HeapMemory.Read(in _heads.First, code) == unit)) runs++;
        }

        if (wasFree) return "free units end at the top";

        for (int unit = _top + 1; unit <= Units; unit++)
        {
            if (HeapMemory.Read(in _classes.First, unit) != 0) return "a unit is in use that was never taken, at offset " + OffsetOf(unit);
        }

        for (int page = 0; page < PageCount; page++) named -= HeapMemory.Read(in _pages.First, page) != 0 ? 1 : 0;
        if (named != 0) return "a page has a class and is none";

        for (int word = 0; word <= Units >> 6; word++) ends -= BitMath.PopCount(HeapMemory.Read(in _ends.First, word));
        if (ends != 0) return "a unit is marked as the end of free ones, but is not";

        return FindFaultInLists(extents, pages, runs);
    }

    /// <summary>Looks at free units.</summary>
    private readonly string? FindFaultInFree(int unit, bool wasFree)
    {
        int units = FreeFrom(unit);
        if (units == 0) return "a unit belongs to nothing";
        if (wasFree) return "free units are not one extent";
        if (HeapMemory.Read(in _sizes.First, unit + units - 1) != units) return "free units have two lengths";

        for (int inside = unit; inside < unit + units; inside++)
        {
            if (HeapMemory.Read(in _classes.First, inside) != 0) return "a free unit is in use";
        }

        return null;
    }

    /// <summary>Looks at a block that has units of its own.</summary>
    private readonly string? FindFaultInExtent(int unit)
    {
        int units = HeapMemory.Read(in _sizes.First, unit);
        if (!Check.IsInside(units - 1, _top + 1 - unit)) return "a block has no units, or ends behind the top";

        for (int inside = unit + 1; inside < unit + units; inside++)
        {
            if (HeapMemory.Read(in _classes.First, inside) != 0) return "a block has a unit that belongs to something else";
        }

        return null;
    }

    /// <summary>Looks at a page.</summary>
    private readonly string? FindFaultInPage(int unit, int code)
    {
        if (!IsWholePage(unit)) return "a page is not aligned, or ends behind the top";

        bool isFull = true;
        for (int word = 0; word < PageWords; word++)
        {
            ulong free = HeapMemory.Read(in _words.First, WordOf(unit) + word);
            if ((free & ~SizeClasses.SlotStarts(PageWords, GranulesOf(code), word)) != 0) return "a slot of a page is free where none starts";
            isFull &= free == 0;
        }

        if (code > FullPage && !isFull) return "a page is called full and is not";

        for (int inside = unit + 1; inside < unit + PageUnits; inside++)
        {
            if (HeapMemory.Read(in _classes.First, inside) != 0) return "a page has a unit that belongs to something else";
        }

        return null;
    }

    /// <summary>Looks at a run.</summary>
    private readonly string? FindFaultInRun(int unit, int code)
    {
        int slots = HeapMemory.Read(in _sizes.First, unit);
        if (!IsRunCode(code) || !IsRun(unit, code, slots)) return "a unit has no class, or a run ends behind the top";
        if ((HeapMemory.Read(in _words.First, WordOf(unit)) & ~BitMath.Ones(slots)) != 0) return "a slot of a run is free where none starts";

        for (int inside = unit + 1; inside < unit + UnitsAt(unit); inside++)
        {
            if (HeapMemory.Read(in _classes.First, inside) != InsideRun || HeapMemory.Read(in _sizes.First, inside) != unit) return "a run has a unit that belongs to something else";
        }

        return null;
    }

    /// <summary>Follows all lists, and compares how many they have.</summary>
    private readonly string? FindFaultInLists(int extents, int pages, int runs)
    {
        for (int length = 1; length <= Units; length++)
        {
            int first = HeapMemory.Read(in _extents.First, length);
            bool isTold = (HeapMemory.Read(in _lengths.First, length >> 6) >> (length & 63) & 1) != 0;
            if (isTold != (first != 0)) return "the lengths of free units are not those that there are";

            for (int unit = first, previous = 0; unit != 0; previous = unit, unit = HeapMemory.Read(in _next.First, unit))
            {
                if (!Check.IsInside(unit, _top + 1) || FreeFrom(unit) != length || HeapMemory.Read(in _previous.First, unit) != previous) return "a link between free units leads elsewhere";
                if (--extents < 0) return "the links between free units lead in a circle";
            }
        }

        for (int word = 0; word < LengthWordCount; word++)
        {
            bool isTold = (HeapMemory.Read(in _lengthWords.First, word >> 6) >> (word & 63) & 1) != 0;
            if (isTold != (HeapMemory.Read(in _lengths.First, word) != 0)) return "the lengths of free units are not those that there are";
        }

        for (int code = 1; code <= FullPage; code++)
        {
            for (int unit = HeapMemory.Read(in _heads.First, code), previous = 0; unit != 0; previous = unit, unit = HeapMemory.Read(in _next.First, unit))
            {
                if (!Check.IsInside(unit, _top + 1) || CodeAt(unit) != code || HeapMemory.Read(in _previous.First, unit) != previous) return "a link of class " + code + " leads elsewhere";
                if (code <= SmallGranules && --pages < 0 || code > SmallGranules && --runs < 0) return "the links of class " + code + " lead in a circle";
                if (code <= SmallGranules && HeapMemory.Read(in _next.First, unit) == 0 && HeapMemory.Read(in _tails.First, code) != unit) return "the last page of class " + code + " is another";
            }
        }

        return extents != 0 ? "free units are in no list" : pages != 0 ? "a page is in no list" : runs != 0 ? "a run is in no list" : null;
    }

    /// <summary>Compares what is kept with what is empty.</summary>
    private readonly string? FindFaultInKept()
    {
        int kept = 0;
        for (int place = 0; place < MaxKept; place++)
        {
            int unit = HeapMemory.Read(in _kept.First, place);
            if (unit == 0) continue;
            if (!Check.IsInside(unit, _top + 1) || !IsKept(unit)) return "a page or run is kept that is not called so";
            kept++;
        }

        for (int word = 0; word <= Units >> 6; word++) kept -= BitMath.PopCount(HeapMemory.Read(in _keptUnits.First, word));
        if (kept != 0) return "a page or run is called kept and is not";

        for (int unit = 1; unit <= _top; unit += UnitsAt(unit))
        {
            int code = CodeAt(unit);
            if ((IsPage(code) || IsRunCode(code)) && LiveAt(unit) == 0 && !IsKept(unit)) return "an empty page or run is not kept, at offset " + OffsetOf(unit);
        }

        return null;
    }
}
