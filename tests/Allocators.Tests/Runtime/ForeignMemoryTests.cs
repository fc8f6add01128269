using System;
using Xunit;

namespace Allocators.Tests;

/// <summary>How memory that a heap is given is cut, claimed, taken from another heap and given back.</summary>
public sealed partial class ForeignMemoryTests
{
    private const ulong Layout = 0x0123_4567_89AB_CDEF;

    // At a page, so that it is aligned for all of these.
    private readonly nint _memory = Memory.At(0, bytes: 512);

    private HandWritten _heap = new(256);

    /// <summary>Each number of bytes at each distance from an aligned address, against the definition.</summary>
    [Theory]
    [InlineData(16, 0, 16, 64)]
    [InlineData(16, 8, 4, 100)]
    [InlineData(64, 24, 24, 512)]
    [InlineData(1, 8, 16, 100)]
    public void Memory_starts_aligned_behind_what_is_in_front_and_has_whole_units(int alignment, int frontBytes, int unitBytes, int maxBytes)
    {
        for (int skew = 0; skew < 65; skew++)
        {
            for (int length = 0; length < 256; length++)
            {
                int start = (skew + alignment - 1) / alignment * alignment;
                int left = Math.Min(skew + length - start - frontBytes, maxBytes), capacity = left < unitBytes ? 0 : left - (left % unitBytes);

                Span<byte> units = ForeignMemory.Split(At(skew, length), alignment, frontBytes, unitBytes, maxBytes, out Span<byte> front);
                Assert.True(units == (capacity == 0 ? default : At(start + frontBytes, capacity)));
                Assert.True(front == (capacity == 0 ? default : At(start, frontBytes)));
                if (frontBytes == 0) Assert.True(ForeignMemory.Align(At(skew, length), alignment, unitBytes, maxBytes) == units);

                nint place = ForeignMemory.Place(_memory + skew, length, alignment, frontBytes, unitBytes, maxBytes, out int there);
                Assert.Equal((capacity == 0 ? 0 : _memory + start + frontBytes, capacity), (place, there));
            }
        }
    }

    [Fact]
    public void An_address_is_not_0_and_has_no_negative_length()
    {
        ArgumentNullException none = Assert.Throws<ArgumentNullException>("address", () => ForeignMemory.Place(0, 64, 8, 0, 8, 64, out _));
        Assert.StartsWith("A heap needs memory: its address is not 0.", none.Message, StringComparison.Ordinal);

        ArgumentOutOfRangeException negative = Assert.Throws<ArgumentOutOfRangeException>("length", () => ForeignMemory.Place(_memory, -1, 8, 0, 8, 64, out _));
        Assert.StartsWith("A length is 0 or more bytes.", negative.Message, StringComparison.Ordinal);
        Assert.Equal(-1L, negative.ActualValue);
    }

    [Theory]
    [InlineData(100, 4, 100)]
    [InlineData(100, 8, 100)]
    [InlineData(100, 16, 108)]
    [InlineData(100, 64, 156)]
    public void Another_heap_gives_as_much_more_as_its_alignment_falls_short(long bytes, int alignment, int taken)
    {
        _heap.Alloc(1);
        Block block = ForeignMemory.TakeFrom(ref _heap, bytes, alignment);
        Assert.Equal(new Block(Math.Min(alignment, 8), taken), block);
        Assert.True(ForeignMemory.BytesOf(ref _heap, block) == _heap[block]);
        Assert.True(ForeignMemory.UnscopedBytesOf(ref _heap, block) == _heap[block]);
    }

    [Theory]
    [InlineData(257, 8, "257 bytes at alignment 8")]
    [InlineData(int.MaxValue - 8L, 16, "2,147,483,647 bytes at alignment 8")]
    [InlineData(long.MaxValue / 2, 16, "2,147,483,647 bytes at alignment 8")]
    public void What_another_heap_has_no_room_for_is_asked_of_it_all_the_same(long bytes, int alignment, string asked) =>
        Assert.Contains(asked, Assert.Throws<OutOfMemoryException>(() => ForeignMemory.TakeFrom(ref _heap, bytes, alignment)).Message, StringComparison.Ordinal);

    [Fact]
    public void Memory_goes_back_to_the_heap_that_it_was_taken_from_and_to_no_other()
    {
        HandWritten other = new(256);
        Block taken = _heap.Alloc(100), same = other.Alloc(100);

        InvalidOperationException exception = Assert.Throws<InvalidOperationException>(() => ForeignMemory.ReturnTo(ref other, same, in _heap[taken][0], "Upper"));
        Assert.Equal("Upper: its memory was not taken from this heap. Give it back where it was taken. Nothing was changed.", exception.Message);
        Assert.True(other.Owns(same));

        ForeignMemory.ReturnTo(ref _heap, taken, in _heap[taken][99], "Upper");
        Assert.False(_heap.Owns(taken));
        ForeignMemory.ReturnTo(ref _heap, default, in other[same][0], "Upper");
        ForeignMemory.ReturnTo(ref other, same, in other[same][0], "Upper");
        Assert.False(other.Owns(same));
    }

