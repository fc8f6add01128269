using System;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Allocators.Benchmarks.Contestants;

/// <summary>A generated heap. A token is its block, and the empty block is 0.</summary>
internal struct HeapContestant<THeap>(THeap heap) : IContestant
    where THeap : struct, IAllocator
{
    /// <summary>What <c>malloc</c> and <c>realloc</c> promise.</summary>
    private const int NaturalAlignment = 16;

    private THeap _heap = heap;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryAlloc(int size, int alignment, out long token)
    {
        bool found = _heap.TryAlloc(size, alignment, out Block block);
        token = TokenOf(block);
        return found;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryRealloc(ref long token, int size)
    {
        Block block = BlockOf(token);
        if (!_heap.TryResize(ref block, size) && !TryMove(ref block, size)) return false;

        token = TokenOf(block);
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Free(long token) => _heap.Free(BlockOf(token));

    [UnscopedRef]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Span<byte> Bytes(long token, int size) => _heap[BlockOf(token)];

    public long EndOf(long token)
    {
        Block block = BlockOf(token);
        return block.IsEmpty ? 0 : (long)block.Offset + _heap.UsableSize(block);
    }

    private static long TokenOf(Block block) => Unsafe.BitCast<Block, long>(block);

    private static Block BlockOf(long token) => Unsafe.BitCast<long, Block>(token);

    private bool TryMove(ref Block block, int size)
    {
        if (!_heap.TryAlloc(size, int.Min(NaturalAlignment, _heap.MaxAlignment), out Block moved)) return false;

        _heap[block][..int.Min(block.Length, size)].CopyTo(_heap[moved]);
        _heap.Free(block);
        block = moved;
        return true;
    }
}
