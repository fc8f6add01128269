using System;
using System.Diagnostics.CodeAnalysis;

namespace Allocators.Benchmarks.Contestants;

/// <summary>Where to put a block, and nothing else: what a policy refuses, however long it takes to find that out.</summary>
/// <param name="chunks">Chunks there are.</param>
/// <param name="chunkSize">Bytes in a chunk, and the largest alignment.</param>
/// <param name="isBestFit">The smallest gap with room, instead of the first.</param>
internal readonly struct PolicyContestant(int chunks, int chunkSize, bool isBestFit) : IContestant
{
    private readonly bool[] _taken = new bool[chunks];

    public bool TryAlloc(int size, int alignment, out long token)
    {
        int count = (size + chunkSize - 1) / chunkSize;
        int first = Find(count);
        token = first < 0 ? 0 : ((long)count << 32) | (uint)(first + 1);
        if (first >= 0) _taken.AsSpan(first, count).Fill(true);
        return first >= 0;
    }

    public bool TryRealloc(ref long token, int size) => throw new NotSupportedException("A policy deals in places, not in contents.");

    public void Free(long token) => _taken.AsSpan((int)token - 1, (int)(token >> 32)).Clear();

    [UnscopedRef]
    public Span<byte> Bytes(long token, int size) => throw new NotSupportedException("A policy has no memory.");

    public long EndOf(long token) => 0;

    private int Find(int count)
    {
        int best = -1, bestLength = int.MaxValue;
        for (int first = NextOf(false, 0); first < chunks;)
        {
            int end = NextOf(true, first);
            int length = end - first;
            if (length >= count && length < bestLength)
            {
                if (!isBestFit) return first;
                (best, bestLength) = (first, length);
            }

            first = NextOf(false, end);
        }

        return best;
    }

    private int NextOf(bool taken, int from)
    {
        int distance = _taken.AsSpan(from).IndexOf(taken);
        return distance < 0 ? chunks : from + distance;
    }
}
