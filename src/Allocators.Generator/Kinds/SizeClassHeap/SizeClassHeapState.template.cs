// The bookkeeping of a heap of size classes: how a block is taken, given back, resized and found. What lies below it are UnitsPart, PagesPart
// and RunsPart. Tests compile these files as they are (tests/Allocators.Templates); what the symbols mean, and Open, says SizeClassHeapState.cs.
using System;
using System.Runtime.CompilerServices;
using static Allocators.Templates.SizeClassHeapNumbers;

namespace Allocators.Templates;

internal partial struct SizeClassHeapState
{
#if LOCKED
    /// <summary>Takes a slot of the size class, or units.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryTake(int size, int alignment, out int offset)
    {
        if (TryTakeShort(size, alignment, out offset)) return true;

        offset = TakeElsewhere(size, alignment);
        return offset >= 0;
    }

    /// <summary>Frees a live block: sets the bit of its slot, or gives its units back.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryFree(int offset, int length) => TryFreeShort(offset, length) || TryFreeElsewhere(offset, length);
#else
    /// <summary>Takes a slot of the size class, or units.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryTake(int size, int alignment, out int offset)
    {
        offset = TakeElsewhere(size, alignment);
        return offset >= 0;
    }

    /// <summary>Frees a live block: sets the bit of its slot, or gives its units back.</summary>
    public bool TryFree(int offset, int length) => TryFreeElsewhere(offset, length);
#endif

    /// <summary>Takes the lowest free slot of the word that the class takes from, if the request is small and there is one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
#if LOCKED
    private bool TryTakeShort(int size, int alignment, out int offset)
#else
    public bool TryTakeShort(int size, int alignment, out int offset)
#endif
    {
        offset = 0;
        int granules = SizeClasses.GranulesFor(size, alignment);
        if (granules > SmallGranules) return false;

        int word = KnownWord(HeapMemory.Read(in _current.First, granules));
        ref ulong slots = ref HeapMemory.At(ref _words.First, word);
        ulong free = slots;
#if STATE_IN_MEMORY // Others may have written to the word that belongs to nobody.
        if (free == 0 || word == 0) return false;
#else
        if (free == 0) return false;
#endif

        slots = free & unchecked(free - 1);
        offset = ((word - 1) << WordShift) + (BitMath.TrailingZeroCount(free) << GranuleShift);
        return true;
    }

    /// <summary>Frees a small block in a page of its class that is not full, unless it is the last one of its word.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
#if LOCKED
    private bool TryFreeShort(int offset, int length)
#else
    public bool TryFreeShort(int offset, int length)
#endif
    {
        // Rotated instead of shifted, the number of a granule grows huge if there is anything behind the point.
        int granules = unchecked((int)((uint)length + 7 >> GranuleShift));
        int granule = unchecked((int)((uint)offset >> GranuleShift | (uint)offset << (32 - GranuleShift)));
        int page = unchecked((int)((uint)granule >> PageGranuleShift));
        if (!Check.IsInside(unchecked(granules - 1), SmallGranules) || !Check.IsInside(page, PageCount) || HeapMemory.Read(in _pages.First, page) != granules) return false;

        int word = granule >> WordGranuleShift;
        ref ulong slots = ref HeapMemory.At(ref _words.First, word + 1);
        ulong free = slots, all = SizeClasses.SlotStarts(PageWords, granules, word & (PageWords - 1)), bit = 1UL << granule;
#if CHECKED
        if ((all & ~free & bit) == 0 || (free | bit) == all) return false;
#else
        if ((free | bit) == all) return false;
#endif

        slots = free | bit;
        return true;
    }

    /// <summary>Takes a small slot where the current word of the class has none: of another word, a new page, a run, or a larger slot; -1 if nobody has one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int TakeSmall(int granules, int alignment)
    {
        int offset = TakeFromPage(granules);
        if (offset < 0 && GiveBackKept()) offset = TakeFromPage(granules);
        if (offset < 0) offset = TakeFromRun(SmallRun + granules);
        return offset < 0 ? TakeLargerSlot(granules, alignment) : offset;
    }

