using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.InteropServices;
using Xunit;

namespace Allocators.Tests.Foreign;

/// <summary>
/// Each number of bookkeeping that lies in the memory is overwritten by the ones that arithmetic fears most, at each place: calls stay
/// inside, end, and throw nothing but what they document. These tests are compiled with <c>checked</c> arithmetic.
/// </summary>
public sealed unsafe partial class ExtremeNumbersTests
{
    private const int Bytes = 3000, CanaryBytes = 64;

    /// <summary>So many bytes at the start and at the end of the bookkeeping are gone through; between them are arrays.</summary>
    private const int EdgeBytes = 320;

    private static readonly long[] Numbers = [long.MinValue, long.MinValue + 3, long.MaxValue, int.MinValue, int.MinValue + 3, -1, -9, int.MaxValue, 1 << 30, 0x7FFF_FFFF_7FFF_FFFF];

    [Fact]
    public void Of_a_headerless_teaspoon() => Attack((address, length) => new Headerless(address, length));

    [Fact]
    public void Of_a_headerless_teaspoon_that_parks() => Attack((address, length) => new HeaderlessDeferred(address, length));

    [Fact]
    public void Of_a_headerless_teaspoon_that_parks_unchecked() => Attack((address, length) => new HeaderlessUnchecked(address, length));

    [Fact]
    public void Of_a_teaspoon() => Attack((address, length) => new Spoon(address, length));

    [Fact]
    public void Of_a_teaspoon_that_parks() => Attack((address, length) => new SpoonDeferred(address, length));

    [Fact]
    public void Of_a_free_list() => Attack((address, length) => new List(address, length));

    [Fact]
    public void Of_an_unchecked_free_list() => Attack((address, length) => new ListUnchecked(address, length));

    [Fact]
    public void Of_a_free_list_without_locks() => Attack((address, length) => new ListWithoutLocks(address, length));

    [Fact]
    public void Of_a_slab() => Attack((address, length) => new HandlesInMemory(address, length));

    [Fact]
    public void Of_an_unchecked_slab() => Attack((address, length) => new SlotsUnchecked(address, length));

    [Fact]
    public void Of_a_slab_without_locks() => Attack((address, length) => new SlotsWithoutLocks(address, length));

    [Fact]
    public void Of_64_chunks() => Attack((address, length) => new Word(address, length));

    [Fact]
    public void Of_300_chunks() => Attack((address, length) => new ManyWords(address, length));

    private static void Attack<THeap>(Func<nint, long, THeap> create)
        where THeap : struct, IHeap
    {
        byte* memory = (byte*)NativeMemory.AlignedAlloc(Bytes + CanaryBytes, 64);
        try
        {
            List<string> failures = [];
            int front = FrontBytes(memory, create), places = 0;
            foreach (int place in Places(front))
            {
                foreach (long number in Numbers)
                {
                    if (AttackAt(memory, create, place, number) is { } failure) failures.Add($"{number} at {place} of {front}: {failure}");
                    places++;
                }
            }

            Assert.True(failures.Count == 0, $"{failures.Count} of {places}:\n{string.Join("\n", failures.Take(10))}");
            Assert.InRange(places, Numbers.Length, int.MaxValue);
        }
        finally
        {
            NativeMemory.AlignedFree(memory);
        }
    }

    /// <summary>The word of the layout is not touched: it is no number.</summary>
    private static IEnumerable<int> Places(int front)
    {
        for (int place = sizeof(ulong); place <= front - sizeof(ulong); place += sizeof(int))
        {
            if (place < EdgeBytes || place >= front - EdgeBytes) yield return place;
        }
    }

    private static int FrontBytes<THeap>(byte* memory, Func<nint, long, THeap> create)
        where THeap : struct, IHeap
    {
        THeap heap = Fresh(memory, create);
        Block block = heap.Alloc(1);
        fixed (byte* first = heap[block]) return (int)(first - memory) - block.Offset;
    }

    private static THeap Fresh<THeap>(byte* memory, Func<nint, long, THeap> create)
        where THeap : struct, IHeap
    {
        new Span<byte>(memory, Bytes).Clear();
        new Span<byte>(memory + Bytes, CanaryBytes).Fill(0xC5);
        return create((nint)memory, Bytes);
    }

