using Xunit.Abstractions;

namespace Allocators.Tests;

public sealed class Slots1x24Tests(ITestOutputHelper output) : EqualBlocks<Slots1x24>(output);
public sealed class RgbSlab64Tests(ITestOutputHelper output) : EqualBlocks<RgbSlab64>(output);
public sealed class UncheckedSlots1x1Tests(ITestOutputHelper output) : EqualBlocks<UncheckedSlots1x1>(output);
public sealed class UncheckedLongSlab65Tests(ITestOutputHelper output) : EqualBlocks<UncheckedLongSlab65>(output);
public sealed class LockedSlots70000x16Tests(ITestOutputHelper output) : EqualBlocks<LockedSlots70000x16>(output);
public sealed class LockedPointSlab300Tests(ITestOutputHelper output) : EqualBlocks<LockedPointSlab300>(output);
public sealed class LockedUncheckedSlots1x2Tests(ITestOutputHelper output) : EqualBlocks<LockedUncheckedSlots1x2>(output);
public sealed class LockedUncheckedSegmentSlab1Tests(ITestOutputHelper output) : EqualBlocks<LockedUncheckedSegmentSlab1>(output);
public sealed class LockFreeSlots64x16Tests(ITestOutputHelper output) : EqualBlocks<LockFreeSlots64x16>(output);
public sealed class LockFreeByteSlab300Tests(ITestOutputHelper output) : EqualBlocks<LockFreeByteSlab300>(output);
public sealed class LockFreeUncheckedSlots64x24Tests(ITestOutputHelper output) : EqualBlocks<LockFreeUncheckedSlots64x24>(output);
public sealed class LockFreeUncheckedUShortSlab65Tests(ITestOutputHelper output) : EqualBlocks<LockFreeUncheckedUShortSlab65>(output);

public sealed class StaticSlots64x1Tests(ITestOutputHelper output) : EqualBlocks<StaticSlots64x1.Allocator>(output);
public sealed class StaticRgbSlab7Tests(ITestOutputHelper output) : EqualBlocks<StaticRgbSlab7.Allocator>(output);
public sealed class StaticUncheckedSlots64x2Tests(ITestOutputHelper output) : EqualBlocks<StaticUncheckedSlots64x2.Allocator>(output);
public sealed class StaticUncheckedLongSlab64Tests(ITestOutputHelper output) : EqualBlocks<StaticUncheckedLongSlab64.Allocator>(output);
public sealed class StaticLockedSlots70000x24Tests(ITestOutputHelper output) : EqualBlocks<StaticLockedSlots70000x24.Allocator>(output);
public sealed class StaticLockedPointSlab65Tests(ITestOutputHelper output) : EqualBlocks<StaticLockedPointSlab65.Allocator>(output);
public sealed class StaticLockedUncheckedSlots65x16Tests(ITestOutputHelper output) : EqualBlocks<StaticLockedUncheckedSlots65x16.Allocator>(output);
public sealed class StaticLockedUncheckedSegmentSlab300Tests(ITestOutputHelper output) : EqualBlocks<StaticLockedUncheckedSegmentSlab300.Allocator>(output);
public sealed class StaticLockFreeSlots65x24Tests(ITestOutputHelper output) : EqualBlocks<StaticLockFreeSlots65x24.Allocator>(output);
public sealed class StaticLockFreeByteSlab1Tests(ITestOutputHelper output) : EqualBlocks<StaticLockFreeByteSlab1.Allocator>(output);
public sealed class StaticLockFreeUncheckedSlots70000x1Tests(ITestOutputHelper output) : EqualBlocks<StaticLockFreeUncheckedSlots70000x1.Allocator>(output);
public sealed class StaticLockFreeUncheckedUShortSlab300Tests(ITestOutputHelper output) : EqualBlocks<StaticLockFreeUncheckedUShortSlab300.Allocator>(output);

