namespace Allocators.Tests;

// Static classes over memory that they are attached to: every kind, with the bookkeeping in static fields and in the memory.
[ChunkHeap(Chunks = 64, ChunkSize = 64, Storage = Storage.Pointer)] public static partial class AttachedChunks64x64;
[ChunkHeap(Storage = Storage.Pointer, Alignment = 4096)] public static partial class AttachedChunks4096x256;
[ChunkHeap(Chunks = 50, ChunkSize = 8, Storage = Storage.Pointer, State = State.InMemory)] public static partial class AttachedInMemoryChunks50x8;
[ChunkHeap(Chunks = 5000, ChunkSize = 16, Storage = Storage.Pointer, State = State.InMemory)] public static partial class AttachedInMemoryChunks5000x16;
[ChunkHeap(Chunks = 5000, ChunkSize = 16, Storage = Storage.Pointer, State = State.InMemory, Synchronization = Synchronization.None)] public static partial class AttachedUnsharedChunks5000x16;
[ChunkHeap(Chunks = 1000, ChunkSize = 16, Storage = Storage.Pointer, Synchronization = Synchronization.None, Checks = Checks.None)] public static partial class AttachedUncheckedChunks1000x16;
[ChunkHeap(Chunks = 64, ChunkSize = 64, Storage = Storage.Pointer, State = State.InMemory, Checks = Checks.None)] public static partial class AttachedUncheckedInMemoryChunks64x64;
[ChunkHeap(Chunks = 500, ChunkSize = 16, Storage = Storage.Pointer, Synchronization = Synchronization.LockFree)] public static partial class AttachedLockFreeChunks500x16;
[ChunkHeap(Chunks = 5000, ChunkSize = 16, Storage = Storage.Pointer, State = State.InMemory, Synchronization = Synchronization.LockFree)] public static partial class AttachedInMemoryLockFreeChunks5000x16;
[ChunkHeap(Chunks = 40_000, ChunkSize = 16, Storage = Storage.Pointer, State = State.InStruct)] public static partial class AttachedInStructChunks40000x16;

[Teaspoon(Variant = "4KiB", Storage = Storage.Pointer)] public static partial class AttachedSpoon4KiB;
[Teaspoon(Variant = "128KiB", Storage = Storage.Pointer, Coalescing = Coalescing.Deferred, Synchronization = Synchronization.None)] public static partial class AttachedSpoon128KiB;
[Teaspoon(Storage = Storage.Pointer, State = State.InMemory, Coalescing = Coalescing.Deferred)] public static partial class AttachedInMemorySpoon16MiB;
[Teaspoon(Variant = "128KiB", Storage = Storage.Pointer, Coalescing = Coalescing.Deferred, Checks = Checks.None)] public static partial class AttachedUncheckedSpoon128KiB;
[Teaspoon(Variant = "4KiB", Storage = Storage.Pointer, State = State.InMemory, Checks = Checks.None)] public static partial class AttachedUncheckedInMemorySpoon4KiB;
[Teaspoon(Variant = "128KiB", Headers = false, Storage = Storage.Pointer, Alignment = 4096)] public static partial class AttachedHeaderless128KiB;
[Teaspoon(Headers = false, Bytes = 200_000, Storage = Storage.Pointer, State = State.InMemory, Coalescing = Coalescing.Deferred)] public static partial class AttachedInMemoryHeaderless16MiB;
[Teaspoon(Variant = "128KiB", Headers = false, Storage = Storage.Pointer, Checks = Checks.None, Coalescing = Coalescing.Deferred)] public static partial class AttachedUncheckedHeaderless128KiB;

[Slab(Slots = 65, BlockSize = 24, HandleBits = 64, Storage = Storage.Pointer)] public static partial class AttachedSlots65x24;
[Slab<Point>(Slots = 64, HandleBits = 64, Storage = Storage.Pointer)] public static partial class AttachedPointSlab64;
[Slab(Slots = 300, BlockSize = 2, HandleBits = 64, Storage = Storage.Pointer, Synchronization = Synchronization.None, Checks = Checks.None)] public static partial class AttachedUncheckedSlots300x2;
[Slab(Slots = 300, BlockSize = 16, HandleBits = 64, Storage = Storage.Pointer, Synchronization = Synchronization.LockFree)] public static partial class AttachedLockFreeSlots300x16;
[Slab(Slots = 300, BlockSize = 16, HandleBits = 64, Storage = Storage.Pointer, State = State.InMemory)] public static partial class AttachedInMemorySlots300x16;
[Slab(typeof(Segment), Slots = 64, HandleBits = 64, Storage = Storage.Pointer, State = State.InMemory, Checks = Checks.None)] public static partial class AttachedInMemoryUncheckedSegmentSlab64;
[Slab<Rgb>(Slots = 300, HandleBits = 64, Storage = Storage.Pointer, State = State.InMemory, Synchronization = Synchronization.LockFree)] public static partial class AttachedInMemoryLockFreeRgbSlab300;
[Slab(Slots = 300, BlockSize = 24, HandleBits = 64, Storage = Storage.Pointer, State = State.InMemory, Synchronization = Synchronization.LockFree, Checks = Checks.None)] public static partial class AttachedInMemoryLockFreeUncheckedSlots300x24;

[FreeList(Blocks = 65, BlockSize = 24, Storage = Storage.Pointer)] public static partial class AttachedBlocks65x24;
[FreeList<Point>(Blocks = 64, Storage = Storage.Pointer)] public static partial class AttachedPointList64;
[FreeList(Blocks = 300, BlockSize = 2, Storage = Storage.Pointer, Synchronization = Synchronization.None, Checks = Checks.None)] public static partial class AttachedUncheckedBlocks300x2;
[FreeList(Blocks = 300, BlockSize = 16, Storage = Storage.Pointer, Synchronization = Synchronization.LockFree)] public static partial class AttachedLockFreeBlocks300x16;
[FreeList(Blocks = 300, BlockSize = 16, Storage = Storage.Pointer, State = State.InMemory)] public static partial class AttachedInMemoryBlocks300x16;
[FreeList(typeof(Segment), Blocks = 64, Storage = Storage.Pointer, State = State.InMemory, Checks = Checks.None)] public static partial class AttachedInMemoryUncheckedSegmentList64;
[FreeList<Rgb>(Blocks = 300, Storage = Storage.Pointer, State = State.InMemory, Synchronization = Synchronization.LockFree)] public static partial class AttachedInMemoryLockFreeRgbList300;
[FreeList(Blocks = 300, BlockSize = 24, Storage = Storage.Pointer, State = State.InMemory, Synchronization = Synchronization.LockFree, Checks = Checks.None)] public static partial class AttachedInMemoryLockFreeUncheckedBlocks300x24;

[NullHeap(Storage = Storage.Pointer)] public static partial class AttachedNull;
[NullHeap(Storage = Storage.Pointer, State = State.InMemory)] public static partial class AttachedInMemoryNull;
