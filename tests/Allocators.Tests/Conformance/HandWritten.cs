using System;
using System.Collections.Generic;
using System.Numerics;

namespace Allocators.Tests;

/// <summary>An allocator as a user might write one: first fit over a list of blocks. It works wherever generated heaps do.</summary>
public partial struct HandWritten(int capacity) : IAllocator, IBlockOwner, IHeapFigures, IResettable
{
    private readonly byte[] _memory = new byte[capacity];

    /// <summary>The live blocks in the order of their offsets.</summary>
    private readonly List<Block> _blocks = [];

    public readonly int Capacity => _memory.Length;

    public readonly int MaxAlignment => 8;

    public readonly Span<byte> this[Block block] => block.IsEmpty ? default : _memory.AsSpan(block.Offset, block.Length);

    public readonly bool TryAlloc(int size, int alignment, out Block block)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(size);
        if (!BitOperations.IsPow2(alignment) || alignment > MaxAlignment) throw new ArgumentOutOfRangeException(nameof(alignment));

        block = default;
        if (size == 0) return true;

        int offset = 0;
        for (int i = 0; i <= _blocks.Count; i++)
        {
            offset = (offset + alignment - 1) & -alignment;
            int gapEnd = i < _blocks.Count ? _blocks[i].Offset : Capacity;
            if (size <= gapEnd - offset)
            {
                block = new Block(offset, size);
                _blocks.Insert(i, block);
                return true;
            }

            if (i < _blocks.Count) offset = EndOf(_blocks[i]);
        }

        return false;
    }

    public readonly bool TryResize(ref Block block, int size)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(size);
        if (block.IsEmpty) return size == 0;

        int index = IndexOf(block);
        if (size == 0)
        {
            _blocks.RemoveAt(index);
            block = default;
            return true;
        }

        int gapEnd = index + 1 < _blocks.Count ? _blocks[index + 1].Offset : Capacity;
        if (size > gapEnd - block.Offset) return false;

        block = _blocks[index] = new Block(block.Offset, size);
        return true;
    }

    public readonly void Free(Block block)
    {
        if (!block.IsEmpty) _blocks.RemoveAt(IndexOf(block));
    }

    public readonly bool Owns(Block block) => _blocks.Contains(block);

    public readonly int UsableSize(Block block) => block.IsEmpty ? 0 : _blocks[IndexOf(block)].Length;

    public readonly int UsedBytes => GetStatistics().UsedBytes;

    public readonly int AllocationCount => GetStatistics().AllocationCount;

    public readonly int LargestFreeBlock => GetStatistics().LargestFreeBlock;

    public readonly HeapStatistics GetStatistics()
    {
        int used = 0, largest = 0, end = 0;
        foreach (Block block in _blocks)
        {
            used += block.Length;
            largest = Math.Max(largest, block.Offset - end);
            end = EndOf(block);
        }

        return new HeapStatistics(Capacity, used, Math.Max(largest, Capacity - end), _blocks.Count);
    }

    public readonly void Reset() => _blocks.Clear();

    public readonly bool TryGetNext(Block after, out Block next)
    {
        int end = after.IsEmpty ? 0 : EndOf(after);
        int index = _blocks.FindIndex(block => block.Offset >= end);
        next = index < 0 ? default : _blocks[index];
        return index >= 0;
    }

    private static int EndOf(Block block) => block.Offset + block.Length;

    private readonly int IndexOf(Block block)
    {
        int index = _blocks.IndexOf(block);
        return index >= 0 ? index : throw new InvalidOperationException($"There is no {block}.");
    }
}
