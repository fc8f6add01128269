namespace Allocators.Generator.Kinds.SizeClassHeap;

/// <summary>What the byte of a unit says: small classes are pages, larger ones runs, and behind them stand what is neither.</summary>
internal static class SizeClassHeapCodes
{
    /// <summary>The largest class of small blocks, by granules of 8 bytes.</summary>
    public const int SmallGranules = 16;

    /// <summary>Pages and runs that stay where they are, empty, until as many others became empty.</summary>
    public const int MaxKept = 32;

    /// <summary>Added to a small class: a run of it, which is made where there is no room for a page.</summary>
    public static int SmallRun(SizeClassHeapSpec spec) => spec.LastClass;

    /// <summary>The last code of a run. Added to a small class: a page of it that is full.</summary>
    public static int LastRun(SizeClassHeapSpec spec) => SmallRun(spec) + SmallGranules;

    /// <summary>A block that has units of its own.</summary>
    public static int Extent(SizeClassHeapSpec spec) => LastRun(spec) + SmallGranules + 1;

    /// <summary>A unit of a run that is not its first.</summary>
    public static int InsideRun(SizeClassHeapSpec spec) => Extent(spec) + 1;

    /// <summary>The first unit of a page, whose class is in the list of pages.</summary>
    public static int PageStart(SizeClassHeapSpec spec) => InsideRun(spec) + 1;
}
