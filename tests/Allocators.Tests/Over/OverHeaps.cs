namespace Allocators.Tests.Over;

[ChunkHeap(Chunks = 1024, ChunkSize = 64)]
public partial struct Level;

[ChunkHeap(Chunks = 8192, ChunkSize = 64)]
public static partial class Game;

[Teaspoon(Variant = "128KiB", Storage = Storage.Pointer)]
public partial struct Arena;

[FreeList(BlockSize = 100, Blocks = 50, Over = typeof(Level))]
public ref partial struct PoolOfLevel;

[FreeList(BlockSize = 100, Blocks = 50, Over = typeof(HandWritten))]
public ref partial struct PoolOfHandWritten;

[FreeList(BlockSize = 64, Blocks = 50, Over = typeof(Game))]
public partial struct PoolOfGame;

[FreeList(BlockSize = 64, Blocks = 50, Over = typeof(Game))]
public ref partial struct SpanOfGame;

/// <summary>Its marks are too many for the struct: they lie in the memory that is taken.</summary>
[FreeList(BlockSize = 8, Blocks = 40_000, Over = typeof(Game))]
public partial struct LargePoolOfGame;

[FreeList(typeof(long), Blocks = 100, Over = typeof(Arena), Synchronization = Synchronization.SpinLock)]
public partial struct ValuesOfArena;

[FreeList(typeof(long), Blocks = 20, Over = typeof(PoolOfGameLarge))]
public partial struct ValuesOfPool;

[FreeList(BlockSize = 1024, Blocks = 4, Over = typeof(Game))]
public partial struct PoolOfGameLarge;
