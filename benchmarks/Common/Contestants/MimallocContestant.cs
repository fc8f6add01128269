using System;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace Allocators.Benchmarks.Contestants;

/// <summary>mimalloc, called without a switch of the garbage collector's mode. A token is an address.</summary>
internal readonly unsafe struct MimallocContestant : IContestant
{
    private const string Library = "libmimalloc.so.2";
    private const int NaturalAlignment = 16;

    /// <summary>Whether the library is installed (Debian: libmimalloc2.0).</summary>
    public static bool IsAvailable { get; } = NativeLibrary.TryLoad(Library, out _);

    public bool TryAlloc(int size, int alignment, out long token)
    {
        token = alignment <= NaturalAlignment ? mi_malloc((nuint)size) : mi_malloc_aligned((nuint)size, (nuint)alignment);
        return token != 0;
    }

    public bool TryRealloc(ref long token, int size)
    {
        nint moved = mi_realloc((nint)token, (nuint)size);
        if (moved == 0) return false;

        token = moved;
        return true;
    }

    public void Free(long token) => mi_free((nint)token);

    [UnscopedRef]
    public Span<byte> Bytes(long token, int size) => new((void*)token, size);

    public long EndOf(long token) => 0;

#pragma warning disable IDE1006, SYSLIB1054 // The library's own names; the plain form is what a suppressed transition needs.
    [DllImport(Library), SuppressGCTransition]
    private static extern nint mi_malloc(nuint size);

    [DllImport(Library), SuppressGCTransition]
    private static extern nint mi_malloc_aligned(nuint size, nuint alignment);

    [DllImport(Library), SuppressGCTransition]
    private static extern nint mi_realloc(nint address, nuint size);

    [DllImport(Library), SuppressGCTransition]
    private static extern void mi_free(nint address);
#pragma warning restore IDE1006, SYSLIB1054
}
