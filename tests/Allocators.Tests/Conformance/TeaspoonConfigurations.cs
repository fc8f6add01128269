using Xunit.Abstractions;

namespace Allocators.Tests;

public sealed class Spoon64BytesTests(ITestOutputHelper output) : Conformance<Spoon64Bytes>(output, Shapes.Of4KiB);
public sealed class Spoon1000BytesTests(ITestOutputHelper output) : Conformance<Spoon1000Bytes>(output, Shapes.Of4KiB);
public sealed class Spoon1024BytesTests(ITestOutputHelper output) : Conformance<Spoon1024Bytes>(output, Shapes.Of4KiB);
public sealed class Spoon4KiBTests(ITestOutputHelper output) : Conformance<Spoon4KiB>(output, Shapes.Of4KiB);
public sealed class Deferred4KiBTests(ITestOutputHelper output) : Conformance<Deferred4KiB>(output, Shapes.Of4KiB.Parked());
public sealed class Locked4KiBTests(ITestOutputHelper output) : Conformance<Locked4KiB>(output, Shapes.Of4KiB);
public sealed class Unchecked4KiBTests(ITestOutputHelper output) : Conformance<Unchecked4KiB>(output, Shapes.Of4KiB, isChecked: false);
public sealed class Static4KiBTests(ITestOutputHelper output) : Conformance<Static4KiB.Allocator>(output, Shapes.Of4KiB);
public sealed class StaticDeferred4KiBTests(ITestOutputHelper output) : Conformance<StaticDeferred4KiB.Allocator>(output, Shapes.Of4KiB.Parked());
public sealed class Pointer4KiBTests(ITestOutputHelper output) : Conformance<Pointer4KiB>(output, Shapes.Of4KiB, heap: new(Memory.At(1), 20_000));
public sealed class Pointer100BytesTests(ITestOutputHelper output) : Conformance<Pointer4KiB>(output, Shapes.Of4KiB, heap: new(Memory.At(0), 100));
public sealed class PointerDeferred4KiBTests(ITestOutputHelper output) : Conformance<PointerDeferred4KiB>(output, Shapes.Of4KiB.Parked(), heap: new(Memory.At(2, 20_000), 20_000));
public sealed class PointerInMemoryImmediate4KiBTests(ITestOutputHelper output) : Conformance<PointerInMemoryImmediate4KiB>(output, Shapes.Of4KiB, heap: new(Memory.At(0, 7_000), 7_000));
public sealed class PointerInMemory4KiBTests(ITestOutputHelper output) : Conformance<PointerInMemory4KiB>(output, Shapes.Of4KiB.Parked(), heap: new(Memory.At(0), 20_000));

public sealed class Spoon128KiBTests(ITestOutputHelper output) : Conformance<Spoon128KiB>(output, Shapes.Of128KiB);
public sealed class Spoon64BytesOf128KiBTests(ITestOutputHelper output) : Conformance<Spoon64BytesOf128KiB>(output, Shapes.Of128KiB);
public sealed class Deferred128KiBTests(ITestOutputHelper output) : Conformance<Deferred128KiB>(output, Shapes.Of128KiB.Parked());
public sealed class LockedDeferred1000Of128KiBTests(ITestOutputHelper output) : Conformance<LockedDeferred1000Of128KiB>(output, Shapes.Of128KiB.Parked());
public sealed class UncheckedDeferred128KiBTests(ITestOutputHelper output) : Conformance<UncheckedDeferred128KiB>(output, Shapes.Of128KiB.Parked(), isChecked: false);
public sealed class Static128KiBTests(ITestOutputHelper output) : Conformance<Static128KiB.Allocator>(output, Shapes.Of128KiB);
public sealed class Static3000Of128KiBTests(ITestOutputHelper output) : Conformance<Static3000Of128KiB.Allocator>(output, Shapes.Of128KiB);
public sealed class StaticDeferred128KiBTests(ITestOutputHelper output) : Conformance<StaticDeferred128KiB.Allocator>(output, Shapes.Of128KiB.Parked());
public sealed class Pointer128KiBTests(ITestOutputHelper output) : Conformance<Pointer128KiB>(output, Shapes.Of128KiB, heap: new(Memory.At(3), 100_000));
public sealed class PointerDeferred128KiBTests(ITestOutputHelper output) : Conformance<PointerDeferred128KiB>(output, Shapes.Of128KiB.Parked(), heap: new(Memory.At(0, 60_000), 60_000));
public sealed class PointerInMemoryImmediate128KiBTests(ITestOutputHelper output) : Conformance<PointerInMemoryImmediate128KiB>(output, Shapes.Of128KiB, heap: new(Memory.At(5, 150_000), 150_000));
public sealed class PointerInMemory128KiBTests(ITestOutputHelper output) : Conformance<PointerInMemory128KiB>(output, Shapes.Of128KiB.Parked(), heap: new(Memory.At(7), Memory.Bytes));

