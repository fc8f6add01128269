using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;

namespace Allocators.Tests.Packing;

/// <summary>A cell of the table: so many objects of a size and an alignment fit into an arena of the original.</summary>
public readonly record struct PackingCell(string Arena, int Size, int Alignment, int Objects);

/// <summary>The packing table of the original, which <c>Teaspoon.md</c> holds.</summary>
internal static class PackingTable
{
    private static readonly int[] Alignments = [1, 4, 8];

    public static IReadOnlyList<PackingCell> Cells { get; } = [.. Read()];

    private static IEnumerable<PackingCell> Read()
    {
        string path = Path.Combine(AppContext.BaseDirectory, "Packing", "Teaspoon.md");
        string[][] rows = [.. File.ReadLines(path).Where(line => line.StartsWith('|')).Select(line => line.Trim('|', ' ').Split('|', StringSplitOptions.TrimEntries))];

        // Below the arenas is the line that says how columns are aligned.
        foreach (string[] row in rows.Skip(2))
        {
            for (int column = 1; column < row.Length; column++)
            {
                string[] objects = row[column].Split('/');
                for (int i = 0; i < objects.Length; i++) yield return new PackingCell(rows[0][column], Number(row[0]), Alignments[i], Number(objects[i]));
            }
        }
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
