namespace Allocators.Tests.Sharing;

// The heaps that processes share in one file.
[Teaspoon(Bytes = 1 << 20, Storage = Storage.Pointer, State = State.InMemory, Synchronization = Synchronization.SpinLock)] public partial struct SharedSpoon;
[Teaspoon(Bytes = 1 << 20, Storage = Storage.Pointer, State = State.InMemory, Synchronization = Synchronization.SpinLock, Coalescing = Coalescing.Deferred)] public partial struct SharedDeferredSpoon;
[ChunkHeap(Chunks = 1 << 14, ChunkSize = 64, Storage = Storage.Pointer, State = State.InMemory, Synchronization = Synchronization.SpinLock)] public partial struct SharedChunks;

// The heaps of the tests in one process.
[Teaspoon(Variant = "4KiB", Storage = Storage.Pointer, State = State.InMemory, Synchronization = Synchronization.SpinLock)] public partial struct SharedSpoon4KiB;
[ChunkHeap(Chunks = 1000, ChunkSize = 16, Storage = Storage.Pointer, State = State.InMemory, Synchronization = Synchronization.SpinLock, Alignment = 1)] public partial struct SharedUnaligned;
[FreeList(Blocks = 30, BlockSize = 100, Storage = Storage.Pointer, State = State.InMemory, Synchronization = Synchronization.SpinLock)] public partial struct SharedPool;
[Slab(Slots = 30, BlockSize = 100, Storage = Storage.Pointer, State = State.InMemory, Synchronization = Synchronization.SpinLock)] public partial struct SharedSlab;
