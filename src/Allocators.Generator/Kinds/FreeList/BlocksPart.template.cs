// What both states of a free list have: which offsets are blocks, and the walk over live ones.
using System.Runtime.CompilerServices;
using static Allocators.Templates.FreeListNumbers;

namespace Allocators.Templates;

internal partial struct FreeListState
{
    /// <summary>Whether a block can start here that is as long, and which.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsBlock(int offset, int length, out int block) =>
#if SHIFT
        Check.IsUnit(offset, BlockShift, Blocks, out block)
#else
        Check.IsUnitOf(BlockSize, offset, Blocks, out block)
#endif
        && Check.IsInside(unchecked(length - 1), BlockSize);

#if MARKS || LOCK_FREE
    /// <summary>The first live block behind another.</summary>
    public readonly bool TryGetNext(in byte memory, int offset, int length, out int next)
    {
#if LOCK_FREE
        for (int block = (int)(((long)offset + length + BlockSize - 1) / BlockSize); block < _list.Fresh; block++)
        {
            if (!IsLive(block)) continue;
#else
        for (int block = (int)(((long)offset + length + BlockSize - 1) / BlockSize); block < _fresh; block++)
        {
            if (!IsMarked(block)) continue;
#endif

            next = block * BlockSize;
            return true;
        }

        next = 0;
        return false;
    }
#else
    /// <summary>What a block has, whatever was asked for.</summary>
    public static int BytesFor(int length) => BlockSize;
#endif
}
