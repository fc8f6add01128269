using System.Collections.Generic;
using System.Linq;

namespace Allocators.Generator.Model;

/// <summary>
/// The word that bookkeeping in foreign memory begins with, so that a heap is known again, and nothing else is taken for one. It is part
/// of the format of files: what changes it makes those of before unreadable.
/// </summary>
internal static class LayoutHash
{
    /// <summary>Is counted up when the same fields come to mean something else.</summary>
    private const int FormatVersion = 1;

    // FNV-1a, 64 bits.
    private const ulong Basis = 0xCBF29CE484222325, Prime = 0x100000001B3;

    /// <summary>The hash of a layout. It is odd, because zero is memory that nobody has had yet.</summary>
    public static ulong Of(string kind, IEnumerable<int> numbers, IEnumerable<LayoutRow> rows, bool isLocked)
    {
        string text = string.Join(" ", [$"{FormatVersion}", kind, .. numbers.Select(static number => $"{number}"), .. rows.Select(static row => $"{row.Field}:{row.Bytes}"), isLocked ? "lock" : ""]);
        ulong hash = Basis;
        foreach (char letter in text) hash = unchecked((hash ^ letter) * Prime);
        return hash | 1;
    }
}
