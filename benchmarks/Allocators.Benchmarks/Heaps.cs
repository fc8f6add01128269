namespace Allocators.Benchmarks;

// C1M of the budgets: 1 MiB for the whole process. The budget is for the first of them; the others say what the rest costs.

[ChunkHeap(Chunks = 4096, ChunkSize = 256, Alignment = 128, Synchronization = Synchronization.None)]
internal static partial class C1M;

[ChunkHeap(Chunks = 4096, ChunkSize = 256, Alignment = 128, Synchronization = Synchronization.SpinLock)]
internal static partial class C1MLocked;

[ChunkHeap(Chunks = 4096, ChunkSize = 256, Alignment = 128, Synchronization = Synchronization.None, Coalescing = Coalescing.Immediate)]
internal static partial class C1MImmediate;

/// <summary>C160M of the budgets, over native memory.</summary>
[ChunkHeap(Chunks = 655_360, ChunkSize = 256, Alignment = 256, Storage = Storage.Pointer)]
internal partial struct C160M;

/// <summary>The largest heap whose bookkeeping is a pair of words.</summary>
[ChunkHeap(Chunks = 64, ChunkSize = 256)]
internal partial struct OneWord;
