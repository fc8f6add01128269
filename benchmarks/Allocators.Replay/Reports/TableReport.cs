using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Spectre.Console;

namespace Allocators.Replay.Reports;

/// <summary>Writes rows as a table: plain lines where the output is no terminal.</summary>
internal static class TableReport
{
    /// <summary>Wide enough for every row. In a smaller window the lines are continued: better than cut numbers.</summary>
    public const int Width = 160;

    private static readonly string[] Figures =
        ["events", "failed", "too large", "ns/event", "malloc", "mimalloc", "peak bytes", "span", "p50", "p99", "p99.9", "max", "GC bytes"];

    public static void Write(IAnsiConsole console, IReadOnlyList<ReplayRow> rows)
    {
        bool isPlain = !console.Profile.Out.IsTerminal;
        console.Profile.Width = int.Max(console.Profile.Width, Width);

        Table table = new() { Border = isPlain ? TableBorder.Markdown : TableBorder.Simple };
        table.AddColumns(new TableColumn("trace"), new TableColumn("heap"));
        table.AddColumns([.. Figures.Select(static name => new TableColumn(name).RightAligned())]);
        foreach (ReplayRow row in rows) table.AddRow([.. Cells(row).Select(static cell => new Text(cell))]);
        console.Write(table);
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
        Whole(row.GcBytes),
    ];

    private static string Whole(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Ratio(double? ratio) => ratio is { } value ? value.ToString("N2", CultureInfo.InvariantCulture) : "-";
}
