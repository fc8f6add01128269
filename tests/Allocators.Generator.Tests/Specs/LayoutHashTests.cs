using System.Collections.Generic;
using System.Linq;
using Allocators.Generator.Kinds.ChunkHeap;
using Allocators.Generator.Kinds.FreeList;
using Allocators.Generator.Kinds.Slab;
using Allocators.Generator.Kinds.Teaspoon;
using Allocators.Generator.Model;
using Xunit;

namespace Allocators.Generator.Tests.Specs;

/// <summary>By the hash a heap in foreign memory is known again: it is the same for the same layout, and another for any other.</summary>
public class LayoutHashTests
{
    private static readonly HeapOptions InMemory = SpecFactory.Options(MemoryPlace.Pointer, State.InMemory);

    private static readonly ChunkHeapSpec Chunks = new(InMemory, 4096, 256, Coalescing.Deferred);

    private static readonly FreeListSpec Blocks = new(InMemory, 300, 16, null);

    private static readonly SlabSpec Slots = new(InMemory, 300, 16, null, 32, OnExhausted.Retire);

    private static readonly TeaspoonSpec Spoon = new(InMemory, TeaspoonVariant.All[2], 1 << 20, Coalescing.Immediate);

    private static readonly TeaspoonSpec Headerless = Spoon with { Variant = Spoon.Variant.WithoutHeaders() };

    /// <summary>What a file begins with that was written by an earlier version: another value here makes it unreadable.</summary>
    [Fact]
    public void HashesAreThoseOfTheFilesThereAre() => Assert.Equal(
        ["4BD6A329084CF3E9", "29CF0EF14A5BD577", "E750F3683AC9A7A5", "5ADA0148E20BE907", "0C6442F8AABA7E4F"],
        ((HeapSpec[])[Chunks, Blocks, Slots, Spoon, Headerless]).Select(static spec => $"{spec.LayoutHash:X16}"));

    [Fact]
    public void EveryNumberAndEveryFieldMatters()
    {
        HeapSpec[] specs =
        [
            Chunks,
            Chunks with { Chunks = 4095 },
            Chunks with { ChunkSize = 512 },
            Chunks with { Coalescing = Coalescing.Immediate },
            Chunks with { Options = InMemory with { Synchronization = Synchronization.SpinLock } },
            Chunks with { Options = InMemory with { Synchronization = Synchronization.LockFree } },
            Chunks with { Options = InMemory with { Alignment = 4096 } },
            Blocks,
            Blocks with { Count = 301 },
            Blocks with { BlockBytes = 24 },
            Blocks with { BlockBytes = 3 },
            Blocks with { Options = InMemory with { Checks = Checks.None } },
            Blocks with { Options = InMemory with { Synchronization = Synchronization.LockFree } },
            Slots,
            Slots with { HandleBits = 16 },
            Slots with { HandleBits = 64 },
            Slots with { BlockBytes = 17 },
            Slots with { OnExhausted = OnExhausted.Wrap },
            Slots with { Options = InMemory with { Synchronization = Synchronization.LockFree } },
            Spoon,
            Spoon with { Bytes = (1 << 20) - 8 },
            Spoon with { Coalescing = Coalescing.Deferred },
            Spoon with { Variant = TeaspoonVariant.All[0], Bytes = 8192 },
            Spoon with { Variant = TeaspoonVariant.All[1], Bytes = 8192 },
            Spoon with { Bytes = 8192 },
            Headerless,
            Headerless with { Options = InMemory with { Checks = Checks.None } },
        ];

        Assert.Equal(specs.Length, specs.Select(static spec => spec.LayoutHash).Distinct().Count());
        Assert.All(specs, static spec => Assert.Equal(1UL, spec.LayoutHash & 1));
    }

    [Fact]
    public void WhatIsNotInTheMemoryDoesNotMatter()
    {
        HeapOptions overSpan = SpecFactory.Options(MemoryPlace.Span, State.InMemory), aligned = InMemory with { Alignment = overSpan.Alignment };

        Assert.Equal(Chunks.LayoutHash, (Chunks with { Options = InMemory with { Checks = Checks.None } }).LayoutHash);
        Assert.Equal((Chunks with { Options = aligned }).LayoutHash, (Chunks with { Options = overSpan }).LayoutHash);
        Assert.Equal(Spoon.LayoutHash, (Spoon with { Variant = TeaspoonVariant.All[3] }).LayoutHash);

        ChunkHeapSpec large = new(SpecFactory.Options(MemoryPlace.Pointer), 100_000, 16, Coalescing.Deferred);
        Assert.Equal(large.LayoutHash, (large with { Options = InMemory }).LayoutHash);
    }

    /// <summary>A number in full, of an array its first 64 bytes; and no more than there is.</summary>
    [Fact]
    public void FieldsStartWhereTheirRowsDo()
    {
        Assert.Equal([(8, 8 + 64), (8 + 8 + 1024, 32 + 56)], Chunks.FieldStarts);
        foreach (HeapSpec spec in (HeapSpec[])[Chunks, Blocks, Slots, Spoon, Headerless])
        {
            List<(int Offset, int Bytes)> expected = [];
            int offset = 8;
            foreach (LayoutRow row in spec.StateRows)
            {
                for (int i = 0; row.Field.Length > 0 && i < row.Bytes && i < 64; i++) expected.Add((offset + i, 1));
                offset += row.Bytes;
            }

            Assert.Equal(expected, spec.FieldStarts.SelectMany(static start => Enumerable.Range(start.Offset, start.Bytes)).Select(static at => (at, 1)));
            Assert.Equal(offset, spec.OverheadBytes);
        }
    }
}
