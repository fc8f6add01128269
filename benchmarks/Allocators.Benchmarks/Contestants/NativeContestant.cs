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

    // On Unix AlignedFree is Free; on Windows this benchmark is not run with larger alignments.
    public void Free(long token) => NativeMemory.Free((void*)token);
}
