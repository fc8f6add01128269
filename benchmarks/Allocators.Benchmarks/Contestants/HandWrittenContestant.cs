using System;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Allocators.Benchmarks.Contestants;

/// <summary>A free list written by hand that believes its callers, at a fixed address like a static heap. A token is the number of a block.</summary>
internal readonly struct HandWrittenContestant : IContestant
{
    [FixedAddressValueType]
    private static HandWrittenList _list;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryAlloc(int size, int alignment, out long token)
    {
        bool found = _list.TryTake(out int number);
        token = number;
        return found;
    }

    public bool TryRealloc(ref long token, int size) => size <= HandWrittenList.BlockSize;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Free(long token) => _list.GiveBack((int)token);

    [UnscopedRef]
    public Span<byte> Bytes(long token, int size) => HandWrittenList.BytesOf(ref _list, (int)token);

    public long EndOf(long token) => token * HandWrittenList.BlockSize;
}

/// <summary>A free list written by hand that checks what is freed, likewise.</summary>
internal readonly struct HandWrittenCheckedContestant : IContestant
{
    [FixedAddressValueType]
    private static HandWrittenList _list;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryAlloc(int size, int alignment, out long token)
    {
        bool found = _list.TryTakeMarked(out int number);
        token = number;
        return found;
    }

    public bool TryRealloc(ref long token, int size) => size <= HandWrittenList.BlockSize;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Free(long token) => _list.GiveBackMarked((int)token);

    [UnscopedRef]
    public Span<byte> Bytes(long token, int size) => HandWrittenList.BytesOf(ref _list, (int)token);

    public long EndOf(long token) => token * HandWrittenList.BlockSize;
}

/// <summary>A free list written by hand that checks all that a generated one does, likewise. A token is a block.</summary>
internal readonly struct HandWrittenBlocksContestant : IContestant
{
    [FixedAddressValueType]
    private static HandWrittenList _list;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryAlloc(int size, int alignment, out long token)
    {
        bool found = _list.TryTakeBlock(out Block block);
        token = Unsafe.BitCast<Block, long>(block);
        return found;
    }

    public bool TryRealloc(ref long token, int size) => size <= HandWrittenList.BlockSize;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Free(long token) => _list.GiveBackBlock(Unsafe.BitCast<long, Block>(token));

    [UnscopedRef]
    public Span<byte> Bytes(long token, int size) => HandWrittenList.BytesOf(ref _list, (Unsafe.BitCast<long, Block>(token).Offset / HandWrittenList.BlockSize) + 1);

    public long EndOf(long token) => Unsafe.BitCast<long, Block>(token).Offset + HandWrittenList.BlockSize;
}
