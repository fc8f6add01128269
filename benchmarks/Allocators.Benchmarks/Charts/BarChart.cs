using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Security;
using System.Text;

namespace Allocators.Benchmarks.Charts;

/// <summary>A bar: what, how much, and whether it is one of our heaps.</summary>
internal sealed record Bar(string Label, double Value, bool IsOurs);

/// <summary>Bars with a heading.</summary>
internal sealed record BarGroup(string Title, IReadOnlyList<Bar> Bars);

/// <summary>A bar chart as an SVG file that can be read on a light and on a dark page.</summary>
/// <param name="Title">What is shown.</param>
/// <param name="Format">How numbers are written, the unit included, such as <c>0.0 ns</c>.</param>
/// <param name="Groups">The bars. All have the same scale.</param>
internal sealed record BarChart(string Title, string Format, IReadOnlyList<BarGroup> Groups)
{
    private const int Width = 720;
    private const int BarLeft = 200;
    private const int BarRight = Width - 90;
    private const int BarHeight = 16;
    private const int LineHeight = 22;
    private const int Margin = 16;
    private const int TextDrop = 12;
    private const int GroupGap = 8;

    private const string Style =
        "text{font:13px system-ui,sans-serif;fill:#1f2328}.title{font-size:15px;font-weight:600}.group{font-weight:600}" +
        ".ours{fill:#2f7dd1}.other{fill:#9aa4af}@media(prefers-color-scheme:dark){text{fill:#e6edf3}.other{fill:#6e7781}}";

    public void Save(string path) => File.WriteAllText(path, ToSvg());

    public string ToSvg()
    {
        int lines = 1 + Groups.Sum(static group => group.Bars.Count + 1);
        int height = (2 * Margin) + (lines * LineHeight) + (Groups.Count * GroupGap);
        double scale = (BarRight - BarLeft) / Groups.SelectMany(static group => group.Bars).Max(static bar => bar.Value);

        StringBuilder svg = new();
        Write(svg, $"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Width} {height}" width="{Width}" height="{height}" role="img">""");
        Write(svg, $"<style>{Style}</style>");
        int y = Margin;
        WriteText(svg, "title", Margin, y, Title);
        y += LineHeight + GroupGap;
        foreach (BarGroup group in Groups)
        {
            WriteText(svg, "group", Margin, y, group.Title);
            y += LineHeight;
            foreach (Bar bar in group.Bars)
            {
                WriteBar(svg, y, bar, bar.Value * scale);
                y += LineHeight;
            }

            y += GroupGap;
        }

        Write(svg, $"</svg>");
        return svg.ToString();
    }

    private static void WriteText(StringBuilder svg, string style, int x, int y, string text) =>
        Write(svg, $"""<text class="{style}" x="{x}" y="{y + TextDrop}">{SecurityElement.Escape(text)}</text>""");

    private static void Write(StringBuilder svg, FormattableString line) => svg.Append(FormattableString.Invariant(line)).Append('\n');

    private void WriteBar(StringBuilder svg, int y, Bar bar, double length)
    {
        WriteText(svg, "label", Margin, y, bar.Label);
        Write(svg, $"""<rect class="{(bar.IsOurs ? "ours" : "other")}" x="{BarLeft}" y="{y}" width="{length:0.0}" height="{BarHeight}" rx="2"/>""");
        WriteText(svg, "value", BarLeft + (int)length + 6, y, bar.Value.ToString(Format, CultureInfo.InvariantCulture));
    }
}
