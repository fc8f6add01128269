using System;
using Allocators.Traces;
using Spectre.Console;

namespace Quickstart;

/// <summary>The look of the output: coloured in a terminal, plain and unbroken lines where it is redirected.</summary>
internal static class Report
{
    private const int BarCells = 30;

    private static readonly IAnsiConsole Console = Create();

    public static void Title(string text)
    {
        Console.WriteLine();
        Console.MarkupLineInterpolated($"[bold]{text}[/]");
    }

    public static void Line(string name, string value) => Console.MarkupLineInterpolated($"  [grey]{name,-13}[/] {value}");

    /// <summary>What goes on, before it takes a while.</summary>
    public static void Progress(string text) => Console.MarkupLineInterpolated($"  [grey italic]{text} …[/]");

    /// <summary>A time in nanoseconds, and as a multiple of the yardstick: a full bar is twice as long.</summary>
    public static void Bar(string name, double nanoseconds, double ratio, string note)
    {
        string bar = new('█', int.Min(BarCells, (int)Math.Round(ratio * BarCells / 2)));
        Console.MarkupLineInterpolated($"  [grey]{name,-13}[/] {nanoseconds,5:N1}  [aqua]{bar.PadRight(BarCells)}[/] {ratio:N2}  {note}");
    }

    public static void Cells(string cells) => Console.MarkupLineInterpolated($"  [aqua]{cells}[/]");

    public static void Text(string text) => Console.Write(new Padder(new Text(text), new Padding(2, 0, 0, 0)));

    public static string NameOf(TraceAction action) => action switch
    {
        TraceAction.Allocate => "allocations",
        TraceAction.Resize => "resizes",
        _ => "frees",
    };

    private static IAnsiConsole Create()
    {
        if (!System.Console.IsOutputRedirected) return AnsiConsole.Console;

        IAnsiConsole plain = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors });
        plain.Profile.Width = 1000;
        return plain;
    }
}
