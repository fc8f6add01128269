using System.Runtime.CompilerServices;

namespace Allocators.Benchmarks.Contestants;

/// <summary>A generated heap. A token is its block.</summary>
internal struct HeapContestant<THeap>(THeap heap) : IContestant
    where THeap : struct, IAllocator
{
    private THeap _heap = heap;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryAlloc(int size, int alignment, out long token)
    {
        bool found = _heap.TryAlloc(size, alignment, out Block block);
        token = Unsafe.BitCast<Block, long>(block);
        return found;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Free(long token) => _heap.Free(Unsafe.BitCast<long, Block>(token));
}
