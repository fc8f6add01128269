using System;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Allocators.Benchmarks.Contestants;

/// <summary>A slab, used by its handles. A token is the bits of a handle; those of the default handle are 0.</summary>
/// <remarks>Every slot has the same alignment, so what is asked for is not looked at.</remarks>
/// <param name="heap">The slab.</param>
internal struct HandleContestant<THeap, THandle>(THeap heap) : IContestant
    where THeap : struct, IHandleHeap<THandle>
    where THandle : unmanaged
{
    private THeap _heap = heap;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryAlloc(int size, int alignment, out long token)
    {
        bool found = _heap.TryAlloc(size, out THandle handle);
        token = TokenOf(handle);
        return found;
    }

    /// <remarks>Nothing is moved: all slots are of the same size.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryRealloc(ref long token, int size) => token == 0 ? TryAlloc(size, 1, out token) : _heap.TryResize(HandleOf(token), size);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Free(long token)
    {
        if (token != 0) _heap.Free(HandleOf(token));
    }

    [UnscopedRef]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Span<byte> Bytes(long token, int size) => _heap[HandleOf(token)];

    public long EndOf(long token)
    {
        Block block = _heap.BlockOf(HandleOf(token));
        return (long)block.Offset + block.Length;
    }

    // The JIT knows the size, and nothing is left of the choice.
    private static long TokenOf(THandle handle)
    {
        if (Unsafe.SizeOf<THandle>() == sizeof(ushort)) return Unsafe.BitCast<THandle, ushort>(handle);
        return Unsafe.SizeOf<THandle>() == sizeof(uint) ? Unsafe.BitCast<THandle, uint>(handle) : Unsafe.BitCast<THandle, long>(handle);
    }

    private static THandle HandleOf(long token)
    {
        if (Unsafe.SizeOf<THandle>() == sizeof(ushort)) return Unsafe.BitCast<ushort, THandle>((ushort)token);
        return Unsafe.SizeOf<THandle>() == sizeof(uint) ? Unsafe.BitCast<uint, THandle>((uint)token) : Unsafe.BitCast<long, THandle>(token);
    }
}
