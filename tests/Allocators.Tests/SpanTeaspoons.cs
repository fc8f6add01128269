#if NET9_0_OR_GREATER
using System;

namespace Allocators.Tests;

// The teaspoons of the conformance suite over a span: every variant, with its bookkeeping in the struct and in the memory.

[Teaspoon(Variant = "4KiB")]
public ref partial struct SpanInStruct4KiB : IOverSpan<SpanInStruct4KiB>
{
    public static SpanInStruct4KiB Over(Span<byte> memory) => new(memory);

    public static void Verify(ref SpanInStruct4KiB heap) => heap.Verify();
}

[Teaspoon(Variant = "4KiB", Coalescing = Coalescing.Deferred)]
public ref partial struct SpanInStructDeferred4KiB : IOverSpan<SpanInStructDeferred4KiB>
{
    public static SpanInStructDeferred4KiB Over(Span<byte> memory) => new(memory);

    public static void Verify(ref SpanInStructDeferred4KiB heap) => heap.Verify();
}

[Teaspoon(Variant = "4KiB", State = State.InMemory)]
public ref partial struct Span4KiB : IOverSpan<Span4KiB>
{
    public static Span4KiB Over(Span<byte> memory) => new(memory);

    public static void Verify(ref Span4KiB heap) => heap.Verify();
}

[Teaspoon(Variant = "4KiB", State = State.InMemory, Coalescing = Coalescing.Deferred)]
public ref partial struct SpanDeferred4KiB : IOverSpan<SpanDeferred4KiB>
{
    public static SpanDeferred4KiB Over(Span<byte> memory) => new(memory);

    public static void Verify(ref SpanDeferred4KiB heap) => heap.Verify();
}

[Teaspoon(Variant = "128KiB")]
public ref partial struct SpanInStruct128KiB : IOverSpan<SpanInStruct128KiB>
{
    public static SpanInStruct128KiB Over(Span<byte> memory) => new(memory);

    public static void Verify(ref SpanInStruct128KiB heap) => heap.Verify();
}

[Teaspoon(Variant = "128KiB", Coalescing = Coalescing.Deferred)]
public ref partial struct SpanInStructDeferred128KiB : IOverSpan<SpanInStructDeferred128KiB>
{
    public static SpanInStructDeferred128KiB Over(Span<byte> memory) => new(memory);

    public static void Verify(ref SpanInStructDeferred128KiB heap) => heap.Verify();
}

[Teaspoon(Variant = "128KiB", State = State.InMemory)]
public ref partial struct Span128KiB : IOverSpan<Span128KiB>
{
    public static Span128KiB Over(Span<byte> memory) => new(memory);

    public static void Verify(ref Span128KiB heap) => heap.Verify();
}

[Teaspoon(Variant = "128KiB", State = State.InMemory, Coalescing = Coalescing.Deferred)]
public ref partial struct SpanDeferred128KiB : IOverSpan<SpanDeferred128KiB>
{
    public static SpanDeferred128KiB Over(Span<byte> memory) => new(memory);

    public static void Verify(ref SpanDeferred128KiB heap) => heap.Verify();
}

[Teaspoon]
public ref partial struct SpanInStruct16MiB : IOverSpan<SpanInStruct16MiB>
{
    public static SpanInStruct16MiB Over(Span<byte> memory) => new(memory);

    public static void Verify(ref SpanInStruct16MiB heap) => heap.Verify();
}

[Teaspoon(Coalescing = Coalescing.Deferred)]
public ref partial struct SpanInStructDeferred16MiB : IOverSpan<SpanInStructDeferred16MiB>
{
    public static SpanInStructDeferred16MiB Over(Span<byte> memory) => new(memory);

    public static void Verify(ref SpanInStructDeferred16MiB heap) => heap.Verify();
}

[Teaspoon(State = State.InMemory)]
public ref partial struct Span16MiB : IOverSpan<Span16MiB>
{
    public static Span16MiB Over(Span<byte> memory) => new(memory);

    public static void Verify(ref Span16MiB heap) => heap.Verify();
}

[Teaspoon(State = State.InMemory, Coalescing = Coalescing.Deferred)]
public ref partial struct SpanDeferred16MiB : IOverSpan<SpanDeferred16MiB>
{
    public static SpanDeferred16MiB Over(Span<byte> memory) => new(memory);

    public static void Verify(ref SpanDeferred16MiB heap) => heap.Verify();
}

[Teaspoon(Variant = "1GiB")]
public ref partial struct SpanInStruct1GiB : IOverSpan<SpanInStruct1GiB>
{
    public static SpanInStruct1GiB Over(Span<byte> memory) => new(memory);

    public static void Verify(ref SpanInStruct1GiB heap) => heap.Verify();
}

[Teaspoon(Variant = "1GiB", Coalescing = Coalescing.Deferred)]
public ref partial struct SpanInStructDeferred1GiB : IOverSpan<SpanInStructDeferred1GiB>
{
    public static SpanInStructDeferred1GiB Over(Span<byte> memory) => new(memory);

    public static void Verify(ref SpanInStructDeferred1GiB heap) => heap.Verify();
}

[Teaspoon(Variant = "1GiB", State = State.InMemory)]
public ref partial struct Span1GiB : IOverSpan<Span1GiB>
{
    public static Span1GiB Over(Span<byte> memory) => new(memory);

    public static void Verify(ref Span1GiB heap) => heap.Verify();
}

[Teaspoon(Variant = "1GiB", State = State.InMemory, Coalescing = Coalescing.Deferred)]
public ref partial struct SpanDeferred1GiB : IOverSpan<SpanDeferred1GiB>
{
    public static SpanDeferred1GiB Over(Span<byte> memory) => new(memory);

    public static void Verify(ref SpanDeferred1GiB heap) => heap.Verify();
}
#endif