public sealed class Spoon600000Of16MiBTests(ITestOutputHelper output) : Conformance<Spoon600000Of16MiB>(output, Shapes.Of16MiB, operations: 200_000);
public sealed class Spoon100000Of16MiBTests(ITestOutputHelper output) : Conformance<Spoon100000Of16MiB>(output, Shapes.Of16MiB);
public sealed class Deferred1000Of16MiBTests(ITestOutputHelper output) : Conformance<Deferred1000Of16MiB>(output, Shapes.Of16MiB.Parked());
public sealed class Static16MiBTests(ITestOutputHelper output) : Conformance<Static16MiB.Allocator>(output, Shapes.Of16MiB, operations: 200_000);
public sealed class Static600Of16MiBTests(ITestOutputHelper output) : Conformance<Static600Of16MiB.Allocator>(output, Shapes.Of16MiB);
public sealed class StaticDeferred200000Of16MiBTests(ITestOutputHelper output) : Conformance<StaticDeferred200000Of16MiB.Allocator>(output, Shapes.Of16MiB.Parked());
public sealed class Pointer16MiBTests(ITestOutputHelper output) : Conformance<Pointer16MiB>(output, Shapes.Of16MiB, heap: new(Memory.At(5), 300_000));
public sealed class Pointer100BytesOf16MiBTests(ITestOutputHelper output) : Conformance<Pointer16MiB>(output, Shapes.Of16MiB, heap: new(Memory.At(0), 100));
public sealed class PointerDeferred16MiBTests(ITestOutputHelper output) : Conformance<PointerDeferred16MiB>(output, Shapes.Of16MiB.Parked(), heap: new(Memory.At(0, 50_000), 50_000));
public sealed class PointerInMemoryImmediate16MiBTests(ITestOutputHelper output) : Conformance<PointerInMemoryImmediate16MiB>(output, Shapes.Of16MiB, heap: new(Memory.At(3, 100_000), 100_000));
public sealed class PointerInMemory16MiBTests(ITestOutputHelper output) : Conformance<PointerInMemory16MiB>(output, Shapes.Of16MiB.Parked(), heap: new(Memory.At(0), Memory.Bytes), operations: 200_000);

public sealed class Spoon5000Of1GiBTests(ITestOutputHelper output) : Conformance<Spoon5000Of1GiB>(output, Shapes.Of16MiB);
public sealed class Deferred5000Of1GiBTests(ITestOutputHelper output) : Conformance<Deferred5000Of1GiB>(output, Shapes.Of16MiB.Parked());
public sealed class Static20000Of1GiBTests(ITestOutputHelper output) : Conformance<Static20000Of1GiB.Allocator>(output, Shapes.Of16MiB);
public sealed class StaticDeferred20000Of1GiBTests(ITestOutputHelper output) : Conformance<StaticDeferred20000Of1GiB.Allocator>(output, Shapes.Of16MiB.Parked());
public sealed class Pointer1GiBTests(ITestOutputHelper output) : Conformance<Pointer1GiB>(output, Shapes.Of16MiB, heap: new(Memory.At(0), 3 << 20), operations: 300_000);
public sealed class PointerDeferred1GiBTests(ITestOutputHelper output) : Conformance<PointerDeferred1GiB>(output, Shapes.Of16MiB.Parked(), heap: new(Memory.At(1, 40_000), 40_000));
public sealed class PointerInMemoryImmediate1GiBTests(ITestOutputHelper output) : Conformance<PointerInMemoryImmediate1GiB>(output, Shapes.Of16MiB, heap: new(Memory.At(0, 60_000), 60_000));
public sealed class PointerInMemory1GiBTests(ITestOutputHelper output) : Conformance<PointerInMemory1GiB>(output, Shapes.Of16MiB.Parked(), heap: new(Memory.At(1), 3 << 20), operations: 300_000);

