using Xunit.Abstractions;

namespace Allocators.Tests;

public sealed class Chunks1x8Tests(ITestOutputHelper output) : Conformance<Chunks1x8>(output, BlockShape.Plain(Chunks1x8.ChunkSize));
public sealed class Chunks16x64Tests(ITestOutputHelper output) : Conformance<Chunks16x64>(output, BlockShape.Plain(Chunks16x64.ChunkSize));
public sealed class Chunks63x16Tests(ITestOutputHelper output) : Conformance<Chunks63x16>(output, BlockShape.Plain(Chunks63x16.ChunkSize));
public sealed class Chunks64x1Tests(ITestOutputHelper output) : Conformance<Chunks64x1>(output, BlockShape.Plain(Chunks64x1.ChunkSize));
public sealed class Chunks64x64Tests(ITestOutputHelper output) : Conformance<Chunks64x64>(output, BlockShape.Plain(Chunks64x64.ChunkSize));
public sealed class Chunks65x16Tests(ITestOutputHelper output) : Conformance<Chunks65x16>(output, BlockShape.Plain(Chunks65x16.ChunkSize));
public sealed class Chunks100x32Tests(ITestOutputHelper output) : Conformance<Chunks100x32>(output, BlockShape.Plain(Chunks100x32.ChunkSize));
public sealed class Chunks1000x1Tests(ITestOutputHelper output) : Conformance<Chunks1000x1>(output, BlockShape.Plain(Chunks1000x1.ChunkSize));
public sealed class Chunks4096x256Tests(ITestOutputHelper output) : Conformance<Chunks4096x256>(output, BlockShape.Plain(Chunks4096x256.ChunkSize));
public sealed class Chunks5000x16Tests(ITestOutputHelper output) : Conformance<Chunks5000x16>(output, BlockShape.Plain(Chunks5000x16.ChunkSize));
public sealed class Chunks20000x8Tests(ITestOutputHelper output) : Conformance<Chunks20000x8>(output, BlockShape.Plain(Chunks20000x8.ChunkSize));
public sealed class Chunks200000x16Tests(ITestOutputHelper output) : Conformance<Chunks200000x16>(output, BlockShape.Plain(Chunks200000x16.ChunkSize));

public sealed class Locked64x64Tests(ITestOutputHelper output) : Conformance<Locked64x64>(output, BlockShape.Plain(Locked64x64.ChunkSize));
public sealed class Locked5000x16Tests(ITestOutputHelper output) : Conformance<Locked5000x16>(output, BlockShape.Plain(Locked5000x16.ChunkSize));

public sealed class Unchecked16x64Tests(ITestOutputHelper output) : Conformance<Unchecked16x64>(output, BlockShape.Plain(Unchecked16x64.ChunkSize), isChecked: false);
public sealed class Unchecked5000x16Tests(ITestOutputHelper output) : Conformance<Unchecked5000x16>(output, BlockShape.Plain(Unchecked5000x16.ChunkSize), isChecked: false);

public sealed class Static63x16Tests(ITestOutputHelper output) : Conformance<Static63x16.Allocator>(output, BlockShape.Plain(Static63x16.ChunkSize));
public sealed class Static60x512Tests(ITestOutputHelper output) : Conformance<Static60x512.Allocator>(output, BlockShape.Plain(Static60x512.ChunkSize));
public sealed class Static4096x256Tests(ITestOutputHelper output) : Conformance<Static4096x256.Allocator>(output, BlockShape.Plain(Static4096x256.ChunkSize));
public sealed class Static20000x8Tests(ITestOutputHelper output) : Conformance<Static20000x8.Allocator>(output, BlockShape.Plain(Static20000x8.ChunkSize));
public sealed class StaticUnchecked100x32Tests(ITestOutputHelper output) : Conformance<StaticUnchecked100x32.Allocator>(output, BlockShape.Plain(StaticUnchecked100x32.ChunkSize), isChecked: false);

