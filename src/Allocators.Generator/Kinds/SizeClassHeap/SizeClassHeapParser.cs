using System.Globalization;
using Allocators.Generator.Declarations;
using Allocators.Generator.Diagnostics;
using Allocators.Generator.Model;

namespace Allocators.Generator.Kinds.SizeClassHeap;

/// <summary>Reads <c>[SizeClassHeap(Bytes)]</c>.</summary>
internal static class SizeClassHeapParser
{
    private static readonly SizeClassHeapAttribute Defaults = new();

    public static SizeClassHeapSpec? Parse(KindArguments arguments)
    {
        HeapOptions options = arguments.Options(needsLock: "a call changes several words of a heap of size classes, which only a lock makes one step");
        int bytes = arguments.Int32(nameof(SizeClassHeapAttribute.Bytes), Defaults.Bytes);
        int nearest = Nearest(options, bytes);
        if (bytes != nearest)
        {
            arguments.Refuse(
                Descriptors.BadSizeClassHeap,
                nameof(SizeClassHeapAttribute.Bytes),
                nearest.ToString(CultureInfo.InvariantCulture),
                bytes,
                SizeClassHeapSpec.MinBytes,
                Most(options),
                SizeClassHeapSpec.UnitBytesFor(nearest),
                nearest);
        }

        return arguments.AreGood ? new SizeClassHeapSpec(options, bytes) : null;
    }

    /// <summary>Whole units, as many as there can be.</summary>
    private static int Nearest(HeapOptions options, int bytes)
    {
        if (bytes < SizeClassHeapSpec.MinBytes) return SizeClassHeapSpec.MinBytes;

        int most = System.Math.Min(bytes, Most(options));
        return most & -SizeClassHeapSpec.UnitBytesFor(most);
    }

    /// <summary>Bytes of the largest heap: what units can count, and what the place can hold with the bookkeeping.</summary>
    private static int Most(HeapOptions options)
    {
        if (options.IsForeign) return SizeClassHeapSpec.MaxHeapBytes;

        int unit = SizeClassHeapSpec.UnitBytesFor(HeapOptions.MaxInlineBytes), bytes = HeapOptions.MaxInlineBytes;
        while (new SizeClassHeapSpec(options, bytes).TotalBytesLong > HeapOptions.MaxInlineBytes) bytes -= unit;
        return bytes;
    }
}
