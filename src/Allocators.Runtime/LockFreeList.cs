using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Threading;

namespace Allocators;

/// <summary>
/// The free blocks of a heap that threads or processes share without a lock: a list of those that were given back, and a
/// watermark, from which on no block was ever given out. All zero means that none ever was.
/// </summary>
/// <remarks>
/// <para>
/// The list is a Treiber stack: R. K. Treiber, "Systems Programming: Coping with Parallelism", IBM Research Report RJ 5118,
/// 1986. The tag beside its top, against the ABA problem, is that of the IBM System/370 Principles of Operation (appendix A, free-pool
/// manipulation). Taking and giving back are O(1) when nobody is in the way; of those who are in each other's way one always gets on, so
/// nobody waits for somebody who was suspended or died. Who dies during a call takes at most one block with him.
/// </para>
/// <para>
/// A taker reads the top and its link, and replaces the top by the link if the top is still the same. If others had taken that block
/// meanwhile and had given it back, it would be, and the link outdated. Only a block that is taken can get another
/// link, so each taking counts the tag up, and a push does not need to: then the top differs. With 32 bits of tag this fails
/// only if a taker stands still between two instructions for just 4,294,967,296 takings, or a multiple of it, some 43 s at 10 ns
/// each, and finds the same block on top with another link.
/// </para>
/// <para>
/// The links are one <see cref="int"/> a block, beside the memory: an outdated taker may read the link of a block that
/// another already writes to. The link of a free block is the index of the next one, plus 1, or 0 at the end; of
/// others it is <see cref="Live"/> or <see cref="Claimed"/>. There are only indices and no addresses, so processes can have it
/// mapped at different places. Not for use outside generated code: it has to lie at a multiple of 8 bytes.
/// <c>tests/models</c> has a model of it that is searched exhaustively.
/// </para>
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
[StructLayout(LayoutKind.Sequential, Size = Size)]
public struct LockFreeList
{
    /// <summary>Bytes a list occupies, links not counted.</summary>
    public const int Size = 16;

    /// <summary>The link of a block that is given out.</summary>
    public const int Live = -1;

    /// <summary>The link of a block that one caller is about to give back.</summary>
    public const int Claimed = -2;

    /// <summary>One taking, in the tag.</summary>
    private const ulong TagStep = 1UL << 32;

    /// <summary>What a caller waits who met another for the first time, in turns of <see cref="Thread.SpinWait"/>: about 1 µs. And at most.</summary>
    private const int FirstSpins = 100, MaxSpins = 1600;

    /// <summary>In the low half the index of the first free block, plus 1, or 0 if there is none; in the high half the tag.</summary>
    private ulong _top;

    /// <summary>The watermark: how many blocks were ever given out. It falls only when the memory is shorter than before.</summary>
    private long _fresh;

    /// <summary>How many blocks were ever given out: those from this index on never were.</summary>
    public readonly int Fresh => (int)Math.Min((ulong)Volatile.Read(ref Unsafe.AsRef(in _fresh)), int.MaxValue);

    /// <summary>Takes a block: the one that was given back last, or else one that was never given out.</summary>
    /// <param name="links">The first of the links.</param>
    /// <param name="count">Blocks of the heap. An index that is not below it, as in damaged memory, is not followed.</param>
    /// <param name="index">The block. It is the caller's, who calls <see cref="MarkLive"/>. <c>-1</c> if there was none.</param>
    /// <returns>Whether there was one; if not, there was a moment during the call when no block was free.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryPop(ref int links, int count, out int index) =>
        TryPopTop(ref links, count, out index) || TryPopAgain(ref links, count, out index);

    /// <summary>Takes the block that was given back last, and none that was never given out.</summary>
    /// <inheritdoc cref="TryPop" path="/param"/>
    /// <returns>Whether there was one.</returns>
    public bool TryPopFreed(ref int links, int count, out int index)
    {
        for (int spins = FirstSpins; HasFreed(count); BackOff(ref spins))
        {
            if (TryPopTop(ref links, count, out index)) return true;
        }

        index = -1;
        return false;
    }

    /// <summary>Gives a block back that is the caller's, as after <see cref="TryPop"/> or <see cref="TryClaim"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Push(ref int links, int index)
    {
        if (!TryPushTop(ref links, index)) PushAgain(ref links, index);
    }

