namespace Allocators.Tests;

[ChunkHeap(Chunks = 4096, ChunkSize = 256, Storage = Storage.Pointer, State = State.InMemory)] public partial struct Mapped;
[ChunkHeap(Chunks = 64, ChunkSize = 16, Storage = Storage.Pointer)] public partial struct PointerWord;
[ChunkHeap(Chunks = 1000, ChunkSize = 16, Storage = Storage.Pointer, Alignment = 1024)] public partial struct PointerAligned;
[ChunkHeap(Chunks = 1_000_000, ChunkSize = 16, Storage = Storage.Pointer)] public partial struct Million;
[ChunkHeap(Chunks = 64, ChunkSize = 16, Storage = Storage.Pointer, Checks = Checks.None)] public partial struct UncheckedWord;
[ChunkHeap(Chunks = 1000, ChunkSize = 16, Storage = Storage.Pointer, Checks = Checks.None)] public partial struct UncheckedWords;
[ChunkHeap(Chunks = 64, ChunkSize = 64, Storage = Storage.Pointer, State = State.InMemory)] public partial struct SharedWord;
[ChunkHeap(Chunks = 1000, ChunkSize = 64, Storage = Storage.Pointer, State = State.InMemory, Synchronization = Synchronization.SpinLock)] public partial struct SharedLocked;
[ChunkHeap(Chunks = 1000, ChunkSize = 64, Storage = Storage.Pointer, State = State.InMemory, Coalescing = Coalescing.Immediate)] public partial struct SharedImmediate;
[NullHeap(Storage = Storage.Pointer)] public partial struct NullPointer;
[NullHeap] public ref partial struct NullSpan;
