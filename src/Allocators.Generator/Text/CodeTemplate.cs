using System;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Allocators.Generator.Text;

/// <summary>A piece of code written as a raw string with holes.</summary>
/// <remarks>
/// A hole takes the place of what a careful person would have typed there: each line of its value is indented like the
/// line it stands in, and a line that holds nothing but empty holes is left out.
/// </remarks>
[InterpolatedStringHandler]
internal readonly ref struct CodeTemplate
{
    private const char EmptyHole = '\u0001';

    private readonly StringBuilder _text;

    public CodeTemplate(int literalLength, int formattedCount)
    {
        _text = new StringBuilder(literalLength + (formattedCount * 16));
    }

    public void AppendLiteral(string value) => _text.Append(value);

    public void AppendFormatted(string value)
    {
        if (value.Length == 0) _text.Append(EmptyHole);
        else _text.Append(value.Replace("\n", "\n" + IndentOfCurrentLine()));
    }

    public void AppendFormatted(CodeTemplate template) => AppendFormatted(template.ToString());

    /// <summary>Without this, a character would be written as its number.</summary>
    public void AppendFormatted(char value) => _text.Append(value);

    public void AppendFormatted(int value) => _text.Append(value.ToString(CultureInfo.InvariantCulture));

    public void AppendFormatted<T>(T value, string format)
        where T : IFormattable => _text.Append(value.ToString(format, CultureInfo.InvariantCulture));

    /// <summary>The code, without the lines that were only empty holes.</summary>
    public override string ToString()
    {
        string text = _text.ToString();
        if (text.IndexOf(EmptyHole) < 0) return text;

        StringBuilder kept = new(text.Length);
        foreach (string line in text.Split('\n'))
        {
            string code = line.Replace(EmptyHole.ToString(), "");
            bool onlyHoles = code.Length < line.Length && string.IsNullOrWhiteSpace(code);
            if (!onlyHoles) kept.Append(code).Append('\n');
        }

        if (kept.Length > 0) kept.Length--;
        return kept.ToString();
    }

    private string IndentOfCurrentLine()
    {
        int start = _text.Length;
        while (start > 0 && _text[start - 1] != '\n') start--;

        int end = start;
        while (end < _text.Length && _text[end] == ' ') end++;
        return _text.ToString(start, end - start);
    }
}
