using System;
using System.Collections.Generic;

namespace Allocators.Tests;

/// <summary>A live block of a model: what the heap gave, the bytes it really has, and the key of its contents.</summary>
internal readonly record struct LiveBlock(Block Block, int UsableSize, int Key);

/// <summary>What a heap should look like, kept in the simplest way: a mark for each unit that is taken.</summary>
/// <param name="capacity">Bytes of the heap.</param>
/// <param name="granule">Bytes of a unit: what the heap rounds sizes up to.</param>
internal sealed class Model(int capacity, int granule)
{
    private const byte Free = 0, Taken = 1;

    private readonly byte[] _units = new byte[capacity / granule];

    /// <summary>For each unit where a block starts, the number of the block in the list and one more.</summary>
    private readonly int[] _starts = new int[capacity / granule];

    private readonly List<LiveBlock> _blocks = [];

    public int Capacity => capacity;

    public int Granule => granule;

    public int Units => _units.Length;

    public int UsedBytes { get; private set; }

    public int Count => _blocks.Count;

    public LiveBlock this[int index] => _blocks[index];

    public int RoundUp(int size) => UnitsFor(size) * granule;

    /// <summary>Notes a block, which must lie in units that are all free.</summary>
    public void Add(LiveBlock live)
    {
        int first = live.Block.Offset / granule, count = live.UsableSize / granule;
        Expect.That(live.Block.Offset >= 0 && live.UsableSize <= capacity - live.Block.Offset, $"{live.Block} is outside the heap");
        Expect.That(live.Block.Offset % granule == 0, $"{live.Block} does not start at a unit");
        Expect.That(AreFree(first, count), $"{live.Block} overlaps a live block");

        _units.AsSpan(first, count).Fill(Taken);
        _blocks.Add(live);
        _starts[first] = _blocks.Count;
        UsedBytes += live.UsableSize;
    }

    public LiveBlock RemoveAt(int index)
    {
        LiveBlock live = _blocks[index], last = _blocks[^1];
        _blocks[index] = last;
        _blocks.RemoveAt(_blocks.Count - 1);
        _starts[last.Block.Offset / granule] = index + 1;
        _starts[live.Block.Offset / granule] = 0;

        _units.AsSpan(live.Block.Offset / granule, live.UsableSize / granule).Clear();
        UsedBytes -= live.UsableSize;
        return live;
    }

    public void Clear()
    {
        while (Count > 0) RemoveAt(Count - 1);
    }

    /// <summary>The live block that starts at an offset.</summary>
    public bool TryGetAt(int offset, out LiveBlock live)
    {
        live = default;
        if (offset < 0 || offset >= capacity || offset % granule != 0 || _starts[offset / granule] == 0) return false;

        live = _blocks[_starts[offset / granule] - 1];
        return true;
    }

    /// <summary>Whether these are the numbers of a live block. Lengths that are rounded up to the same size cannot be told apart.</summary>
    public bool IsLive(Block block) =>
        TryGetAt(block.Offset, out LiveBlock live) && block.Length > 0 && block.Length <= capacity && RoundUp(block.Length) == live.UsableSize;

    /// <summary>Whether a live block can have another size where it is.</summary>
    public bool FitsInPlace(LiveBlock live, int size)
    {
        int end = live.Block.Offset + live.UsableSize;
        if (size > capacity - live.Block.Offset) return false;

        int more = RoundUp(size) - live.UsableSize;
        return more <= 0 || AreFree(end / granule, more / granule);
    }

    /// <summary>Whether there is a gap for a request.</summary>
    public bool Fits(int size, int alignment)
    {
        if (size > capacity) return false;

        int count = UnitsFor(size), step = Math.Max(alignment / granule, 1);
        for (int first = 0; NextGap(ref first, out int end); first = end)
        {
            int aligned = (first + step - 1) / step * step;
            if (end - aligned >= count) return true;
        }

        return false;
    }

    /// <summary>The bytes of the largest gap.</summary>
    public int LargestGap()
    {
        int largest = 0;
        for (int first = 0; NextGap(ref first, out int end); first = end) largest = Math.Max(largest, end - first);
        return largest * granule;
    }

    private int UnitsFor(int size) => (size / granule) + (size % granule == 0 ? 0 : 1);

    private bool AreFree(int first, int count) => !_units.AsSpan(first, count).Contains(Taken);

    /// <summary>Moves on to the first free unit, and finds the end of the gap there.</summary>
    private bool NextGap(ref int first, out int end)
    {
        int skipped = _units.AsSpan(first).IndexOf(Free);
        first += Math.Max(skipped, 0);
        int length = _units.AsSpan(first).IndexOf(Taken);
        end = length < 0 ? Units : first + length;
        return skipped >= 0;
    }
}
