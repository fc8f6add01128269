using System;
using System.Linq;

namespace Allocators.Packing;

/// <summary>Prints how many objects of a size fit into a heap, for alignments of 1, 4 and 8.</summary>
internal static class Program
{
    private static readonly int[] Sizes =
        [1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 14, 16, 20, 24, 30, 32, 48, 62, 64, 100, 128, 256, 512, 1000, 1024, 4096];

    private static readonly int[] Alignments = [1, 4, 8];

    /// <summary>A heap to look at is a line here.</summary>
    private static readonly Column[] Columns =
    [
        new Column<Spoon1024>("Teaspoon 4KiB in 1024", Spoon1024.OverheadBytes),
        new Column<Spoon8192>("Teaspoon 4KiB in 8192", Spoon8192.OverheadBytes),
        new Column<Spoon128KiB.Allocator>("Teaspoon 128KiB", Spoon128KiB.OverheadBytes),
        new Column<Spoon16MiB.Allocator>("Teaspoon 16MiB", Spoon16MiB.OverheadBytes),
        new Column<Headerless128KiB.Allocator>("Teaspoon 128KiB without headers", Headerless128KiB.OverheadBytes),
        new Column<HeaderlessDeferred128KiB.Allocator>("the same, Deferred", HeaderlessDeferred128KiB.OverheadBytes),
        new Column<Headerless16MiB.Allocator>("Teaspoon 16MiB without headers", Headerless16MiB.OverheadBytes),
        new Column<Chunks128KiB.Allocator>("ChunkHeap 8192 × 16", Chunks128KiB.OverheadBytes),
    ];

    private static void Main()
    {
        PrintRow("size", column => column.Title);
        PrintRow("--:", _ => "--:");
        foreach (int size in Sizes)
            PrintRow($"{size}", column => string.Join('/', Alignments.Select(alignment => column.CountThatFit(size, alignment))));
        PrintRow("bytes outside", column => $"{column.OverheadBytes}");
    }

    private static void PrintRow(string head, Func<Column, string> cell) =>
        Console.WriteLine($"| {head} | {string.Join(" | ", Columns.Select(cell))} |");
}
