// The bookkeeping of a free list that one thread calls at a time. Tests compile this file as it is (tests/Allocators.Templates); the
// generator writes from it what a heap needs (Text/CompiledTemplate.cs). What the symbols mean, and Link, Open and Top, says FreeListState.cs.
using System;
using System.Runtime.CompilerServices;
using static Allocators.Templates.FreeListNumbers;

namespace Allocators.Templates;

internal partial struct FreeListState
{
    /// <summary>Bytes of all live blocks.</summary>
#if MARKS && STATE_IN_MEMORY // Others may have written marks behind the last block.
    public readonly int UsedBytes => Math.Min(AllocationCount, Blocks) * BlockSize;
#else
    public readonly int UsedBytes => AllocationCount * BlockSize;
#endif

#if !MARKS
    /// <summary>Live blocks.</summary>
    public readonly int AllocationCount => (int)_live;
#elif ONE_WORD
    /// <summary>Live blocks, counted by their marks.</summary>
    public readonly int AllocationCount => BitMath.PopCount(_marks.First);
#else
    /// <summary>Live blocks, counted by their marks.</summary>
    public readonly int AllocationCount
    {
        get
        {
            int live = 0;
            for (int word = 0; word < Words; word++) live += BitMath.PopCount(HeapMemory.Read(in _marks.First, word));
            return live;
        }
    }
#endif

    /// <summary>Bytes of a block, if one is free.</summary>
#if LINKS_BESIDE
    public readonly int LargestFreeBlock => _top != 0 || _fresh < Open ? BlockSize : 0;
#else
    public readonly int LargestFreeBlock(in byte memory) => _top != 0 || _fresh < Open ? BlockSize : 0;
#endif

    /// <summary>Takes the block that was freed last, or else one that was never used.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryTake(ref byte memory, int capacity, int size, int alignment, out int offset)
    {
        offset = 0;
#if FOREIGN
        if (size > BlockSize) return false;
#endif
#if STATE_IN_MEMORY
        int open = capacity / BlockSize;
#endif
        int block = unchecked(_top - 1);
#if STATE_IN_MEMORY && MARKS
        if (Check.IsInside(block, open) && !IsMarked(block))
#elif STATE_IN_MEMORY
        if (Check.IsInside(block, open))
#elif MARKS
        if (Check.IsInside(block, _fresh) && !IsMarked(block))
#else
        if (Check.IsInside(block, _fresh))
#endif
        {
#if LINKS_BESIDE
            _top = HeapMemory.Read(in _links.First, block);
#else
            _top = HeapMemory.Load<Link>(in memory, block * BlockSize);
#endif
        }
        else
        {
#if STATE_IN_MEMORY
            // Another owner may have more of this memory: what lies beyond the end of ours is not for us.
            if (Check.IsInside(block, _fresh) && block >= open) return false;

#endif
            // Where a link was written over, the rest of the list is lost, and nothing else.
            _top = 0;
            block = _fresh;
#if STATE_IN_MEMORY && MARKS
            // A link that was written over may have led here before.
            while (Check.IsInside(block, open) && IsMarked(block)) block++;
#endif
#if STATE_IN_MEMORY
            if (!Check.IsInside(block, open)) return false;
#elif FOREIGN
            if (block >= capacity / BlockSize) return false;
#else
            if (block >= Blocks) return false;
#endif
            _fresh = block + 1;
        }

#if MARKS && ONE_WORD
        _marks.First |= 1UL << block;
#elif MARKS
        HeapMemory.At(ref _marks.First, block >> 6) |= 1UL << block;
#elif STATE_IN_MEMORY
        _live = unchecked(_live + 1);
#else
        _live++;
#endif
        offset = block * BlockSize;
        return true;
    }

    /// <summary>Puts a live block on top of the list of free ones.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
#if FREES_WITHIN
    public bool TryFree(ref byte memory, int capacity, int offset, int length)
#else
    public bool TryFree(ref byte memory, int offset, int length)
#endif
    {
#if FREES_WITHIN && MARKS
        if (!Check.IsWithin(offset, length, capacity) || !IsLive(offset, length, out int block)) return false;
#elif FREES_WITHIN
        if (!Check.IsWithin(offset, length, capacity) || !IsBlock(offset, length, out int block)) return false;
#elif MARKS
        if (!IsLive(offset, length, out int block)) return false;
#else
        if (!IsBlock(offset, length, out int block)) return false;
#endif

#if MARKS && ONE_WORD
        _marks.First &= ~(1UL << block);
#elif MARKS
        HeapMemory.At(ref _marks.First, block >> 6) &= ~(1UL << block);
#elif STATE_IN_MEMORY
        _live = unchecked(_live - 1);
#else
        _live--;
#endif
#if LINKS_BESIDE
        HeapMemory.At(ref _links.First, block) = Top;
#else
        HeapMemory.Store(ref memory, block * BlockSize, Top);
#endif
        _top = block + 1;
        return true;
    }