    /// <summary>Takes a slot of a run, or units, or a larger slot; -1 if nobody has it.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private int TakeElsewhere(int size, int alignment)
    {
#if STATE_IN_MEMORY
        if (!HasSoundNumbers) return HeapMemory.Damaged;

#endif
        int granules = SizeClasses.GranulesFor(size, alignment);
        if (granules <= SmallGranules) return TakeSmall(granules, alignment);

        int code = alignment <= UnitBytes ? SizeClasses.ClassFor(size, alignment, LastClass) : 0;
        if (code == 0)
        {
            int extent = TakeExtent(size, alignment);
            return extent < 0 && GiveBackKept() ? TakeExtent(size, alignment) : extent;
        }

        int offset = TakeFromRun(code);
        if (offset < 0 && GiveBackKept()) offset = TakeFromRun(code);
        return offset < 0 ? TakeLargerSlot(code, alignment) : offset;
    }

    /// <summary>Takes units for one block; -1 if there are none.</summary>
    private int TakeExtent(int size, int alignment)
    {
        int units = UnitsFor(size), first = TakeUnits(units, Math.Max(alignment >> UnitShift, 1));
        if (first == 0) return -1;

        HeapMemory.At(ref _classes.First, first) = Extent;
        HeapMemory.At(ref _sizes.First, first) = (ushort)units;
        return OffsetOf(first);
    }

    /// <summary>Takes a slot of the next larger class that has one and suits the alignment; -1 if none has.</summary>
    private int TakeLargerSlot(int code, int alignment)
    {
        for (int larger = code + 1; larger <= LastClass; larger++)
        {
            if ((SizeClasses.BytesOf(larger) & (alignment - 1)) != 0) continue;

            if (larger > SmallGranules)
            {
                if (RunWithRoom(larger) != 0) return TakeFromRun(larger);
                continue;
            }

            int word = WordWithRoom(larger);
            if (word != 0) return TakeSlot(larger, word);
            if (RunWithRoom(SmallRun + larger) != 0) return TakeFromRun(SmallRun + larger);
        }

        return -1;
    }

    // These look at what PlaceOf tells, each for itself: by way of that, the traces took 8 to 12 % longer.

    /// <summary>Frees a block in a page that is full, of a class that is not that of its length, in a run or in units of its own.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool TryFreeElsewhere(int offset, int length)
    {
#if STATE_IN_MEMORY
        if (!HasSoundNumbers) return false;

#endif
        if (!Check.IsInside(offset, Units << UnitShift)) return false;

        int code = HeapMemory.Read(in _pages.First, offset >> PageShift);
        if (IsPage(code)) return TryFreeInPage(code, offset, length);

        int unit = (offset >> UnitShift) + 1;
        code = HeapMemory.Read(in _classes.First, unit);
        return code == Extent ? TryFreeExtent(unit, offset, length) : TryFreeInRun(unit, code, offset, length);
    }

    /// <summary>Frees a live block that has units of its own.</summary>
    private bool TryFreeExtent(int unit, int offset, int length)
    {
        int units = HeapMemory.Read(in _sizes.First, unit);
        if (offset != OffsetOf(unit) || !Check.IsInside(units - 1, _top + 1 - unit) || !Check.IsInside(unchecked(length - 1), units << UnitShift) || UnitsFor(length) != units) return false;

        HeapMemory.At(ref _classes.First, unit) = 0;
        ReleaseUnits(unit, units);
        return true;
    }

