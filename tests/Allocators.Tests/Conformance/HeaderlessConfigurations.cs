using Xunit.Abstractions;

namespace Allocators.Tests;

public sealed class Headerless4KiBTests(ITestOutputHelper output) : Conformance<Headerless4KiB>(output, Shapes.Headerless, operations: 100_000);
public sealed class StaticHeaderless4KiBTests(ITestOutputHelper output) : Conformance<StaticHeaderless4KiB.Allocator>(output, Shapes.Headerless, operations: 100_000);
public sealed class PointerHeaderless4KiBTests(ITestOutputHelper output) : Conformance<PointerHeaderless4KiB>(output, Shapes.Headerless, heap: new(Memory.At(3), 120_000), operations: 100_000);
public sealed class PointerHeaderlessInMemory4KiBTests(ITestOutputHelper output) : Conformance<PointerHeaderlessInMemory4KiB>(output, Shapes.Headerless, heap: new(Memory.At(0), Memory.Bytes), operations: 100_000);
public sealed class HeaderlessDeferred4KiBTests(ITestOutputHelper output) : Conformance<HeaderlessDeferred4KiB>(output, Shapes.HeaderlessParked(64), operations: 100_000);
public sealed class StaticHeaderlessDeferred4KiBTests(ITestOutputHelper output) : Conformance<StaticHeaderlessDeferred4KiB.Allocator>(output, Shapes.HeaderlessParked(64), operations: 100_000);
public sealed class PointerHeaderlessDeferred4KiBTests(ITestOutputHelper output) : Conformance<PointerHeaderlessDeferred4KiB>(output, Shapes.HeaderlessParked(64), heap: new(Memory.At(3), 120_000), operations: 100_000);
public sealed class PointerHeaderlessDeferredInMemory4KiBTests(ITestOutputHelper output) : Conformance<PointerHeaderlessDeferredInMemory4KiB>(output, Shapes.HeaderlessParked(64), heap: new(Memory.At(0), Memory.Bytes), operations: 100_000);
public sealed class Headerless128KiBTests(ITestOutputHelper output) : Conformance<Headerless128KiB>(output, Shapes.Headerless, operations: 100_000);
public sealed class StaticHeaderless128KiBTests(ITestOutputHelper output) : Conformance<StaticHeaderless128KiB.Allocator>(output, Shapes.Headerless, operations: 100_000);
public sealed class PointerHeaderless128KiBTests(ITestOutputHelper output) : Conformance<PointerHeaderless128KiB>(output, Shapes.Headerless, heap: new(Memory.At(3), 120_000), operations: 100_000);
public sealed class PointerHeaderlessInMemory128KiBTests(ITestOutputHelper output) : Conformance<PointerHeaderlessInMemory128KiB>(output, Shapes.Headerless, heap: new(Memory.At(0), Memory.Bytes), operations: 100_000);
public sealed class HeaderlessDeferred128KiBTests(ITestOutputHelper output) : Conformance<HeaderlessDeferred128KiB>(output, Shapes.HeaderlessParked(512), operations: 100_000);
public sealed class StaticHeaderlessDeferred128KiBTests(ITestOutputHelper output) : Conformance<StaticHeaderlessDeferred128KiB.Allocator>(output, Shapes.HeaderlessParked(512), operations: 100_000);
public sealed class PointerHeaderlessDeferred128KiBTests(ITestOutputHelper output) : Conformance<PointerHeaderlessDeferred128KiB>(output, Shapes.HeaderlessParked(512), heap: new(Memory.At(3), 120_000), operations: 100_000);
public sealed class PointerHeaderlessDeferredInMemory128KiBTests(ITestOutputHelper output) : Conformance<PointerHeaderlessDeferredInMemory128KiB>(output, Shapes.HeaderlessParked(512), heap: new(Memory.At(0), Memory.Bytes), operations: 100_000);
public sealed class Headerless16MiBTests(ITestOutputHelper output) : Conformance<Headerless16MiB>(output, Shapes.Headerless, operations: 100_000);
public sealed class StaticHeaderless16MiBTests(ITestOutputHelper output) : Conformance<StaticHeaderless16MiB.Allocator>(output, Shapes.Headerless, operations: 100_000);
public sealed class PointerHeaderless16MiBTests(ITestOutputHelper output) : Conformance<PointerHeaderless16MiB>(output, Shapes.Headerless, heap: new(Memory.At(3), 120_000), operations: 100_000);
public sealed class PointerHeaderlessInMemory16MiBTests(ITestOutputHelper output) : Conformance<PointerHeaderlessInMemory16MiB>(output, Shapes.Headerless, heap: new(Memory.At(0), Memory.Bytes), operations: 100_000);
public sealed class HeaderlessDeferred16MiBTests(ITestOutputHelper output) : Conformance<HeaderlessDeferred16MiB>(output, Shapes.HeaderlessParked(16384), operations: 100_000);
public sealed class StaticHeaderlessDeferred16MiBTests(ITestOutputHelper output) : Conformance<StaticHeaderlessDeferred16MiB.Allocator>(output, Shapes.HeaderlessParked(16384), operations: 100_000);
public sealed class PointerHeaderlessDeferred16MiBTests(ITestOutputHelper output) : Conformance<PointerHeaderlessDeferred16MiB>(output, Shapes.HeaderlessParked(16384), heap: new(Memory.At(3), 120_000), operations: 100_000);
public sealed class PointerHeaderlessDeferredInMemory16MiBTests(ITestOutputHelper output) : Conformance<PointerHeaderlessDeferredInMemory16MiB>(output, Shapes.HeaderlessParked(16384), heap: new(Memory.At(0), Memory.Bytes), operations: 100_000);
public sealed class Headerless1GiBTests(ITestOutputHelper output) : Conformance<Headerless1GiB>(output, Shapes.Headerless, operations: 100_000);
public sealed class StaticHeaderless1GiBTests(ITestOutputHelper output) : Conformance<StaticHeaderless1GiB.Allocator>(output, Shapes.Headerless, operations: 100_000);
public sealed class PointerHeaderless1GiBTests(ITestOutputHelper output) : Conformance<PointerHeaderless1GiB>(output, Shapes.Headerless, heap: new(Memory.At(3), 120_000), operations: 100_000);
public sealed class PointerHeaderlessInMemory1GiBTests(ITestOutputHelper output) : Conformance<PointerHeaderlessInMemory1GiB>(output, Shapes.Headerless, heap: new(Memory.At(0), Memory.Bytes), operations: 100_000);
public sealed class HeaderlessDeferred1GiBTests(ITestOutputHelper output) : Conformance<HeaderlessDeferred1GiB>(output, Shapes.HeaderlessParked(16384), operations: 100_000);
public sealed class StaticHeaderlessDeferred1GiBTests(ITestOutputHelper output) : Conformance<StaticHeaderlessDeferred1GiB.Allocator>(output, Shapes.HeaderlessParked(16384), operations: 100_000);
public sealed class PointerHeaderlessDeferred1GiBTests(ITestOutputHelper output) : Conformance<PointerHeaderlessDeferred1GiB>(output, Shapes.HeaderlessParked(16384), heap: new(Memory.At(3), 120_000), operations: 100_000);
public sealed class PointerHeaderlessDeferredInMemory1GiBTests(ITestOutputHelper output) : Conformance<PointerHeaderlessDeferredInMemory1GiB>(output, Shapes.HeaderlessParked(16384), heap: new(Memory.At(0), Memory.Bytes), operations: 100_000);

