using System;

namespace Allocators.Tests;

// Heaps over a span, as small as a stack frame has room for and larger.
[ChunkHeap(Chunks = 64, ChunkSize = 64)] public ref partial struct Stack64x64;
[ChunkHeap(Chunks = 1000, ChunkSize = 16)] public ref partial struct Stack1000x16;
[ChunkHeap(ChunkSize = 16, Synchronization = Synchronization.SpinLock)] public ref partial struct StackLocked4096x16;

#if NET9_0_OR_GREATER
[ChunkHeap(Chunks = 64, ChunkSize = 64, State = State.InMemory)]
public ref partial struct Span64x64 : IOverSpan<Span64x64>
{
    public static Span64x64 Over(Span<byte> memory) => new(memory);
}

[ChunkHeap(Chunks = 5000, ChunkSize = 16, State = State.InMemory)]
public ref partial struct Span5000x16 : IOverSpan<Span5000x16>
{
    public static Span5000x16 Over(Span<byte> memory) => new(memory);
}

[ChunkHeap(Chunks = 20000, ChunkSize = 8, State = State.InMemory, Coalescing = Coalescing.Immediate, Synchronization = Synchronization.SpinLock)]
public ref partial struct SpanImmediate20000x8 : IOverSpan<SpanImmediate20000x8>
{
    public static SpanImmediate20000x8 Over(Span<byte> memory) => new(memory);
}
#endif