    /// <summary>A slot can be made larger up to its class; units grow into free ones behind them, and give back the last.</summary>
    public bool TryResize(int offset, int length, int newLength)
    {
        int granules = length + 7 >> GranuleShift;
        if (HeapMemory.Read(in _pages.First, offset >> PageShift) == granules) return newLength <= granules << GranuleShift;

        Place place = PlaceOf(offset);
        if (!place.IsLive) return false;
        if (place.Code != Extent) return newLength <= place.Bytes;
        if (newLength > Units << UnitShift) return false;

        int units = UnitsFor(place.Bytes), wanted = UnitsFor(newLength);
        if (wanted > units && !TryExtend(place.Unit + units, wanted - units)) return false;

        HeapMemory.At(ref _sizes.First, place.Unit) = (ushort)wanted;
        if (wanted < units) ReleaseUnits(place.Unit + wanted, units - wanted);
        return true;
    }

    /// <summary>Whether a live block starts here that has room for so many bytes.</summary>
    public readonly bool IsLive(int offset, int length)
    {
        if (IsLiveShort(offset, length)) return true;

        Place place = PlaceOf(offset);
        return place.IsLive
            && Check.IsInside(unchecked(length - 1), place.Bytes)
            && (place.Code != Extent || UnitsFor(length) == UnitsFor(place.Bytes));
    }

    /// <summary>Whether a live block of so many bytes starts here, in a page of its class that is not full.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly bool IsLiveShort(int offset, int length)
    {
        int granules = unchecked((int)((uint)length + 7 >> GranuleShift)), granule = offset >> GranuleShift, page = granule >> PageGranuleShift, word = granule >> WordGranuleShift;
        return Check.IsInside(unchecked(granules - 1), SmallGranules)
            && Check.IsInside(page, PageCount)
            && offset == granule << GranuleShift
            && HeapMemory.Read(in _pages.First, page) == granules
            && (SizeClasses.SlotStarts(PageWords, granules, word & (PageWords - 1)) & ~HeapMemory.Read(in _words.First, word + 1) & 1UL << granule) != 0;
    }

    /// <summary>Bytes of the live block that starts here, or 0.</summary>
    public readonly int SizeAt(int offset)
    {
        Place place = PlaceOf(offset);
        return place.IsLive ? place.Bytes : 0;
    }

    /// <summary>Frees all blocks: no unit was ever used.</summary>
#if FOREIGN
    public void Clear()
    {
        long closed = _closed;
        this = default;
        _closed = closed;
    }

    /// <summary>Closes the units that the memory is too short for, and opens all others.</summary>
    public bool TryFit(int capacity)
    {
        int open = capacity >> UnitShift;
        if (_top > open) GiveBackKept();
        if (_top > open) return false;

        _closed = Units - open;
        return true;
    }
#else
    public void Clear() => this = default;
#endif

    /// <summary>What can be at an offset: the slot or the units that start there, and whether they are live.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly Place PlaceOf(int offset)
    {
        Place place = default;
        if (!Check.IsInside(offset, Units << UnitShift)) return place;

        int unit = (offset >> UnitShift) + 1;
        int code = HeapMemory.Read(in _pages.First, offset >> PageShift);
        if (IsPage(code))
        {
            int granules = GranulesOf(code), granule = offset >> GranuleShift;
            place.Unit = PageOf(unit);
            place.Code = code;
            place.Bytes = granules << GranuleShift;
            int word = granule >> WordGranuleShift;
            ulong live = SizeClasses.SlotStarts(PageWords, granules, word & (PageWords - 1)) & ~HeapMemory.Read(in _words.First, word + 1);
            place.IsLive = offset == granule << GranuleShift && (live >> (granule & 63) & 1) != 0;
            return place;
        }

        code = HeapMemory.Read(in _classes.First, unit);
        if (code == Extent)
        {
            int units = HeapMemory.Read(in _sizes.First, unit);
            place.Unit = unit;
            place.Code = code;
            place.Bytes = units << UnitShift;
            place.IsLive = offset == OffsetOf(unit) && Check.IsInside(units - 1, _top + 1 - unit);
            return place;
        }

        if (code == InsideRun)
        {
            unit = Known(HeapMemory.Read(in _sizes.First, unit));
            code = HeapMemory.Read(in _classes.First, unit);
        }

        int within = offset - OffsetOf(unit), slots = HeapMemory.Read(in _sizes.First, unit);
        if (!IsRunCode(code) || within < 0 || !IsRun(unit, code, slots)) return place;

        place.Unit = unit;
        place.Code = code;
        place.Bytes = BytesOf(code);
        int slot = within / place.Bytes;
        place.IsLive = slot < slots && slot * place.Bytes == within && (HeapMemory.Read(in _words.First, WordOf(unit)) >> slot & 1) == 0;
        return place;
    }