public sealed class UncheckedHeaderless4KiBTests(ITestOutputHelper output) : Conformance<UncheckedHeaderless4KiB>(output, Shapes.HeaderlessUnchecked(0), isChecked: false, operations: 200_000);
public sealed class UncheckedHeaderlessDeferred4KiBTests(ITestOutputHelper output) : Conformance<UncheckedHeaderlessDeferred4KiB>(output, Shapes.HeaderlessUnchecked(64), isChecked: false, operations: 200_000);
public sealed class UncheckedHeaderlessDeferred128KiBTests(ITestOutputHelper output) : Conformance<UncheckedHeaderlessDeferred128KiB>(output, Shapes.HeaderlessUnchecked(512), isChecked: false, operations: 200_000);
public sealed class UncheckedHeaderlessDeferred16MiBTests(ITestOutputHelper output) : Conformance<UncheckedHeaderlessDeferred16MiB>(output, Shapes.HeaderlessUnchecked(16384), isChecked: false, operations: 200_000);
public sealed class StaticUncheckedHeaderless128KiBTests(ITestOutputHelper output) : Conformance<StaticUncheckedHeaderless128KiB.Allocator>(output, Shapes.HeaderlessUnchecked(512), isChecked: false, operations: 200_000);
public sealed class PointerUncheckedHeaderless16MiBTests(ITestOutputHelper output) : Conformance<PointerUncheckedHeaderless16MiB>(output, Shapes.HeaderlessUnchecked(16_384), isChecked: false, heap: new(Memory.At(0), Memory.Bytes), operations: 200_000);

