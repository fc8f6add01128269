using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Threading;

namespace Allocators;

/// <summary>Elements of an array in a struct that threads read and exchange at once; it is given by its first.</summary>
/// <remarks>By way of signed numbers: .NET Standard 2.1 cannot exchange others.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Atomic
{
    /// <summary>A field of a heap that is asked through a read-only reference.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref long Reference(in long field) => ref Unsafe.AsRef(in field);

    /// <summary>The value of an element just now.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Read(in uint first, int index) => Volatile.Read(ref HeapMemory.At(ref Unsafe.AsRef(in first), index));

    /// <inheritdoc cref="Read(in uint, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Read(in ulong first, int index) => Volatile.Read(ref HeapMemory.At(ref Unsafe.AsRef(in first), index));

    /// <summary>Sets an element, after everything that was written before.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write(ref uint first, int index, uint value) => Volatile.Write(ref HeapMemory.At(ref first, index), value);

    /// <inheritdoc cref="Write(ref uint, int, uint)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write(ref ulong first, int index, ulong value) => Volatile.Write(ref HeapMemory.At(ref first, index), value);

    /// <summary>Sets an element if it still is what it was.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryReplace(ref uint first, int index, uint seen, uint value) =>
        Interlocked.CompareExchange(ref Unsafe.As<uint, int>(ref HeapMemory.At(ref first, index)), (int)value, (int)seen) == (int)seen;

    /// <inheritdoc cref="TryReplace(ref uint, int, uint, uint)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryReplace(ref ulong first, int index, ulong seen, ulong value) =>
        Interlocked.CompareExchange(ref Unsafe.As<ulong, long>(ref HeapMemory.At(ref first, index)), (long)value, (long)seen) == (long)seen;
}
