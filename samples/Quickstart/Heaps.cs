using Allocators;

namespace Quickstart;

/// <summary>64 KiB for the whole process, at an address that never changes: here a real program's allocations go.</summary>
[ChunkHeap(Chunks = 4096, ChunkSize = 16, Synchronization = Synchronization.None)]
internal static partial class ShellHeap;

/// <summary>1 KiB that lies wherever it is declared: in a local, a field, an array.</summary>
[ChunkHeap(Chunks = 16, ChunkSize = 64)]
internal partial struct PocketHeap;

/// <summary>Up to 4 KiB of a span that it is given: here, of the stack.</summary>
[ChunkHeap(Chunks = 64, ChunkSize = 64)]
internal ref partial struct StackHeap;

/// <summary>Up to 1 MiB at an address, the bookkeeping in front of it: what is left in a file is found there again.</summary>
[ChunkHeap(Chunks = 16384, ChunkSize = 64, Storage = Storage.Pointer, State = State.InMemory)]
internal partial struct NoteHeap;

/// <summary>No memory at all: replaying through it takes the time of the replay itself.</summary>
[NullHeap]
internal partial struct NoMemory;
