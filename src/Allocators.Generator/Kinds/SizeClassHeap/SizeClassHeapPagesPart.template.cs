// Small blocks of a heap of size classes: pages of one class, with a bit where a free slot starts.
using System.Runtime.CompilerServices;
using static Allocators.Templates.SizeClassHeapNumbers;

namespace Allocators.Templates;

internal partial struct SizeClassHeapState
{
    // Words are numbered from 1 as units are: word 0 belongs to nobody and is never anything but 0. What class a page has says a list of all pages, which is small enough to be at hand.

    /// <summary>Takes a slot of a page that has one, or of a new page; -1 if there is neither.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int TakeFromPage(int granules)
    {
        // The word behind the current one is as good as any, and found at once.
        int word = KnownWord(HeapMemory.Read(in _current.First, granules));
        bool isLast = word == 0 || word == WordCount || (word & (PageWords - 1)) == 0;
        if (isLast || HeapMemory.Read(in _words.First, ++word) == 0) word = WordWithRoom(granules);
        if (word == 0) word = NewPage(granules);
        return word == 0 ? -1 : TakeSlot(granules, word);
    }

    /// <summary>Takes the lowest free slot of a word, which becomes the word that the class takes from.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int TakeSlot(int granules, int word)
    {
        ref ulong slots = ref HeapMemory.At(ref _words.First, word);
        int slot = BitMath.TrailingZeroCount(slots);
        slots &= unchecked(slots - 1);
        HeapMemory.At(ref _current.First, granules) = word;
        return ((word - 1) << WordShift) + (slot << GranuleShift);
    }

    /// <summary>A word with a free slot, of the first page of a class, or of the one behind it if that is full; 0 if there is none.</summary>
    private int WordWithRoom(int granules)
    {
        int page = KnownPage(HeapMemory.Read(in _heads.First, granules));
        if (page == 0) return 0;

        int word = WordWithRoomIn(page);
        if (word != 0) return word;

        // A page that is full is in no list until one of its blocks is freed.
        RemovePage(page, granules);
        HeapMemory.At(ref _pages.First, NumberOf(page)) = (byte)(FullPage + granules);
        page = KnownPage(HeapMemory.Read(in _heads.First, granules));
        return page == 0 ? 0 : WordWithRoomIn(page);
    }

    /// <summary>A word of a page with a free slot, or 0. All are looked at without a branch: which one has room is as good as random.</summary>
    private readonly int WordWithRoomIn(int page)
    {
        int first = WordOf(page);
        uint words = 0;
        for (int word = 0; word < PageWords; word++) words |= (HeapMemory.Read(in _words.First, first + word) != 0 ? 1U : 0U) << word;
        return words == 0 ? 0 : first + BitMath.TrailingZeroCount(words);
    }

    /// <summary>Cuts free units into slots of a class; 0 if there are none. The list of the class is empty.</summary>
    private int NewPage(int granules)
    {
        int page = TakeUnits(PageUnits, PageUnits);
        if (page == 0) return 0;

        int first = WordOf(page);
        for (int word = 0; word < PageWords; word++) HeapMemory.At(ref _words.First, first + word) = SizeClasses.SlotStarts(PageWords, granules, word);
        HeapMemory.At(ref _classes.First, page) = PageStart;
        HeapMemory.At(ref _pages.First, NumberOf(page)) = (byte)granules;
        AddPage(page, granules);
        return first;
    }

    /// <summary>Frees a slot of a page, whatever its class. One that was full comes last in the list of its class.</summary>
    private bool TryFreeInPage(int code, int offset, int length)
    {
        int page = PageOf((offset >> UnitShift) + 1), granules = GranulesOf(code), granule = offset >> GranuleShift, word = granule >> WordGranuleShift;
        ulong bit = 1UL << granule, starts = SizeClasses.SlotStarts(PageWords, granules, word & (PageWords - 1));
        ref ulong slots = ref HeapMemory.At(ref _words.First, word + 1);
        ulong free = slots;
        if (offset != granule << GranuleShift || (starts & ~free & bit) == 0 || !Check.IsInside(unchecked(length - 1), granules << GranuleShift)) return false;

        slots = free | bit;
        if (code > FullPage)
        {
            HeapMemory.At(ref _pages.First, NumberOf(page)) = (byte)granules;
            AddPage(page, granules);
        }

        if ((free | bit) == starts) KeepPage(page, granules);
        return true;
    }

    /// <summary>Whether no slot of a page is live.</summary>
    private readonly bool IsEmptyPage(int page, int granules)
    {
        int first = WordOf(page);
        for (int word = 0; word < PageWords; word++)
        {
            if (HeapMemory.Read(in _words.First, first + word) != SizeClasses.SlotStarts(PageWords, granules, word)) return false;
        }

        return true;
    }

    /// <summary>Gives the units of an empty page back.</summary>
    private void ReleasePage(int page, int granules)
    {
        RemovePage(page, granules);
        HeapMemory.At(ref _classes.First, page) = 0;
        HeapMemory.At(ref _pages.First, NumberOf(page)) = 0;
        int first = WordOf(page);
        for (int word = 0; word < PageWords; word++) HeapMemory.At(ref _words.First, first + word) = 0;
        ReleaseUnits(page, PageUnits);
    }

    /// <summary>
    /// Puts a page at the end of the list of its class: by the time that its turn comes, more of its blocks are freed.
    /// </summary>
    private void AddPage(int page, int granules)
    {
        ref ushort end = ref HeapMemory.At(ref _tails.First, granules);
        int last = Known(end);
        HeapMemory.At(ref _next.First, page) = 0;
        HeapMemory.At(ref _previous.First, page) = (ushort)last;
        end = (ushort)page;
        if (last != 0)
        {
            HeapMemory.At(ref _next.First, last) = (ushort)page;
            return;
        }

        HeapMemory.At(ref _heads.First, granules) = (ushort)page;
        HeapMemory.At(ref _current.First, granules) = WordOf(page);
    }

    /// <summary>Takes a page off the list of its class; the next one becomes the one that slots are taken from.</summary>
    private void RemovePage(int page, int granules)
    {
        int next = Known(HeapMemory.Read(in _next.First, page)), previous = Known(HeapMemory.Read(in _previous.First, page));
        if (next != 0) HeapMemory.At(ref _previous.First, next) = (ushort)previous;
        else HeapMemory.At(ref _tails.First, granules) = (ushort)previous;

        if (previous != 0)
        {
            HeapMemory.At(ref _next.First, previous) = (ushort)next;
            return;
        }

        HeapMemory.At(ref _heads.First, granules) = (ushort)next;
        HeapMemory.At(ref _current.First, granules) = next == 0 ? 0 : WordOf(next);
    }

#if STATE_IN_MEMORY
    /// <summary>The first unit of a page, as it was read; 0 where no page can start.</summary>
    private readonly int KnownPage(int page) => Known(page) != 0 && IsWholePage(page) ? page : 0;
#else
    /// <summary>The first unit of a page, as it was read.</summary>
    private static int KnownPage(int page) => page;
#endif

    /// <summary>The first unit of the page that a unit would belong to.</summary>
    private static int PageOf(int unit) => ((unit - 1) & -PageUnits) + 1;

    /// <summary>The number of a page, from 0, by its first unit.</summary>
    private static int NumberOf(int page) => (page - 1) >> (PageShift - UnitShift);

    /// <summary>The first word of a unit.</summary>
    private static int WordOf(int unit) => ((unit - 1) << UnitWordShift) + 1;
}
