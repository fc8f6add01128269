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
    static virtual void Verify(ref TSelf heap)
    {
    }

    bool TryGetNext(Block after, out Block found);
}

/// <summary>
/// A heap over a span as a value that can be kept. Where all there is to know of it lies in the memory, it is made anew for
/// each call. It and the memory lie in native memory, which the process gives back.
/// </summary>
public readonly unsafe struct SpanForwarder<THeap> : IAllocator
    where THeap : struct, IAllocator, IOverSpan<THeap>, allows ref struct
{
    private readonly void* _heap;
    private readonly byte* _memory;
    private readonly int _bytes;
    private readonly bool _isStateInStruct;

    public SpanForwarder(int bytes, bool isStateInStruct = false)
        : this(NativeMemory.Alloc((nuint)Unsafe.SizeOf<THeap>()), (byte*)NativeMemory.AllocZeroed((nuint)bytes), bytes, isStateInStruct)
    {
    }

    /// <summary>Places the struct and its memory.</summary>
    public SpanForwarder(void* heap, byte* memory, int bytes, bool isStateInStruct)
    {
        _heap = heap;
        _memory = memory;
        _bytes = bytes;
        _isStateInStruct = isStateInStruct;
        Unsafe.AsRef<THeap>(_heap) = THeap.Over(Bytes);
    }

    public int Capacity => Heap.Capacity;

    public int MaxAlignment => Heap.MaxAlignment;

    public Span<byte> this[Block block]
    {
        get
        {
            Span<byte> bytes = Heap[block];
            return new Span<byte>(Unsafe.AsPointer(ref MemoryMarshal.GetReference(bytes)), bytes.Length);
        }
    }

    public bool TryAlloc(int size, int alignment, out Block block) => Heap.TryAlloc(size, alignment, out block);

    public bool TryResize(ref Block block, int size) => Heap.TryResize(ref block, size);

    public void Free(Block block) => Heap.Free(block);

    public bool Owns(Block block) => Heap.Owns(block);

    public int UsableSize(Block block) => Heap.UsableSize(block);

    public HeapStatistics GetStatistics() => Heap.GetStatistics();

    public bool TryGetNext(Block after, out Block next) => Heap.TryGetNext(after, out next);

    public void Verify() => THeap.Verify(ref Heap);

    public void Reset() => Heap.Reset();

    private Span<byte> Bytes => new(_memory, _bytes);

    private ref THeap Heap
    {
        get
        {
            ref THeap heap = ref Unsafe.AsRef<THeap>(_heap);
            if (!_isStateInStruct) heap = THeap.Over(Bytes);
            return ref heap;
        }
    }
}
#endif
