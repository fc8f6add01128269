using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Allocators.Benchmarks.Contestants;

/// <summary>A free list of 64 blocks of 1 KiB, as one would write it by hand for just this purpose: the least there is to do.</summary>
/// <remarks>
/// Blocks are numbered from 1, and 0 is none. A freed block holds the number of the one that was freed before it; blocks
/// that were never used are not in the list. All zero is a list of free blocks.
/// </remarks>
internal struct HandWrittenList
{
    /// <summary>Blocks there are: one mark for each is one word.</summary>
    public const int Blocks = 64;

    /// <summary>Bytes of a block.</summary>
    public const int BlockSize = 1024;

    private int _firstFree;
    private int _used;
    private ulong _marks;
    private Memory _memory;

    /// <summary>Takes the block that was freed last, or else one that was never used.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryTake(out int number)
    {
        number = _firstFree;
        if (number != 0)
        {
            _firstFree = LinkOf(number);
            return true;
        }

        if (_used == Blocks) return false;

        number = ++_used;
        return true;
    }

    /// <summary>The same, and marks the block as live.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryTakeMarked(out int number)
    {
        if (!TryTake(out number)) return false;

        _marks |= 1UL << (number - 1);
        return true;
    }

    /// <summary>Gives a block back that is known to be live.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void GiveBack(int number)
    {
        LinkOf(number) = _firstFree;
        _firstFree = number;
    }

    /// <summary>Gives a block back, if it is a live one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void GiveBackMarked(int number)
    {
        ulong mark = 1UL << (number - 1);
        if ((uint)(number - 1) >= Blocks || (_marks & mark) == 0) Refuse(number);

        _marks &= ~mark;
        GiveBack(number);
    }

    /// <summary>Takes a block as a generated list does: a link that was written over is not followed, and the block is told by offset and length.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryTakeBlock(out Block block)
    {
        int number = _firstFree;
        if ((uint)(number - 1) < (uint)_used && (_marks >> (number - 1) & 1) == 0)
        {
            _firstFree = LinkOf(number);
        }
        else
        {
            _firstFree = 0;
            block = default;
            if (_used == Blocks) return false;

            number = ++_used;
        }

        _marks |= 1UL << (number - 1);
        block = new Block((number - 1) * BlockSize, BlockSize);
        return true;
    }

    /// <summary>Gives a block back with all that a generated list makes sure of: that it starts where a block does, is not longer than one, and is live.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void GiveBackBlock(Block block)
    {
        bool isBlock = (uint)block.Offset < Blocks * BlockSize && block.Offset % BlockSize == 0 && (uint)(block.Length - 1) < BlockSize;
        if (!isBlock) Refuse(block.Offset);
        GiveBackMarked((block.Offset / BlockSize) + 1);
    }

    /// <summary>The bytes of a block.</summary>
    public static Span<byte> BytesOf(ref HandWrittenList list, int number) =>
        MemoryMarshal.CreateSpan(ref Unsafe.Add(ref Unsafe.As<Memory, byte>(ref list._memory), (number - 1) * BlockSize), BlockSize);

    private static void Refuse(int number) => throw new InvalidOperationException($"{number} is not a live block.");

    private ref int LinkOf(int number) =>
        ref Unsafe.As<byte, int>(ref Unsafe.Add(ref Unsafe.As<Memory, byte>(ref Unsafe.AsRef(in _memory)), (number - 1) * BlockSize));

    [InlineArray(Blocks * BlockSize)]
    private struct Memory
    {
        private byte _first;
    }
}
