using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Xunit;

namespace Allocators.Tests;

/// <summary>Memory as spans and as values, from structs and static classes.</summary>
public sealed partial class SpansTests
{
    private Heap _heap;

    public SpansTests() => StaticHeap.Reset();

    [Fact]
    public void A_span_is_a_block_of_the_heap()
    {
        Span<byte> span = _heap.AllocSpan(65);
        Assert.Equal(65, span.Length);
        Assert.True(_heap.Owns(span));
        Assert.False(_heap.Owns(span.Slice(1)));
        Assert.False(_heap.Owns(new byte[65]));
        Assert.False(_heap.Owns([]));

        _heap.Free(span);
        Assert.Equal(0, _heap.AllocationCount);
    }

    [Fact]
    public void A_span_of_values_is_aligned_for_them()
    {
        _heap.Alloc(1);
        Span<long> longs = _heap.AllocSpan<long>(5);
        Span<Triple> triples = _heap.AllocSpan<Triple>(3);

        Assert.Equal((5, 3), (longs.Length, triples.Length));
        Assert.Equal(0, AddressOf(ref longs[0]) % 8);
        Assert.Equal(0, AddressOf(ref triples[0]) % 2);
        longs.Fill(-1);
        triples.Fill(new Triple(1, 2, 3));
        Assert.Equal(5, longs.Count(-1L));

        _heap.Free(triples);
        _heap.Free(longs);
        Assert.Equal(1, _heap.AllocationCount);
    }

    [Fact]
    public void A_value_lies_in_the_heap()
    {
        ref long value = ref _heap.Alloc<long>();
        value = 42;
        Assert.Equal(42, MemoryMarshal.Read<long>(_heap[new Block(0, 8)]));
        Assert.Equal(8, _heap.UsedBytes);

        _heap.Free(ref value);
        Assert.Equal(0, _heap.AllocationCount);
    }

    [Fact]
    public void Nothing_is_freed_by_a_span_from_elsewhere()
    {
        _heap.AllocSpan(16);
        Assert.Throws<InvalidOperationException>(() => _heap.Free(new byte[16].AsSpan()));
        Assert.Throws<InvalidOperationException>(() => _heap.Free(_heap[new Block(0, 16)].Slice(8)));
        Assert.Throws<InvalidOperationException>(() => _heap.Free(_heap[new Block(0, 32)]));
        long onTheStack = 0;
        Assert.Throws<InvalidOperationException>(() => _heap.Free(ref onTheStack));
        Assert.Equal(1, _heap.AllocationCount);

        _heap.Free(Span<byte>.Empty);
        Assert.Equal(1, _heap.AllocationCount);
    }

    [Fact]
    public void No_values_are_the_empty_span()
    {
        Assert.True(_heap.AllocSpan(0).IsEmpty);
        Assert.True(_heap.AllocSpan<long>(0).IsEmpty);
        Assert.Equal(0, _heap.AllocationCount);
    }

    [Fact]
    public void More_values_than_the_heap_can_ever_hold_are_no_room()
    {
        Assert.Throws<OutOfMemoryException>(() => _heap.AllocSpan<long>(int.MaxValue).Length);
        Assert.Throws<ArgumentOutOfRangeException>(() => _heap.AllocSpan<long>(-1).Length);
        Assert.Throws<ArgumentOutOfRangeException>("size", () => _heap.AllocSpan(-1).Length);
        Assert.Equal(0, _heap.AllocationCount);
    }

    [Fact]
    public void A_type_that_needs_more_alignment_than_the_heap_has_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>("T", () => _heap.AllocSpan<Int128>(1).Length);
        Assert.Equal(0, AddressOf(ref StaticHeap.AllocSpan<Int128>(2)[0]) % 16);
    }

    [Fact]
    public void A_static_heap_gives_spans_and_values_too()
    {
        Span<byte> bytes = StaticHeap.AllocSpan(65);
        Span<int> values = StaticHeap.AllocSpan<int>(7);
        ref double value = ref StaticHeap.Alloc<double>();
        value = 1.5;

        Assert.True(StaticHeap.Owns(bytes));
        Assert.True(StaticHeap.Owns(MemoryMarshal.AsBytes(values)));
        Assert.Equal(0, AddressOf(ref value) % 8);
        Assert.Equal(3, StaticHeap.AllocationCount);

        StaticHeap.Free(values);
        StaticHeap.Free(ref value);
        StaticHeap.Free(bytes);
        Assert.Equal(0, StaticHeap.AllocationCount);
        Assert.Throws<InvalidOperationException>(() => StaticHeap.Free(StaticHeap.SpanOf(new Block(0, 65))));
    }

    private static unsafe nint AddressOf<T>(ref T value)
        where T : unmanaged => (nint)Unsafe.AsPointer(ref value);

    private readonly record struct Triple(short First, short Second, short Third);

    [ChunkHeap(Chunks = 100, ChunkSize = 4)]
    private partial struct Heap;

    [ChunkHeap(Chunks = 100, ChunkSize = 4)]
    private static partial class StaticHeap;
}
