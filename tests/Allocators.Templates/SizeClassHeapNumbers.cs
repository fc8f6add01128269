namespace Allocators.Templates;

/// <summary>The constants that a heap of size classes has around its state.</summary>
internal static class SizeClassHeapNumbers
{
    public const int GranuleShift = 3;
    public const int WordShift = 9;
    public const int WordGranuleShift = 6;
#if FOREIGN
    public const int UnitShift = 10;
    public const int PageWords = 16;
    public const int LastClass = 72;
#else
    public const int UnitShift = 9;
    public const int PageWords = 4;
    public const int LastClass = 64;
#endif
    public const int UnitBytes = 1 << UnitShift;
    public const int UnitWordShift = UnitShift - 9;
    public const int Units = 200;
    public const int WordCount = Units << UnitWordShift;
    public const int PageUnits = PageWords >> UnitWordShift;
    public const int PageCount = (WordCount + PageWords - 1) / PageWords;
#if FOREIGN
    public const int PageShift = 13;
#else
    public const int PageShift = 11;
#endif
    public const int PageGranuleShift = PageShift - 3;
    public const int SmallGranules = 16;
    public const int SmallRun = LastClass;
    public const int FullPage = SmallRun + SmallGranules;
    public const int Extent = FullPage + SmallGranules + 1;
    public const int InsideRun = Extent + 1;
    public const int PageStart = InsideRun + 1;
    public const int FirstRunBytes = 512;
    public const int MaxRunBytes = 64 * UnitBytes;
    public const int MaxKept = 32;
    public const int LengthWordCount = (Units >> 6) + 1;
    public const int LengthSummaries = 1;
    public const int AlignedLooks = 8;
}
