using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace Allocators.Benchmarks.Charts;

/// <summary>A bar: what, how much, and whether it is one of our heaps.</summary>
internal sealed record Bar(string Label, double Value, bool IsOurs);

/// <summary>Bars with a heading.</summary>
internal sealed record BarGroup(string Title, IReadOnlyList<Bar> Bars);

/// <summary>A chart of bars, each with its label and its value.</summary>
/// <param name="Title">What is shown.</param>
/// <param name="Format">How numbers are written, the unit included, such as <c>0.0 ns</c>.</param>
/// <param name="Groups">The bars. All have the same scale.</param>
internal sealed record BarChart(string Title, string Format, IReadOnlyList<BarGroup> Groups)
{
    private const int Width = 800;
    private const int BarLeft = 280;
    private const int BarRight = Width - 90;
    private const int BarHeight = 16;
    private const int BarRadius = 2;
    private const int LineHeight = 22;
    private const int Margin = 16;
    private const int GroupGap = 8;

    public string ToSvg()
    {
        int lines = 1 + Groups.Sum(static group => group.Bars.Count + 1);
        int height = (2 * Margin) + (lines * LineHeight) + (Groups.Count * GroupGap);
        double scale = (BarRight - BarLeft) / Groups.SelectMany(static group => group.Bars).Max(static bar => bar.Value);

        SvgFile svg = new(Width, height);
        int y = Margin;
        svg.Text("title", Margin, y, Title);
        y += LineHeight + GroupGap;
        foreach (BarGroup group in Groups)
        {
            svg.Text("group", Margin, y, group.Title);
            y += LineHeight;
            foreach (Bar bar in group.Bars)
            {
                WriteBar(svg, y, bar, bar.Value * scale);
                y += LineHeight;
            }

            y += GroupGap;
        }

        return svg.End();
    }

    private void WriteBar(SvgFile svg, int y, Bar bar, double length)
    {
        svg.Text("label", Margin, y, bar.Label);
        svg.Rectangle(bar.IsOurs ? "ours" : "other", BarLeft, y, length, BarHeight, BarRadius);
        svg.Text("value", BarLeft + (int)length + 6, y, bar.Value.ToString(Format, CultureInfo.InvariantCulture));
    }
}
