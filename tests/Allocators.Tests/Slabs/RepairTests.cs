using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Xunit;

namespace Allocators.Tests;

/// <summary>
/// A slab whose numbers were overwritten, and that was reset: it has all of its slots again but those that were used up, and no handle from
/// before is valid, then or later.
/// </summary>
public sealed unsafe class RepairTests
{
    private const int Bytes = 1000;

    /// <summary>Where numbers lie that cannot be negative: how many slots are live, or without locks, how many are used up.</summary>
    private const int LiveAt = 8, RetiredAt = 24;

    [Fact]
    public void Of_a_slab() => Repair<Shared16, Shared16.Handle>((address, length) => new Shared16(address, length), LiveAt);

    [Fact]
    public void Of_a_slab_with_a_lock() => Repair<SharedLocked16, SharedLocked16.Handle>((address, length) => new SharedLocked16(address, length), LiveAt);

    [Fact]
    public void Of_a_slab_without_locks() => Repair<SharedLockFree16, SharedLockFree16.Handle>((address, length) => new SharedLockFree16(address, length), RetiredAt);

    private static void Repair<THeap, THandle>(Func<nint, long, THeap> create, int place)
        where THeap : struct, IHeap
        where THandle : struct, IEquatable<THandle>
    {
        byte* memory = (byte*)NativeMemory.AllocZeroed(Bytes);
        try
        {
            THeap heap = create((nint)memory, Bytes);
            HashSet<THandle> given = [];

            // One slot stays live. The first is used up, and so is the last that was ever used: it looks like one that never was.
            THandle first = Take();
            Take();
            UseUp(first);
            UseUp(Take());
            Assert.Equal(2, HandleCalls<THeap, THandle>.RetiredSlots(ref heap));

            Unsafe.WriteUnaligned(memory + place, -1L);
            Assert.Throws<InvalidOperationException>(() => heap.GetStatistics());
            heap.Reset();

            foreach (THandle handle in given) Assert.False(HandleCalls<THeap, THandle>.Owns(ref heap, handle));
            Assert.Equal((2, 0), (HandleCalls<THeap, THandle>.RetiredSlots(ref heap), HandleCalls<THeap, THandle>.Count(ref heap)));
            List<THandle> live = [];
            while (HandleCalls<THeap, THandle>.TryAlloc(ref heap, 1, out THandle handle))
            {
                Assert.True(given.Add(handle), $"{handle} was given out before");
                Assert.True(HandleCalls<THeap, THandle>.Owns(ref heap, handle));
                live.Add(handle);
            }

            Assert.Equal(HandleCalls<THeap, THandle>.Slots - 2, live.Count);
            foreach (THandle handle in live) HandleCalls<THeap, THandle>.Free(ref heap, handle);
            Assert.Equal(0, HandleCalls<THeap, THandle>.Count(ref heap));

            THandle Take()
            {
                Assert.True(HandleCalls<THeap, THandle>.TryAlloc(ref heap, 1, out THandle handle));
                given.Add(handle);
                return handle;
            }

            // What was freed last is taken next, until it is used up.
            void UseUp(THandle handle)
            {
                int before = HandleCalls<THeap, THandle>.RetiredSlots(ref heap);
                while (true)
                {
                    HandleCalls<THeap, THandle>.Free(ref heap, handle);
                    if (HandleCalls<THeap, THandle>.RetiredSlots(ref heap) > before) return;
                    handle = Take();
                }
            }
        }
        finally
        {
            NativeMemory.Free(memory);
        }
    }
}
