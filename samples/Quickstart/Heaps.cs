using Allocators;

namespace Quickstart;

/// <summary>64 KiB for the whole process, at an address that never changes: here a real program's allocations go.</summary>
[ChunkHeap(Chunks = 4096, ChunkSize = 16, Synchronization = Synchronization.None)]
internal static partial class ShellHeap;

/// <summary>As much memory for the same program, in blocks behind headers instead of chunks; freed blocks wait for requests of their size.</summary>
[Teaspoon(Variant = "128KiB", Bytes = 65536, Synchronization = Synchronization.None, Coalescing = Coalescing.Deferred)]
internal static partial class ShellSpoon;

/// <summary>The same without headers: an object takes its size, rounded up to 8.</summary>
[Teaspoon(Variant = "128KiB", Bytes = 65536, Headers = false, Synchronization = Synchronization.None, Coalescing = Coalescing.Deferred)]
internal static partial class BareSpoon;

/// <summary>The same, and it believes what it is told to free, as <c>free</c> does.</summary>
[Teaspoon(Variant = "128KiB", Bytes = 65536, Headers = false, Synchronization = Synchronization.None, Coalescing = Coalescing.Deferred, Checks = Checks.None)]
internal static partial class TrustingSpoon;

/// <summary>128 KiB for the whole process, in blocks behind headers.</summary>
[Teaspoon(Variant = "128KiB", Synchronization = Synchronization.None)]
internal static partial class TownSpoon;

/// <summary>16 MiB for the whole process, for all its threads; freed blocks wait for requests of their size.</summary>
[Teaspoon(Variant = "16MiB", Coalescing = Coalescing.Deferred)]
internal static partial class LevelSpoon;

/// <summary>8 KiB that lie wherever they are declared, and 2 bytes in front of each block.</summary>
[Teaspoon(Variant = "4KiB")]
internal partial struct PocketSpoon;

/// <summary>1 KiB that lies wherever it is declared: in a local, a field, an array.</summary>
[ChunkHeap(Chunks = 16, ChunkSize = 64)]
internal partial struct PocketHeap;

/// <summary>Up to 4 KiB of a span that it is given: here, of the stack.</summary>
[ChunkHeap(Chunks = 64, ChunkSize = 64)]
internal ref partial struct StackHeap;

/// <summary>Up to 1 GiB at an address, the bookkeeping in front of it: what is left in a file is found there again.</summary>
[Teaspoon(Variant = "1GiB", Storage = Storage.Pointer, State = State.InMemory)]
internal partial struct NoteHeap;
