using System;
using System.Diagnostics.CodeAnalysis;

namespace Allocators.Benchmarks.Contestants;

/// <summary>Does nothing: what is left is the cost of the workload's own loop.</summary>
internal readonly struct NullContestant : IContestant
{
    private static readonly byte[] Anything = new byte[1];

    public bool TryAlloc(int size, int alignment, out long token)
    {
        token = 1;
        return true;
    }

    public bool TryRealloc(ref long token, int size) => true;

    public void Free(long token)
    {
    }

    [UnscopedRef]
    public Span<byte> Bytes(long token, int size) => Anything;

    public long EndOf(long token) => 0;
}
