using System;
using System.Linq;
using System.Runtime.Intrinsics;
using Xunit;

namespace Allocators.Tests;

/// <summary>Blocks of values: what each call of them means in bytes.</summary>
public sealed partial class TypedBlocksTests
{
    private Heap _heap;

    [Fact]
    public void A_block_of_values_is_as_long_as_they_are()
    {
        Block<long> block = _heap.Alloc<long>(10);

        Assert.Equal(10, block.Count);
        Assert.Equal(10, _heap.SpanOf(block).Length);
        Assert.Equal(new Block(block.Offset, 80), (Block)block);
        Assert.True(_heap.Owns(block));
        _heap.Free(block);
        Assert.False(_heap.Owns(block));
    }

    [Fact]
    public void It_is_as_small_as_a_block() => Assert.Equal(sizeof(long), System.Runtime.CompilerServices.Unsafe.SizeOf<Block<decimal>>());

    [Fact]
    public void Values_are_aligned_for_their_type()
    {
        _heap.Alloc(1);
        Assert.Equal(0, _heap.Alloc<long>(1).Offset % sizeof(long));
        Assert.Equal(0, StaticHeap.AddressOf((Block)StaticHeap.Alloc<Int128>(3)) % 16);
    }

    [Fact]
    public void A_copy_has_the_values()
    {
        Block<int> block = _heap.AllocCopy<int>([1, 2, 3]);

        Assert.Equal([1, 2, 3], _heap.SpanOf(block).ToArray());
        Assert.True(_heap.AllocCopy(ReadOnlySpan<int>.Empty).IsEmpty);
    }

    [Fact]
    public void Values_move_with_their_block()
    {
        Block<int> block = _heap.AllocCopy<int>([1, 2, 3]);
        _heap.Alloc(1);
        _heap.Realloc(ref block, 500);

        Assert.Equal(500, block.Count);
        Assert.Equal([1, 2, 3], _heap.SpanOf(block)[..3].ToArray());
        Assert.True(_heap.TryResize(ref block, 2));
        Assert.Equal([1, 2], _heap.SpanOf(block).ToArray());
        _heap.Realloc(ref block, 0);
        Assert.True(block.IsEmpty);
    }

    [Fact]
    public void What_there_is_no_room_for_is_refused()
    {
        Assert.False(_heap.TryAlloc(int.MaxValue, out Block<long> none));
        Assert.True(none.IsEmpty);
        Assert.Contains("17,179,869,176", Assert.Throws<OutOfMemoryException>(() => _heap.Alloc<long>(int.MaxValue)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>("count", () => _heap.Alloc<long>(-1));
        Assert.Contains("Vector256", Assert.Throws<ArgumentOutOfRangeException>("T", () => _heap.Alloc<Vector256<float>>(1)).Message, StringComparison.Ordinal);

        Block<long> block = _heap.Alloc<long>(1);
        Block<long> before = block;
        Assert.False(_heap.TryResize(ref block, int.MaxValue));
        Assert.Throws<OutOfMemoryException>(() => _heap.Realloc(ref block, int.MaxValue));
        Assert.Equal(before, block);
        Assert.True(_heap.Owns(block));
    }

    [Fact]
    public void What_was_freed_is_refused()
    {
        Block<long> block = _heap.Alloc<long>(4);
        Block<long> copy = block;
        _heap.Free(block);

        Assert.Throws<InvalidOperationException>(() => _heap.Free(copy));
        Assert.Throws<InvalidOperationException>(() => _heap.TryResize(ref copy, 2));
        Assert.Throws<InvalidOperationException>(() => _heap.Realloc(ref copy, 200));
        _heap.Free(default(Block<long>));
    }

    [Fact]
    public void It_is_cast_from_bytes_and_back()
    {
        Block<int> block = (Block<int>)new Block(8, 10);

        Assert.Equal(2, block.Count);
        Assert.Equal(8, block.Offset);
        Assert.Equal(new Block(8, 10), (Block)block);
        Assert.Equal(new Block<int>(8, 2), (Block<int>)new Block(8, 8));
        Assert.NotEqual(new Block<int>(8, 2), block);
        Assert.True(new Block<int>(8, 2) != block && new Block<int>(8, 2) == (Block<int>)new Block(8, 8));
        Assert.True(block.Equals((object)block));
        Assert.Equal(block.GetHashCode(), ((Block<int>)new Block(8, 10)).GetHashCode());
        Assert.Equal("2 Int32 at 8", block.ToString());
        Assert.Throws<ArgumentOutOfRangeException>("count", () => new Block<int>(0, -1));
    }

    [Fact]
    public void There_is_a_way_back_to_the_block()
    {
        _heap.Alloc(1);
        Span<int> span = _heap.AllocSpan<int>(5);
        ref long value = ref _heap.Alloc<long>();

        Assert.Equal(new Block<int>(64, 5), _heap.BlockOf(span));
        Assert.Equal(new Block<long>(128, 1), _heap.BlockOf(ref value));
        Assert.True(_heap.BlockOf(Span<int>.Empty).IsEmpty);

        Assert.Throws<InvalidOperationException>(() => _heap.BlockOf(_heap.SpanOf(new Block<int>(68, 4))));
        Assert.Throws<InvalidOperationException>(() => _heap.BlockOf(new int[5].AsSpan()));
        Assert.Throws<InvalidOperationException>(() =>
        {
            long outside = 0;
            _heap.BlockOf(ref outside);
        });
        _heap.Free(_heap.BlockOf(span));
        Assert.Throws<InvalidOperationException>(() => _heap.BlockOf(_heap.SpanOf(new Block<int>(64, 5))));
    }

    [Fact]
    public void Bytes_come_with_their_block()
    {
        Block block = _heap.Alloc(12, out Span<byte> bytes);
        bytes.Fill(7);

        Assert.Equal(12, bytes.Length);
        Assert.True(_heap[block].ToArray().All(static value => value == 7));
    }

    [ChunkHeap(Chunks = 100, ChunkSize = 64)]
    private partial struct Heap;

    [ChunkHeap(Chunks = 100, ChunkSize = 64)]
    private static partial class StaticHeap;
}
