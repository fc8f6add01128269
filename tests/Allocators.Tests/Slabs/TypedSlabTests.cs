using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using Xunit;

namespace Allocators.Tests;

/// <summary>Slabs of values: references into them, the way from a value to its handle, and the walk over the live ones.</summary>
public sealed partial class TypedSlabTests
{
    private Points _points;

    public TypedSlabTests() => StaticSegments.Reset();

    [Fact]
    public void A_handle_is_a_reference_to_its_value()
    {
        Points.Handle handle = _points.Alloc(new Point(1, 2, 3));
        _points[handle].Y = 20;
        Assert.Equal(new Point(1, 20, 3), _points[handle]);
        Assert.True(_points.TryGet(handle, out Point copy));
        copy.X = 10;
        Assert.Equal(1, _points[handle].X);

        ref Point value = ref _points[handle];
        Assert.Equal(handle, _points.HandleOf(ref value));
        Assert.True(Unsafe.AreSame(ref value, ref _points[_points.HandleOf(ref value)]));
    }

    [Fact]
    public void A_handle_that_is_not_valid_has_no_value()
    {
        Points.Handle handle = _points.Alloc(new Point(1, 2, 3));
        ref Point value = ref _points[handle];
        _points.Free(handle);
        Assert.False(_points.TryGet(handle, out Point copy));
        Assert.Equal(default, copy);
        Assert.False(_points.TryFree(handle));
        Assert.Throws<InvalidOperationException>(() => _points[handle].X);
        Assert.Throws<InvalidOperationException>(() => _points[default(Points.Handle)].X);
        Assert.Throws<InvalidOperationException>(() => _points.Free((Points.Handle)new Handle(2, 7)));
        Assert.Throws<InvalidOperationException>(() => HandleOfFirst());
        Assert.Equal(1, value.X);

        void HandleOfFirst() => _points.HandleOf(ref _points.ValueAtFirst());
    }

    [Fact]
    public void A_value_that_lies_elsewhere_has_no_handle()
    {
        Point elsewhere = default;
        Points other = default;
        Points.Handle handle = other.Alloc();
        Assert.Throws<InvalidOperationException>(() => _points.HandleOf(ref elsewhere));
        Assert.Throws<InvalidOperationException>(() => _points.HandleOf(ref other[handle]));
    }

    [Fact]
    public void Values_are_zeroed_when_they_are_asked_to_be()
    {
        _points.Free(_points.Alloc(new Point(1, 2, 3)));
        Assert.Equal(new Point(1, 2, 3), _points[_points.Alloc()]);
        _points.Clear();
        Assert.Equal(default, _points[_points.AllocZeroed()]);
    }

    [Fact]
    public void The_values_of_all_live_slots_are_met_by_reference_in_the_order_of_the_slots()
    {
        Points.Handle[] handles = new Points.Handle[Points.Slots];
        for (int i = 0; i < handles.Length; i++) handles[i] = _points.Alloc(new Point(i, 0, 0));
        for (int i = 0; i < handles.Length; i += 3) _points.Free(handles[i]);

        foreach (ref Point point in _points.Values) point.Y = point.X;

        int count = 0;
        for (int i = 0; i < handles.Length; i++)
        {
            if (!_points.TryGet(handles[i], out Point point)) continue;
            Assert.Equal(new Point(i, i, 0), point);
            count++;
        }

        Assert.Equal(_points.Count, count);
        List<float> met = [];
        foreach (Point point in _points.Values) met.Add(point.X);
        Assert.Equal(count, met.Count);
        for (int i = 1; i < met.Count; i++) Assert.True(met[i - 1] < met[i]);
    }

    [Fact]
    public void Values_may_be_freed_while_they_are_walked_over()
    {
        for (int i = 0; i < Points.Slots; i++) _points.Alloc(new Point(i, 0, 0));
        int met = 0;
        foreach (ref Point point in _points.Values)
        {
            Assert.Equal(met++, point.X);
            if (met % 2 == 0) _points.Free(_points.HandleOf(ref point));
        }

        Assert.Equal((Points.Slots, Points.Slots / 2), (met, _points.Count));
        _points.Clear();
        foreach (ref Point point in _points.Values) Assert.Fail($"{point} is not live");
    }

    [Fact]
    public void One_that_is_freed_ahead_of_the_walk_is_not_met()
    {
        Points.Handle first = _points.Alloc(new Point(0, 0, 0)), second = _points.Alloc(new Point(1, 0, 0)), third = _points.Alloc(new Point(2, 0, 0));
        List<float> met = [];
        foreach (ref Point point in _points.Values)
        {
            met.Add(point.X);
            _points.TryFree(second);
        }

        Assert.Equal((float[])[0, 2], met);
        Assert.True(_points.Owns(first) && _points.Owns(third));
    }

