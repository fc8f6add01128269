using System;
using System.Collections.Generic;
using System.Diagnostics;
using Spectre.Console;

namespace Allocators.Benchmarks.Budgets;

/// <summary>Measures all budgets and prints them. A kind of heap adds its own to the list.</summary>
internal static class BudgetTable
{
    /// <summary>Wide enough for every row. In a smaller window the lines are continued: better than cut numbers.</summary>
    private const int Width = 160;

    private static readonly IReadOnlyList<IBudget> Budgets =
    [
        new ChunkHeapPingPong(),
        new ChunkHeapLockFree(),
        new ChunkHeapChurn(),
        new ChunkHeapNearlyFull(),
        new ChunkHeapMemory(),
        new TeaspoonPingPong(),
        new TeaspoonChurn(),
        new TeaspoonRefusals(),
        new SharedLockPingPong(),
        new SlabPingPong(),
        new SlabChurn(),
        new SlabLookups(),
        new FreeListPingPong(),
        new FreeListChurn(),
        new LockFreePingPong(),
        new LockFreeThreads(),
    ];

    public static void Print()
    {
        long start = Stopwatch.GetTimestamp();
        bool isPlain = !AnsiConsole.Profile.Out.IsTerminal;
        AnsiConsole.Profile.Width = int.Max(AnsiConsole.Profile.Width, Width);

        Table table = new() { Border = isPlain ? TableBorder.Markdown : TableBorder.Simple };
        table.AddColumns(
            new TableColumn("what"),
            new TableColumn("budget"),
            new TableColumn("measured").RightAligned(),
            new TableColumn("ratio").RightAligned(),
            new TableColumn("verdict"));

        foreach (IBudget budget in Budgets)
        {
            Console.Error.WriteLine($"measuring {budget.Title}");
            foreach (BudgetRow row in budget.Measure())
                table.AddRow(new Text(row.What), new Text(row.Budget), new Text(row.Measured), new Text(row.Ratio), new Text(Verdict(row)));
        }

        AnsiConsole.Write(table);
        Console.Error.WriteLine($"{Stopwatch.GetElapsedTime(start).TotalSeconds:N0} s");
    }

    private static string Verdict(BudgetRow row) => row.IsMet switch
    {
        true => "met",
        false => "not met",
        null => "",
    };
}
