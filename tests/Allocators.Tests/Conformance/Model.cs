using System;
using System.Collections.Generic;

namespace Allocators.Tests;

/// <summary>A live block of a model: what the heap gave, the bytes it really has, the key of its contents, and whether the unit before it is its padding.</summary>
internal readonly record struct LiveBlock(Block Block, int UsableSize, int Key, bool IsPadded = false);

/// <summary>What a heap should look like, kept in the simplest way: a mark for each unit that is taken.</summary>
/// <param name="capacity">Bytes of the heap.</param>
/// <param name="shape">How it cuts them into blocks.</param>
internal sealed class Model(int capacity, BlockShape shape)
{
    private const byte Free = 0, Taken = 1;

    private readonly byte[] _units = new byte[shape.UnitsOf(capacity)];

    /// <summary>For each unit where a block starts, the number of the block in the list and one more.</summary>
    private readonly int[] _starts = new int[shape.UnitsOf(capacity)];

    private readonly List<LiveBlock> _blocks = [];

    public int Capacity => capacity;

    public BlockShape Shape => shape;

    public int Units => _units.Length;

    public int UsedBytes { get; private set; }

    public int Count => _blocks.Count;

    public LiveBlock this[int index] => _blocks[index];

    /// <summary>Notes a block, which must lie in units that are all free.</summary>
    public void Add(LiveBlock live)
    {
        Expect.That(live.Block.Offset >= shape.FirstPayload && live.UsableSize <= capacity - live.Block.Offset, $"{live.Block} is outside the heap");
        Expect.That((live.Block.Offset - shape.FirstPayload) % shape.Granule == 0, $"{live.Block} does not start at a unit");
        Expect.That(!live.IsPadded || shape.UnitAt(live.Block.Offset) > 0, $"{live.Block} has no room for padding");
        Expect.That(!ExtentOf(live).Contains(Taken), $"{live.Block} overlaps a live block");

        ExtentOf(live).Fill(Taken);
        _blocks.Add(live);
        _starts[shape.UnitAt(live.Block.Offset)] = _blocks.Count;
        UsedBytes += UsedBytesOf(live);
    }

    public LiveBlock RemoveAt(int index)
    {
        LiveBlock live = _blocks[index], last = _blocks[^1];
        _blocks[index] = last;
        _blocks.RemoveAt(_blocks.Count - 1);
        _starts[shape.UnitAt(last.Block.Offset)] = index + 1;
        _starts[shape.UnitAt(live.Block.Offset)] = 0;

        ExtentOf(live).Clear();
        UsedBytes -= UsedBytesOf(live);
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
        if (offset < shape.FirstPayload || offset >= capacity || (offset - shape.FirstPayload) % shape.Granule != 0) return false;

        int index = _starts[shape.UnitAt(offset)] - 1;
        if (index >= 0) live = _blocks[index];
        return index >= 0;
    }

    /// <summary>Whether these can be the numbers of a live block. Lengths that get the same units cannot be told apart.</summary>
    public bool CanBeLive(Block block) =>
        block.Length > 0 && TryGetAt(block.Offset, out LiveBlock live) && shape.CanBe(block.Length, shape.UnitsFor(live.UsableSize));

    /// <summary>Whether a live block can have another size where it is.</summary>
    public bool FitsInPlace(LiveBlock live, int size)
    {
        if (size > capacity - live.Block.Offset || size > shape.MaxBlock) return false;

        int units = shape.UnitsFor(live.UsableSize), more = shape.UnitsFor(size) - units;
        int end = shape.UnitAt(live.Block.Offset) + units;
        return more <= 0 || (more <= Units - end && AreFree(end, more));
    }

    /// <summary>Whether there is a gap for a request.</summary>
    public bool Fits(int size, int alignment)
    {
        if (size > capacity || size > shape.MaxBlock) return false;

        int count = shape.UnitsFor(size);
        for (int first = 0; NextGap(ref first, out int end); first = end)
        {
            int unit = first;
            while (unit < end && shape.OffsetOf(unit) % alignment != 0) unit++;
            if (end - unit >= count && size <= capacity - shape.OffsetOf(unit)) return true;
        }

        return false;
    }

    /// <summary>The bytes of the largest block that there is a gap for.</summary>
    public int LargestGap()
    {
        int largest = 0;
        for (int first = 0; NextGap(ref first, out int end); first = end)
        {
            if (end - first < shape.MinUnits) continue;

            int bytes = (shape.UnitsWithin(end - first) * shape.Granule) - shape.HeaderBytes;
            largest = Math.Max(largest, Math.Min(bytes, capacity - shape.OffsetOf(first)));
        }

        return Math.Min(largest, shape.MaxBlock);
    }

    private Span<byte> ExtentOf(LiveBlock live)
    {
        int first = shape.UnitAt(live.Block.Offset), padding = live.IsPadded ? 1 : 0;
        return _units.AsSpan(first - padding, shape.UnitsFor(live.UsableSize) + padding);
    }

    private int UsedBytesOf(LiveBlock live) => shape.UnitsFor(live.UsableSize) * shape.Granule;

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
