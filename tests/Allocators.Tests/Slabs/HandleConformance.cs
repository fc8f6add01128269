using System;
using System.Runtime.CompilerServices;
using Xunit;
using Xunit.Abstractions;

namespace Allocators.Tests;

/// <summary>What every slab has to do with handles, whatever their width and wherever it lies. A slab is put to it by one line.</summary>
/// <param name="output">Takes the seed.</param>
/// <param name="heap">The slab, where it has to be constructed.</param>
public abstract class HandleConformance<THeap, THandle>(ITestOutputHelper output, THeap heap = default)
    where THeap : struct, IHeap
    where THandle : struct, IEquatable<THandle>
{
    private const int Operations = 100_000;

    private static readonly Declaration Declared = Declaration.Of(typeof(THeap))!;

    // In an object, which the garbage collector may move.
    private THeap _heap = heap;

    [Fact]
    public void Random_handles_agree_with_a_dictionary()
    {
        int seed = Seed.Next();
        output.WriteLine($"ALLOCATORS_SEED={seed}");
        new HandleSimulation<THeap, THandle>(Declared.BlockSize, Declared.OnExhausted == OnExhausted.Wrap, seed).Run(ref _heap, Operations);
    }

    [Fact]
    public void A_handle_is_the_slot_and_above_it_the_generation()
    {
        Assert.Equal(Declared.HandleBits / 8, Unsafe.SizeOf<THandle>());
        int slotBits = 0;
        while (1 << slotBits < Declared.Count) slotBits++;

        for (int slot = 0; slot < Declared.Count; slot += 1 + (slot / 7))
        {
            uint generation = (uint)((slot * 7) + 1) & LastGeneration;
            THandle handle = HandleCalls<THeap, THandle>.FromUntyped(new Handle(slot, generation));
            Assert.Equal(((ulong)generation << slotBits) | (uint)slot, Bits(handle));
            Assert.Equal(new Handle(slot, generation), HandleCalls<THeap, THandle>.ToUntyped(handle));
            Assert.Equal($"slot {slot}, generation {generation}", handle.ToString());
        }
    }

    [Fact]
    public void A_handle_that_cannot_be_is_not_converted()
    {
        Convert(new Handle(Declared.Count - 1, LastGeneration));
        ExpectRefused(new Handle(Declared.Count, 1));
        ExpectRefused(new Handle(-1, 1));
        ExpectRefused(new Handle(int.MinValue, LastGeneration));
        if (LastGeneration < uint.MaxValue) ExpectRefused(new Handle(0, LastGeneration + 1));
        if (LastGeneration < uint.MaxValue) ExpectRefused(new Handle(Declared.Count - 1, uint.MaxValue));

        static void Convert(Handle handle) => HandleCalls<THeap, THandle>.FromUntyped(handle);

        static void ExpectRefused(Handle handle)
        {
            var exception = Assert.Throws<ArgumentOutOfRangeException>(nameof(handle), () => Convert(handle));
            Assert.StartsWith($"A handle of {typeof(THeap).Name} cannot have these numbers. Does it belong to another slab?", exception.Message, StringComparison.Ordinal);
            Assert.Equal(handle, exception.ActualValue);
        }
    }

    [Fact]
    public void A_handle_that_was_never_given_out_is_refused()
    {
        Assert.True(HandleCalls<THeap, THandle>.TryAlloc(ref _heap, 1, out THandle live));
        int slot = HandleCalls<THeap, THandle>.ToUntyped(live).Slot;
        for (uint generation = 0; generation < 10; generation++)
        {
            ExpectInvalid(HandleCalls<THeap, THandle>.FromUntyped(new Handle(Declared.Count - 1 - slot, generation)), isLive: slot == Declared.Count - 1 - slot && generation == 1);
            ExpectInvalid(HandleCalls<THeap, THandle>.FromUntyped(new Handle(slot, generation)), isLive: generation == 1);
        }

        ExpectInvalid(HandleCalls<THeap, THandle>.FromUntyped(new Handle(slot, LastGeneration)), isLive: false);
        Assert.Equal(1, HandleCalls<THeap, THandle>.Count(ref _heap));
    }

    private static uint LastGeneration => uint.MaxValue >> (32 - HandleCalls<THeap, THandle>.GenerationBits);

    private static ulong Bits(THandle handle) => Unsafe.SizeOf<THandle>() switch
    {
        2 => Unsafe.As<THandle, ushort>(ref handle),
        4 => Unsafe.As<THandle, uint>(ref handle),
        _ => Unsafe.As<THandle, ulong>(ref handle),
    };

    private void ExpectInvalid(THandle handle, bool isLive)
    {
        Assert.Equal(isLive, HandleCalls<THeap, THandle>.Owns(ref _heap, handle));
        if (!isLive) Assert.False(HandleCalls<THeap, THandle>.TryFree(ref _heap, handle));
    }
}
