using System.Collections.Generic;
using Spectre.Console;

namespace Entities;

/// <summary>The look of the output: coloured in a terminal, plain and unbroken lines where it is redirected.</summary>
internal static class Report
{
    private static readonly IAnsiConsole Console = Create();

    public static void Title(string text)
    {
        Console.WriteLine();
        Console.MarkupLineInterpolated($"[bold]{text}[/]");
    }

    public static void Line(string name, string value) => Console.MarkupLineInterpolated($"  [grey]{name,-13}[/] {value}");

    /// <summary>What goes on, before it takes a while.</summary>
    public static void Progress(string text) => Console.MarkupLineInterpolated($"  [grey italic]{text} …[/]");

    public static void Cells(IEnumerable<string> rows)
    {
        foreach (string row in rows) Console.MarkupLineInterpolated($"  [aqua]{row}[/]");
    }

    public static void Text(string text) => Console.Write(new Padder(new Text(text), new Padding(2, 0, 0, 0)));

    private static IAnsiConsole Create()
    {
        if (!System.Console.IsOutputRedirected) return AnsiConsole.Console;

        IAnsiConsole plain = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors });
        plain.Profile.Width = 1000;
        return plain;
    }
}
