using System;
using System.Numerics;
using System.Runtime.Intrinsics;
using Xunit;

namespace Allocators.Tests;

/// <summary>Spans over memory, and the way back to offsets.</summary>
public sealed class HeapMemoryTests
{
    private readonly byte[] _memory = new byte[256];

    [Fact]
    public void A_span_is_the_bytes_of_the_block()
    {
        Span<byte> span = HeapMemory.Span(ref _memory[0], 256, new Block(100, 20));
        Assert.True(span == _memory.AsSpan(100, 20));
        Assert.True(HeapMemory.UnscopedSpan(in _memory[0], 256, new Block(100, 20)) == span);
        Assert.Equal(0, HeapMemory.Span(ref _memory[0], 256, new Block(256, 0)).Length);
        Assert.Throws<ArgumentOutOfRangeException>("block", () => HeapMemory.Span(ref _memory[0], 256, new Block(250, 7)).Length);
    }

    [Fact]
    public void A_value_is_the_bytes_at_its_offset()
    {
        HeapMemory.ValueAt<int>(ref _memory[0], 8) = 0x01020304;
        Span<int> same = HeapMemory.UnscopedValueAt<int>(in _memory[0], 8);
        Assert.Equal((1, 0x01020304), (same.Length, same[0]));
        same[0]++;
        Assert.Equal(0x01020305, HeapMemory.Load<int>(in _memory[0], 8));
        Assert.Equal(0, HeapMemory.Load<int>(in _memory[0], 4));
        Assert.Equal(0, HeapMemory.Load<int>(in _memory[0], 12));
    }

    [Fact]
    public void A_span_leads_back_to_its_block()
    {
        for (int offset = 0; offset < 256; offset += 4)
        {
            Assert.Equal(new Block(offset, 256 - offset), BlockOf<byte>(_memory.AsSpan(offset)));
            Assert.Equal(new Block(offset, 4), BlockOf(HeapMemory.Cast<int>(_memory.AsSpan(offset, 4))));
            Assert.Equal(new Block(offset, 4), HeapMemory.BlockOf(in _memory[0], 256, ref HeapMemory.Cast<int>(_memory.AsSpan(offset))[0]));
        }

        Assert.Equal(default, BlockOf<byte>(_memory.AsSpan(7, 0)));
    }

    [Fact]
    public void What_lies_elsewhere_has_an_offset_that_no_heap_has()
    {
        byte[] other = new byte[16];
        Assert.Equal(new Block(-1, 16), BlockOf<byte>(other));
        Assert.Equal(new Block(-1, 1), HeapMemory.BlockOf(in _memory[0], 256, ref other[3]));
        Assert.Equal(new Block(-1, 1), HeapMemory.BlockOf(in _memory[0], 255, ref _memory[255]));
        Assert.Equal(new Block(-1, 1), HeapMemory.BlockOf(in _memory[1], 255, ref _memory[0]));
    }

    [Theory]
    [InlineData(1000, 0)]
    [InlineData(1255, 255)]
    [InlineData(1256, -1)]
    [InlineData(999, -1)]
    [InlineData(0, -1)]
    [InlineData(long.MaxValue, -1)]
    [InlineData(long.MinValue, -1)]
    public void An_address_is_an_offset_or_outside(long address, int offset) =>
        Assert.Equal(offset, HeapMemory.OffsetOf(1000, 256, (nint)address));

    [Fact]
    public unsafe void An_address_is_aligned_upwards()
    {
        fixed (byte* start = _memory)
        {
            for (int alignment = 1; alignment <= 64; alignment *= 2)
            {
                for (int i = 0; i < 64; i++)
                {
                    nint from = (nint)(start + i), aligned = HeapMemory.AddressOf(ref HeapMemory.AlignUp(ref start[i], alignment));
                    Assert.Equal(0, aligned % alignment);
                    Assert.InRange(aligned - from, 0, alignment - 1);
                }
            }
        }
    }

    [Fact]
    public unsafe void An_address_of_a_block_is_that_of_its_first_byte()
    {
        fixed (byte* start = _memory)
        {
            ref byte memory = ref *start;
            Assert.Equal((nint)start, HeapMemory.AddressOf(ref memory, 256, new Block(0, 256)));
            Assert.Equal((nint)start + 100, HeapMemory.AddressOf(ref memory, 256, new Block(100, 156)));
            Assert.Equal(0, HeapMemory.AddressOf(ref memory, 256, default));
        }

        Assert.Throws<ArgumentOutOfRangeException>("block", () => HeapMemory.AddressOf(ref _memory[0], 256, new Block(100, 157)));
        Assert.Throws<ArgumentOutOfRangeException>("block", () => HeapMemory.AddressOf(ref _memory[0], 256, new Block(-1, 1)));
    }

    [Fact]
    public void Bytes_for_values_are_counted_without_overflow()
    {
        Assert.Equal(24, HeapMemory.BytesFor<long>(3));
        Assert.Equal(0, HeapMemory.BytesFor<long>(0));
        Assert.Equal(int.MaxValue, HeapMemory.BytesFor<long>(int.MaxValue));
        Assert.Equal(int.MaxValue, HeapMemory.BytesFor<byte>(int.MaxValue));
        Assert.Throws<ArgumentOutOfRangeException>(() => HeapMemory.BytesFor<long>(-1));
    }

    [Fact]
    public void The_alignment_of_a_type_is_that_of_its_widest_part()
    {
        Assert.Equal((1, 2, 4, 8), (HeapMemory.AlignmentOf<byte>(), HeapMemory.AlignmentOf<short>(), HeapMemory.AlignmentOf<float>(), HeapMemory.AlignmentOf<long>()));
        Assert.Equal((4, 8, 16), (HeapMemory.AlignmentOf<Vector3>(), HeapMemory.AlignmentOf<decimal>(), HeapMemory.AlignmentOf<Int128>()));
        Assert.Equal((16, 1), (HeapMemory.AlignmentOf<Vector128<byte>>(), HeapMemory.AlignmentOf<Bytes>()));
    }

    [Fact]
    public void An_element_is_found_from_the_first()
    {
        int[] numbers = [1, 2, 3];
        HeapMemory.At(ref numbers[0], 2) = 4;
        Assert.Equal([1, 2, 4], numbers);
        Assert.Equal(4, HeapMemory.Read(in numbers[0], 2));
    }

    private Block BlockOf<T>(Span<T> span)
        where T : unmanaged => HeapMemory.BlockOf(in _memory[0], 256, (ReadOnlySpan<T>)span);

    private readonly record struct Bytes(byte First, byte Second, byte Third);
}
