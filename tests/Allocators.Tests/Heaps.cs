namespace Allocators.Tests;

// The heaps of the conformance suite: one word and many, exactly full words and not, one row of groups and several.
[ChunkHeap(Chunks = 1, ChunkSize = 8)] public partial struct Chunks1x8;
[ChunkHeap(Chunks = 16, ChunkSize = 64)] public partial struct Chunks16x64;
[ChunkHeap(Chunks = 63, ChunkSize = 16)] public partial struct Chunks63x16;
[ChunkHeap(Chunks = 64, ChunkSize = 1)] public partial struct Chunks64x1;
[ChunkHeap(Chunks = 64, ChunkSize = 64)] public partial struct Chunks64x64;
[ChunkHeap(Chunks = 65, ChunkSize = 16)] public partial struct Chunks65x16;
[ChunkHeap(Chunks = 100, ChunkSize = 32)] public partial struct Chunks100x32;
[ChunkHeap(Chunks = 1000, ChunkSize = 1)] public partial struct Chunks1000x1;
[ChunkHeap] public partial struct Chunks4096x256;
[ChunkHeap(Chunks = 5000, ChunkSize = 16)] public partial struct Chunks5000x16;
[ChunkHeap(Chunks = 20000, ChunkSize = 8)] public partial struct Chunks20000x8;
[ChunkHeap(Chunks = 200000, ChunkSize = 16)] public partial struct Chunks200000x16;

[ChunkHeap(Chunks = 64, ChunkSize = 64, Synchronization = Synchronization.SpinLock)] public partial struct Locked64x64;
[ChunkHeap(Chunks = 5000, ChunkSize = 16, Synchronization = Synchronization.SpinLock)] public partial struct Locked5000x16;

[ChunkHeap(Chunks = 16, ChunkSize = 64, Checks = Checks.None)] public partial struct Unchecked16x64;
[ChunkHeap(Chunks = 5000, ChunkSize = 16, Checks = Checks.None)] public partial struct Unchecked5000x16;

[ChunkHeap(Chunks = 63, ChunkSize = 16)] public static partial class Static63x16;
[ChunkHeap(Chunks = 60, ChunkSize = 512, Alignment = 4096)] public static partial class Static60x512;
[ChunkHeap(Chunks = 4096, ChunkSize = 256, Synchronization = Synchronization.None)] public static partial class Static4096x256;
[ChunkHeap(Chunks = 20000, ChunkSize = 8, Alignment = 4096)] public static partial class Static20000x8;
[ChunkHeap(Chunks = 100, ChunkSize = 32, Checks = Checks.None)] public static partial class StaticUnchecked100x32;

[ChunkHeap(Chunks = 100, ChunkSize = 32, Coalescing = Coalescing.Immediate)] public partial struct Immediate100x32;
[ChunkHeap(Coalescing = Coalescing.Immediate)] public partial struct Immediate4096x256;
[ChunkHeap(Chunks = 20000, ChunkSize = 8, Coalescing = Coalescing.Immediate)] public partial struct Immediate20000x8;
[ChunkHeap(Chunks = 100000, ChunkSize = 8, Coalescing = Coalescing.Immediate)] public partial struct Immediate100000x8;

// The same over memory at an address: with full memory, with memory that is too short, with the bookkeeping in front.
[ChunkHeap(Chunks = 64, ChunkSize = 64, Storage = Storage.Pointer)] public partial struct Pointer64x64;
[ChunkHeap(Chunks = 50, ChunkSize = 8, Storage = Storage.Pointer, State = State.InMemory)] public partial struct PointerInMemory50x8;
[ChunkHeap(Storage = Storage.Pointer, Alignment = 4096)] public partial struct Pointer4096x256;
[ChunkHeap(Chunks = 5000, ChunkSize = 16, Storage = Storage.Pointer, State = State.InMemory, Synchronization = Synchronization.SpinLock)] public partial struct PointerInMemory5000x16;
[ChunkHeap(Chunks = 20000, ChunkSize = 8, Storage = Storage.Pointer, Coalescing = Coalescing.Immediate)] public partial struct PointerImmediate20000x8;
[ChunkHeap(Chunks = 655_360, ChunkSize = 16, Storage = Storage.Pointer)] public partial struct Pointer655360x16;
[ChunkHeap(Chunks = 655_360, ChunkSize = 16, Storage = Storage.Pointer, Coalescing = Coalescing.Immediate)] public partial struct PointerImmediate655360x16;
[ChunkHeap(Chunks = 1_000_000, ChunkSize = 16, Storage = Storage.Pointer, Checks = Checks.None)] public partial struct PointerUnchecked1000000x16;
