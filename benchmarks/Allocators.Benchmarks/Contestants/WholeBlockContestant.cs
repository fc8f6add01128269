using System;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Allocators.Benchmarks.Contestants;

/// <summary>What a static free list does without being told a size, by a struct that forwards to it.</summary>
internal interface IWholeBlockHeap
{
    /// <summary>The bytes of a block.</summary>
    Span<byte> this[Block block] { get; }

    /// <summary>Takes a whole block, or tells that there is none.</summary>
    bool TryAlloc(out Block block);

    /// <summary>Gives a block back.</summary>
    void Free(Block block);
}

/// <summary>A static free list that is asked for whole blocks. A token is a block.</summary>
internal readonly struct WholeBlockContestant<THeap> : IContestant
    where THeap : struct, IWholeBlockHeap
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryAlloc(int size, int alignment, out long token)
    {
        bool found = default(THeap).TryAlloc(out Block block);
        token = Unsafe.BitCast<Block, long>(block);
        return found;
    }

    public bool TryRealloc(ref long token, int size) => throw new NotSupportedException("Whole blocks are all of the same size.");

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Free(long token) => default(THeap).Free(BlockOf(token));

    [UnscopedRef]
    public Span<byte> Bytes(long token, int size) => default(THeap)[BlockOf(token)];

    public long EndOf(long token) => (long)BlockOf(token).Offset + BlockOf(token).Length;

    private static Block BlockOf(long token) => Unsafe.BitCast<long, Block>(token);
}
