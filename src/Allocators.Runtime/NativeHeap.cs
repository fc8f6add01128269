using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Threading;

namespace Allocators;

/// <summary>A heap in native memory that this object owns: <c>using NativeHeap&lt;Level&gt; level = new();</c>, and then <c>level.Value</c> is the heap.</summary>
/// <typeparam name="THeap">A heap with its memory in the struct. One over other memory has none here, and stays full.</typeparam>
/// <remarks>
/// The heap is as large as its struct, starts at a multiple of 64 bytes, and never moves. The memory is filled with zeros, which is the empty heap; pages that were not
/// used yet are the operating system's. It is freed by <see cref="Dispose"/> and by nothing else: there is no finalizer, because a reference
/// into native memory does not keep this object alive.
/// </remarks>
public sealed class NativeHeap<THeap> : IDisposable
    where THeap : unmanaged, IAllocator
{
    private const int Alignment = 64;

    // What was allocated starts up to an alignment before the heap.
    private nint _allocated;
    private nint _heap;

    /// <summary>An empty heap.</summary>
    /// <exception cref="OutOfMemoryException">The operating system has no memory for it.</exception>
    public unsafe NativeHeap()
    {
        nuint bytes = (nuint)Unsafe.SizeOf<THeap>() + Alignment;
#if NET8_0_OR_GREATER
        _allocated = (nint)NativeMemory.AllocZeroed(bytes);
#else
        _allocated = Marshal.AllocHGlobal((nint)bytes);
        new Span<byte>((void*)_allocated, (int)bytes).Clear();
#endif
        _heap = (_allocated + Alignment - 1) & -(nint)Alignment;
    }

    /// <summary>The heap, where it is. The reference is good until <see cref="Dispose"/>.</summary>
    /// <exception cref="ObjectDisposedException">The memory was freed.</exception>
    public unsafe ref THeap Value
    {
        get
        {
            if (_heap == 0) ThrowHelper.HeapDisposed(typeof(THeap));
            return ref *(THeap*)_heap;
        }
    }

    /// <summary>Frees the memory, and with it all blocks; a second time does nothing.</summary>
    public unsafe void Dispose()
    {
        _heap = 0;
        nint allocated = Interlocked.Exchange(ref _allocated, default);
        if (allocated == 0) return;

#if NET8_0_OR_GREATER
        NativeMemory.Free((void*)allocated);
#else
        Marshal.FreeHGlobal(allocated);
#endif
    }
}
