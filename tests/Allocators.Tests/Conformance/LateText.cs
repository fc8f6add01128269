using System.Runtime.CompilerServices;

namespace Allocators.Tests;

/// <summary>An interpolated string that is put together only when what it explains has happened.</summary>
[InterpolatedStringHandler]
internal ref struct LateText
{
    private DefaultInterpolatedStringHandler _text;

    /// <summary>Called by the compiler.</summary>
    /// <param name="literalLength">Characters outside the holes.</param>
    /// <param name="formattedCount">Number of holes.</param>
    /// <param name="holds">Whether the text is not needed.</param>
    /// <param name="isNeeded">Whether the holes are filled.</param>
    public LateText(int literalLength, int formattedCount, bool holds, out bool isNeeded)
    {
        isNeeded = !holds;
        _text = isNeeded ? new DefaultInterpolatedStringHandler(literalLength, formattedCount) : default;
    }

    public void AppendLiteral(string text) => _text.AppendLiteral(text);

    public void AppendFormatted<T>(T value) => _text.AppendFormatted(value);

    public override readonly string ToString() => _text.ToString();
}
