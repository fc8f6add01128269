using System;
using System.Collections.Generic;
using System.Numerics;
using Allocators.Traces;

namespace Allocators.Benchmarks.Charts;

/// <summary>A heap while it serves a recorded program: time from left to right, its memory from top to bottom, and the colour of a block is its size.</summary>
/// <param name="trace">What it serves.</param>
internal sealed class HeapPicture(TraceFile trace)
{
    /// <summary>Events that are shown: of more, one would see less.</summary>
    private const int MaxEvents = 200_000;

    private const int Columns = 1000;
    private const int RowBytes = 1024;
    private const int Alignment = 8;

    /// <summary>The colours of blocks of up to 16, 32, 64 … bytes.</summary>
    private static readonly int[] Colours = [0xFDE725, 0x9FDA3A, 0x4AC16D, 0x1FA187, 0x277F8E, 0x365C8D, 0x46327E, 0x8A2D83];

    private const int SmallestColour = 4;
    private const int Background = 0x12161C;

    private readonly TraceEvent[] _events = trace.EventsAlignedTo(Alignment);
    private readonly Block[] _blocks = new Block[trace.Objects];

    /// <summary>Draws the heap from its start to where blocks ever reached.</summary>
    public PngFile Draw()
    {
        T16MHeaderless.Reset();
        int shown = int.Min(_events.Length, MaxEvents);
        List<Vector3[]> columns = [];
        for (int column = 0; column < Columns; column++)
        {
            int from = (int)((long)shown * column / Columns), to = (int)((long)shown * (column + 1) / Columns);
            foreach (TraceEvent step in _events.AsSpan(from..to)) Serve(step);
            columns.Add(Column());
        }

        int rows = 0;
        foreach (Vector3[] column in columns) rows = int.Max(rows, column.Length);
        PngFile picture = new(Columns, rows);
        for (int x = 0; x < Columns; x++)
        {
            for (int y = 0; y < rows; y++) Paint(picture[x, y], y < columns[x].Length ? columns[x][y] : ColourOf(Background));
        }

        return picture;
    }

    private static Vector3 ColourOf(int rgb) => new(rgb >> 16, (rgb >> 8) & 0xFF, rgb & 0xFF);

    private static void Paint(Span<byte> pixel, Vector3 colour)
    {
        for (int i = 0; i < pixel.Length; i++) pixel[i] = (byte)colour[i];
    }

    private static Vector3 ColourOfSize(int size) => ColourOf(Colours[int.Clamp(BitOperations.Log2((uint)size - 1) + 1 - SmallestColour, 0, Colours.Length - 1)]);

    /// <summary>The rows up to the end of the last block: each the mixture of its bytes.</summary>
    private static Vector3[] Column()
    {
        List<Vector3> rows = [];
        for (Block block = default; T16MHeaderless.TryGetNext(block, out block);)
        {
            int end = block.Offset + block.Length;
            for (int start = block.Offset; start < end;)
            {
                int row = start / RowBytes, next = int.Min(end, (row + 1) * RowBytes);
                while (rows.Count <= row) rows.Add(ColourOf(Background));
                rows[row] += (ColourOfSize(block.Length) - ColourOf(Background)) * (next - start) / RowBytes;
                start = next;
            }
        }

        return [.. rows];
    }

    private void Serve(TraceEvent step)
    {
        ref Block block = ref _blocks[step.Id];
        switch (step.Action)
        {
            case TraceAction.Allocate:
                block = T16MHeaderless.Alloc(step.Size, step.Alignment);
                break;
            case TraceAction.Resize:
                T16MHeaderless.Realloc(ref block, step.Size);
                break;
            case TraceAction.Free:
                T16MHeaderless.Free(block);
                break;
        }
    }
}
