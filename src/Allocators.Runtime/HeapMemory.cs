using System;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Allocators;

/// <summary>
/// The delicate part of generated code, kept out of it: spans over the memory of a heap, and the way back from a span or
/// an address to an offset.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class HeapMemory
{
    /// <summary>What a state gives in place of an offset when it met something in the memory that was written over, and changed nothing.</summary>
    public const int Damaged = int.MinValue;

    /// <summary>The bytes of a block in a heap that starts at <paramref name="memory"/>; none of the empty block, whatever its offset.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The block reaches outside the heap.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Span<byte> Span(ref byte memory, int capacity, Block block)
    {
        if (!Check.IsWithin(block, capacity))
        {
            if (block.IsEmpty) return default;
            ThrowHelper.OutsideTheHeap(block, capacity);
        }

        return MemoryMarshal.CreateSpan(ref Unsafe.Add(ref memory, block.Offset), block.Length);
    }

    /// <summary>
    /// The same for compilers and frameworks that cannot say that a span may live as long as its heap: here the caller
    /// has to see to it.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The block reaches outside the heap.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe Span<byte> UnscopedSpan(scoped in byte memory, int capacity, Block block) =>
#pragma warning disable CS9075, CS9087, CS9088 // On old frameworks AsRef does not drop the scope, so the compiler warns of just what is meant.
        Span(ref Unsafe.AsRef(in memory), capacity, block);
#pragma warning restore CS9075, CS9087, CS9088

    /// <summary>Bytes of a heap that are known to be inside.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Span<byte> SpanAt(ref byte memory, int offset, int length) =>
        MemoryMarshal.CreateSpan(ref Unsafe.Add(ref memory, (nint)(uint)offset), length);

    /// <summary>The first elements of an array in a struct, which the caller does not use longer than the struct.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe ReadOnlySpan<T> UnscopedElements<T>(scoped in T first, int count)
        where T : struct =>
#pragma warning disable CS9075, CS9087, CS9088 // On old frameworks AsRef does not drop the scope, so the compiler warns of just what is meant.
        MemoryMarshal.CreateReadOnlySpan(ref Unsafe.AsRef(in first), count);
#pragma warning restore CS9075, CS9087, CS9088

    /// <summary>The first byte of memory that is declared as something else.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref byte FirstByte<T>(ref T memory)
        where T : unmanaged => ref Unsafe.As<T, byte>(ref memory);

    /// <summary>The same for reading.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref readonly byte FirstByteOf<T>(in T memory)
        where T : unmanaged => ref Unsafe.As<T, byte>(ref Unsafe.AsRef(in memory));

    /// <summary>Bytes of a value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int SizeOf<T>()
        where T : unmanaged => Unsafe.SizeOf<T>();

    /// <summary>The value at an offset of a heap's memory; the caller sees to it that it is inside.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref T ValueAt<T>(ref byte memory, int offset)
        where T : unmanaged => ref Unsafe.As<byte, T>(ref Unsafe.Add(ref memory, (nint)(uint)offset));

    /// <summary>
    /// The same for compilers and frameworks that cannot say that a reference may live as long as its heap: here the caller has to see to
    /// it. It is a span of one value, because the oldest compilers do not let a reference out.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe Span<T> UnscopedValueAt<T>(scoped in byte memory, int offset)
        where T : unmanaged =>
#pragma warning disable CS9075, CS9087, CS9088 // On old frameworks AsRef does not drop the scope, so the compiler warns of just what is meant.
        MemoryMarshal.CreateSpan(ref ValueAt<T>(ref Unsafe.AsRef(in memory), offset), 1);
#pragma warning restore CS9075, CS9087, CS9088

    /// <summary>A span of bytes as a span of values.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Span<T> Cast<T>(Span<byte> bytes)
        where T : unmanaged => MemoryMarshal.Cast<byte, T>(bytes);

    /// <summary>Bytes that <paramref name="count"/> values take; more than any heap can hold where that is 2 GiB or more.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int BytesFor<T>(int count)
        where T : unmanaged
    {
        if (count < 0) ThrowHelper.NegativeCount(count);
        return (int)Math.Min((long)count * Unsafe.SizeOf<T>(), int.MaxValue);
    }

    /// <summary>The natural alignment of a type: what a field of it gets in a struct, in bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int AlignmentOf<T>()
        where T : unmanaged => Unsafe.SizeOf<AlignmentProbe<T>>() - Unsafe.SizeOf<T>();

    /// <summary>The natural alignment of a type, if a heap can promise it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is above <paramref name="maxAlignment"/>.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int AlignmentFor<T>(int maxAlignment)
        where T : unmanaged
    {
        int alignment = AlignmentOf<T>();
        if (alignment > maxAlignment) ThrowHelper.BadTypeAlignment<T>(alignment, maxAlignment);
        return alignment;
    }

    /// <summary>The block that a span names: the empty one for an empty span, one that no heap has for a span elsewhere.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Block BlockOf<T>(scoped in byte memory, int capacity, scoped ReadOnlySpan<T> span)
        where T : unmanaged
    {
        if (span.IsEmpty) return default;

        nint distance = Unsafe.ByteOffset(
            ref Unsafe.AsRef(in memory),
            ref Unsafe.As<T, byte>(ref MemoryMarshal.GetReference(span)));

        return new Block(OffsetOrOutside(distance, capacity), BytesFor<T>(span.Length));
    }

    /// <summary>The block that holds just this value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Block BlockOf<T>(scoped in byte memory, int capacity, scoped ref T value)
        where T : unmanaged
    {
        nint distance = Unsafe.ByteOffset(ref Unsafe.AsRef(in memory), ref Unsafe.As<T, byte>(ref value));
        return new Block(OffsetOrOutside(distance, capacity), Unsafe.SizeOf<T>());
    }

    /// <summary>The offset of an address in a heap at <paramref name="memory"/>, or <c>-1</c>, which is no offset of any heap.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int OffsetOf(nint memory, int capacity, nint address) => OffsetOrOutside(unchecked(address - memory), capacity);

    /// <summary>The address of memory that cannot move.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe nint AddressOf(ref byte fixedMemory) => (nint)Unsafe.AsPointer(ref fixedMemory);

    /// <summary>The address of a block in memory that cannot move, or 0 for the empty block.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The block reaches outside the heap.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static nint AddressOf(ref byte fixedMemory, int capacity, Block block)
    {
        if (block.IsEmpty) return 0;
        if (!Check.IsWithin(block, capacity)) ThrowHelper.OutsideTheHeap(block, capacity);
        return AddressOf(ref fixedMemory) + block.Offset;
    }

    /// <summary>The first aligned byte at or after <paramref name="fixedMemory"/>, which cannot move.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe ref byte AlignUp(ref byte fixedMemory, int alignment) =>
        ref *(byte*)((AddressOf(ref fixedMemory) + (alignment - 1)) & -(nint)alignment);

    /// <summary>The number at an offset of a heap's memory; the caller sees to it that it is inside.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Load<T>(in byte memory, int offset)
        where T : unmanaged => Unsafe.ReadUnaligned<T>(ref Unsafe.Add(ref Unsafe.AsRef(in memory), (nint)(uint)offset));

    /// <summary>Writes a number at an offset of a heap's memory; the caller sees to it that it is inside.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store<T>(ref byte memory, int offset, T value)
        where T : unmanaged => Unsafe.WriteUnaligned(ref Unsafe.Add(ref memory, (nint)(uint)offset), value);

    /// <summary>An element of an array in a struct, which is given by its first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref T At<T>(ref T first, int index)
        where T : unmanaged => ref Unsafe.Add(ref first, (nint)(uint)index);

    /// <summary>The value of an element of an array in a struct, which is given by its first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Read<T>(in T first, int index)
        where T : unmanaged => Unsafe.Add(ref Unsafe.AsRef(in first), (nint)(uint)index);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int OffsetOrOutside(nint distance, int capacity) =>
        (nuint)distance < (nuint)capacity ? (int)distance : -1;

    [StructLayout(LayoutKind.Sequential)]
    [SuppressMessage("Performance", "CA1823", Justification = "Its size is what counts.")]
    private struct AlignmentProbe<T>
        where T : unmanaged
    {
#pragma warning disable CS0169, IDE0044, IDE0051 // Only the layout is looked at.
        private byte _first;
        private T _second;
#pragma warning restore CS0169, IDE0044, IDE0051
    }
}
