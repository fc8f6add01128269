using Allocators.Benchmarks.Contestants;

namespace Allocators.Replay.Heaps;

// Heaps over memory at an address. With so many chunks, the bookkeeping lies in front of the memory. They could serve more than any arena has, so that it is the
// arena that decides what fits, and any alignment that a program asks for in earnest. Teaspoons keep their bookkeeping in the struct, and a smaller variant takes
// part where it has room for the arena.

[ChunkHeap(Chunks = 1 << 22, ChunkSize = 16, Alignment = 4096, Storage = Storage.Pointer)]
internal partial struct Chunks16;

[ChunkHeap(Chunks = 1 << 22, ChunkSize = 32, Alignment = 4096, Storage = Storage.Pointer)]
internal partial struct Chunks32;

[ChunkHeap(Chunks = 1 << 21, ChunkSize = 64, Alignment = 4096, Storage = Storage.Pointer)]
internal partial struct Chunks64;

[ChunkHeap(Chunks = 1 << 20, ChunkSize = 256, Alignment = 4096, Storage = Storage.Pointer)]
internal partial struct Chunks256;

[ChunkHeap(Chunks = 1 << 22, ChunkSize = 16, Alignment = 4096, Storage = Storage.Pointer, Coalescing = Coalescing.Immediate)]
internal partial struct Chunks16Immediate;

[ChunkHeap(Chunks = 1 << 21, ChunkSize = 64, Alignment = 4096, Storage = Storage.Pointer, Coalescing = Coalescing.Immediate)]
internal partial struct Chunks64Immediate;

[Teaspoon(Variant = "4KiB", Alignment = 4096, Storage = Storage.Pointer)]
internal partial struct Spoon4KiB;

[Teaspoon(Variant = "4KiB", Alignment = 4096, Storage = Storage.Pointer, Coalescing = Coalescing.Deferred)]
internal partial struct Spoon4KiBDeferred;

[Teaspoon(Variant = "128KiB", Alignment = 4096, Storage = Storage.Pointer)]
internal partial struct Spoon128KiB;

[Teaspoon(Variant = "128KiB", Alignment = 4096, Storage = Storage.Pointer, Coalescing = Coalescing.Deferred)]
internal partial struct Spoon128KiBDeferred;

[Teaspoon(Variant = "16MiB", Alignment = 4096, Storage = Storage.Pointer)]
internal partial struct Spoon16MiB;

[Teaspoon(Variant = "16MiB", Alignment = 4096, Storage = Storage.Pointer, Coalescing = Coalescing.Deferred)]
internal partial struct Spoon16MiBDeferred;

[Teaspoon(Variant = "1GiB", Alignment = 4096, Storage = Storage.Pointer)]
internal partial struct Spoon1GiB;

[Teaspoon(Variant = "1GiB", Alignment = 4096, Storage = Storage.Pointer, Coalescing = Coalescing.Deferred)]
internal partial struct Spoon1GiBDeferred;

[Teaspoon(Variant = "4KiB", Headers = false, Alignment = 4096, Storage = Storage.Pointer, Coalescing = Coalescing.Deferred)]
internal partial struct Headerless4KiB;

[Teaspoon(Variant = "4KiB", Headers = false, Alignment = 4096, Storage = Storage.Pointer, Coalescing = Coalescing.Deferred, Checks = Checks.None)]
internal partial struct HeaderlessUnchecked4KiB;

[Teaspoon(Variant = "4KiB", Headers = false, Alignment = 4096, Storage = Storage.Pointer)]
internal partial struct HeaderlessImmediate4KiB;

[Teaspoon(Variant = "128KiB", Headers = false, Alignment = 4096, Storage = Storage.Pointer, Coalescing = Coalescing.Deferred)]
internal partial struct Headerless128KiB;

[Teaspoon(Variant = "128KiB", Headers = false, Alignment = 4096, Storage = Storage.Pointer, Coalescing = Coalescing.Deferred, Checks = Checks.None)]
internal partial struct HeaderlessUnchecked128KiB;

[Teaspoon(Variant = "128KiB", Headers = false, Alignment = 4096, Storage = Storage.Pointer)]
internal partial struct HeaderlessImmediate128KiB;

[Teaspoon(Variant = "16MiB", Headers = false, Alignment = 4096, Storage = Storage.Pointer, Coalescing = Coalescing.Deferred)]
internal partial struct Headerless16MiB;

[Teaspoon(Variant = "16MiB", Headers = false, Alignment = 4096, Storage = Storage.Pointer, Coalescing = Coalescing.Deferred, Checks = Checks.None)]
internal partial struct HeaderlessUnchecked16MiB;

[Teaspoon(Variant = "16MiB", Headers = false, Alignment = 4096, Storage = Storage.Pointer)]
internal partial struct HeaderlessImmediate16MiB;

[Teaspoon(Variant = "1GiB", Bytes = 1 << 26, Headers = false, Alignment = 4096, Storage = Storage.Pointer, Coalescing = Coalescing.Deferred)]
internal partial struct Headerless1GiB;

[Teaspoon(Variant = "1GiB", Bytes = 1 << 26, Headers = false, Alignment = 4096, Storage = Storage.Pointer, Coalescing = Coalescing.Deferred, Checks = Checks.None)]
internal partial struct HeaderlessUnchecked1GiB;

[Teaspoon(Variant = "1GiB", Bytes = 1 << 26, Headers = false, Alignment = 4096, Storage = Storage.Pointer)]
internal partial struct HeaderlessImmediate1GiB;

[SizeClassHeap(Bytes = 128 << 10, Alignment = 4096, Storage = Storage.Pointer)]
internal partial struct SizeClass128KiB;

[SizeClassHeap(Bytes = 512 << 10, Alignment = 4096, Storage = Storage.Pointer)]
internal partial struct SizeClass512KiB;

[SizeClassHeap(Bytes = 2 << 20, Alignment = 4096, Storage = Storage.Pointer)]
internal partial struct SizeClass2MiB;

[SizeClassHeap(Bytes = 16 << 20, Alignment = 4096, Storage = Storage.Pointer)]
internal partial struct SizeClass16MiB;

[SizeClassHeap(Bytes = 64 << 20, Alignment = 4096, Storage = Storage.Pointer)]
internal partial struct SizeClass64MiB;

// Heaps of equal blocks, for the requests of a trace that fit: more blocks than any arena has room for. A slot of the slab can be used often before its generations
// come to an end.

[FreeList(BlockSize = 64, Blocks = 1 << 20, Storage = Storage.Pointer)]
internal partial struct FreeList64;

[Slab(BlockSize = 64, Slots = 1 << 20, HandleBits = 64, Storage = Storage.Pointer)]
internal partial struct Slab64 : IHandleHeap<Slab64.Handle>;

// Heaps that have their memory themselves, for the traces that fit.

[ChunkHeap(Chunks = 4096, ChunkSize = 16, Synchronization = Synchronization.None)]
internal static partial class Static64KiB;

[ChunkHeap(Chunks = 65_536, ChunkSize = 16, Synchronization = Synchronization.None)]
internal static partial class Static1MiB;

[Teaspoon(Variant = "128KiB", Synchronization = Synchronization.None)]
internal static partial class StaticSpoon128KiB;

[Teaspoon(Variant = "128KiB", Synchronization = Synchronization.None, Coalescing = Coalescing.Deferred)]
internal static partial class StaticSpoon128KiBDeferred;
