using System;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Allocators;

/// <summary>The two bits of each of 64 chunks: free is 00, the first of a live block 11, the rest of a block 10, the first of a parked block 01.</summary>
/// <remarks>
/// Both words of the same chunks lie side by side, since whoever reads one needs the other. The methods take an array of
/// them by its first element; their callers see to it that the chunks are inside.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
[SuppressMessage("Design", "CA1051", Justification = "Two words and nothing else: there is nothing to hide.")]
public struct ChunkBits
{
    /// <summary>Bit c: chunk c is part of a block, and not the first of a parked one.</summary>
    public ulong Used;

    /// <summary>Bit c: chunk c is the first of its block.</summary>
    public ulong Head;

    /// <summary>Bit c: chunk c of a word is part of a block, and not the first of a parked one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong UsedIn(in ChunkBits words, int word) => At(in words, word).Used;

    /// <summary>Bit c: chunk c of a word is free.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong FreeIn(in ChunkBits words, int word) => ~(At(in words, word).Used | At(in words, word).Head);

    /// <summary>Bit c: chunk c of a word is the first of a live block.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong LiveHeadsIn(in ChunkBits words, int word) => At(in words, word).Used & At(in words, word).Head;

    /// <summary>Bit c: a block cannot go on in chunk c of a word.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong EndsIn(in ChunkBits words, int word) => ~At(in words, word).Used | At(in words, word).Head;

    // Here and below: a shift of 64 bits takes its count modulo 64, so that a chunk's number is the shift of its bit.

    /// <summary>Whether a chunk is the first of a live block.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsLiveHead(in ChunkBits words, int chunk) => (LiveHeadsIn(in words, chunk >> 6) >> chunk & 1) != 0;

    /// <summary>Makes free chunks a live block.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Take(ref ChunkBits words, int first, int count)
    {
        At(in words, first >> 6).Head |= 1UL << first;
        Extend(ref words, first, count);
    }

    /// <summary>Makes free chunks the rest of the block before them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Extend(ref ChunkBits words, int first, int count)
    {
        ref ChunkBits word = ref At(in words, first >> 6);
        int shift = first & 63;
        if (shift + count <= 64) word.Used |= BitMath.Ones(count) << shift;
        else ExtendOverWords(ref word, shift, count);
    }

    /// <summary>Makes chunks of live or parked blocks free.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Release(ref ChunkBits words, int first, int count)
    {
        ref ChunkBits word = ref At(in words, first >> 6);
        int shift = first & 63;
        word.Head &= ~(1UL << shift);
        if (shift + count <= 64) word.Used &= ~(BitMath.Ones(count) << shift);
        else ReleaseOverWords(ref word, shift, count);
    }

    /// <summary>Makes a live block a parked one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Park(ref ChunkBits words, int first) => At(in words, first >> 6).Used &= ~(1UL << first);

    /// <summary>Makes a parked block a live one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Unpark(ref ChunkBits words, int first) => At(in words, first >> 6).Used |= 1UL << first;

    /// <summary>Makes free chunks unusable: marked like so many parked blocks, but on no list.</summary>
    public static void Close(ref ChunkBits words, int first, int count)
    {
        for (int chunk = first; chunk < first + count;)
        {
            int here = Math.Min(first + count - chunk, 64 - (chunk & 63));
            At(in words, chunk >> 6).Head |= BitMath.Ones(here) << (chunk & 63);
            chunk += here;
        }
    }

    /// <summary>Makes closed chunks free.</summary>
    public static void Open(ref ChunkBits words, int first, int count)
    {
        for (int chunk = first; chunk < first + count;)
        {
            int here = Math.Min(first + count - chunk, 64 - (chunk & 63));
            At(in words, chunk >> 6).Head &= ~(BitMath.Ones(here) << (chunk & 63));
            chunk += here;
        }
    }

    // A reference, never a copy: 16 bytes cannot be loaded at once while one of their halves is still being stored.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ref ChunkBits At(in ChunkBits words, int word) => ref Unsafe.Add(ref Unsafe.AsRef(in words), (nint)(uint)word);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void ExtendOverWords(ref ChunkBits word, int shift, int count)
    {
        word.Used |= ulong.MaxValue << shift;
        for (count -= 64 - shift; count > 64; count -= 64)
        {
            word = ref Unsafe.Add(ref word, 1);
            word.Used = ulong.MaxValue;
        }

        Unsafe.Add(ref word, 1).Used |= BitMath.Ones(count);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void ReleaseOverWords(ref ChunkBits word, int shift, int count)
    {
        word.Used &= ~(ulong.MaxValue << shift);
        for (count -= 64 - shift; count > 64; count -= 64)
        {
            word = ref Unsafe.Add(ref word, 1);
            word.Used = 0;
        }

        Unsafe.Add(ref word, 1).Used &= ~BitMath.Ones(count);
    }
}
