using System;
using System.Collections.Generic;

namespace Allocators.Tests.Sharing;

/// <summary>The test's view of one of the heaps that worker processes share.</summary>
internal abstract class Landlord(int number)
{
    /// <summary>Which of the heaps it is.</summary>
    public int Number => number;

    /// <summary>Kills that hit the heap while it was locked.</summary>
    public int Hits { get; private set; }

    /// <summary>After so many of them, nothing had been half done.</summary>
    public int Recoveries { get; private set; }

    /// <summary>Blocks that dead processes have left, give or take one for each of them.</summary>
    private long _left;

    private int _dead;

    /// <summary>How full the heap is, from 0 to 1.</summary>
    public abstract double Usage { get; }

    /// <summary>Notes that a worker was killed that had so many blocks.</summary>
    public void NoteDead(long blocks)
    {
        _left += blocks;
        _dead++;
    }

    /// <summary>Checks the heap after a kill.</summary>
    /// <returns>Whether the process with that id died in a call.</returns>
    public bool IsHit(int killed)
    {
        try
        {
            Verify();
            return false;
        }
        catch (AbandonedHeapException exception)
        {
            Expect.Equal(killed, exception.ProcessId, "The process that was said to have died");
            Hits++;
            return true;
        }
    }

    /// <summary>Brings an abandoned heap back.</summary>
    /// <returns>Whether the blocks are still there.</returns>
    public bool BringBack()
    {
        if (TryRecover())
        {
            Verify();
            Recoveries++;
            return true;
        }

        Reset();
        ExpectEmpty();
        _left = _dead = 0;
        return false;
    }

    /// <summary>Without workers: nothing is live but what dead ones have left. Frees that.</summary>
    public void Clear()
    {
        Verify();
        int live = FreeAll();
        Expect.That(Math.Abs(live - _left) <= _dead, $"{_dead} dead processes left {_left} blocks, but {live} are live");
        Verify();
        ExpectEmpty();
        _left = _dead = 0;
    }

    /// <summary>Everything the heap can say of itself, or the exception for an abandoned one.</summary>
    protected abstract void Verify();

    protected abstract bool TryRecover();

    protected abstract void Reset();

    protected abstract void ExpectEmpty();

    /// <summary>Frees all live blocks, and counts them.</summary>
    protected abstract int FreeAll();
}

/// <summary>The same of a heap of a type.</summary>
internal sealed class Landlord<THeap>(int number, THeap heap, Landlord<THeap>.Recover? recover = null) : Landlord(number)
    where THeap : struct, IHeap
{
    private readonly HeapStatistics _empty = heap.GetStatistics();
    private THeap _heap = heap;

    public delegate bool Recover(ref THeap heap);

    public override double Usage => _heap.GetStatistics().Usage;

    protected override void Verify()
    {
        HeapStatistics statistics = _heap.GetStatistics();
        Expect.That(statistics.UsedBytes >= statistics.AllocationCount, $"{statistics}");
        OwnMembers<THeap>.Verify(ref _heap);
    }

    protected override bool TryRecover() => recover is not null && recover(ref _heap);

    protected override void Reset() => _heap.Reset();

    protected override void ExpectEmpty() => Expect.Equal(_empty, _heap.GetStatistics(), typeof(THeap).Name);

    protected override int FreeAll()
    {
        List<Block> blocks = [];
        for (Block block = default; OwnMembers<THeap>.TryGetNext(ref _heap, block, out block);) blocks.Add(block);

        Expect.Equal(blocks.Count, _heap.GetStatistics().AllocationCount, "AllocationCount");
        foreach (Block block in blocks) _heap.Free(block);
        return blocks.Count;
    }
}
