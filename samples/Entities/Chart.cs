using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace Entities;

/// <summary>Columns of eighths of a cell, one for each value.</summary>
internal static class Chart
{
    private const int Rows = 6;
    private const string Eighths = " ▁▂▃▄▅▆▇█";

    /// <summary>The rows from the top, with the full height written at the first and 0 at the last.</summary>
    public static IEnumerable<string> RowsOf(int[] values, int full)
    {
        int width = Format(full).Length;
        for (int row = Rows - 1; row >= 0; row--)
        {
            string label = row == Rows - 1 ? Format(full) : row == 0 ? Format(0) : "";
            StringBuilder cells = new(label.PadLeft(width) + " │");
            foreach (int value in values) cells.Append(Cell(value, full, row));
            yield return cells.ToString();
        }
    }

    /// <summary>The part of a column that lies in a row; only zero has no height at all.</summary>
    private static char Cell(int value, int full, int row)
    {
        int all = Rows * (Eighths.Length - 1);
        int height = (int)Math.Ceiling((double)value * all / full);
        return Eighths[Math.Clamp(height - (row * (Eighths.Length - 1)), 0, Eighths.Length - 1)];
    }

    private static string Format(int value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