#if NET9_0_OR_GREATER
public sealed class SpanInStruct4KiBTests(ITestOutputHelper output) : Conformance<SpanForwarder<SpanInStruct4KiB>>(output, Shapes.Of4KiB, heap: new(5_000, isStateInStruct: true));
public sealed class SpanInStructDeferred4KiBTests(ITestOutputHelper output) : Conformance<SpanForwarder<SpanInStructDeferred4KiB>>(output, Shapes.Of4KiB.Parked(), heap: new(5_000, isStateInStruct: true));
public sealed class Span4KiBTests(ITestOutputHelper output) : Conformance<SpanForwarder<Span4KiB>>(output, Shapes.Of4KiB, heap: new(10_000));
public sealed class SpanDeferred4KiBTests(ITestOutputHelper output) : Conformance<SpanForwarder<SpanDeferred4KiB>>(output, Shapes.Of4KiB.Parked(), heap: new(10_000));
public sealed class SpanInStruct128KiBTests(ITestOutputHelper output) : Conformance<SpanForwarder<SpanInStruct128KiB>>(output, Shapes.Of128KiB, heap: new(20_003, isStateInStruct: true));
public sealed class SpanInStructDeferred128KiBTests(ITestOutputHelper output) : Conformance<SpanForwarder<SpanInStructDeferred128KiB>>(output, Shapes.Of128KiB.Parked(), heap: new(20_003, isStateInStruct: true));
public sealed class Span128KiBTests(ITestOutputHelper output) : Conformance<SpanForwarder<Span128KiB>>(output, Shapes.Of128KiB, heap: new(50_001));
public sealed class SpanDeferred128KiBTests(ITestOutputHelper output) : Conformance<SpanForwarder<SpanDeferred128KiB>>(output, Shapes.Of128KiB.Parked(), heap: new(50_001));
public sealed class SpanInStruct16MiBTests(ITestOutputHelper output) : Conformance<SpanForwarder<SpanInStruct16MiB>>(output, Shapes.Of16MiB, heap: new(30_000, isStateInStruct: true));
public sealed class SpanInStructDeferred16MiBTests(ITestOutputHelper output) : Conformance<SpanForwarder<SpanInStructDeferred16MiB>>(output, Shapes.Of16MiB.Parked(), heap: new(30_000, isStateInStruct: true));
public sealed class Span16MiBTests(ITestOutputHelper output) : Conformance<SpanForwarder<Span16MiB>>(output, Shapes.Of16MiB, heap: new(100_000));
public sealed class SpanDeferred16MiBTests(ITestOutputHelper output) : Conformance<SpanForwarder<SpanDeferred16MiB>>(output, Shapes.Of16MiB.Parked(), heap: new(100_000));
public sealed class SpanInStruct1GiBTests(ITestOutputHelper output) : Conformance<SpanForwarder<SpanInStruct1GiB>>(output, Shapes.Of16MiB, heap: new(50_000, isStateInStruct: true));
public sealed class SpanInStructDeferred1GiBTests(ITestOutputHelper output) : Conformance<SpanForwarder<SpanInStructDeferred1GiB>>(output, Shapes.Of16MiB.Parked(), heap: new(50_000, isStateInStruct: true));
public sealed class Span1GiBTests(ITestOutputHelper output) : Conformance<SpanForwarder<Span1GiB>>(output, Shapes.Of16MiB, heap: new(100_000));
public sealed class SpanDeferred1GiBTests(ITestOutputHelper output) : Conformance<SpanForwarder<SpanDeferred1GiB>>(output, Shapes.Of16MiB.Parked(), heap: new(100_000));
#endif

/// <summary>How the variants of a teaspoon cut their memory. That of 1 GiB does as that of 16 MiB.</summary>
internal static class Shapes
{
    public static BlockShape Of4KiB { get; } = BlockShape.Teaspoon(Spoon4KiB.HeaderBytes, Spoon4KiB.Granule, 4096);

    public static BlockShape Of128KiB { get; } = BlockShape.Teaspoon(Spoon128KiB.HeaderBytes, Spoon128KiB.Granule, int.MaxValue);

    public static BlockShape Of16MiB { get; } = BlockShape.Teaspoon(Static16MiB.HeaderBytes, Static16MiB.Granule, int.MaxValue);

    public static BlockShape Headerless { get; } = BlockShape.Headerless();

    public static BlockShape HeaderlessParked(int parkedBelow) => BlockShape.Headerless(parkedBelow);

    public static BlockShape HeaderlessUnchecked(int parkedBelow) => BlockShape.Headerless(parkedBelow, knowsLiveBlocks: false);
}
