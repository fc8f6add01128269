using System;
using System.Runtime.CompilerServices;
using System.Threading.Tasks;
using Xunit;

namespace Allocators.Tests.Seeds;

/// <summary>What <c>tinyalloc</c> offers, row by row, and where it fails.</summary>
/// <remarks>
/// Its byte buffers come with ours, and their faults with them: that <c>clear</c> forgets the read offset, what <c>max_len</c>
/// counts, what <c>consume_until</c> finds, that <c>move_from</c> leaks, and blocks that are lost inside buffers.
/// </remarks>
public sealed partial class TinyAllocatorTests
{
    private const int OriginalMaximum = 255, OriginalGenerations = 256, ReusesInBuffers = 17;

    private Packets _packets;

    public TinyAllocatorTests() => Shared.Clear();

    [Fact]
    public void Alloc_gives_a_handle_with_zeros_and_alloc_uninit_one_with_whatever_was_there()
    {
        Packets.Handle handle = _packets.Alloc(10);
        _packets[handle].Fill(7);
        _packets.Free(handle);
        Assert.Equal(7, _packets[_packets.Alloc(10)][9]);
        _packets.Clear();
        Assert.Equal(0, _packets[_packets.AllocZeroed(10)][9]);
    }

    [Fact]
    public void Get_gives_the_bytes_of_a_handle()
    {
        Packets.Handle handle = _packets.Alloc(10);
        Assert.True(_packets.TryGet(handle, out Span<byte> bytes));
        bytes.Fill(3);
        Assert.Equal((10, 3), (_packets[handle].Length, _packets[handle][9]));
    }

    [Fact]
    public void Free_says_whether_the_handle_was_valid()
    {
        Packets.Handle handle = _packets.Alloc(10);
        Assert.True(_packets.TryFree(handle));
        Assert.False(_packets.TryFree(handle));
        Assert.Throws<InvalidOperationException>(() => _packets.Free(handle));
    }

    [Fact]
    public void Clear_len_capacity_block_size_and_is_empty_have_their_counterparts()
    {
        Assert.Equal((1024, 32, 32), (Packets.Capacity, Packets.Slots, Packets.BlockSize));
        Assert.True(_packets.IsEmpty);
        Packets.Handle handle = _packets.Alloc(1);
        Assert.Equal((1, false), (_packets.Count, _packets.IsEmpty));
        _packets.Clear();
        Assert.Equal((0, true), (_packets.Count, _packets.IsEmpty));
        Assert.False(_packets.Owns(handle));
    }

    [Fact]
    public void The_bits_of_a_handle_are_documented()
    {
        _packets.Alloc(1);
        Packets.Handle handle = _packets.Alloc(1);
        _packets.Free(handle);
        handle = _packets.Alloc(1);
        Assert.Equal((1, 3u), (handle.Slot, handle.Generation));
        Assert.Equal((32, sizeof(uint)), (Packets.HandleBits, Unsafe.SizeOf<Packets.Handle>()));

        // 32 slots take the lowest 5 bits.
        Assert.Equal((3u << 5) | 1, Unsafe.As<Packets.Handle, uint>(ref handle));
    }

    [Fact]
    public void A_slab_has_more_than_255_slots()
    {
        Many many = default;
        Many.Handle[] handles = new Many.Handle[Many.Slots];
        for (int i = 0; i < handles.Length; i++) many[handles[i] = many.Alloc(1)][0] = (byte)(i & 0x7F);
        for (int i = 0; i < handles.Length; i++) Assert.Equal(i & 0x7F, many[handles[i]][0]);
        Assert.True(Many.Slots > OriginalMaximum);
    }

    [Fact]
    public void Code_for_any_back_end_works_with_a_slab()
    {
        Assert.Equal(1 + 2 + 3, Sum(ref _packets));
        SlotsAndBlocks.Allocator shared = default;
        Assert.Equal(1 + 2 + 3, Sum(ref shared));

        static int Sum<TAllocator>(ref TAllocator allocator)
            where TAllocator : struct, IHeap
        {
            Block block = allocator.Alloc(3);
            ((byte[])[1, 2, 3]).CopyTo(allocator[block]);
            int sum = 0;
            foreach (byte value in allocator[block]) sum += value;
            allocator.Free(block);
            return sum;
        }
    }

