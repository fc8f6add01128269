using Xunit.Abstractions;

namespace Allocators.Tests.Over;

/// <summary>Memory for the heaps below; each test takes a piece, and none gives it back.</summary>
[ChunkHeap(Chunks = 8192, ChunkSize = 64)]
public static partial class Ground;

[FreeList(BlockSize = 24, Blocks = 65, Over = typeof(Ground))]
public partial struct OverGround24;

[FreeList(BlockSize = 16, Blocks = 64, Over = typeof(Ground), Checks = Checks.None)]
public partial struct OverGroundUnchecked16;

[FreeList(typeof(long), Blocks = 100, Over = typeof(Ground), Synchronization = Synchronization.LockFree)]
public partial struct OverGroundWithoutLocks;

/// <summary>Its bookkeeping is in front of the memory.</summary>
[FreeList(BlockSize = 1, Blocks = 5000, Over = typeof(Ground), Synchronization = Synchronization.SpinLock)]
public partial struct OverGroundLarge;

public sealed class OverGround24Tests(ITestOutputHelper output) : EqualBlocks<OverGround24>(output, OverGround24.Create());
public sealed class OverGroundUnchecked16Tests(ITestOutputHelper output) : EqualBlocks<OverGroundUnchecked16>(output, OverGroundUnchecked16.Create());
public sealed class OverGroundWithoutLocksTests(ITestOutputHelper output) : EqualBlocks<OverGroundWithoutLocks>(output, OverGroundWithoutLocks.Create());
public sealed class OverGroundLargeTests(ITestOutputHelper output) : EqualBlocks<OverGroundLarge>(output, OverGroundLarge.Create());
