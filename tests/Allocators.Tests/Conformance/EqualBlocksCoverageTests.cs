using System;
using System.Collections.Generic;
using System.Linq;
using Xunit;

namespace Allocators.Tests;

/// <summary>The conformance suite leaves out no free list and no slab: no place, lock, check, size and width of handles.</summary>
public sealed class EqualBlocksCoverageTests
{
    private static readonly bool[] TrueAndFalse = [true, false];

    private static readonly int[] BlockSizes = [1, 2, 16, 24], Counts = [1, 64, 65, 300, 70_000], Widths = [16, 32, 64];

#if NET9_0_OR_GREATER
    private static readonly string[] Places = ["inline", "static", "pointer", "pointer, InMemory", "span", "span, InMemory"];
#else
    private static readonly string[] Places = ["inline", "static", "pointer", "pointer, InMemory"];
#endif

    private static readonly List<Declaration> Tested =
    [
        .. from type in typeof(EqualBlocksCoverageTests).Assembly.GetTypes()
           let suite = type.BaseType
           where suite is { IsGenericType: true } && suite.GetGenericTypeDefinition() == typeof(EqualBlocks<>)
           select Declaration.Of(suite.GetGenericArguments()[0]),
    ];

    [Fact]
    public void Every_place_has_every_lock_with_and_without_checks_for_bytes_and_for_values()
    {
        var all =
            from isSlab in TrueAndFalse
            from place in Places
            from synchronization in Enum.GetValues<Synchronization>()
            from isChecked in TrueAndFalse
            from isTyped in TrueAndFalse
            select (isSlab, place, synchronization, isChecked, isTyped);

        Assert.Empty(all.Except(Tested.Select(heap => (heap.IsSlab, heap.Place, heap.Attribute.Synchronization, heap.IsChecked, heap.IsTyped))));
    }

    [Fact]
    public void Every_size_of_blocks_is_tested_with_every_number_of_them()
    {
        var all =
            from isSlab in TrueAndFalse
            from size in BlockSizes
            from count in Counts
            select (isSlab, size, count);

        Assert.Empty(all.Except(Tested.Select(heap => (heap.IsSlab, heap.BlockSize, heap.Count))));
    }

    [Fact]
    public void Links_lie_in_the_blocks_and_beside_them()
    {
        var all =
            from size in BlockSizes
            from isLockFree in TrueAndFalse
            from isChecked in TrueAndFalse
            select (size, isLockFree, isChecked);

        Assert.Empty(all.Except(Tested.Where(heap => !heap.IsSlab).Select(heap => (heap.BlockSize, heap.IsLockFree, heap.IsChecked))));
    }

    [Fact]
    public void Handles_of_every_width_retire_and_wrap_with_locks_and_without()
    {
        var all =
            from width in Widths
            from onExhausted in Enum.GetValues<OnExhausted>()
            from isLockFree in TrueAndFalse
            select (width, onExhausted, isLockFree);

        Assert.Empty(all.Except(Tested.Where(heap => heap.IsSlab).Select(heap => (heap.HandleBits, heap.OnExhausted, heap.IsLockFree))));
    }
}