    /// <summary>Whether so many slots of a class can start with a unit.</summary>
    private readonly bool IsRun(int unit, int code, int slots) =>
        unit > 0 && Check.IsInside(slots - 1, 64) && UnitsFor(slots * BytesOf(code)) <= _top + 1 - unit;

    /// <summary>Keeps a page if no slot of it is live any more.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void KeepPage(int page, int granules)
    {
        if (!IsKept(page) && IsEmptyPage(page, granules)) Keep(page);
    }

    /// <summary>Leaves an empty page or run in its list until as many others became empty after it.</summary>
    private void Keep(int unit)
    {
        HeapMemory.At(ref _keptUnits.First, unit >> 6) |= 1UL << (unit & 63);
        int turn = _nextKept & (MaxKept - 1);
        ref ushort place = ref HeapMemory.At(ref _kept.First, turn);
        int oldest = Known(place);
        place = (ushort)unit;
        _nextKept = turn + 1;
        if (oldest != 0) GiveBack(oldest);
    }

    /// <summary>Gives back the empty pages and runs that were kept; false if there were none.</summary>
    private bool GiveBackKept()
    {
        bool gave = false;
        for (int place = 0; place < MaxKept; place++)
        {
            ref ushort kept = ref HeapMemory.At(ref _kept.First, place);
            int unit = Known(kept);
            kept = 0;
            if (unit != 0) gave |= GiveBack(unit);
        }

        return gave;
    }

    /// <summary>Gives back a page or a run that was kept, if it is still empty.</summary>
    private bool GiveBack(int unit)
    {
#if STATE_IN_MEMORY
        if (!HasSoundNumbers) return false;

#endif
        HeapMemory.At(ref _keptUnits.First, unit >> 6) &= ~(1UL << (unit & 63));
        int code = CodeAt(unit);
        if (code is > 0 and <= SmallGranules)
        {
            if (!IsWholePage(unit) || !IsEmptyPage(unit, code)) return false;

            ReleasePage(unit, code);
            return true;
        }

        int slots = HeapMemory.Read(in _sizes.First, unit);
        if (!IsRunCode(code) || !IsRun(unit, code, slots) || HeapMemory.Read(in _words.First, WordOf(unit)) != BitMath.Ones(slots)) return false;

        ReleaseRun(unit, code, slots);
        return true;
    }

    /// <summary>Whether what starts with a unit is in the list of kept ones.</summary>
    private readonly bool IsKept(int unit) => (HeapMemory.Read(in _keptUnits.First, unit >> 6) >> (unit & 63) & 1) != 0;

#if STATE_IN_MEMORY
    /// <summary>The number of a word, as it was read; 0 where it cannot be one.</summary>
    private static int KnownWord(int word) => Check.IsInside(word, WordCount + 1) ? word : 0;
#else
    /// <summary>The number of a word, as it was read; 0 where it cannot be one.</summary>
    private static int KnownWord(int word) => word;
#endif

    /// <summary>The slot or the units at an offset.</summary>
    private struct Place
    {
        /// <summary>Whether it is live.</summary>
        public bool IsLive;

        /// <summary>The unit that its page, its run or it itself starts with, and what is said of that.</summary>
        public int Unit, Code;

        /// <summary>Bytes of the slot, or of the units.</summary>
        public int Bytes;
    }
}
