namespace Allocators.Benchmarks;

// C1M of the budgets: 1 MiB for the whole process. The budget is for the first of them; the others say what the rest costs.

[ChunkHeap(Chunks = 4096, ChunkSize = 256, Alignment = 128, Synchronization = Synchronization.None)]
internal static partial class C1M;

[ChunkHeap(Chunks = 4096, ChunkSize = 256, Alignment = 128, Synchronization = Synchronization.SpinLock)]
internal static partial class C1MLocked;

[ChunkHeap(Chunks = 4096, ChunkSize = 256, Alignment = 128, Synchronization = Synchronization.LockFree)]
internal static partial class C1MLockFree;

[ChunkHeap(Chunks = 4096, ChunkSize = 256, Alignment = 128, Synchronization = Synchronization.None, Coalescing = Coalescing.Immediate)]
internal static partial class C1MImmediate;

/// <summary>C1M over native memory, with the bookkeeping in it.</summary>
[ChunkHeap(Chunks = 4096, ChunkSize = 256, Storage = Storage.Pointer, State = State.InMemory)]
internal partial struct C1MInMemory;

/// <summary>The same with the lock that works across processes.</summary>
[ChunkHeap(Chunks = 4096, ChunkSize = 256, Storage = Storage.Pointer, State = State.InMemory, Synchronization = Synchronization.SpinLock)]
internal partial struct C1MShared;

/// <summary>C160M of the budgets, over native memory.</summary>
[ChunkHeap(Chunks = 655_360, ChunkSize = 256, Alignment = 256, Storage = Storage.Pointer)]
internal partial struct C160M;

/// <summary>The largest heap whose bookkeeping is a pair of words.</summary>
[ChunkHeap(Chunks = 64, ChunkSize = 256)]
internal partial struct OneWord;

// T4K, T128K and T16M of the budgets.

[Teaspoon(Variant = "4KiB", Synchronization = Synchronization.None)]
internal static partial class T4K;

[Teaspoon(Variant = "128KiB", Synchronization = Synchronization.None)]
internal static partial class T128K;

[Teaspoon(Variant = "16MiB", Synchronization = Synchronization.None)]
internal static partial class T16M;

[Teaspoon(Variant = "16MiB", Storage = Storage.Pointer, State = State.InMemory)]
internal partial struct T16MInMemory;

[Teaspoon(Variant = "16MiB", Storage = Storage.Pointer, State = State.InMemory, Synchronization = Synchronization.SpinLock)]
internal partial struct T16MShared;

[Teaspoon(Variant = "4KiB", Synchronization = Synchronization.None, Coalescing = Coalescing.Deferred)]
internal static partial class T4KDeferred;

[Teaspoon(Variant = "128KiB", Synchronization = Synchronization.None, Coalescing = Coalescing.Deferred)]
internal static partial class T128KDeferred;

[Teaspoon(Variant = "16MiB", Synchronization = Synchronization.None, Coalescing = Coalescing.Deferred)]
internal static partial class T16MDeferred;

[Teaspoon(Variant = "4KiB", Headers = false, Synchronization = Synchronization.None, Coalescing = Coalescing.Deferred)]
internal static partial class T4KHeaderless;

[Teaspoon(Variant = "128KiB", Headers = false, Synchronization = Synchronization.None, Coalescing = Coalescing.Deferred)]
internal static partial class T128KHeaderless;

[Teaspoon(Variant = "16MiB", Headers = false, Synchronization = Synchronization.None, Coalescing = Coalescing.Deferred)]
internal static partial class T16MHeaderless;

[Teaspoon(Variant = "16MiB", Headers = false, Synchronization = Synchronization.None, Coalescing = Coalescing.Deferred, Checks = Checks.None)]
internal static partial class T16MHeaderlessUnchecked;
