using System;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Allocators.Benchmarks.Contestants;

/// <summary>A generated heap. A token is its block, and the empty block is 0.</summary>
/// <param name="heap">The heap.</param>
/// <param name="alignment">The alignment of a block that is moved to give it another size, in bytes.</param>
internal struct HeapContestant<THeap>(THeap heap, int alignment = 1) : IContestant
    where THeap : struct, IHeap
{
    private readonly int _alignment = alignment;
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
        // A heap that merges only when there is no room may have room behind the block by now.
        if (!_heap.TryAlloc(size, _alignment, out Block moved)) return _heap.TryResize(ref block, size);

        _heap[block][..int.Min(block.Length, size)].CopyTo(_heap[moved]);
        _heap.Free(block);
        block = moved;
        return true;
    }
}
