using Xunit.Abstractions;

namespace Allocators.Tests;

public sealed class LockFree1x8Tests(ITestOutputHelper output) : Conformance<LockFree1x8>(output, BlockShape.Plain(LockFree1x8.ChunkSize));
public sealed class LockFree64x64Tests(ITestOutputHelper output) : Conformance<LockFree64x64>(output, BlockShape.Plain(LockFree64x64.ChunkSize));
public sealed class LockFreeUnchecked63x16Tests(ITestOutputHelper output) : Conformance<LockFreeUnchecked63x16>(output, BlockShape.Plain(LockFreeUnchecked63x16.ChunkSize), isChecked: false);
public sealed class LockFree1000x1Tests(ITestOutputHelper output) : Conformance<LockFree1000x1>(output, BlockShape.Plain(LockFree1000x1.ChunkSize));
public sealed class LockFree5000x16Tests(ITestOutputHelper output) : Conformance<LockFree5000x16>(output, BlockShape.Plain(LockFree5000x16.ChunkSize));
public sealed class LockFreeImmediate5000x16Tests(ITestOutputHelper output) : Conformance<LockFreeImmediate5000x16>(output, BlockShape.Plain(LockFreeImmediate5000x16.ChunkSize));
public sealed class LockFreeUnchecked5000x16Tests(ITestOutputHelper output) : Conformance<LockFreeUnchecked5000x16>(output, BlockShape.Plain(LockFreeUnchecked5000x16.ChunkSize), isChecked: false);

public sealed class StaticLockFree60x512Tests(ITestOutputHelper output) : Conformance<StaticLockFree60x512.Allocator>(output, BlockShape.Plain(StaticLockFree60x512.ChunkSize));
public sealed class StaticLockFree4096x256Tests(ITestOutputHelper output) : Conformance<StaticLockFree4096x256.Allocator>(output, BlockShape.Plain(StaticLockFree4096x256.ChunkSize));
public sealed class StaticLockFreeUnchecked1000x16Tests(ITestOutputHelper output) : Conformance<StaticLockFreeUnchecked1000x16.Allocator>(output, BlockShape.Plain(StaticLockFreeUnchecked1000x16.ChunkSize), isChecked: false);

public sealed class PointerLockFree64x64Tests(ITestOutputHelper output) : Conformance<PointerLockFree64x64>(output, BlockShape.Plain(PointerLockFree64x64.ChunkSize), heap: new(Memory.At(1), Memory.Bytes));
public sealed class PointerShortLockFree64x64Tests(ITestOutputHelper output) : Conformance<PointerLockFree64x64>(output, BlockShape.Plain(PointerLockFree64x64.ChunkSize), heap: new(Memory.At(3), 1000));
public sealed class PointerShortLockFree500x16Tests(ITestOutputHelper output) : Conformance<PointerLockFree500x16>(output, BlockShape.Plain(PointerLockFree500x16.ChunkSize), heap: new(Memory.At(0), 5000));
public sealed class InMemoryLockFree50x8Tests(ITestOutputHelper output) : Conformance<InMemoryLockFree50x8>(output, BlockShape.Plain(InMemoryLockFree50x8.ChunkSize), isChecked: false, heap: new(Memory.At(0), Memory.Bytes));
public sealed class InMemoryLockFree5000x16Tests(ITestOutputHelper output) : Conformance<InMemoryLockFree5000x16>(output, BlockShape.Plain(InMemoryLockFree5000x16.ChunkSize), heap: new(Memory.At(0), Memory.Bytes));
public sealed class InMemoryShortLockFree5000x16Tests(ITestOutputHelper output) : Conformance<InMemoryLockFree5000x16>(output, BlockShape.Plain(InMemoryLockFree5000x16.ChunkSize), heap: new(Memory.At(9), 60_000));
