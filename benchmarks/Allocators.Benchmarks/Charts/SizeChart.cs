using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace Allocators.Benchmarks.Charts;

/// <summary>How many bytes a heap takes for objects in addition to theirs: those of 1 byte first, then of 2, and so on.</summary>
internal sealed record SizeSeries(string Heap, IReadOnlyList<int> ExtraBytes);

/// <summary>A chart of what objects cost by their size: a strip for each heap, a bar for each size.</summary>
/// <param name="Title">What is shown.</param>
/// <param name="Series">The heaps, which have values for the same sizes.</param>
internal sealed record SizeChart(string Title, IReadOnlyList<SizeSeries> Series)
{
    private const int Left = 200;
    private const double SizeWidth = 7.5;
    private const int BarWidth = 6;
    private const int ByteHeight = 4;
    private const int BytesBetweenLines = 4;
    private const int SizesBetweenTicks = 8;
    private const int LineHeight = 22;
    private const int TickHeight = 14;
    private const int Margin = 16;

    public string ToSvg()
    {
        int sizes = Series[0].ExtraBytes.Count;
        int most = Series.SelectMany(static series => series.ExtraBytes).Max();
        int right = (int)(Left + (sizes * SizeWidth));
        int stripHeight = (most * ByteHeight) + Margin;

        SvgFile svg = new(right + (2 * Margin), (3 * Margin) + LineHeight + (Series.Count * stripHeight) + TickHeight);
        svg.Text("title", Margin, Margin, Title);
        int bottom = Margin + LineHeight;
        foreach (SizeSeries series in Series)
        {
            bottom += stripHeight;
            WriteLines(svg, bottom, right, most);
            WriteStrip(svg, bottom, series);
        }

        for (int size = SizesBetweenTicks; size <= sizes; size += SizesBetweenTicks)
            svg.Text("tick", XOf(size) + (BarWidth / 2), bottom + 4, size.ToString(CultureInfo.InvariantCulture));
        svg.Text("label", Margin, bottom + 4, "bytes of the object");
        return svg.End();
    }

    private static double XOf(int size) => Left + ((size - 1) * SizeWidth);

    private static void WriteLines(SvgFile svg, int bottom, int right, int most)
    {
        for (int bytes = 0; bytes <= most; bytes += BytesBetweenLines)
        {
            int y = bottom - (bytes * ByteHeight);
            svg.Rectangle("grid", Left, y, right - Left, 1);
            if (bytes > 0) svg.Text("tick", Left - 12, y - (TickHeight / 2), bytes.ToString(CultureInfo.InvariantCulture));
        }
    }

    private static void WriteStrip(SvgFile svg, int bottom, SizeSeries series)
    {
        string average = series.ExtraBytes.Average().ToString("0.0", CultureInfo.InvariantCulture);
        svg.Text("group", Margin, bottom - (2 * LineHeight), series.Heap);
        svg.Text("label", Margin, bottom - LineHeight, $"{average} bytes on average");
        for (int size = 1; size <= series.ExtraBytes.Count; size++)
        {
            int height = series.ExtraBytes[size - 1] * ByteHeight;
            svg.Rectangle("ours", XOf(size), bottom - height, BarWidth, height);
        }
    }
}
