using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Allocators.Timing;
using Spectre.Console;

namespace Allocators.Replay.Reports;

/// <summary>Writes rows as a table: plain lines where the output is no terminal.</summary>
internal static class TableReport
{
    /// <summary>Wide enough for every row. In a smaller window the lines are continued: better than cut numbers.</summary>
    public const int Width = 160;

    private static readonly string[] Figures =
        ["events", "failed", "too large", "ns/event", "malloc", "mimalloc", "peak bytes", "span", "p50", "p99", "p99.9", "max", "max fresh", "GC bytes"];

    public static void Write(IAnsiConsole console, IReadOnlyList<ReplayRow> rows)
    {
        bool isPlain = !console.Profile.Out.IsTerminal;
        console.Profile.Width = int.Max(console.Profile.Width, Width);

        Table table = new() { Border = isPlain ? TableBorder.Markdown : TableBorder.Simple };
        table.AddColumns(new TableColumn("trace"), new TableColumn("heap"));
        table.AddColumns([.. Figures.Select(static name => new TableColumn(name).RightAligned())]);
        foreach (ReplayRow row in rows) table.AddRow([.. Cells(row).Select(static cell => new Text(cell))]);
        if (rows.Select(static row => row.Trace).Distinct().Count() is var traces and > 1)
        {
            foreach (IGrouping<string, ReplayRow> heap in rows.Where(static row => row.ServedAll()).GroupBy(static row => row.Family()).Where(heap => heap.Count() == traces))
                table.AddRow([.. MeanCells([.. heap]).Select(static cell => new Text(cell))]);
        }

        console.Write(table);
    }

    /// <summary>The geometric means of a heap's ratios, where it served all of all traces.</summary>
    private static IEnumerable<string> MeanCells(IReadOnlyList<ReplayRow> traces) =>
    [
        "all, mean",
        traces[0].Family(),
        Whole(traces.Sum(static row => row.Events)),
        "0",
        "0",
        "-",
        Ratio(Mean(traces.Select(static row => row.VsMalloc))),
        Ratio(Mean(traces.Select(static row => row.VsMimalloc))),
        "-",
        Ratio(Mean(traces.Select(static row => row.Span()))),
    ];

    private static double? Mean(IEnumerable<double?> ratios)
    {
        double?[] all = [.. ratios];
        return all.Contains(null) ? null : GeometricMean.Of([.. all.Select(static ratio => ratio!.Value)]);
    }

    private static IEnumerable<string> Cells(ReplayRow row) =>
    [
        row.Trace,
        row.Heap,
        Whole(row.Events),
        Whole(row.Failed),
        Whole(row.TooLarge),
        row.NsPerEvent.ToString("N1", CultureInfo.InvariantCulture),
        Ratio(row.VsMalloc),
        Ratio(row.VsMimalloc),
        Whole(row.PeakLiveBytes),
        Ratio(row.Span()),
        Whole(row.P50),
        Whole(row.P99),
        Whole(row.P999),
        Whole(row.Max),
        row.FirstTouchMax is { } max ? Whole(max) : "-",
        Whole(row.GcBytes),
    ];

    private static string Whole(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Ratio(double? ratio) => ratio is { } value ? value.ToString("N2", CultureInfo.InvariantCulture) : "-";
}