public sealed class Immediate100x32Tests(ITestOutputHelper output) : Conformance<Immediate100x32>(output, BlockShape.Plain(Immediate100x32.ChunkSize));
public sealed class Immediate4096x256Tests(ITestOutputHelper output) : Conformance<Immediate4096x256>(output, BlockShape.Plain(Immediate4096x256.ChunkSize));
public sealed class Immediate20000x8Tests(ITestOutputHelper output) : Conformance<Immediate20000x8>(output, BlockShape.Plain(Immediate20000x8.ChunkSize));
public sealed class Immediate100000x8Tests(ITestOutputHelper output) : Conformance<Immediate100000x8>(output, BlockShape.Plain(Immediate100000x8.ChunkSize));

public sealed class Pointer64x64Tests(ITestOutputHelper output) : Conformance<Pointer64x64>(output, BlockShape.Plain(Pointer64x64.ChunkSize), heap: new(Memory.At(1), Memory.Bytes));
public sealed class PointerShort64x64Tests(ITestOutputHelper output) : Conformance<Pointer64x64>(output, BlockShape.Plain(Pointer64x64.ChunkSize), heap: new(Memory.At(3), 1000));
public sealed class PointerInMemory50x8Tests(ITestOutputHelper output) : Conformance<PointerInMemory50x8>(output, BlockShape.Plain(PointerInMemory50x8.ChunkSize), heap: new(Memory.At(0), Memory.Bytes));
public sealed class Pointer4096x256Tests(ITestOutputHelper output) : Conformance<Pointer4096x256>(output, BlockShape.Plain(Pointer4096x256.ChunkSize), heap: new(Memory.At(5), Memory.Bytes));
public sealed class PointerShort4096x256Tests(ITestOutputHelper output) : Conformance<Pointer4096x256>(output, BlockShape.Plain(Pointer4096x256.ChunkSize), heap: new(Memory.At(0), 500_000));
public sealed class PointerInMemory5000x16Tests(ITestOutputHelper output) : Conformance<PointerInMemory5000x16>(output, BlockShape.Plain(PointerInMemory5000x16.ChunkSize), heap: new(Memory.At(0), Memory.Bytes));
public sealed class PointerShortInMemory5000x16Tests(ITestOutputHelper output) : Conformance<PointerInMemory5000x16>(output, BlockShape.Plain(PointerInMemory5000x16.ChunkSize), heap: new(Memory.At(9), 40_000));
public sealed class PointerImmediate20000x8Tests(ITestOutputHelper output) : Conformance<PointerImmediate20000x8>(output, BlockShape.Plain(PointerImmediate20000x8.ChunkSize), heap: new(Memory.At(0), Memory.Bytes));
public sealed class Pointer655360x16Tests(ITestOutputHelper output) : Conformance<Pointer655360x16>(output, BlockShape.Plain(Pointer655360x16.ChunkSize), heap: new(Memory.At(0), Memory.Bytes));
public sealed class PointerImmediate655360x16Tests(ITestOutputHelper output) : Conformance<PointerImmediate655360x16>(output, BlockShape.Plain(PointerImmediate655360x16.ChunkSize), heap: new(Memory.At(0), Memory.Bytes));
public sealed class PointerUnchecked1000000x16Tests(ITestOutputHelper output) : Conformance<PointerUnchecked1000000x16>(output, BlockShape.Plain(PointerUnchecked1000000x16.ChunkSize), isChecked: false, heap: new(Memory.At(0), Memory.Bytes));

#if NET9_0_OR_GREATER
public sealed class Span64x64Tests(ITestOutputHelper output) : Conformance<SpanForwarder<Span64x64>>(output, BlockShape.Plain(Span64x64.ChunkSize), heap: new(10_000));
public sealed class Span5000x16Tests(ITestOutputHelper output) : Conformance<SpanForwarder<Span5000x16>>(output, BlockShape.Plain(Span5000x16.ChunkSize), heap: new(100_000));
public sealed class SpanShort5000x16Tests(ITestOutputHelper output) : Conformance<SpanForwarder<Span5000x16>>(output, BlockShape.Plain(Span5000x16.ChunkSize), heap: new(30_000));
public sealed class SpanImmediate20000x8Tests(ITestOutputHelper output) : Conformance<SpanForwarder<SpanImmediate20000x8>>(output, BlockShape.Plain(SpanImmediate20000x8.ChunkSize), heap: new(200_000));
#endif

public sealed class HandWrittenTests(ITestOutputHelper output) : Conformance<HandWritten>(output, BlockShape.Plain(1), heap: new HandWritten(2000));