public sealed class PointerSlots65x1Tests(ITestOutputHelper output) : EqualBlocks<PointerSlots65x1>(output, new(Memory.At(3, 129), 129));
public sealed class PointerRgbSlab65Tests(ITestOutputHelper output) : EqualBlocks<PointerRgbSlab65>(output, new(Memory.At(6, 259), 259));
public sealed class PointerUncheckedSlots65x2Tests(ITestOutputHelper output) : EqualBlocks<PointerUncheckedSlots65x2>(output, new(Memory.At(1, 194), 194));
public sealed class PointerUncheckedLongSlab7Tests(ITestOutputHelper output) : EqualBlocks<PointerUncheckedLongSlab7>(output, new(Memory.At(4, 37), 37));
public sealed class PointerLockedSlots300x16Tests(ITestOutputHelper output) : EqualBlocks<PointerLockedSlots300x16>(output, new(Memory.At(7, 4_864), 4_864));
public sealed class PointerLockedPointSlab64Tests(ITestOutputHelper output) : EqualBlocks<PointerLockedPointSlab64>(output, new(Memory.At(2, 832), 832));
public sealed class PointerLockedUncheckedSlots300x24Tests(ITestOutputHelper output) : EqualBlocks<PointerLockedUncheckedSlots300x24>(output, new(Memory.At(5, 7_264), 7_264));
public sealed class PointerLockedUncheckedSegmentSlab65Tests(ITestOutputHelper output) : EqualBlocks<PointerLockedUncheckedSegmentSlab65>(output, new(Memory.At(0, 1_040), 1_040));
public sealed class PointerLockFreeSlots300x1Tests(ITestOutputHelper output) : EqualBlocks<PointerLockFreeSlots300x1>(output, new(Memory.At(3, 364), 364));
public sealed class PointerLockFreeByteSlab300Tests(ITestOutputHelper output) : EqualBlocks<PointerLockFreeByteSlab300>(output, new(Memory.At(6, 364), 364));
public sealed class PointerLockFreeUncheckedSlots300x2Tests(ITestOutputHelper output) : EqualBlocks<PointerLockFreeUncheckedSlots300x2>(output, new(Memory.At(1, 664), 664));
public sealed class PointerLockFreeUncheckedUShortSlab1Tests(ITestOutputHelper output) : EqualBlocks<PointerLockFreeUncheckedUShortSlab1>(output, new(Memory.At(4, 66), 66));

public sealed class PointerInMemorySlots1x16Tests(ITestOutputHelper output) : EqualBlocks<PointerInMemorySlots1x16>(output, new(Memory.At(3, 344), 344));
public sealed class PointerInMemoryRgbSlab300Tests(ITestOutputHelper output) : EqualBlocks<PointerInMemoryRgbSlab300>(output, new(Memory.At(6, 6_020), 6_020));
public sealed class PointerInMemoryUncheckedSlots1x24Tests(ITestOutputHelper output) : EqualBlocks<PointerInMemoryUncheckedSlots1x24>(output, new(Memory.At(1, 360), 360));
public sealed class PointerInMemoryUncheckedLongSlab65Tests(ITestOutputHelper output) : EqualBlocks<PointerInMemoryUncheckedLongSlab65>(output, new(Memory.At(4, 1_122), 1_122));
public sealed class PointerInMemoryLockedSlots70000x2Tests(ITestOutputHelper output) : EqualBlocks<PointerInMemoryLockedSlots70000x2>(output, new(Memory.At(7, 700_320), 700_320));
public sealed class PointerInMemoryLockedPointSlab7Tests(ITestOutputHelper output) : EqualBlocks<PointerInMemoryLockedPointSlab7>(output, new(Memory.At(2, 460), 460));
public sealed class PointerInMemoryLockedUncheckedSlots1x1Tests(ITestOutputHelper output) : EqualBlocks<PointerInMemoryLockedUncheckedSlots1x1>(output, new(Memory.At(5, 329), 329));
public sealed class PointerInMemoryLockedUncheckedSegmentSlab64Tests(ITestOutputHelper output) : EqualBlocks<PointerInMemoryLockedUncheckedSegmentSlab64>(output, new(Memory.At(0, 2_304), 2_304));
public sealed class PointerInMemoryLockFreeSlots1x2Tests(ITestOutputHelper output) : EqualBlocks<PointerInMemoryLockFreeSlots1x2>(output, new(Memory.At(3, 334), 334));
public sealed class PointerInMemoryLockFreeByteSlab65Tests(ITestOutputHelper output) : EqualBlocks<PointerInMemoryLockFreeByteSlab65>(output, new(Memory.At(6, 1_165), 1_165));
public sealed class PointerInMemoryLockFreeUncheckedSlots70000x16Tests(ITestOutputHelper output) : EqualBlocks<PointerInMemoryLockFreeUncheckedSlots70000x16>(output, new(Memory.At(1, 1_960_320), 1_960_320));
public sealed class PointerInMemoryLockFreeUncheckedUShortSlab300Tests(ITestOutputHelper output) : EqualBlocks<PointerInMemoryLockFreeUncheckedUShortSlab300>(output, new(Memory.At(4, 6_656), 6_656));