#if NET9_0_OR_GREATER
public sealed class SpanHeaderless4KiBTests(ITestOutputHelper output) : Conformance<SpanForwarder<SpanHeaderless4KiB>>(output, Shapes.Headerless, heap: new(50_001, isStateInStruct: true), operations: 100_000);
public sealed class SpanHeaderlessInMemory4KiBTests(ITestOutputHelper output) : Conformance<SpanForwarder<SpanHeaderlessInMemory4KiB>>(output, Shapes.Headerless, heap: new(60_000), operations: 100_000);
public sealed class SpanHeaderlessDeferred4KiBTests(ITestOutputHelper output) : Conformance<SpanForwarder<SpanHeaderlessDeferred4KiB>>(output, Shapes.HeaderlessParked(64), heap: new(50_001, isStateInStruct: true), operations: 100_000);
public sealed class SpanHeaderlessDeferredInMemory4KiBTests(ITestOutputHelper output) : Conformance<SpanForwarder<SpanHeaderlessDeferredInMemory4KiB>>(output, Shapes.HeaderlessParked(64), heap: new(60_000), operations: 100_000);
public sealed class SpanHeaderless128KiBTests(ITestOutputHelper output) : Conformance<SpanForwarder<SpanHeaderless128KiB>>(output, Shapes.Headerless, heap: new(50_001), operations: 100_000);
public sealed class SpanHeaderlessInMemory128KiBTests(ITestOutputHelper output) : Conformance<SpanForwarder<SpanHeaderlessInMemory128KiB>>(output, Shapes.Headerless, heap: new(60_000), operations: 100_000);
public sealed class SpanHeaderlessDeferred128KiBTests(ITestOutputHelper output) : Conformance<SpanForwarder<SpanHeaderlessDeferred128KiB>>(output, Shapes.HeaderlessParked(512), heap: new(50_001), operations: 100_000);
public sealed class SpanHeaderlessDeferredInMemory128KiBTests(ITestOutputHelper output) : Conformance<SpanForwarder<SpanHeaderlessDeferredInMemory128KiB>>(output, Shapes.HeaderlessParked(512), heap: new(60_000), operations: 100_000);
public sealed class SpanHeaderless16MiBTests(ITestOutputHelper output) : Conformance<SpanForwarder<SpanHeaderless16MiB>>(output, Shapes.Headerless, heap: new(50_001, isStateInStruct: true), operations: 100_000);
public sealed class SpanHeaderlessInMemory16MiBTests(ITestOutputHelper output) : Conformance<SpanForwarder<SpanHeaderlessInMemory16MiB>>(output, Shapes.Headerless, heap: new(60_000), operations: 100_000);
public sealed class SpanHeaderlessDeferred16MiBTests(ITestOutputHelper output) : Conformance<SpanForwarder<SpanHeaderlessDeferred16MiB>>(output, Shapes.HeaderlessParked(16384), heap: new(50_001, isStateInStruct: true), operations: 100_000);
public sealed class SpanHeaderlessDeferredInMemory16MiBTests(ITestOutputHelper output) : Conformance<SpanForwarder<SpanHeaderlessDeferredInMemory16MiB>>(output, Shapes.HeaderlessParked(16384), heap: new(60_000), operations: 100_000);
public sealed class SpanHeaderless1GiBTests(ITestOutputHelper output) : Conformance<SpanForwarder<SpanHeaderless1GiB>>(output, Shapes.Headerless, heap: new(50_001, isStateInStruct: true), operations: 100_000);
public sealed class SpanHeaderlessInMemory1GiBTests(ITestOutputHelper output) : Conformance<SpanForwarder<SpanHeaderlessInMemory1GiB>>(output, Shapes.Headerless, heap: new(60_000), operations: 100_000);
public sealed class SpanHeaderlessDeferred1GiBTests(ITestOutputHelper output) : Conformance<SpanForwarder<SpanHeaderlessDeferred1GiB>>(output, Shapes.HeaderlessParked(16384), heap: new(50_001, isStateInStruct: true), operations: 100_000);
public sealed class SpanHeaderlessDeferredInMemory1GiBTests(ITestOutputHelper output) : Conformance<SpanForwarder<SpanHeaderlessDeferredInMemory1GiB>>(output, Shapes.HeaderlessParked(16384), heap: new(60_000), operations: 100_000);
#endif
