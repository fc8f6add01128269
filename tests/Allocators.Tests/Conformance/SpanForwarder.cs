#if NET9_0_OR_GREATER
using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Allocators.Tests;

/// <summary>A ref struct that can be made over a span.</summary>
public interface IOverSpan<TSelf>
    where TSelf : struct, IAllocator, IOverSpan<TSelf>, allows ref struct
{
    static abstract TSelf Over(Span<byte> memory);

    /// <summary>Checks all that the heap keeps in the memory, if it can.</summary>
    static virtual void Verify(Span<byte> memory)
    {
    }

    bool TryGetNext(Block after, out Block found);
}

/// <summary>
/// A heap over a span as a value that can be kept: it is made anew for each call, as all there is to know of it lies in
/// the memory.
/// </summary>
public readonly struct SpanForwarder<THeap>(int bytes) : IAllocator
    where THeap : struct, IAllocator, IOverSpan<THeap>, allows ref struct
{
    private readonly byte[] _memory = GC.AllocateArray<byte>(bytes, pinned: true);

    public int Capacity => THeap.Over(_memory).Capacity;

    public int MaxAlignment => THeap.Over(_memory).MaxAlignment;

    public unsafe Span<byte> this[Block block]
    {
        get
        {
            THeap heap = THeap.Over(_memory);
            Span<byte> bytes = heap[block];
            return new Span<byte>(Unsafe.AsPointer(ref MemoryMarshal.GetReference(bytes)), bytes.Length);
        }
    }

    public bool TryAlloc(int size, int alignment, out Block block) => THeap.Over(_memory).TryAlloc(size, alignment, out block);

    public bool TryResize(ref Block block, int size) => THeap.Over(_memory).TryResize(ref block, size);

    public void Free(Block block) => THeap.Over(_memory).Free(block);

    public bool Owns(Block block) => THeap.Over(_memory).Owns(block);

    public int UsableSize(Block block) => THeap.Over(_memory).UsableSize(block);

    public HeapStatistics GetStatistics() => THeap.Over(_memory).GetStatistics();

    public bool TryGetNext(Block after, out Block next) => THeap.Over(_memory).TryGetNext(after, out next);

    public void Verify() => THeap.Verify(_memory);

    public void Reset() => THeap.Over(_memory).Reset();
}
#endif
