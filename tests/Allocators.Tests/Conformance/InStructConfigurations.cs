using Xunit.Abstractions;

namespace Allocators.Tests;

public sealed class InStruct40000x16Tests(ITestOutputHelper output) : Conformance<InStruct40000x16>(output, BlockShape.Plain(InStruct40000x16.ChunkSize), heap: new(Memory.Dirty(5), Memory.Bytes), operations: 100_000);
public sealed class InStructLockFree20000x8Tests(ITestOutputHelper output) : Conformance<InStructLockFree20000x8>(output, BlockShape.Plain(InStructLockFree20000x8.ChunkSize), heap: new(Memory.Dirty(0), Memory.Bytes), operations: 20_000);
public sealed class InStructBlocks40000x16Tests(ITestOutputHelper output) : EqualBlocks<InStructBlocks40000x16>(output, new(Memory.Dirty(0), Memory.Bytes));
public sealed class InStructSlots5000x16Tests(ITestOutputHelper output) : EqualBlocks<InStructSlots5000x16>(output, new(Memory.Dirty(3), 70_000));
public sealed class InStructHeaderless128KiBTests(ITestOutputHelper output) : Conformance<InStructHeaderless128KiB>(output, Shapes.Headerless, heap: new(Memory.Dirty(0), Memory.Bytes), operations: 100_000);

#if NET9_0_OR_GREATER
public sealed class SpanInStruct40000x16Tests(ITestOutputHelper output) : Conformance<SpanForwarder<SpanInStruct40000x16>>(output, BlockShape.Plain(SpanInStruct40000x16.ChunkSize), heap: new(600_000, isStateInStruct: true), operations: 100_000);
public sealed class SpanInStructBlocks40000x16Tests(ITestOutputHelper output) : EqualBlocks<SpanForwarder<SpanInStructBlocks40000x16>>(output, new(600_000, isStateInStruct: true));
public sealed class SpanInStructSlots5000x16Tests(ITestOutputHelper output) : EqualBlocks<SpanForwarder<SpanInStructSlots5000x16>>(output, new(80_000, isStateInStruct: true));
public sealed class SpanInStructHeaderless128KiBTests(ITestOutputHelper output) : Conformance<SpanForwarder<SpanInStructHeaderless128KiB>>(output, Shapes.HeaderlessParked(512), heap: new(120_001, isStateInStruct: true), operations: 100_000);
#endif
