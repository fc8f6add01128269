using System;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace Allocators.Benchmarks.Contestants;

/// <summary><see cref="NativeMemory"/>: the C library's malloc. A token is an address.</summary>
internal readonly unsafe struct NativeContestant : IContestant
{
    private const int NaturalAlignment = 16;

    public bool TryAlloc(int size, int alignment, out long token)
    {
        token = (long)(alignment <= NaturalAlignment ? NativeMemory.Alloc((nuint)size) : NativeMemory.AlignedAlloc((nuint)size, (nuint)alignment));
        return true;
    }

    // On Unix aligned memory is memory like any other; on Windows larger alignments would need their own functions.
    public bool TryRealloc(ref long token, int size)
    {
        token = (long)NativeMemory.Realloc((void*)token, (nuint)size);
        return true;
    }

    public void Free(long token) => NativeMemory.Free((void*)token);

    [UnscopedRef]
    public Span<byte> Bytes(long token, int size) => new((void*)token, size);

    public long EndOf(long token) => 0;
}