    [Fact]
    public void A_static_slab_has_the_same_calls()
    {
        StaticSegments.Handle handle = StaticSegments.Alloc(new Segment(1, 2, 3));
        Assert.Equal(2, StaticSegments.ValueOf(handle).To);
        Assert.Equal(handle, StaticSegments.HandleOf(ref StaticSegments.ValueOf(handle)));
        Assert.True(StaticSegments.TryGet(handle, out Segment copy));
        Assert.Equal(new Segment(1, 2, 3), copy);
        foreach (ref Segment segment in StaticSegments.Values) segment.Key = 4;
        Assert.Equal(4, StaticSegments.ValueOf(handle).Key);
        StaticSegments.Free(handle);
        Assert.Throws<InvalidOperationException>(() => StaticSegments.ValueOf(handle).Key);
        Assert.Throws<InvalidOperationException>(() => StaticSegments.Free(handle));
    }

    [Fact]
    public unsafe void Values_are_aligned_for_their_type()
    {
        for (int i = 0; i < StaticSegments.Slots; i++)
        {
            StaticSegments.Handle handle = StaticSegments.Alloc();
            Assert.Equal(0, (nint)Unsafe.AsPointer(ref StaticSegments.ValueOf(handle)) % sizeof(long));
        }

        PointerPointSlab slab = new(Memory.At(1, 1000), 1000);
        while (slab.TryAlloc(out PointerPointSlab.Handle handle)) Assert.Equal(0, (nint)Unsafe.AsPointer(ref slab[handle]) % sizeof(float));
        Assert.Equal(PointerPointSlab.Slots, slab.Count);
    }

    [Fact]
    public void A_slab_is_as_large_as_its_values_and_its_bookkeeping()
    {
        ExpectSize<Bytes1>(Bytes1.Slots * 1, Bytes1.Capacity, Bytes1.OverheadBytes);
        ExpectSize<Bytes3>(Bytes3.Slots * 3, Bytes3.Capacity, Bytes3.OverheadBytes);
        ExpectSize<Points>(Points.Slots * 12, Points.Capacity, Points.OverheadBytes);
        ExpectSize<Bytes24>(Bytes24.Slots * 24, Bytes24.Capacity, Bytes24.OverheadBytes);
        Assert.Equal((1, 3, 12, 24), (Bytes1.BlockSize, Bytes3.BlockSize, Points.BlockSize, Bytes24.BlockSize));
        Assert.Equal((1, 1, 4, 8), (Bytes1.MaxAlignment, Bytes3.MaxAlignment, Points.MaxAlignment, Bytes24.MaxAlignment));

        // Three numbers of 8 bytes, and a word of 4 for each slot.
        Assert.Equal((3 * 8) + (Points.Slots * 4), Points.OverheadBytes);
    }

    [Fact]
    public void Values_keep_what_is_written_to_their_neighbours_apart()
    {
        Bytes3 colors = default;
        Bytes3.Handle[] handles = new Bytes3.Handle[Bytes3.Slots];
        for (int i = 0; i < handles.Length; i++) handles[i] = colors.Alloc(Color(i));
        for (int i = 0; i < handles.Length; i++) Assert.Equal(Color(i), colors[handles[i]]);

        static Rgb Color(int i) => new((byte)i, (byte)(i + 50), (byte)(i + 100));
    }

    private static void ExpectSize<THeap>(int bytes, int capacity, int overhead)
        where THeap : struct, IHeap
    {
        Assert.Equal(bytes, capacity);
        Assert.InRange(Unsafe.SizeOf<THeap>(), bytes + overhead, bytes + overhead + 7);
    }

    [Slab<Point>(Slots = 100)]
    private partial struct Points
    {
        /// <summary>The value in the first slot, live or not.</summary>
        [System.Diagnostics.CodeAnalysis.UnscopedRef]
        public ref Point ValueAtFirst() => ref ValueAt(0);
    }

    [Slab<byte>(Slots = 9)]
    private partial struct Bytes1;

    [Slab(typeof(Rgb), Slots = 101)]
    private partial struct Bytes3;

    [Slab<Segment>(Slots = 3)]
    private partial struct Bytes24;

    [Slab(typeof(Segment), Slots = 10, HandleBits = 64)]
    private static partial class StaticSegments;

    [Slab<Point>(Slots = 20, Storage = Storage.Pointer, State = State.InMemory)]
    private partial struct PointerPointSlab;
}
