using System;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Allocators.Benchmarks.Contestants;

/// <summary>
/// Arrays of the garbage collector. A token is a place in a table, because an array is no number; so everything has to be
/// given back before something new is asked for in its place.
/// </summary>
internal struct ArrayContestant<TSource>(int objects) : IContestant
    where TSource : struct, IArraySource
{
    private readonly byte[]?[] _arrays = new byte[]?[objects + 1];
    private int _last;
    private int _live;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryAlloc(int size, int alignment, out long token)
    {
        _live++;
        token = ++_last;
        _arrays[_last] = default(TSource).Take(size);
        return true;
    }

    public readonly bool TryRealloc(ref long token, int size) => throw new NotSupportedException("Arrays cannot be resized.");

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Free(long token)
    {
        default(TSource).GiveBack(_arrays[token]!);
        _arrays[token] = null;
        if (--_live == 0) _last = 0;
    }

    [UnscopedRef]
    public readonly Span<byte> Bytes(long token, int size) => _arrays[token];

    public readonly long EndOf(long token) => 0;
}