    [Fact]
    public void The_address_of_a_block_is_that_of_its_first_byte()
    {
        Heap heap = new(_memory, 512);
        Assert.Equal(_memory + 100, ForeignMemory.AddressOf(ref heap, new Block(100, 8)));
        Assert.True(System.Runtime.CompilerServices.Unsafe.AreSame(ref At(100, 1)[0], ref ForeignMemory.At(_memory + 100)));
    }

    [Fact]
    public void Bookkeeping_is_in_front_or_empty_where_there_is_no_memory()
    {
        At(8, 8)[0] = 7;
        Assert.Equal(7UL, ForeignMemory.Front<ulong>(At(8, 8)));
        Assert.Equal(7UL, ForeignMemory.Front<ulong>(_memory + 24, frontBytes: 16));
        ForeignMemory.Front<ulong>(_memory + 24, frontBytes: 16)++;
        Assert.Equal(8, At(8, 1)[0]);

        Assert.Equal(0UL, ForeignMemory.Front<ulong>(default(Span<byte>)));
        Assert.Equal(0UL, ForeignMemory.Front<ulong>(0, frontBytes: 16));
    }

    [Fact]
    public void Bookkeeping_is_zero_if_each_of_its_bytes_is()
    {
        UInt128 bookkeeping = 1;
        Assert.False(ForeignMemory.IsZero(in bookkeeping, 0, 16));
        Assert.True(ForeignMemory.IsZero(in bookkeeping, 1, 15));

        bookkeeping <<= 64;
        Assert.True(ForeignMemory.IsZero(in bookkeeping, 0, 8));
        Assert.False(ForeignMemory.IsZero(in bookkeeping, 0, 9));
        Assert.True(ForeignMemory.IsZero(in bookkeeping, 9, 7));
    }

    [Fact]
    public void Zeros_become_a_heap_that_is_known_again()
    {
        ulong word = 0;
        ForeignMemory.Claim(ref word, Layout, isBlank: true, "Heap");
        Assert.Equal(Layout, word);

        ForeignMemory.Claim(ref word, Layout, isBlank: false, "Heap");
        ForeignMemory.Claim(ref word, Layout, isBlank: true, "Heap");
        Assert.Equal(Layout, word);
    }

    [Theory]
    [InlineData(0, false, "Heap: this memory is no such heap. It begins with zeros, as that of an empty heap, but the numbers behind them are not zero. ")]
    [InlineData(0xAB, true, "Heap: this memory is no such heap. It begins with 0x00000000000000AB instead of 0x0123456789ABCDEF: another declaration has left that there, another version of the package, or no heap at all. ")]
    [InlineData(0xAB, false, "Heap: this memory is no such heap. It begins with 0x00000000000000AB instead of 0x0123456789ABCDEF: another declaration has left that there, another version of the package, or no heap at all. ")]
    public void What_is_neither_zeros_nor_this_heap_is_refused_and_left(ulong found, bool isBlank, string what)
    {
        ulong word = found;
        Assert.Equal(
            what + "Nothing was changed. For an empty heap, fill the memory with zeros; if it may hold anything, declare the heap with State = State.InStruct.",
            Assert.Throws<ArgumentException>(() => ForeignMemory.Claim(ref word, Layout, isBlank, "Heap")).Message);
        Assert.Equal(found, word);
    }

    /// <summary>Memory outlives the program that wrote it, so that these numbers stay as they are.</summary>
    [Theory]
    [InlineData(Layout, 1, 0x9F14_3CDE_F6E1_B1FB)]
    [InlineData(Layout, 8, 0xF098_88AC_73F8_2D47)]
    [InlineData(Layout - 1, 2, 0x3D4D_B615_773F_35C5)]
    public void The_size_of_values_is_part_of_a_layout_that_is_never_zero(ulong layout, int valueBytes, ulong expected) =>
        Assert.Equal(expected, ForeignMemory.LayoutOfValues(layout, valueBytes));

    private unsafe Span<byte> At(int offset, int length) => new((byte*)_memory + offset, length);

    [ChunkHeap(Chunks = 32, ChunkSize = 16, Storage = Storage.Pointer, State = State.InStruct)]
    private partial struct Heap;
}
