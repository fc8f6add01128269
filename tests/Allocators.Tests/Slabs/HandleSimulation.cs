using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using Xunit.Sdk;

namespace Allocators.Tests;

/// <summary>Random operations on the handles of a slab and on a dictionary, which have to agree.</summary>
internal sealed class HandleSimulation<THeap, THandle>(int blockSize, bool wraps, int seed)
    where THeap : struct, IHeap
    where THandle : struct, IEquatable<THandle>
{
    private readonly Random _random = new(seed);
    private readonly Dictionary<THandle, Contents> _live = [];
    private readonly List<THandle> _liveHandles = [];

    /// <summary>All handles that were freed, however long ago, with the number of the use that they were for.</summary>
    private readonly Dictionary<THandle, int> _dead = [];
    private readonly List<THandle> _deadHandles = [];
    private readonly int[] _uses = new int[HandleCalls<THeap, THandle>.Slots];
    private int _keys;
    private bool _fills;

    [SuppressMessage("Design", "CA1031", Justification = "Whatever happens is told together with the seed.")]
    public void Run(ref THeap heap, int operations)
    {
        int operation = 0;
        try
        {
            for (; operation < operations; operation++) Step(ref heap);
            Walk(ref heap);
        }
        catch (Exception failure)
        {
            throw new XunitException($"{typeof(THeap)}, operation {operation} of ALLOCATORS_SEED={seed}: {failure.Message}", failure);
        }
    }

    private void Step(ref THeap heap)
    {
        int choice = _random.Next(1000);
        if (choice < 100) AskDead(ref heap);
        else if (choice < 200) Resize(ref heap);
        else if (choice < 203) Clear(ref heap);
        else if (choice < 210) Walk(ref heap);
        else if (choice < 230) _fills = !_fills;
        else if (_random.Next(10) < (_fills ? 7 : 3)) Alloc(ref heap);
        else Free(ref heap);
    }

    private void Alloc(ref THeap heap)
    {
        int size = HandleCalls<THeap, THandle>.IsTyped ? blockSize : _random.Next(blockSize + 2);
        if (!HandleCalls<THeap, THandle>.TryAlloc(ref heap, size, out THandle handle))
        {
            Expect.Equal(default, handle, "A refused handle");
            Expect.That(
                size > blockSize || _live.Count + HandleCalls<THeap, THandle>.RetiredSlots(ref heap) == heap.Capacity / blockSize,
                $"{size} bytes were refused while {_live.Count} slots are live");
            return;
        }

        Expect.That(size <= blockSize, $"{size} bytes were given");
        Expect.That(!_live.ContainsKey(handle), $"{handle} was given out twice");
        int use = ++_uses[SlotOf(handle)];
        if (_dead.Remove(handle, out int earlier)) ExpectToBeOld(handle, use - earlier);

        _live.Add(handle, new Contents(size, _keys, use));
        _liveHandles.Add(handle);
        Pattern.Fill(heap[BlockOf(ref heap, handle)], _keys++);
    }

    private void Free(ref THeap heap)
    {
        if (_liveHandles.Count == 0) return;

        int index = _random.Next(_liveHandles.Count);
        THandle handle = _liveHandles[index];
        ExpectContents(ref heap, handle);
        if (_random.Next(4) == 0 && BlockOf(ref heap, handle) is { IsEmpty: false } block) heap.Free(block);
        else Expect.That(HandleCalls<THeap, THandle>.TryFree(ref heap, handle), $"{handle} was not freed");

        _liveHandles[index] = _liveHandles[^1];
        _liveHandles.RemoveAt(_liveHandles.Count - 1);
        Bury(handle);
        ExpectDead(ref heap, handle);
    }

    private void Resize(ref THeap heap)
    {
        if (_liveHandles.Count == 0 || HandleCalls<THeap, THandle>.IsTyped) return;

        THandle handle = _liveHandles[_random.Next(_liveHandles.Count)];
        Contents contents = _live[handle];
        int size = _random.Next(blockSize + 2);
        bool resized = HandleCalls<THeap, THandle>.TryResize(ref heap, handle, size);
        Expect.That(resized == size <= blockSize, $"{handle} resized to {size}: {resized}");
        if (!resized) return;

        int kept = Math.Min(size, contents.Length);
        Expect.That(Pattern.IsIn(heap[BlockOf(ref heap, handle)][..kept], contents.Key), $"The contents of {handle} were lost");
        Pattern.Fill(heap[BlockOf(ref heap, handle)], contents.Key);
        _live[handle] = contents with { Length = size };
        ExpectContents(ref heap, handle);
    }

    private void Clear(ref THeap heap)
    {
        if (_random.Next(2) == 0) HandleCalls<THeap, THandle>.Clear(ref heap);
        else heap.Reset();
        foreach (THandle handle in _liveHandles) Bury(handle);
        foreach (THandle handle in _liveHandles) ExpectDead(ref heap, handle);
        _liveHandles.Clear();
        Expect.Equal(0, HandleCalls<THeap, THandle>.Count(ref heap), "Count");
    }

    private void AskDead(ref THeap heap)
    {
        if (_deadHandles.Count == 0) return;

        // Those that a slot has again are live.
        THandle handle = _deadHandles[_random.Next(_deadHandles.Count)];
        if (_dead.ContainsKey(handle)) ExpectDead(ref heap, handle);
    }

    /// <summary>The walk meets each live handle once, in the order of the slots.</summary>
    private void Walk(ref THeap heap)
    {
        int count = 0, last = -1;
        for (THandle handle = default; HandleCalls<THeap, THandle>.TryGetNext(ref heap, handle, out handle); count++)
        {
            Expect.That(_live.ContainsKey(handle), $"The walk met {handle}, which is not live");
            Expect.That(SlotOf(handle) > last, $"The walk went back to {handle}");
            last = SlotOf(handle);
            ExpectContents(ref heap, handle);
        }

        Expect.Equal(_live.Count, count, "Handles in the walk");
        Expect.Equal(_live.Count, HandleCalls<THeap, THandle>.Count(ref heap), "Count");
    }

    private void Bury(THandle handle)
    {
        _live.Remove(handle, out Contents contents);
        _dead.Add(handle, contents.Use);
        _deadHandles.Add(handle);
    }

    private void ExpectToBeOld(THandle handle, int age)
    {
        Expect.That(wraps, $"{handle} was freed and is valid again");
        Expect.Equal(HandleCalls<THeap, THandle>.Uses, age, "Uses until a handle is valid again");
    }

    private void ExpectContents(ref THeap heap, THandle handle)
    {
        Expect.That(HandleCalls<THeap, THandle>.Owns(ref heap, handle), $"{handle} is not valid");
        Block block = BlockOf(ref heap, handle);
        Expect.Equal(_live[handle].Length, block.Length, "The length of a handle");
        Expect.That(Pattern.IsIn(heap[block], _live[handle].Key), $"The contents of {handle} were changed");
    }

    private static void ExpectDead(ref THeap heap, THandle handle)
    {
        Expect.That(!HandleCalls<THeap, THandle>.Owns(ref heap, handle), $"{handle} was freed, but is valid");
        Expect.That(!HandleCalls<THeap, THandle>.TryFree(ref heap, handle), $"{handle} was freed twice");
        if (!HandleCalls<THeap, THandle>.IsTyped) Expect.That(!HandleCalls<THeap, THandle>.TryResize(ref heap, handle, 0), $"{handle} was freed, but resized");
    }

    private static Block BlockOf(ref THeap heap, THandle handle) => HandleCalls<THeap, THandle>.BlockOf(ref heap, handle);

    private static int SlotOf(THandle handle) => HandleCalls<THeap, THandle>.ToUntyped(handle).Slot;

    /// <summary>What a live handle stands for: so many bytes, the key of what is in them, and which use of its slot it is.</summary>
    private readonly record struct Contents(int Length, int Key, int Use);
}
