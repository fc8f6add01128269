using System;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Xunit.Sdk;

namespace Allocators.Tests;

/// <summary>Random operations on a heap and on its model, which have to agree. The heap is passed by reference, wherever it lives.</summary>
internal sealed class Simulation<THeap>(int capacity, BlockShape shape, bool isChecked, int seed)
    where THeap : struct, IHeap
{
    /// <summary>How full a heap is kept for a while.</summary>
    private static readonly double[] Targets = [0.1, 0.5, 0.8, 0.95, 1];

    private readonly Model _model = new(capacity, shape);
    private readonly Random _random = new(seed);
    private Misuse<THeap>? _misuse;
    private int _keys;
    private int _target;
    private bool _refused;

    private Misuse<THeap> Misuse => _misuse ??= new Misuse<THeap>(_model, _random);

    [SuppressMessage("Design", "CA1031", Justification = "Whatever happens is told together with the seed.")]
    public void Run(ref THeap heap, int operations)
    {
        Expect.That(!shape.HasHeaders || OwnMembers<THeap>.CanVerify, $"A heap with headers has no Verify");
        int auditEvery = Math.Clamp(_model.Units / 16, 16, 1000);
        int changeEvery = Math.Max(_model.Units / 2, 1000);
        int operation = 0;
        try
        {
            for (; operation < operations; operation++)
            {
                if (operation % changeEvery == 0) ChangeTarget(ref heap);
                Step(ref heap);
                if (operation % auditEvery == 0) Audit.Everything(ref heap, _model);
            }

            Drain(ref heap);
        }
        catch (Exception failure)
        {
            throw new XunitException($"{typeof(THeap)}, operation {operation} of ALLOCATORS_SEED={seed}: {failure.Message}", failure);
        }
    }

    /// <summary>Fills and drains in turn, and now and then starts anew.</summary>
    private void ChangeTarget(ref THeap heap)
    {
        _target = (int)(_model.Capacity * Targets[_random.Next(Targets.Length)]);
        if (_random.Next(10) != 0) return;

        heap.Reset();
        _model.Clear();
        if (shape.HasHeaders) Misuse.ForgetAll();
    }

    private void Step(ref THeap heap)
    {
        int choice = _random.Next(100);
        if (choice < 10) Resize(ref heap);
        else if (choice < 20) Realloc(ref heap);
        else if (choice < 21) Misuse.OfArguments(ref heap);
        else if (choice < 23 && isChecked) Misuse.OfBlocks(ref heap);
        else if (choice < 24) EmptyBlocks(ref heap);
        else if (_model.Count == 0 || (_model.UsedBytes < _target && !_refused)) Alloc(ref heap);
        else Free(ref heap, _random.Next(_model.Count));
    }

    private void Alloc(ref THeap heap)
    {
        int size = AnySize(), alignment = AnyAlignment(ref heap);
        bool found = heap.TryAlloc(size, alignment, out Block block);
        if (found && size > 0)
        {
            Adopt(ref heap, block, size, alignment);
            return;
        }

        Expect.Equal(default, block, "The block of an empty or refused request");
        _refused = !found;
        if (!found) ExpectNoRoom(size, alignment);
    }

    private void Free(ref THeap heap, int index)
    {
        _refused = false;
        LiveBlock live = _model[index];
        Audit.Contents(ref heap, live);
        heap.Free(live.Block);
        Forget(ref heap, index);
    }

    /// <summary>Without a length a block is the empty one, wherever it says that it starts.</summary>
    private void EmptyBlocks(ref THeap heap)
    {
        Block empty = AnyEmptyBlock(), same = empty;
        HeapStatistics before = heap.GetStatistics();

        heap.Free(empty);
        Expect.That(!heap.Owns(empty), $"{empty} is owned");
        Expect.Equal(0, heap.UsableSize(empty), $"The usable size of {empty}");
        Expect.Equal(0, heap[empty].Length, $"The bytes of {empty}");
        Expect.That(!heap.TryResize(ref same, 1), $"{empty} was resized in place");
        Expect.Equal(empty, same, "The block of a refused TryResize");
        Expect.Equal(before, heap.GetStatistics(), $"The heap after calls with {empty}");
        if (!shape.KnowsLiveBlocks) return;

        bool found = OwnMembers<THeap>.TryGetNext(ref heap, empty, out Block next);
        Expect.That(found == _model.Count > 0, $"A block behind {empty}: {found}");
        OwnMembers<THeap>.TryGetNext(ref heap, default, out Block first);
        Expect.Equal(first, next, $"The first block, behind {empty}");
    }

    private Block AnyEmptyBlock() => new(
        _random.Next(4) switch
        {
            0 => 0,
            1 when _model.Count > 0 => _model[_random.Next(_model.Count)].Block.Offset,
            2 => _random.Next(_model.Capacity),
            _ => _random.Next(int.MinValue, int.MaxValue),
        },
        length: 0);

    private void Resize(ref THeap heap)
    {
        int size = AnySize();
        Block block = default;
        if (_model.Count == 0)
        {
            Expect.That(heap.TryResize(ref block, size) == (size == 0), $"Only to zero bytes can the empty block be resized in place");
            return;
        }

        int index = _random.Next(_model.Count);
        LiveBlock live = _model[index];
        block = live.Block;
        bool resized = heap.TryResize(ref block, size);

        bool fits = _model.FitsInPlace(live, size);
        Expect.That(resized ? fits : !fits || !shape.AlwaysGrowsInPlace, $"{live.Block} resized to {size} in place: {resized}");
        if (resized) Replace(ref heap, index, block, size, alignment: 1);
        else Expect.Equal(live.Block, block, "The block of a refused TryResize");
    }

    private void Realloc(ref THeap heap)
    {
        int size = AnySize(), alignment = AnyAlignment(ref heap);
        bool isNew = _model.Count == 0 || _random.Next(16) == 0;
        int index = isNew ? -1 : _random.Next(_model.Count);
        LiveBlock live = isNew ? default : _model[index];
        bool inPlace = !isNew && live.Block.Offset % alignment == 0 && _model.FitsInPlace(live, size);

        Block before = isNew ? AnyEmptyBlock() : live.Block, block = before;
        try
        {
            if (_random.Next(2) == 0) heap.Realloc(ref block, size, alignment);
            else OwnMembers<THeap>.Realloc(ref heap, ref block, size, alignment);
        }
        catch (OutOfMemoryException)
        {
            Expect.Equal(before, block, "The block of a refused Realloc");
            Expect.That(!inPlace, $"{block} could have had {size} bytes in place");
            ExpectNoRoom(size, alignment);
            return;
        }

        Expect.That(!inPlace || size == 0 || !shape.AlwaysGrowsInPlace || block.Offset == live.Block.Offset, $"{live.Block} was moved for {size} bytes");
        if (!isNew) Replace(ref heap, index, block, size, alignment);
        else if (size > 0) Adopt(ref heap, block, size, alignment);
        else Expect.That(block.IsEmpty, $"A Realloc from zero bytes to zero made {block}");
    }

    /// <summary>Takes over what became of a live block that has another size now, perhaps elsewhere.</summary>
    private void Replace(ref THeap heap, int index, Block block, int size, int alignment)
    {
        LiveBlock old = _model[index];
        if (size == 0)
        {
            Expect.Equal(default, block, "A block of zero bytes");
            Forget(ref heap, index);
            return;
        }

        _model.RemoveAt(index);
        if (block.Offset != old.Block.Offset) Misuse.Remember(old.Block);
        Block kept = new(block.Offset, Math.Min(old.Block.Length, size));
        Expect.That(Pattern.IsIn(heap[kept], old.Key), $"The contents of {old.Block} were lost on the way to {block}");
        Adopt(ref heap, block, size, alignment);
    }

    private void Forget(ref THeap heap, int index)
    {
        LiveBlock dead = _model.RemoveAt(index);
        Misuse.Remember(dead.Block);
        Expect.That(!heap.Owns(dead.Block) || !shape.KnowsLiveBlocks, $"{dead.Block} was freed, but is owned");
    }

    private void Adopt(ref THeap heap, Block block, int size, int alignment)
    {
        Expect.Equal(size, block.Length, "The length of a block");
        LiveBlock live = new(block, heap.UsableSize(block), _keys++, IsPadded(ref heap, block));
        Expect.That(shape.CanBe(size, shape.UnitsFor(live.UsableSize)), $"{block} can hold {live.UsableSize} bytes");
        _model.Add(live);

        Span<byte> bytes = heap[Audit.UsablePart(live)];
        Expect.That(block.Offset % alignment == 0 && AddressOf(bytes) % alignment == 0, $"{block} is not aligned to {alignment}");
        Pattern.Fill(bytes, live.Key);
    }

    /// <summary>A heap with headers says there whether one unit before the block had to be left to it.</summary>
    private bool IsPadded(ref THeap heap, Block block)
    {
        if (!shape.HasHeaders) return false;

        Span<byte> header = heap[new Block(block.Offset - shape.HeaderBytes, shape.HeaderBytes)];
        return shape.IsPadded(header.Length == sizeof(uint) ? MemoryMarshal.Read<uint>(header) : MemoryMarshal.Read<ushort>(header));
    }

    private void Drain(ref THeap heap)
    {
        Audit.Everything(ref heap, _model);
        while (_model.Count > 0) Free(ref heap, _random.Next(_model.Count));
        Audit.Everything(ref heap, _model);
    }

    /// <summary>Nothing may be refused that there is a gap for. Large heaps are not searched each time.</summary>
    private void ExpectNoRoom(int size, int alignment)
    {
        if (_model.Units > 5000 && _random.Next(16) != 0) return;
        Expect.That(!_model.Fits(size, alignment), $"{size} bytes at alignment {alignment} were refused, but there is a gap");
    }

    private int AnySize() => _random.Next(64) switch
    {
        0 => 0,
        1 => 1,
        2 => _model.Capacity + 1 + _random.Next(int.MaxValue - _model.Capacity),
        3 => 1 + _random.Next(_model.Capacity),
        < 8 => Math.Min(shape.Granule * _random.Next(1, 200), _model.Capacity),
        _ => 1 + _random.Next(Math.Min(shape.Granule * 8, shape.MaxBlock)),
    };

    private int AnyAlignment(ref THeap heap) =>
        _random.Next(2) == 0 ? 1 : 1 << _random.Next(System.Numerics.BitOperations.Log2((uint)heap.MaxAlignment) + 1);

    private static unsafe nint AddressOf(Span<byte> bytes) => (nint)Unsafe.AsPointer(ref MemoryMarshal.GetReference(bytes));
}
