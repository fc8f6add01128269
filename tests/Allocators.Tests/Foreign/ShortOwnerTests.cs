using System;
using System.Runtime.InteropServices;
using Xunit;

namespace Allocators.Tests.Foreign;

[FreeList(BlockSize = 16, Blocks = 20, Storage = Storage.Pointer, State = State.InMemory)]
public partial struct OwnedPool;

[Slab(Slots = 20, BlockSize = 16, HandleBits = 16, Storage = Storage.Pointer, State = State.InMemory)]
public partial struct OwnedSlab;

[Slab(Slots = 20, BlockSize = 16, Storage = Storage.Pointer, State = State.InMemory, Synchronization = Synchronization.LockFree)]
public partial struct OwnedSlabWithoutLocks;

[Slab(typeof(long), Slots = 20, Storage = Storage.Pointer, State = State.InMemory)]
public partial struct OwnedValues;

/// <summary>Two owners of one heap of equal blocks, one of which has memory for 10 blocks only: it does not reach beyond them.</summary>
public sealed unsafe class ShortOwnerTests : IDisposable
{
    private const int Few = 10, All = 20;

    private readonly nint _memory = (nint)NativeMemory.AllocZeroed(4096);

    public void Dispose() => NativeMemory.Free((void*)_memory);

    [Fact]
    public void A_pool_touches_no_block_beyond_its_end()
    {
        OwnedPool shorter = new(_memory, Bytes(OwnedPool.OverheadBytes, Few, 16)), longer = new(_memory, Bytes(OwnedPool.OverheadBytes, All, 16));
        Block[] blocks = new Block[All];
        for (int i = 0; i < All; i++) blocks[i] = longer.Alloc();
        longer.Free(blocks[15]);
        longer[blocks[15]].Fill(0xAB);

        Assert.False(shorter.TryAlloc(16, 1, out _));
        Assert.False(shorter.TryAlloc(out Block _));
        foreach (int size in (int[])[1, 16])
        {
            Block beyond = blocks[16];
            Assert.False(shorter.TryResize(ref beyond, size));
            Assert.Equal(blocks[16], beyond);
        }

        shorter.Verify();
        shorter.Free(blocks[16]);
        Assert.Equal(-1, longer[blocks[15]].IndexOfAnyExcept((byte)0xAB));
        Assert.Equal((blocks[16], blocks[15]), (longer.Alloc(), longer.Alloc()));
        longer.Verify();
    }

    [Fact]
    public void A_walk_ends_where_the_memory_does()
    {
        OwnedValues shorter = new(_memory, Bytes(OwnedValues.OverheadBytes, Few, sizeof(long))), longer = new(_memory, Bytes(OwnedValues.OverheadBytes, All, sizeof(long)));
        for (int i = 0; i < All; i++) longer.Alloc(i);

        int handles = 0, entries = 0, values = 0, blocks = 0;
        foreach (OwnedValues.Handle handle in shorter.Handles) handles += shorter.Owns(handle) ? 1 : 0;
        foreach (OwnedValues.Entry entry in shorter.Entries) Assert.Equal(entries++, entry.Value);
        foreach (ref long value in shorter.Values) Assert.Equal(values++, value);
        foreach (Block block in shorter.LiveBlocks) Assert.Equal(blocks++ * sizeof(long), block.Offset);
        Assert.Equal((Few, Few, Few, Few), (handles, entries, values, blocks));
        Assert.Throws<InvalidOperationException>(() => shorter.BlockAtOffset(Few * sizeof(long)));

        int seen = 0;
        foreach (OwnedValues.Entry entry in longer.Entries) seen++;
        Assert.Equal(All, seen);
    }

    [Fact]
    public void An_index_beyond_the_memory_is_refused()
    {
        NativeMemory.Clear((void*)_memory, 4096);
        OwnedPool shorter = new(_memory, Bytes(OwnedPool.OverheadBytes, Few, 16)), longer = new(_memory, Bytes(OwnedPool.OverheadBytes, All, 16));
        for (int i = 0; i < All; i++) longer.Alloc();

        Assert.Equal(new Block((Few - 1) * 16, 16), shorter.BlockOf(Few - 1));
        Assert.Throws<InvalidOperationException>(() => shorter.BlockOf(Few));
        Assert.Equal(new Block(Few * 16, 16), longer.BlockOf(Few));
    }

    [Fact]
    public void Refused_requests_use_no_slot_up()
    {
        OwnedSlab shorter = new(_memory, Bytes(OwnedSlab.OverheadBytes, Few, 16)), longer = new(_memory, Bytes(OwnedSlab.OverheadBytes, All, 16));
        for (int i = 0; i < Few; i++) longer.Alloc(1);

        for (int i = 0; i < 10_000; i++)
        {
            Assert.False(shorter.TryAlloc(1, out OwnedSlab.Handle _));
            Assert.False(shorter.TryAlloc(1, 1, out _));
        }

        OwnedSlab.Handle next = longer.Alloc(1);
        Assert.Equal((Few, 1u), (next.Slot, next.Generation));
        longer.Free(next);
        for (int i = 0; i < 10_000; i++) Assert.False(shorter.TryAlloc(1, out OwnedSlab.Handle _));
        Assert.Equal((0, 3u), (longer.RetiredSlots, longer.Alloc(1).Generation));
    }

    [Fact]
    public void Refused_requests_use_no_slot_up_without_locks()
    {
        OwnedSlabWithoutLocks shorter = new(_memory, Bytes(OwnedSlabWithoutLocks.OverheadBytes, Few, 16));
        OwnedSlabWithoutLocks longer = new(_memory, Bytes(OwnedSlabWithoutLocks.OverheadBytes, All, 16));
        for (int i = 0; i < Few; i++) longer.Alloc(1);
        for (int i = 0; i < 1000; i++) Assert.False(shorter.TryAlloc(1, out OwnedSlabWithoutLocks.Handle _));

        Assert.Equal(1u, longer.Alloc(1).Generation);
        Assert.Equal(Few + 1, longer.Count);
    }

    [Fact]
    public void Handles_of_slots_beyond_the_end_are_refused()
    {
        OwnedValues shorter = new(_memory, Bytes(OwnedValues.OverheadBytes, Few, 8)), longer = new(_memory, Bytes(OwnedValues.OverheadBytes, All, 8));
        OwnedValues.Handle[] handles = new OwnedValues.Handle[All];
        for (int i = 0; i < All; i++) handles[i] = longer.Alloc(i);

        OwnedValues owner = shorter;
        Assert.Contains("it has 10 slots", Assert.Throws<InvalidOperationException>(() => owner[handles[15]]).Message, StringComparison.Ordinal);
        Assert.False(shorter.TryGet(handles[15], out _));
        Assert.False(shorter.Owns(handles[15]));
        Assert.Equal(9, shorter[handles[9]]);

        long sum = 0;
        foreach (ref long value in shorter.Values) sum += value;
        Assert.Equal(45, sum);
    }

    /// <summary>The bookkeeping is rounded up to the alignment of what follows.</summary>
    private static int Bytes(int overhead, int blocks, int blockSize) => ((overhead + 15) & ~15) + (blocks * blockSize);
}
