using System;
using System.Security;
using System.Text;

namespace Allocators.Benchmarks.Charts;

/// <summary>The lines of an SVG file that can be read on a light and on a dark page. Places and lengths are in pixels.</summary>
internal sealed class SvgFile
{
    /// <summary>From the top of a line of text to where its letters stand.</summary>
    private const int TextDrop = 12;

    private const string Style =
        "text{font:13px system-ui,sans-serif;fill:#1f2328}.title{font-size:15px;font-weight:600}.group{font-weight:600}" +
        ".tick{font-size:11px;text-anchor:middle}.grid{fill:#d1d9e0}" +
        ".ours{fill:#2f7dd1}.other{fill:#9aa4af}@media(prefers-color-scheme:dark){text{fill:#e6edf3}.other{fill:#6e7781}.grid{fill:#3d444d}}";

    private readonly StringBuilder _lines = new();

    public SvgFile(int width, int height)
    {
        Write($"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="img">""");
        Write($"<style>{Style}</style>");
    }

    public void Text(string style, double x, int y, string text) =>
        Write($"""<text class="{style}" x="{x}" y="{y + TextDrop}">{SecurityElement.Escape(text)}</text>""");

    public void Rectangle(string style, double x, int y, double width, int height, int radius = 0)
    {
        string corners = radius == 0 ? "" : $" rx=\"{radius}\"";
        Write($"""<rect class="{style}" x="{x}" y="{y}" width="{width:0.0}" height="{height}"{corners}/>""");
    }

    public string End()
    {
        Write($"</svg>");
        return _lines.ToString();
    }

    private void Write(FormattableString line) => _lines.Append(FormattableString.Invariant(line)).Append('\n');
}