    /// <summary>
    /// Leaves only the blocks below <paramref name="count"/>, where there is less memory than before: none of the others is live.
    /// Nobody else may have the heap meanwhile.
    /// </summary>
    public void Truncate(ref int links, int count)
    {
        if (Fresh <= count) return;

        _fresh = count;
        _top = (_top + TagStep) & ~(ulong)uint.MaxValue;
        for (int index = count - 1; index >= 0; index--)
        {
            if (!IsLive(in links, index)) Push(ref links, index);
        }
    }

    /// <summary>Whether a block is free just now.</summary>
    public readonly bool HasFree(int count) =>
        HasFreed(count) || Fresh < count;

    /// <summary>
    /// Whether a block was live and is now the caller's, to be pushed. Of several who free one block at once, one gets it.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryClaim(ref int links, int index) =>
        Interlocked.CompareExchange(ref HeapMemory.At(ref links, index), Claimed, Live) == Live;

    /// <summary>Marks a block of the caller's as live: from here on it can be claimed.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void MarkLive(ref int links, int index) => Volatile.Write(ref HeapMemory.At(ref links, index), Live);

    /// <summary>Whether a block is given out just now.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsLive(in int links, int index) =>
        Volatile.Read(ref HeapMemory.At(ref Unsafe.AsRef(in links), index)) == Live;

    /// <summary>Takes the top, unless there is none or another is faster.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TryPopTop(ref int links, int count, out int index)
    {
        ulong top = Volatile.Read(ref _top);
        index = FirstOf(top);
        if ((uint)index >= (uint)count) return false;

        // Outdated if another takes the block just now; then the top differs.
        uint next = (uint)Volatile.Read(ref HeapMemory.At(ref links, index));
        return TryReplaceTop(top, ((top + TagStep) & ~(ulong)uint.MaxValue) | next);
    }

    /// <summary>Takes a block when the first attempt did not: there is no top, or others are there.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool TryPopAgain(ref int links, int count, out int index)
    {
        for (int spins = FirstSpins; ; BackOff(ref spins))
        {
            if (TryPopTop(ref links, count, out index)) return true;
            if (HasFreed(count)) continue;
            if (TryTakeFresh(count, out index)) return true;

            // A second look: while there were still fresh blocks, some may have been given back.
            if (!HasFreed(count)) break;
        }

        index = -1;
        return false;
    }

    /// <summary>Puts a block on top, unless another is faster.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TryPushTop(ref int links, int index)
    {
        ulong top = Volatile.Read(ref _top);
        Volatile.Write(ref HeapMemory.At(ref links, index), (int)(uint)top);
        return TryReplaceTop(top, (top & ~(ulong)uint.MaxValue) | (uint)(index + 1));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void PushAgain(ref int links, int index)
    {
        int spins = FirstSpins;
        do BackOff(ref spins);
        while (!TryPushTop(ref links, index));
    }

    private readonly bool HasFreed(int count) => (uint)FirstOf(Volatile.Read(ref Unsafe.AsRef(in _top))) < (uint)count;

    /// <summary>The first free block of a top, <c>-1</c> if there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int FirstOf(ulong top) => (int)(uint)top - 1;

    /// <summary>Raises the watermark by one block, but not above <paramref name="count"/>.</summary>
    private bool TryTakeFresh(int count, out int index)
    {
        while (true)
        {
            long fresh = Volatile.Read(ref _fresh);
            index = (int)fresh;
            if ((ulong)fresh >= (ulong)count) return false;
            if (Interlocked.CompareExchange(ref _fresh, fresh + 1, fresh) == fresh) return true;
        }
    }

    /// <summary>Leaves the top to whoever has just won it, each time for longer.</summary>
    /// <remarks>
    /// Two threads that try again at once hand the cache line to and fro: that is three to five times slower than a spin lock, with this it is about
    /// as fast, or faster (exponential backoff; Herlihy and Shavit, The Art of Multiprocessor Programming, 7.4).
    /// </remarks>
    private static void BackOff(ref int spins)
    {
        Thread.SpinWait(spins);
        if (spins < MaxSpins) spins *= 2;
    }

    // By way of long: .NET Standard 2.1 cannot exchange a ulong.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TryReplaceTop(ulong seen, ulong next) =>
        Interlocked.CompareExchange(ref Unsafe.As<ulong, long>(ref _top), (long)next, (long)seen) == (long)seen;
}
