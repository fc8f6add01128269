using System;
using System.Diagnostics.CodeAnalysis;

namespace Allocators.Benchmarks.Contestants;

/// <summary>A static heap, by its allocator, that is asked each time it refuses whether it had room after all.</summary>
internal struct WatchedContestant<THeap> : IContestant
    where THeap : struct, IHeap
{
    private HeapContestant<THeap> _contestant;

    /// <summary>Requests that were refused although there was a gap for them.</summary>
    public int WronglyRefused { get; private set; }

    public bool TryAlloc(int size, int alignment, out long token)
    {
        bool found = _contestant.TryAlloc(size, alignment, out token);
        if (!found && default(THeap).GetStatistics().LargestFreeBlock >= size) WronglyRefused++;
        return found;
    }

    public bool TryRealloc(ref long token, int size) => _contestant.TryRealloc(ref token, size);

    public void Free(long token) => _contestant.Free(token);

    [UnscopedRef]
    public Span<byte> Bytes(long token, int size) => _contestant.Bytes(token, size);

    public long EndOf(long token) => _contestant.EndOf(token);
}