#if NET9_0_OR_GREATER
public sealed class SpanSlots64x16Tests(ITestOutputHelper output) : EqualBlocks<SpanForwarder<SpanSlots64x16>>(output, new(1_088, isStateInStruct: true));
public sealed class SpanRgbSlab1Tests(ITestOutputHelper output) : EqualBlocks<SpanForwarder<SpanRgbSlab1>>(output, new(67, isStateInStruct: true));
public sealed class SpanUncheckedSlots64x24Tests(ITestOutputHelper output) : EqualBlocks<SpanForwarder<SpanUncheckedSlots64x24>>(output, new(1_600, isStateInStruct: true));
public sealed class SpanUncheckedLongSlab300Tests(ITestOutputHelper output) : EqualBlocks<SpanForwarder<SpanUncheckedLongSlab300>>(output, new(1_600, isStateInStruct: true));
public sealed class SpanLockedSlots64x1Tests(ITestOutputHelper output) : EqualBlocks<SpanForwarder<SpanLockedSlots64x1>>(output, new(128, isStateInStruct: true));
public sealed class SpanLockedPointSlab65Tests(ITestOutputHelper output) : EqualBlocks<SpanForwarder<SpanLockedPointSlab65>>(output, new(844, isStateInStruct: true));
public sealed class SpanLockedUncheckedSlots64x2Tests(ITestOutputHelper output) : EqualBlocks<SpanForwarder<SpanLockedUncheckedSlots64x2>>(output, new(192, isStateInStruct: true));
public sealed class SpanLockedUncheckedSegmentSlab7Tests(ITestOutputHelper output) : EqualBlocks<SpanForwarder<SpanLockedUncheckedSegmentSlab7>>(output, new(112, isStateInStruct: true));
public sealed class SpanLockFreeSlots65x16Tests(ITestOutputHelper output) : EqualBlocks<SpanForwarder<SpanLockFreeSlots65x16>>(output, new(1_104, isStateInStruct: true));
public sealed class SpanLockFreeByteSlab64Tests(ITestOutputHelper output) : EqualBlocks<SpanForwarder<SpanLockFreeByteSlab64>>(output, new(128, isStateInStruct: true));
public sealed class SpanLockFreeUncheckedSlots65x24Tests(ITestOutputHelper output) : EqualBlocks<SpanForwarder<SpanLockFreeUncheckedSlots65x24>>(output, new(1_624, isStateInStruct: true));
public sealed class SpanLockFreeUncheckedUShortSlab65Tests(ITestOutputHelper output) : EqualBlocks<SpanForwarder<SpanLockFreeUncheckedUShortSlab65>>(output, new(86, isStateInStruct: true));

public sealed class SpanInMemorySlots65x1Tests(ITestOutputHelper output) : EqualBlocks<SpanForwarder<SpanInMemorySlots65x1>>(output, new(905));
public sealed class SpanInMemoryRgbSlab300Tests(ITestOutputHelper output) : EqualBlocks<SpanForwarder<SpanInMemoryRgbSlab300>>(output, new(3_620));
public sealed class SpanInMemoryUncheckedSlots65x2Tests(ITestOutputHelper output) : EqualBlocks<SpanForwarder<SpanInMemoryUncheckedSlots65x2>>(output, new(1_490));
public sealed class SpanInMemoryUncheckedLongSlab1Tests(ITestOutputHelper output) : EqualBlocks<SpanForwarder<SpanInMemoryUncheckedLongSlab1>>(output, new(344));
public sealed class SpanInMemoryLockedSlots300x16Tests(ITestOutputHelper output) : EqualBlocks<SpanForwarder<SpanInMemoryLockedSlots300x16>>(output, new(7_520));
public sealed class SpanInMemoryLockedPointSlab300Tests(ITestOutputHelper output) : EqualBlocks<SpanForwarder<SpanInMemoryLockedPointSlab300>>(output, new(6_320));
public sealed class SpanInMemoryLockedUncheckedSlots300x24Tests(ITestOutputHelper output) : EqualBlocks<SpanForwarder<SpanInMemoryLockedUncheckedSlots300x24>>(output, new(9_920));
public sealed class SpanInMemoryLockedUncheckedSegmentSlab65Tests(ITestOutputHelper output) : EqualBlocks<SpanForwarder<SpanInMemoryLockedUncheckedSegmentSlab65>>(output, new(2_336));
public sealed class SpanInMemoryLockFreeSlots300x1Tests(ITestOutputHelper output) : EqualBlocks<SpanForwarder<SpanInMemoryLockFreeSlots300x1>>(output, new(6_620));
public sealed class SpanInMemoryLockFreeByteSlab7Tests(ITestOutputHelper output) : EqualBlocks<SpanForwarder<SpanInMemoryLockFreeByteSlab7>>(output, new(411));
public sealed class SpanInMemoryLockFreeUncheckedSlots300x2Tests(ITestOutputHelper output) : EqualBlocks<SpanForwarder<SpanInMemoryLockFreeUncheckedSlots300x2>>(output, new(4_520));
public sealed class SpanInMemoryLockFreeUncheckedUShortSlab64Tests(ITestOutputHelper output) : EqualBlocks<SpanForwarder<SpanInMemoryLockFreeUncheckedUShortSlab64>>(output, new(1_109));
#endif
