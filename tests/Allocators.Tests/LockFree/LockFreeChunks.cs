namespace Allocators.Tests;

// Chunk heaps that take and free single chunks without their lock: one word and many, checked and not, in every place.
[ChunkHeap(Chunks = 1, ChunkSize = 8, Synchronization = Synchronization.LockFree)] public partial struct LockFree1x8;
[ChunkHeap(Chunks = 64, ChunkSize = 64, Synchronization = Synchronization.LockFree)] public partial struct LockFree64x64;
[ChunkHeap(Chunks = 63, ChunkSize = 16, Synchronization = Synchronization.LockFree, Checks = Checks.None)] public partial struct LockFreeUnchecked63x16;
[ChunkHeap(Chunks = 1000, ChunkSize = 1, Synchronization = Synchronization.LockFree)] public partial struct LockFree1000x1;
[ChunkHeap(Chunks = 5000, ChunkSize = 16, Synchronization = Synchronization.LockFree)] public partial struct LockFree5000x16;
[ChunkHeap(Chunks = 5000, ChunkSize = 16, Synchronization = Synchronization.LockFree, Coalescing = Coalescing.Immediate)] public partial struct LockFreeImmediate5000x16;
[ChunkHeap(Chunks = 5000, ChunkSize = 16, Synchronization = Synchronization.LockFree, Checks = Checks.None)] public partial struct LockFreeUnchecked5000x16;

[ChunkHeap(Chunks = 60, ChunkSize = 512, Alignment = 4096, Synchronization = Synchronization.LockFree)] public static partial class StaticLockFree60x512;
[ChunkHeap(Synchronization = Synchronization.LockFree)] public static partial class StaticLockFree4096x256;
[ChunkHeap(Chunks = 1000, ChunkSize = 16, Synchronization = Synchronization.LockFree, Checks = Checks.None)] public static partial class StaticLockFreeUnchecked1000x16;

[ChunkHeap(Chunks = 64, ChunkSize = 64, Storage = Storage.Pointer, Synchronization = Synchronization.LockFree)] public partial struct PointerLockFree64x64;
[ChunkHeap(Chunks = 500, ChunkSize = 16, Storage = Storage.Pointer, Synchronization = Synchronization.LockFree, Alignment = 64)] public partial struct PointerLockFree500x16;
[ChunkHeap(Chunks = 50, ChunkSize = 8, Storage = Storage.Pointer, State = State.InMemory, Synchronization = Synchronization.LockFree, Checks = Checks.None)] public partial struct InMemoryLockFree50x8;
[ChunkHeap(Chunks = 5000, ChunkSize = 16, Storage = Storage.Pointer, State = State.InMemory, Synchronization = Synchronization.LockFree)] public partial struct InMemoryLockFree5000x16;
[ChunkHeap(Chunks = 64, ChunkSize = 16, Synchronization = Synchronization.LockFree)] public ref partial struct SpanLockFree64x16;

// For tests of single calls and of threads.
[ChunkHeap(Chunks = 40, ChunkSize = 64, Storage = Storage.Pointer, State = State.InMemory, Synchronization = Synchronization.LockFree)] public partial struct SharedLockFree40x64;
[ChunkHeap(Chunks = 64, ChunkSize = 16, Synchronization = Synchronization.LockFree)] public static partial class StaticLockFree64x16;
[ChunkHeap(Chunks = 300, ChunkSize = 64, Synchronization = Synchronization.LockFree, Checks = Checks.None)] public partial struct LockFreeUnchecked300x64;
[ChunkHeap(Chunks = 300, ChunkSize = 64, Synchronization = Synchronization.LockFree)] public partial struct LockFree300x64;
