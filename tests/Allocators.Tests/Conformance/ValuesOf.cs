using System;
using Xunit;

namespace Allocators.Tests;

/// <summary>Blocks of values, in every heap that has calls for them: each does what the call of their bytes does.</summary>
internal static class ValuesOf<THeap>
    where THeap : struct, IHeap
{
    private static readonly Taking? OwnTryAlloc = Calls<THeap>.Find<Taking>("TryAlloc", typeof(Rgb));
    private static readonly Resizing? OwnTryResize = Calls<THeap>.Find<Resizing>("TryResize", typeof(Rgb));
    private static readonly Moving? OwnRealloc = Calls<THeap>.Find<Moving>("Realloc", typeof(Rgb));
    private static readonly Asking? OwnOwns = Calls<THeap>.Find<Asking>("Owns", typeof(Rgb));
    private static readonly Giving? OwnFree = Calls<THeap>.Find<Giving>("Free", typeof(Rgb));

    private delegate bool Taking(ref THeap heap, int count, out Block<Rgb> block);

    private delegate bool Resizing(ref THeap heap, ref Block<Rgb> block, int count);

    private delegate void Moving(ref THeap heap, ref Block<Rgb> block, int count);

    private delegate bool Asking(ref THeap heap, Block<Rgb> block);

    private delegate void Giving(ref THeap heap, Block<Rgb> block);

    /// <summary>Whether the heap has such calls: those that are written by hand, or stand for a ref struct, have not.</summary>
    public static bool Exist => OwnTryAlloc is not null;

    /// <summary>Takes values, resizes and moves them, and gives them back.</summary>
    public static void Check(ref THeap heap)
    {
        bool hasRoom = heap.TryAlloc(6, 1, out Block bytes);
        heap.Free(bytes);
        Assert.Equal(hasRoom, OwnTryAlloc!(ref heap, 2, out Block<Rgb> values));
        Assert.Equal(bytes, (Block)values);
        if (!hasRoom) return;

        heap[(Block)values].Fill(7);
        Assert.True(OwnOwns!(ref heap, values));
        Assert.True(OwnTryResize!(ref heap, ref values, 1));
        Assert.Equal(1, values.Count);
        OwnRealloc!(ref heap, ref values, 2);
        Assert.Equal(2, values.Count);
        Assert.Equal(new byte[] { 7, 7, 7 }, heap[(Block)values].Slice(0, 3).ToArray());
        OwnFree!(ref heap, values);
        Assert.Equal(0, heap.GetStatistics().AllocationCount);
        Assert.False(OwnTryAlloc(ref heap, int.MaxValue, out values));
        Assert.True(values.IsEmpty);
    }

    /// <summary>Three bytes, which need no alignment.</summary>
    internal readonly record struct Rgb(byte Red, byte Green, byte Blue);
}
