using System.Globalization;
using System.Linq;
using Allocators.Generator.Surface;

namespace Allocators.Generator.Kinds.SizeClassHeap;

/// <summary>Writes what is particular about a heap of size classes.</summary>
internal static class SizeClassHeapEmitter
{
    public static KindCode Code(SizeClassHeapSpec spec) => new(
        spec.Bytes.ToString(CultureInfo.InvariantCulture),
        writer => SizeClassHeapState.Write(writer, spec))
    {
        Shape = new()
        {
            Blocks = BlockKnowledge.ByStart,
            Trust = Trust.NotToTakeOrFree,
            Merging = Merging.Late,
            Faults = FaultFinding.All,
            NoticesDamage = true,
            HasShortcuts = !spec.IsLocked,
        },
        Verifies = "Goes over all units, and checks that classes, lists and bits agree.",
        PrivateConstants =
        [
            Constant("GranuleShift", 3),
            Constant("WordShift", 9),
            Constant("WordGranuleShift", 6),
            .. spec.Options.IsForeign ? [] : (HeapConstant[])[Constant("UnitBytes", spec.UnitBytes)],
            Constant("UnitShift", spec.UnitShift),
            Constant("UnitWordShift", spec.UnitShift - 9),
            Constant("Units", spec.Units),
            Constant("WordCount", spec.Words),
            Constant("PageWords", spec.PageWords),
            Constant("PageUnits", spec.PageUnits),
            Constant("PageShift", spec.PageShift),
            Constant("PageGranuleShift", spec.PageShift - 3),
            Constant("PageCount", spec.Pages),
            Constant("SmallGranules", SizeClassHeapCodes.SmallGranules),
            Constant("LastClass", spec.LastClass),
            Constant("SmallRun", SizeClassHeapCodes.SmallRun(spec)),
            Constant("FullPage", SizeClassHeapCodes.LastRun(spec)),
            Constant("Extent", SizeClassHeapCodes.Extent(spec)),
            Constant("InsideRun", SizeClassHeapCodes.InsideRun(spec)),
            Constant("PageStart", SizeClassHeapCodes.PageStart(spec)),
            Constant("FirstRunBytes", spec.FirstRunBytes),
            Constant("MaxRunBytes", spec.MaxRunBytes),
            Constant("MaxKept", SizeClassHeapCodes.MaxKept),
            Constant("LengthWordCount", spec.LengthWords),
            Constant("LengthSummaries", spec.LengthSummaries),
            Constant("AlignedLooks", 8),
        ],
    };

    private static HeapConstant Constant(string name, int value) => new("int", name, value.ToString(CultureInfo.InvariantCulture), "");
}