    [Fact]
    public void Each_of_the_twelve_presets_is_a_line()
    {
        ExpectPreset(8, 32, Slab256b32.Slots, Slab256b32.BlockSize, () => Slab256b32.TryAlloc(32, out Slab256b32.Handle _), Slab256b32.Clear);
        ExpectPreset(16, 16, Slab256b16.Slots, Slab256b16.BlockSize, () => Slab256b16.TryAlloc(16, out Slab256b16.Handle _), Slab256b16.Clear);
        ExpectPreset(32, 8, Slab256b8.Slots, Slab256b8.BlockSize, () => Slab256b8.TryAlloc(8, out Slab256b8.Handle _), Slab256b8.Clear);
        ExpectPreset(16, 32, Slab512b32.Slots, Slab512b32.BlockSize, () => Slab512b32.TryAlloc(32, out Slab512b32.Handle _), Slab512b32.Clear);
        ExpectPreset(32, 16, Slab512b16.Slots, Slab512b16.BlockSize, () => Slab512b16.TryAlloc(16, out Slab512b16.Handle _), Slab512b16.Clear);
        ExpectPreset(64, 8, Slab512b8.Slots, Slab512b8.BlockSize, () => Slab512b8.TryAlloc(8, out Slab512b8.Handle _), Slab512b8.Clear);
        ExpectPreset(24, 32, Slab768b32.Slots, Slab768b32.BlockSize, () => Slab768b32.TryAlloc(32, out Slab768b32.Handle _), Slab768b32.Clear);
        ExpectPreset(48, 16, Slab768b16.Slots, Slab768b16.BlockSize, () => Slab768b16.TryAlloc(16, out Slab768b16.Handle _), Slab768b16.Clear);
        ExpectPreset(96, 8, Slab768b8.Slots, Slab768b8.BlockSize, () => Slab768b8.TryAlloc(8, out Slab768b8.Handle _), Slab768b8.Clear);
        ExpectPreset(32, 32, Slab1K32.Slots, Slab1K32.BlockSize, () => Slab1K32.TryAlloc(32, out Slab1K32.Handle _), Slab1K32.Clear);
        ExpectPreset(64, 16, Slab1K16.Slots, Slab1K16.BlockSize, () => Slab1K16.TryAlloc(16, out Slab1K16.Handle _), Slab1K16.Clear);
        ExpectPreset(128, 8, Slab1K8.Slots, Slab1K8.BlockSize, () => Slab1K8.TryAlloc(8, out Slab1K8.Handle _), Slab1K8.Clear);

        static void ExpectPreset(int slots, int blockSize, int actualSlots, int actualBlockSize, Func<bool> tryAlloc, Action clear)
        {
            Assert.Equal((slots, blockSize), (actualSlots, actualBlockSize));
            clear();
            for (int i = 0; i < slots; i++) Assert.True(tryAlloc());
            Assert.False(tryAlloc());
            clear();
            Assert.True(tryAlloc());
        }
    }

    [Fact]
    public void Lengths_over_255_are_kept()
    {
        Long slab = default;
        Assert.Equal(300, slab[slab.Alloc(300)].Length);
        Assert.Equal(70_000, slab[slab.Alloc(70_000)].Length);
    }

    [Theory]
    [InlineData(ReusesInBuffers)]
    [InlineData(OriginalGenerations)]
    [InlineData(100_000)]
    public void A_stale_handle_stays_stale_however_often_its_slot_is_used_again(int reuses)
    {
        Packets.Handle stale = _packets.Alloc(1);
        _packets.Free(stale);
        for (int i = 0; i < reuses; i++)
        {
            Packets.Handle handle = _packets.Alloc(1);
            Assert.Equal(stale.Slot, handle.Slot);
            Assert.NotEqual(stale, handle);
            Assert.False(_packets.Owns(stale));
            _packets.Free(handle);
            Assert.False(_packets.TryFree(stale));
        }
    }

    [Fact]
    public void The_last_free_slot_does_not_count_as_allocated()
    {
        Packets.Handle[] handles = new Packets.Handle[Packets.Slots];
        for (int i = 0; i < handles.Length; i++) handles[i] = _packets.Alloc(1);

        // It is the end of the list of free slots.
        Packets.Handle last = handles[5];
        Assert.True(_packets.TryFree(last));
        Assert.False(_packets.TryFree(last));
        Assert.Throws<InvalidOperationException>(() => _packets.Free(Packets.BlockAt(last)));
        Assert.True(_packets.TryAlloc(1, out Packets.Handle again));
        Assert.Equal(5, again.Slot);
        Assert.False(_packets.TryAlloc(1, out Packets.Handle _));
    }