    /// <summary>A block has one size: it can be made larger up to that.</summary>
    public readonly bool TryResize(ref byte memory, int offset, int length, int newLength) => newLength <= BlockSize;

    /// <summary>Whether this is a live block, of any length that fits into it.</summary>
    public readonly bool IsLive(in byte memory, int offset, int length) => IsLive(offset, length, out _);

    /// <summary>Bytes of the live block that starts here, or 0.</summary>
    public readonly int SizeAt(in byte memory, int offset) => IsLive(offset, BlockSize, out _) ? BlockSize : 0;

    /// <summary>Whether this is a live block, and which.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
#if MARKS
    private readonly bool IsLive(int offset, int length, out int block) => IsBlock(offset, length, out block) && IsMarked(block);
#else
    private readonly bool IsLive(int offset, int length, out int block) => IsBlock(offset, length, out block) && block < _fresh;
#endif

    /// <summary>Makes all blocks free, as if none had ever been used.</summary>
#if FOREIGN
    public void Clear()
    {
        long closed = _closed;
        this = default;
        _closed = closed;
    }
#else
    public void Clear() => this = default;
#endif

#if FOREIGN
    /// <summary>Closes the blocks that the memory is too short for, and opens all others.</summary>
    public bool TryFit(ref byte memory, int capacity)
    {
        int open = capacity / BlockSize;
        if (_fresh > open)
        {
#if MARKS
            if (IsAnyLiveFrom(open)) return false;

            // Only blocks within the memory may be on the list.
            _fresh = open;
            _top = 0;
            for (int block = open - 1; block >= 0; block--)
            {
                if (IsMarked(block)) continue;

#if LINKS_BESIDE
                HeapMemory.At(ref _links.First, block) = Top;
#else
                HeapMemory.Store(ref memory, block * BlockSize, Top);
#endif
                _top = block + 1;
            }
#else
            if (_live > 0) return false;

            Clear();
#endif
        }

        _closed = Blocks - open;
        return true;
    }

#endif
#if FOREIGN && MARKS
    /// <summary>Whether a block is live, from one on.</summary>
    private readonly bool IsAnyLiveFrom(int block)
    {
        while (block < _fresh && !IsMarked(block)) block++;
        return block < _fresh;
    }

#endif
#if STATE_IN_MEMORY
    /// <summary>Whether the numbers that all calls rely on can be right, here where they lie in memory that others can write.</summary>
    public readonly bool IsSound(int capacity) => unchecked(
        (ulong)_closed <= Blocks
#if !MARKS
        && (ulong)_live <= Blocks
#endif
#if !LINKS_BESIDE
        && (long)_fresh * BlockSize <= capacity
#endif
        && (uint)_fresh <= Blocks);

    /// <summary>Makes the numbers those of an empty list.</summary>
    public void Repair() => this = default;

#endif
    /// <summary>What does not agree with the rest, if anything.</summary>
    public readonly string? FindFault(in byte memory)
    {
        if (!Check.IsInside(_fresh, Open + 1)) return "more blocks were used than there are";

#if MARKS
        int marked = 0;
        for (int block = 0; block < _fresh; block++) marked += IsMarked(block) ? 1 : 0;
        if (marked != AllocationCount) return "a block is live that was never taken";

#endif
        int free = 0, used = _fresh - AllocationCount;
        for (int link = _top; link != 0;)
        {
            int block = unchecked(link - 1);
#if MARKS
            if (!Check.IsInside(block, _fresh) || IsMarked(block)) return "a link between free blocks leads to block " + block + ", which is not free";
#else
            if (!Check.IsInside(block, _fresh)) return "a link between free blocks leads to block " + block + ", which is not free";
#endif
            if (++free > used) return "the links between free blocks lead in a circle";
#if LINKS_BESIDE
            link = HeapMemory.Read(in _links.First, block);
#else
            link = HeapMemory.Load<Link>(in memory, block * BlockSize);
#endif
        }

        return free == used ? null : "the links between free blocks end too soon";
    }
#if MARKS

    /// <summary>Whether a block is live, by its mark.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
#if ONE_WORD
    private readonly bool IsMarked(int block) => (_marks.First >> block & 1) != 0;
#else
    private readonly bool IsMarked(int block) => (HeapMemory.Read(in _marks.First, block >> 6) >> block & 1) != 0;
#endif
#endif
}
