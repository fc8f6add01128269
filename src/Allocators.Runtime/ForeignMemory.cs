using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Threading;

namespace Allocators;

/// <summary>Cuts the memory that a heap is given: an aligned start, bookkeeping in front, whole units behind it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ForeignMemory
{
    /// <summary>The part of a span that starts aligned and has whole units, at most <paramref name="maxBytes"/>.</summary>
    public static Span<byte> Align(Span<byte> memory, int alignment, int unitBytes, int maxBytes) =>
        Split(memory, alignment, 0, unitBytes, maxBytes, out _);

    /// <summary>The same, after so many bytes in front; both parts are empty if there is no room for a unit.</summary>
    public static Span<byte> Split(Span<byte> memory, int alignment, int frontBytes, int unitBytes, int maxBytes, out Span<byte> front)
    {
        int skipped = SkippedBytes(AddressOf(memory), alignment);
        int bytes = UsableBytes((long)memory.Length - skipped - frontBytes, unitBytes, maxBytes);
        front = bytes == 0 ? default : memory.Slice(skipped, frontBytes);
        return bytes == 0 ? default : memory.Slice(skipped + frontBytes, bytes);
    }

    /// <summary>The address where units start in the memory at another address, or 0 if there is no room for one.</summary>
    /// <exception cref="ArgumentNullException">The address is 0.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The length is negative.</exception>
    public static nint Place(nint address, long length, int alignment, int frontBytes, int unitBytes, int maxBytes, out int capacity)
    {
        if (address == 0) ThrowHelper.NullAddress();
        if (length < 0) ThrowHelper.NegativeLength(length);

        int skipped = SkippedBytes(address, alignment);
        capacity = UsableBytes(length - skipped - frontBytes, unitBytes, maxBytes);
        return capacity == 0 ? 0 : address + skipped + frontBytes;
    }

    /// <summary>A block of another heap that holds so many bytes from an aligned address on.</summary>
    /// <exception cref="OutOfMemoryException">There is no room.</exception>
    public static Block TakeFrom<THeap>(ref THeap heap, long bytes, int alignment)
        where THeap : struct, IAllocator
    {
        int promised = Math.Min(alignment, heap.MaxAlignment);
        return heap.Alloc((int)Math.Min(bytes + alignment - promised, int.MaxValue), promised);
    }

    /// <summary>Gives a block back to the heap that it was taken from, in which the memory of another heap starts.</summary>
    /// <exception cref="InvalidOperationException">It is not that heap, or the block is not live any more.</exception>
    public static void ReturnTo<THeap>(ref THeap heap, Block taken, in byte memory, string name)
        where THeap : struct, IAllocator
    {
        if (taken.IsEmpty) return;
        if (HeapMemory.BlockOf(in MemoryMarshal.GetReference(heap[taken]), taken.Length, ref Unsafe.AsRef(in memory)).Offset < 0) ThrowHelper.NotTakenFrom(name);
        heap.Free(taken);
    }

    /// <summary>The bytes of a block of another heap.</summary>
    public static Span<byte> BytesOf<THeap>(ref THeap heap, Block block)
        where THeap : struct, IAllocator => heap[block];

    /// <summary>
    /// The same for compilers and frameworks that cannot say that a span may live as long as its heap: here the caller has to see to it.
    /// </summary>
    public static unsafe Span<byte> UnscopedBytesOf<THeap>(scoped ref THeap heap, Block block)
        where THeap : struct, IAllocator =>
#pragma warning disable CS9075, CS9087, CS9088 // On old frameworks AsRef does not drop the scope, so the compiler warns of just what is meant.
        BytesOf(ref Unsafe.AsRef(in heap), block);
#pragma warning restore CS9075, CS9087, CS9088

    /// <summary>The address of a block of another heap, whose memory cannot move.</summary>
    public static nint AddressOf<THeap>(ref THeap heap, Block block)
        where THeap : struct, IAllocator => AddressOf(heap[block]);

    /// <summary>The byte at an address.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe ref byte At(nint address) => ref *(byte*)address;

    /// <summary>The bookkeeping at the start of a span, or an empty one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref T Front<T>(Span<byte> front)
        where T : unmanaged
    {
        if (front.IsEmpty) return ref Nothing<T>.Value;
        return ref Unsafe.As<byte, T>(ref MemoryMarshal.GetReference(front));
    }

    /// <summary>The bookkeeping in front of the memory at an address, or an empty one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe ref T Front<T>(nint memory, int frontBytes)
        where T : unmanaged
    {
        if (memory == 0) return ref Nothing<T>.Value;
        return ref *(T*)(memory - frontBytes);
    }

    /// <summary>Whether so many bytes of the bookkeeping are zero.</summary>
    public static bool IsZero<T>(in T bookkeeping, int offset, int bytes)
        where T : unmanaged
    {
        foreach (byte value in HeapMemory.SpanAt(ref Unsafe.As<T, byte>(ref Unsafe.AsRef(in bookkeeping)), offset, bytes))
        {
            if (value != 0) return false;
        }

        return true;
    }

    /// <summary>Makes zero-filled memory that of a heap, and refuses what is neither that nor the heap already.</summary>
    /// <param name="word">What the bookkeeping begins with.</param>
    /// <param name="layout">What it has to begin with.</param>
    /// <param name="isBlank">
    /// Whether the rest was zero. It was looked at before the word is: another process writes the word first, so that where it has written
    /// to the rest, the word is there as well.
    /// </param>
    /// <param name="heap">The name of the heap, for the exception.</param>
    /// <exception cref="ArgumentException">Something else is in the memory.</exception>
    public static void Claim(ref ulong word, ulong layout, bool isBlank, string heap)
    {
        ulong found = (ulong)Interlocked.CompareExchange(ref Unsafe.As<ulong, long>(ref word), isBlank ? (long)layout : 0, 0);
        if (found != layout && !(found == 0 && isBlank)) ThrowHelper.NotThisHeap(heap, found, layout);
    }

    /// <summary>The hash of a layout in which the size of the values was left open.</summary>
    public static ulong LayoutOfValues(ulong layout, int valueBytes) => unchecked(layout ^ ((ulong)valueBytes * 0x9E3779B97F4A7C15)) | 1;

    private static int SkippedBytes(nint address, int alignment) => (int)(-address & (alignment - 1));

    private static int UsableBytes(long length, int unitBytes, int maxBytes)
    {
        return length < unitBytes ? 0 : (int)(Math.Min(length, maxBytes) / unitBytes * unitBytes);
    }

    // On 64-bit systems the garbage collector keeps 8-byte alignment when it moves an object, and no larger one is asked for here.
    private static unsafe nint AddressOf(Span<byte> memory) => (nint)Unsafe.AsPointer(ref MemoryMarshal.GetReference(memory));

    /// <summary>Stands in for the bookkeeping of all heaps that have no memory. They lock and clear it, so that it stays empty; requests are refused before they reach it.</summary>
    private static class Nothing<T>
        where T : unmanaged
    {
#pragma warning disable CS0649 // Zero is an empty heap.
        public static T Value;
#pragma warning restore CS0649
    }
}