    [Fact]
    public void Handles_that_were_never_given_out_are_refused()
    {
        _packets.Alloc(1);
        for (int slot = 0; slot < Packets.Slots; slot++)
        {
            for (uint generation = 0; generation < 8; generation++)
            {
                if (slot == 0 && generation == 1) continue;
                Assert.False(_packets.TryFree((Packets.Handle)new Handle(slot, generation)));
            }
        }

        Assert.Equal(1, _packets.Count);
    }

    /// <summary>Handles of different slabs are of different types; only without its type can one be taken for that of another.</summary>
    [Fact]
    public void Handles_of_another_slab_are_refused()
    {
        Many many = default;
        for (int i = 0; i < 40; i++) many.Alloc(1);
        Handle foreign = many.Alloc(1);
        Assert.Throws<ArgumentOutOfRangeException>(() => (Packets.Handle)foreign);
        Assert.False(typeof(Packets.Handle).IsAssignableFrom(typeof(Many.Handle)));

        _packets.Alloc(1);
        Many other = default;
        other.Free(other.Alloc(1));
        foreign = other.Alloc(1);
        Assert.False(_packets.Owns((Packets.Handle)foreign));
    }

    [Fact]
    public void Freeing_in_a_fresh_slab_leaves_all_slots_usable()
    {
        Assert.False(_packets.TryFree(default));
        Assert.False(_packets.TryFree((Packets.Handle)new Handle(0, 1)));
        Assert.False(_packets.TryFree((Packets.Handle)new Handle(31, 1)));
        for (int i = 0; i < Packets.Slots; i++) _packets.Alloc(1);
        Assert.Equal(Packets.Slots, _packets.Count);
    }

    [Fact]
    public void What_is_declared_for_threads_is_for_threads()
    {
        Parallel.For(0, 8, thread =>
        {
            for (int i = 0; i < 2000; i++)
            {
                if (!Shared.TryAlloc(1, out Shared.Handle handle)) continue;
                Shared.SpanOf(handle)[0] = (byte)thread;
                Assert.Equal(thread, Shared.SpanOf(handle)[0]);
                Shared.Free(handle);
            }
        });
        Assert.True(Shared.IsEmpty);
    }

    [Slab(Bytes = 1024, Slots = 32)]
    private partial struct Packets
    {
        /// <summary>The first byte of the slot of a handle, live or not.</summary>
        public static Block BlockAt(Handle handle) => new(handle.Slot * BlockSize, 1);
    }

    [Slab(Slots = 1000, BlockSize = 8)]
    private partial struct Many;

    [Slab(Slots = 2, BlockSize = 70_000)]
    private partial struct Long;

    [Slab(Slots = 5, BlockSize = 16, Synchronization = Synchronization.LockFree)]
    private static partial class Shared;

    [Slab(Slots = 5, BlockSize = 16)]
    private static partial class SlotsAndBlocks;

    [Slab(Bytes = 256, Slots = 8)] private static partial class Slab256b32;
    [Slab(Bytes = 256, Slots = 16)] private static partial class Slab256b16;
    [Slab(Bytes = 256, Slots = 32)] private static partial class Slab256b8;
    [Slab(Bytes = 512, Slots = 16)] private static partial class Slab512b32;
    [Slab(Bytes = 512, Slots = 32)] private static partial class Slab512b16;
    [Slab(Bytes = 512, Slots = 64)] private static partial class Slab512b8;
    [Slab(Bytes = 768, Slots = 24)] private static partial class Slab768b32;
    [Slab(Bytes = 768, Slots = 48)] private static partial class Slab768b16;
    [Slab(Bytes = 768, Slots = 96)] private static partial class Slab768b8;
    [Slab(Bytes = 1024, Slots = 32)] private static partial class Slab1K32;
    [Slab(Bytes = 1024, Slots = 64)] private static partial class Slab1K16;
    [Slab(Bytes = 1024, Slots = 128)] private static partial class Slab1K8;
}
