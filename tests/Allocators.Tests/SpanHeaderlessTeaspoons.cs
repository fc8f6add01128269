#if NET9_0_OR_GREATER
using System;

namespace Allocators.Tests;

// Teaspoons without headers over a span: every variant, with its bookkeeping in the struct, if it is small, and in the memory.

[Teaspoon(Variant = "4KiB", Headers = false)]
public ref partial struct SpanHeaderless4KiB : IOverSpan<SpanHeaderless4KiB>
{
    public static SpanHeaderless4KiB Over(Span<byte> memory) => new(memory);

    public static void Verify(ref SpanHeaderless4KiB heap) => heap.Verify();
}

[Teaspoon(Variant = "4KiB", Headers = false, State = State.InMemory)]
public ref partial struct SpanHeaderlessInMemory4KiB : IOverSpan<SpanHeaderlessInMemory4KiB>
{
    public static SpanHeaderlessInMemory4KiB Over(Span<byte> memory) => new(memory);

    public static void Verify(ref SpanHeaderlessInMemory4KiB heap) => heap.Verify();
}

[Teaspoon(Variant = "4KiB", Headers = false, Coalescing = Coalescing.Deferred)]
public ref partial struct SpanHeaderlessDeferred4KiB : IOverSpan<SpanHeaderlessDeferred4KiB>
{
    public static SpanHeaderlessDeferred4KiB Over(Span<byte> memory) => new(memory);

    public static void Verify(ref SpanHeaderlessDeferred4KiB heap) => heap.Verify();
}

[Teaspoon(Variant = "4KiB", Headers = false, State = State.InMemory, Coalescing = Coalescing.Deferred)]
public ref partial struct SpanHeaderlessDeferredInMemory4KiB : IOverSpan<SpanHeaderlessDeferredInMemory4KiB>
{
    public static SpanHeaderlessDeferredInMemory4KiB Over(Span<byte> memory) => new(memory);

    public static void Verify(ref SpanHeaderlessDeferredInMemory4KiB heap) => heap.Verify();
}

[Teaspoon(Variant = "128KiB", Headers = false)]
public ref partial struct SpanHeaderless128KiB : IOverSpan<SpanHeaderless128KiB>
{
    public static SpanHeaderless128KiB Over(Span<byte> memory) => new(memory);

    public static void Verify(ref SpanHeaderless128KiB heap) => heap.Verify();
}

[Teaspoon(Variant = "128KiB", Headers = false, State = State.InMemory)]
public ref partial struct SpanHeaderlessInMemory128KiB : IOverSpan<SpanHeaderlessInMemory128KiB>
{
    public static SpanHeaderlessInMemory128KiB Over(Span<byte> memory) => new(memory);

    public static void Verify(ref SpanHeaderlessInMemory128KiB heap) => heap.Verify();
}

[Teaspoon(Variant = "128KiB", Headers = false, Coalescing = Coalescing.Deferred)]
public ref partial struct SpanHeaderlessDeferred128KiB : IOverSpan<SpanHeaderlessDeferred128KiB>
{
    public static SpanHeaderlessDeferred128KiB Over(Span<byte> memory) => new(memory);

    public static void Verify(ref SpanHeaderlessDeferred128KiB heap) => heap.Verify();
}

[Teaspoon(Variant = "128KiB", Headers = false, State = State.InMemory, Coalescing = Coalescing.Deferred)]
public ref partial struct SpanHeaderlessDeferredInMemory128KiB : IOverSpan<SpanHeaderlessDeferredInMemory128KiB>
{
    public static SpanHeaderlessDeferredInMemory128KiB Over(Span<byte> memory) => new(memory);

    public static void Verify(ref SpanHeaderlessDeferredInMemory128KiB heap) => heap.Verify();
}

[Teaspoon(Variant = "16MiB", Headers = false, Bytes = 20_000)]
public ref partial struct SpanHeaderless16MiB : IOverSpan<SpanHeaderless16MiB>
{
    public static SpanHeaderless16MiB Over(Span<byte> memory) => new(memory);

    public static void Verify(ref SpanHeaderless16MiB heap) => heap.Verify();
}

[Teaspoon(Variant = "16MiB", Headers = false, Bytes = 20_000, State = State.InMemory)]
public ref partial struct SpanHeaderlessInMemory16MiB : IOverSpan<SpanHeaderlessInMemory16MiB>
{
    public static SpanHeaderlessInMemory16MiB Over(Span<byte> memory) => new(memory);

    public static void Verify(ref SpanHeaderlessInMemory16MiB heap) => heap.Verify();
}

[Teaspoon(Variant = "16MiB", Headers = false, Bytes = 20_000, Coalescing = Coalescing.Deferred)]
public ref partial struct SpanHeaderlessDeferred16MiB : IOverSpan<SpanHeaderlessDeferred16MiB>
{
    public static SpanHeaderlessDeferred16MiB Over(Span<byte> memory) => new(memory);

    public static void Verify(ref SpanHeaderlessDeferred16MiB heap) => heap.Verify();
}

[Teaspoon(Variant = "16MiB", Headers = false, Bytes = 20_000, State = State.InMemory, Coalescing = Coalescing.Deferred)]
public ref partial struct SpanHeaderlessDeferredInMemory16MiB : IOverSpan<SpanHeaderlessDeferredInMemory16MiB>
{
    public static SpanHeaderlessDeferredInMemory16MiB Over(Span<byte> memory) => new(memory);

    public static void Verify(ref SpanHeaderlessDeferredInMemory16MiB heap) => heap.Verify();
}

[Teaspoon(Variant = "1GiB", Headers = false, Bytes = 20_000)]
public ref partial struct SpanHeaderless1GiB : IOverSpan<SpanHeaderless1GiB>
{
    public static SpanHeaderless1GiB Over(Span<byte> memory) => new(memory);

    public static void Verify(ref SpanHeaderless1GiB heap) => heap.Verify();
}

[Teaspoon(Variant = "1GiB", Headers = false, Bytes = 20_000, State = State.InMemory)]
public ref partial struct SpanHeaderlessInMemory1GiB : IOverSpan<SpanHeaderlessInMemory1GiB>
{
    public static SpanHeaderlessInMemory1GiB Over(Span<byte> memory) => new(memory);

    public static void Verify(ref SpanHeaderlessInMemory1GiB heap) => heap.Verify();
}

[Teaspoon(Variant = "1GiB", Headers = false, Bytes = 20_000, Coalescing = Coalescing.Deferred)]
public ref partial struct SpanHeaderlessDeferred1GiB : IOverSpan<SpanHeaderlessDeferred1GiB>
{
    public static SpanHeaderlessDeferred1GiB Over(Span<byte> memory) => new(memory);

    public static void Verify(ref SpanHeaderlessDeferred1GiB heap) => heap.Verify();
}

[Teaspoon(Variant = "1GiB", Headers = false, Bytes = 20_000, State = State.InMemory, Coalescing = Coalescing.Deferred)]
public ref partial struct SpanHeaderlessDeferredInMemory1GiB : IOverSpan<SpanHeaderlessDeferredInMemory1GiB>
{
    public static SpanHeaderlessDeferredInMemory1GiB Over(Span<byte> memory) => new(memory);

    public static void Verify(ref SpanHeaderlessDeferredInMemory1GiB heap) => heap.Verify();
}
#endif
