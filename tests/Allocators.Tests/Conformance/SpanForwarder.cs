#if NET9_0_OR_GREATER
using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Allocators.Tests;

/// <summary>A ref struct that can be made over a span.</summary>
public interface IOverSpan<TSelf>
    where TSelf : struct, IHeap, IOverSpan<TSelf>, allows ref struct
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
public readonly unsafe struct SpanForwarder<THeap> : IHeap
    where THeap : struct, IHeap, IOverSpan<THeap>, allows ref struct
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

    public int UsedBytes => Heap.UsedBytes;

    public int AllocationCount => Heap.AllocationCount;

    public int LargestFreeBlock => Heap.LargestFreeBlock;

    public Span<byte> this[Block block] => KeptSpan(Heap[block]);

    public bool TryAlloc(int size, int alignment, out Block block) => Heap.TryAlloc(size, alignment, out block);

    public Block Alloc(int size, int alignment = 1) => Heap.Alloc(size, alignment);

    public Block AllocZeroed(int size, int alignment = 1) => Heap.AllocZeroed(size, alignment);

    public Block<T> Alloc<T>(int count)
        where T : unmanaged => Heap.Alloc<T>(count);

    public ref T Alloc<T>()
        where T : unmanaged => ref AllocSpan<T>(1)[0];

    public Span<T> AllocSpan<T>(int count)
        where T : unmanaged => KeptSpan(Heap.AllocSpan<T>(count));

    public bool TryRealloc(ref Block block, int size, int alignment = 1) => Heap.TryRealloc(ref block, size, alignment);

    public void Realloc(ref Block block, int size, int alignment = 1) => Heap.Realloc(ref block, size, alignment);

    public void Free<T>(Span<T> span)
        where T : unmanaged => Heap.Free(span);

    public void Free<T>(ref T value)
        where T : unmanaged => Heap.Free(ref value);

    public bool TryResize(ref Block block, int size) => Heap.TryResize(ref block, size);

    public void Free(Block block) => Heap.Free(block);

    public bool Owns(Block block) => Heap.Owns(block);

    public int UsableSize(Block block) => Heap.UsableSize(block);

    public HeapStatistics GetStatistics() => Heap.GetStatistics();

    public bool TryGetNext(Block after, out Block next) => Heap.TryGetNext(after, out next);

    public void Verify() => THeap.Verify(ref Heap);

    public void Reset() => Heap.Reset();

    /// <summary>The same span: it is one of native memory, and the compiler cannot know that.</summary>
    private static Span<T> KeptSpan<T>(scoped Span<T> span)
        where T : unmanaged => new(Unsafe.AsPointer(ref MemoryMarshal.GetReference(span)), span.Length);

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
