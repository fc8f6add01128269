namespace Allocators.Tests;

// Heaps over other memory with more than 4 KiB of bookkeeping, none of it in that memory.
[ChunkHeap(Chunks = 40_000, ChunkSize = 16, Storage = Storage.Pointer, State = State.InStruct)] public partial struct InStruct40000x16;
[ChunkHeap(Chunks = 20_000, ChunkSize = 8, Storage = Storage.Pointer, State = State.InStruct, Synchronization = Synchronization.LockFree)] public partial struct InStructLockFree20000x8;
[FreeList(Blocks = 40_000, BlockSize = 16, Storage = Storage.Pointer, State = State.InStruct, Synchronization = Synchronization.SpinLock)] public partial struct InStructBlocks40000x16;
[Slab(Slots = 5000, BlockSize = 16, Storage = Storage.Pointer, State = State.InStruct)] public partial struct InStructSlots5000x16;
[Teaspoon(Variant = "128KiB", Headers = false, Storage = Storage.Pointer, State = State.InStruct)] public partial struct InStructHeaderless128KiB;

#if NET9_0_OR_GREATER
[ChunkHeap(Chunks = 40_000, ChunkSize = 16, State = State.InStruct, Coalescing = Coalescing.Immediate)]
public ref partial struct SpanInStruct40000x16 : IOverSpan<SpanInStruct40000x16>
{
    public static SpanInStruct40000x16 Over(System.Span<byte> memory) => new(memory);
}

[FreeList(Blocks = 40_000, BlockSize = 16, State = State.InStruct)]
public ref partial struct SpanInStructBlocks40000x16 : IOverSpan<SpanInStructBlocks40000x16>
{
    public static SpanInStructBlocks40000x16 Over(System.Span<byte> memory) => new(memory);
}

[Slab(Slots = 5000, BlockSize = 16, State = State.InStruct, Synchronization = Synchronization.LockFree)]
public ref partial struct SpanInStructSlots5000x16 : IOverSpan<SpanInStructSlots5000x16>
{
    public static SpanInStructSlots5000x16 Over(System.Span<byte> memory) => new(memory);
}

[Teaspoon(Variant = "128KiB", Headers = false, State = State.InStruct, Coalescing = Coalescing.Deferred)]
public ref partial struct SpanInStructHeaderless128KiB : IOverSpan<SpanInStructHeaderless128KiB>
{
    public static SpanInStructHeaderless128KiB Over(System.Span<byte> memory) => new(memory);

    public static void Verify(ref SpanInStructHeaderless128KiB heap) => heap.Verify();
}
#endif
