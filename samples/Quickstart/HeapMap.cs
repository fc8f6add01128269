using System;
using System.Collections.Generic;
using System.Text;
using Allocators;

namespace Quickstart;

/// <summary>A picture of a heap: a row of cells, each as dense as its part of the memory is full.</summary>
internal static class HeapMap
{
    /// <summary>Bytes that a cell stands for.</summary>
    public const int BytesInCell = 256;

    private const int CellsInRow = 64;
    private const string Densities = "·░▒▓█";

    /// <summary>The rows of <see cref="ShellHeap"/> as it is now.</summary>
    public static IEnumerable<string> Rows()
    {
        int[] used = new int[ShellHeap.Capacity / BytesInCell];
        foreach (Block block in ShellHeap.LiveBlocks) Fill(used, block);

        foreach (int[] row in Chunked(used))
        {
            StringBuilder cells = new(CellsInRow);
            foreach (int bytes in row) cells.Append(Density(bytes));
            yield return cells.ToString();
        }
    }

    private static void Fill(int[] used, Block block)
    {
        int end = block.Offset + block.Length;
        for (int start = block.Offset; start < end;)
        {
            int cell = start / BytesInCell;
            int next = int.Min(end, (cell + 1) * BytesInCell);
            used[cell] += next - start;
            start = next;
        }
    }

    /// <summary>Only an empty cell looks empty, and only a full one full.</summary>
    private static char Density(int bytes) => bytes switch
    {
        0 => Densities[0],
        BytesInCell => Densities[^1],
        _ => Densities[1 + (bytes * (Densities.Length - 2) / BytesInCell)],
    };

    private static IEnumerable<int[]> Chunked(int[] cells)
    {
        for (int start = 0; start < cells.Length; start += CellsInRow) yield return cells[start..(start + CellsInRow)];
    }
}
