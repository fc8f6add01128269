using System;
using System.Collections.Generic;
using System.Threading;

namespace Allocators.Tests.Sharing;

/// <summary>The blocks that a worker process has of one heap, each filled with a byte of its own.</summary>
internal abstract class Tenant
{
    /// <summary>Allocates, resizes or frees a block.</summary>
    public abstract void Step(Random random);

    /// <summary>Frees everything.</summary>
    public abstract void Leave();
}

/// <summary>The same for a heap of a type.</summary>
internal sealed class Tenant<THeap>(THeap heap, SharedFile file, int worker, int number) : Tenant
    where THeap : struct, IHeap
{
    private const int MaxBlocks = 50, MaxSize = 200;

    private readonly List<(Block Block, byte Key)> _blocks = [];
    private THeap _heap = heap;
    private long _resets = file.Resets(number);
    private long _returns = -1;

    public override void Step(Random random)
    {
        if (!IsBack()) return;

        try
        {
            int index = random.Next(MaxBlocks);
            if (index >= _blocks.Count) Alloc(random);
            else if (random.Next(4) == 0) Resize(index, random.Next(1, MaxSize));
            else Free(index);
            file.Blocks(worker, number) = _blocks.Count;
        }
        catch (AbandonedHeapException)
        {
            _returns = Volatile.Read(ref file.Returns(number));
            Volatile.Write(ref file.Noticed(worker, number), file.Noticed(worker, number) + 1);
        }
    }

    public override void Leave()
    {
        Expect.That(IsBack(), $"{typeof(THeap).Name} is abandoned");
        while (_blocks.Count > 0) Free(_blocks.Count - 1);
    }

    /// <summary>An abandoned heap is left alone until the test has brought it back, with the blocks or without.</summary>
    private bool IsBack()
    {
        if (_returns < 0) return true;
        if (Volatile.Read(ref file.Returns(number)) == _returns) return false;

        _returns = -1;
        if (file.Resets(number) == _resets) return true;

        _resets = file.Resets(number);
        _blocks.Clear();
        return true;
    }

    private void Alloc(Random random)
    {
        if (!_heap.TryAlloc(random.Next(1, MaxSize), 1, out Block block)) return;

        // In a heap with headers, odd numbers could pass for the header of a live block.
        byte key = (byte)(random.Next(1, 128) << 1);
        _heap[block].Fill(key);
        _blocks.Add((block, key));
    }

    private void Resize(int index, int size)
    {
        (Block block, byte key) = _blocks[index];
        Check(block, block.Length, key);
        int kept = Math.Min(block.Length, size);
        if (!_heap.TryResize(ref block, size)) return;

        Check(block, kept, key);
        _heap[block].Fill(key);
        _blocks[index] = (block, key);
    }

    private void Free(int index)
    {
        (Block block, byte key) = _blocks[index];
        Check(block, block.Length, key);
        _heap.Free(block);
        _blocks[index] = _blocks[^1];
        _blocks.RemoveAt(_blocks.Count - 1);
    }

    private void Check(Block block, int length, byte key) =>
        Expect.That(!_heap[block][..length].ContainsAnyExcept(key), $"Somebody else wrote into {block} of {typeof(THeap).Name}, which is filled with {key}");
}