    private static string? AttackAt<THeap>(byte* memory, Func<nint, long, THeap> create, int place, long number)
        where THeap : struct, IHeap
    {
        THeap heap = Fresh(memory, create);
        Block first = heap.Alloc(8), second = heap.Alloc(8), third = heap.Alloc(8), fourth = heap.Alloc(5);
        heap.Free(second);
        heap.Free(third);
        bool isWide = number is < int.MinValue or > int.MaxValue;
        new ReadOnlySpan<byte>(&number, isWide ? sizeof(long) : sizeof(int)).CopyTo(new Span<byte>(memory + place, sizeof(long)));

        string? failure = null;
        bool isNoticed = false;
        Try("Free", () => heap.Free(first));
        for (int i = 0; i < 4; i++) Try("TryAlloc", () => _ = heap.TryAlloc(8, 1, out Block block) ? IsInside(block) : true);
        Try("TryAlloc of more", () => _ = heap.TryAlloc(700, 1, out Block block) ? IsInside(block) : true);
        Try("TryResize", () => heap.TryResize(ref fourth, 3));
        Try("Free of the last", () => heap.Free(fourth));
        Try("Owns", () => heap.Owns(second));
        Try("GetStatistics", () => heap.GetStatistics());
        Try("open again", () => create((nint)memory, Bytes));
        Try("Reset", () => heap.Reset());
        try
        {
            // What no call has noticed, Reset need not mend.
            if (isNoticed) failure ??= UseAfterReset(ref heap);
        }
        catch (InvalidOperationException refusal)
        {
            failure ??= $"after Reset: {refusal.Message}";
        }

        if (new ReadOnlySpan<byte>(memory + Bytes, CanaryBytes).IndexOfAnyExcept((byte)0xC5) >= 0) failure ??= "something behind the memory was overwritten";
        return failure;

        bool IsInside(Block block)
        {
            if (block.Offset < 0 || block.Length < 0 || block.Offset > heap.Capacity - block.Length) failure ??= $"gave {block}";
            return true;
        }

        void Try(string what, Action call)
        {
            try
            {
                call();
            }
            catch (Exception refusal) when (refusal is InvalidOperationException or OutOfMemoryException or ArgumentException)
            {
                isNoticed |= refusal.Message.Contains("is damaged", StringComparison.Ordinal);
            }
#pragma warning disable CA1031 // All others are what is looked for.
            catch (Exception wrong)
#pragma warning restore CA1031
            {
                failure ??= $"{what}: {wrong.GetType().Name}";
            }
        }
    }

    /// <summary>A heap that was reset is as good as a new one.</summary>
    private static string? UseAfterReset<THeap>(ref THeap heap)
        where THeap : struct, IHeap
    {
        Block[] blocks = new Block[8];
        foreach (ref Block block in blocks.AsSpan())
        {
            if (!heap.TryAlloc(8, 1, out block)) return "no block after Reset";
            if (block.Offset > heap.Capacity - block.Length || !heap.Owns(block)) return $"{block} after Reset";
        }

        foreach (Block block in blocks) heap.Free(block);
        HeapStatistics empty = heap.GetStatistics();
        return empty.AllocationCount == 0 && empty.UsedBytes == 0 ? null : $"{empty} when empty again after Reset";
    }

    [Teaspoon(Variant = "4KiB", Headers = false, Storage = Storage.Pointer, State = State.InMemory)]
    private partial struct Headerless;

    [Teaspoon(Variant = "4KiB", Headers = false, Coalescing = Coalescing.Deferred, Storage = Storage.Pointer, State = State.InMemory)]
    private partial struct HeaderlessDeferred;

    [Teaspoon(Variant = "4KiB", Headers = false, Coalescing = Coalescing.Deferred, Storage = Storage.Pointer, State = State.InMemory, Checks = Checks.None)]
    private partial struct HeaderlessUnchecked;

    [Teaspoon(Variant = "4KiB", Storage = Storage.Pointer, State = State.InMemory)]
    private partial struct Spoon;

    [Teaspoon(Variant = "4KiB", Coalescing = Coalescing.Deferred, Storage = Storage.Pointer, State = State.InMemory)]
    private partial struct SpoonDeferred;

    [FreeList(BlockSize = 8, Blocks = 200, Storage = Storage.Pointer, State = State.InMemory)]
    private partial struct List;

    [FreeList(BlockSize = 8, Blocks = 200, Storage = Storage.Pointer, State = State.InMemory, Checks = Checks.None)]
    private partial struct ListUnchecked;

    [FreeList(BlockSize = 8, Blocks = 200, Storage = Storage.Pointer, State = State.InMemory, Synchronization = Synchronization.LockFree)]
    private partial struct ListWithoutLocks;

    [Slab(BlockSize = 8, Slots = 150, Storage = Storage.Pointer, State = State.InMemory)]
    private partial struct HandlesInMemory;

    [Slab(BlockSize = 8, Slots = 150, Storage = Storage.Pointer, State = State.InMemory, Checks = Checks.None)]
    private partial struct SlotsUnchecked;

    [Slab(BlockSize = 8, Slots = 150, Storage = Storage.Pointer, State = State.InMemory, Synchronization = Synchronization.LockFree)]
    private partial struct SlotsWithoutLocks;

    [ChunkHeap(Chunks = 64, ChunkSize = 32, Storage = Storage.Pointer, State = State.InMemory)]
    private partial struct Word;

    [ChunkHeap(Chunks = 300, ChunkSize = 8, Storage = Storage.Pointer, State = State.InMemory)]
    private partial struct ManyWords;
}
