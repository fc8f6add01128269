using Xunit.Abstractions;

namespace Allocators.Tests;

public sealed class Blocks1x24Tests(ITestOutputHelper output) : EqualBlocks<Blocks1x24>(output);
public sealed class RgbList64Tests(ITestOutputHelper output) : EqualBlocks<RgbList64>(output);
public sealed class UncheckedBlocks1x1Tests(ITestOutputHelper output) : EqualBlocks<UncheckedBlocks1x1>(output);
public sealed class UncheckedLongList65Tests(ITestOutputHelper output) : EqualBlocks<UncheckedLongList65>(output);
public sealed class LockedBlocks70000x16Tests(ITestOutputHelper output) : EqualBlocks<LockedBlocks70000x16>(output);
public sealed class LockedPointList300Tests(ITestOutputHelper output) : EqualBlocks<LockedPointList300>(output);
public sealed class LockedUncheckedBlocks1x2Tests(ITestOutputHelper output) : EqualBlocks<LockedUncheckedBlocks1x2>(output);
public sealed class LockedUncheckedSegmentList1Tests(ITestOutputHelper output) : EqualBlocks<LockedUncheckedSegmentList1>(output);
public sealed class LockFreeBlocks64x16Tests(ITestOutputHelper output) : EqualBlocks<LockFreeBlocks64x16>(output);
public sealed class LockFreeByteList300Tests(ITestOutputHelper output) : EqualBlocks<LockFreeByteList300>(output);
public sealed class LockFreeUncheckedBlocks64x24Tests(ITestOutputHelper output) : EqualBlocks<LockFreeUncheckedBlocks64x24>(output);
public sealed class LockFreeUncheckedUShortList65Tests(ITestOutputHelper output) : EqualBlocks<LockFreeUncheckedUShortList65>(output);

public sealed class StaticBlocks64x1Tests(ITestOutputHelper output) : EqualBlocks<StaticBlocks64x1.Allocator>(output);
public sealed class StaticRgbList7Tests(ITestOutputHelper output) : EqualBlocks<StaticRgbList7.Allocator>(output);
public sealed class StaticUncheckedBlocks64x2Tests(ITestOutputHelper output) : EqualBlocks<StaticUncheckedBlocks64x2.Allocator>(output);
public sealed class StaticUncheckedLongList64Tests(ITestOutputHelper output) : EqualBlocks<StaticUncheckedLongList64.Allocator>(output);
public sealed class StaticLockedBlocks70000x24Tests(ITestOutputHelper output) : EqualBlocks<StaticLockedBlocks70000x24.Allocator>(output);
public sealed class StaticLockedPointList65Tests(ITestOutputHelper output) : EqualBlocks<StaticLockedPointList65.Allocator>(output);
public sealed class StaticLockedUncheckedBlocks65x16Tests(ITestOutputHelper output) : EqualBlocks<StaticLockedUncheckedBlocks65x16.Allocator>(output);
public sealed class StaticLockedUncheckedSegmentList300Tests(ITestOutputHelper output) : EqualBlocks<StaticLockedUncheckedSegmentList300.Allocator>(output);
public sealed class StaticLockFreeBlocks65x24Tests(ITestOutputHelper output) : EqualBlocks<StaticLockFreeBlocks65x24.Allocator>(output);
public sealed class StaticLockFreeByteList1Tests(ITestOutputHelper output) : EqualBlocks<StaticLockFreeByteList1.Allocator>(output);
public sealed class StaticLockFreeUncheckedBlocks70000x1Tests(ITestOutputHelper output) : EqualBlocks<StaticLockFreeUncheckedBlocks70000x1.Allocator>(output);
public sealed class StaticLockFreeUncheckedUShortList300Tests(ITestOutputHelper output) : EqualBlocks<StaticLockFreeUncheckedUShortList300.Allocator>(output);

public sealed class PointerBlocks65x1Tests(ITestOutputHelper output) : EqualBlocks<PointerBlocks65x1>(output, new(Memory.At(3, 129), 129));
public sealed class PointerRgbList65Tests(ITestOutputHelper output) : EqualBlocks<PointerRgbList65>(output, new(Memory.At(6, 259), 259));
public sealed class PointerUncheckedBlocks65x2Tests(ITestOutputHelper output) : EqualBlocks<PointerUncheckedBlocks65x2>(output, new(Memory.At(1, 194), 194));
public sealed class PointerUncheckedLongList7Tests(ITestOutputHelper output) : EqualBlocks<PointerUncheckedLongList7>(output, new(Memory.At(4, 37), 37));
public sealed class PointerLockedBlocks300x16Tests(ITestOutputHelper output) : EqualBlocks<PointerLockedBlocks300x16>(output, new(Memory.At(7, 4_864), 4_864));
public sealed class PointerLockedPointList64Tests(ITestOutputHelper output) : EqualBlocks<PointerLockedPointList64>(output, new(Memory.At(2, 832), 832));
public sealed class PointerLockedUncheckedBlocks300x24Tests(ITestOutputHelper output) : EqualBlocks<PointerLockedUncheckedBlocks300x24>(output, new(Memory.At(5, 7_264), 7_264));
public sealed class PointerLockedUncheckedSegmentList65Tests(ITestOutputHelper output) : EqualBlocks<PointerLockedUncheckedSegmentList65>(output, new(Memory.At(0, 1_040), 1_040));
public sealed class PointerLockFreeBlocks300x1Tests(ITestOutputHelper output) : EqualBlocks<PointerLockFreeBlocks300x1>(output, new(Memory.At(3, 364), 364));
public sealed class PointerLockFreeByteList300Tests(ITestOutputHelper output) : EqualBlocks<PointerLockFreeByteList300>(output, new(Memory.At(6, 364), 364));
public sealed class PointerLockFreeUncheckedBlocks300x2Tests(ITestOutputHelper output) : EqualBlocks<PointerLockFreeUncheckedBlocks300x2>(output, new(Memory.At(1, 664), 664));
public sealed class PointerLockFreeUncheckedUShortList1Tests(ITestOutputHelper output) : EqualBlocks<PointerLockFreeUncheckedUShortList1>(output, new(Memory.At(4, 66), 66));

public sealed class PointerInMemoryBlocks1x16Tests(ITestOutputHelper output) : EqualBlocks<PointerInMemoryBlocks1x16>(output, new(Memory.At(3, 340), 340));
public sealed class PointerInMemoryRgbList300Tests(ITestOutputHelper output) : EqualBlocks<PointerInMemoryRgbList300>(output, new(Memory.At(6, 2_457), 2_457));
public sealed class PointerInMemoryUncheckedBlocks1x24Tests(ITestOutputHelper output) : EqualBlocks<PointerInMemoryUncheckedBlocks1x24>(output, new(Memory.At(1, 348), 348));
public sealed class PointerInMemoryUncheckedLongList65Tests(ITestOutputHelper output) : EqualBlocks<PointerInMemoryUncheckedLongList65>(output, new(Memory.At(4, 870), 870));
public sealed class PointerInMemoryLockedBlocks70000x2Tests(ITestOutputHelper output) : EqualBlocks<PointerInMemoryLockedBlocks70000x2>(output, new(Memory.At(7, 429_070), 429_070));
public sealed class PointerInMemoryLockedPointList7Tests(ITestOutputHelper output) : EqualBlocks<PointerInMemoryLockedPointList7>(output, new(Memory.At(2, 432), 432));
public sealed class PointerInMemoryLockedUncheckedBlocks1x1Tests(ITestOutputHelper output) : EqualBlocks<PointerInMemoryLockedUncheckedBlocks1x1>(output, new(Memory.At(5, 325), 325));
public sealed class PointerInMemoryLockedUncheckedSegmentList64Tests(ITestOutputHelper output) : EqualBlocks<PointerInMemoryLockedUncheckedSegmentList64>(output, new(Memory.At(0, 1_544), 1_544));
public sealed class PointerInMemoryLockFreeBlocks1x2Tests(ITestOutputHelper output) : EqualBlocks<PointerInMemoryLockFreeBlocks1x2>(output, new(Memory.At(3, 326), 326));
public sealed class PointerInMemoryLockFreeByteList65Tests(ITestOutputHelper output) : EqualBlocks<PointerInMemoryLockFreeByteList65>(output, new(Memory.At(6, 653), 653));
public sealed class PointerInMemoryLockFreeUncheckedBlocks70000x16Tests(ITestOutputHelper output) : EqualBlocks<PointerInMemoryLockFreeUncheckedBlocks70000x16>(output, new(Memory.At(1, 1_409_070), 1_409_070));
public sealed class PointerInMemoryLockFreeUncheckedUShortList300Tests(ITestOutputHelper output) : EqualBlocks<PointerInMemoryLockFreeUncheckedUShortList300>(output, new(Memory.At(4, 1_893), 1_893));

#if NET9_0_OR_GREATER
public sealed class SpanBlocks64x16Tests(ITestOutputHelper output) : EqualBlocks<SpanForwarder<SpanBlocks64x16>>(output, new(1_088, isStateInStruct: true));
public sealed class SpanRgbList1Tests(ITestOutputHelper output) : EqualBlocks<SpanForwarder<SpanRgbList1>>(output, new(67, isStateInStruct: true));
public sealed class SpanUncheckedBlocks64x24Tests(ITestOutputHelper output) : EqualBlocks<SpanForwarder<SpanUncheckedBlocks64x24>>(output, new(1_600, isStateInStruct: true));
public sealed class SpanUncheckedLongList300Tests(ITestOutputHelper output) : EqualBlocks<SpanForwarder<SpanUncheckedLongList300>>(output, new(1_600, isStateInStruct: true));
public sealed class SpanLockedBlocks64x1Tests(ITestOutputHelper output) : EqualBlocks<SpanForwarder<SpanLockedBlocks64x1>>(output, new(128, isStateInStruct: true));
public sealed class SpanLockedPointList65Tests(ITestOutputHelper output) : EqualBlocks<SpanForwarder<SpanLockedPointList65>>(output, new(844, isStateInStruct: true));
public sealed class SpanLockedUncheckedBlocks64x2Tests(ITestOutputHelper output) : EqualBlocks<SpanForwarder<SpanLockedUncheckedBlocks64x2>>(output, new(192, isStateInStruct: true));
public sealed class SpanLockedUncheckedSegmentList7Tests(ITestOutputHelper output) : EqualBlocks<SpanForwarder<SpanLockedUncheckedSegmentList7>>(output, new(112, isStateInStruct: true));
public sealed class SpanLockFreeBlocks65x16Tests(ITestOutputHelper output) : EqualBlocks<SpanForwarder<SpanLockFreeBlocks65x16>>(output, new(1_104, isStateInStruct: true));
public sealed class SpanLockFreeByteList64Tests(ITestOutputHelper output) : EqualBlocks<SpanForwarder<SpanLockFreeByteList64>>(output, new(128, isStateInStruct: true));
public sealed class SpanLockFreeUncheckedBlocks65x24Tests(ITestOutputHelper output) : EqualBlocks<SpanForwarder<SpanLockFreeUncheckedBlocks65x24>>(output, new(1_624, isStateInStruct: true));
public sealed class SpanLockFreeUncheckedUShortList65Tests(ITestOutputHelper output) : EqualBlocks<SpanForwarder<SpanLockFreeUncheckedUShortList65>>(output, new(86, isStateInStruct: true));

public sealed class SpanInMemoryBlocks65x1Tests(ITestOutputHelper output) : EqualBlocks<SpanForwarder<SpanInMemoryBlocks65x1>>(output, new(653));
public sealed class SpanInMemoryRgbList300Tests(ITestOutputHelper output) : EqualBlocks<SpanForwarder<SpanInMemoryRgbList300>>(output, new(2_457));
public sealed class SpanInMemoryUncheckedBlocks65x2Tests(ITestOutputHelper output) : EqualBlocks<SpanForwarder<SpanInMemoryUncheckedBlocks65x2>>(output, new(718));
public sealed class SpanInMemoryUncheckedLongList1Tests(ITestOutputHelper output) : EqualBlocks<SpanForwarder<SpanInMemoryUncheckedLongList1>>(output, new(332));
public sealed class SpanInMemoryLockedBlocks300x16Tests(ITestOutputHelper output) : EqualBlocks<SpanForwarder<SpanInMemoryLockedBlocks300x16>>(output, new(6_357));
public sealed class SpanInMemoryLockedPointList300Tests(ITestOutputHelper output) : EqualBlocks<SpanForwarder<SpanInMemoryLockedPointList300>>(output, new(5_157));
public sealed class SpanInMemoryLockedUncheckedBlocks300x24Tests(ITestOutputHelper output) : EqualBlocks<SpanForwarder<SpanInMemoryLockedUncheckedBlocks300x24>>(output, new(8_757));
public sealed class SpanInMemoryLockedUncheckedSegmentList65Tests(ITestOutputHelper output) : EqualBlocks<SpanForwarder<SpanInMemoryLockedUncheckedSegmentList65>>(output, new(1_564));
public sealed class SpanInMemoryLockFreeBlocks300x1Tests(ITestOutputHelper output) : EqualBlocks<SpanForwarder<SpanInMemoryLockFreeBlocks300x1>>(output, new(1_857));
public sealed class SpanInMemoryLockFreeByteList7Tests(ITestOutputHelper output) : EqualBlocks<SpanForwarder<SpanInMemoryLockFreeByteList7>>(output, new(355));
public sealed class SpanInMemoryLockFreeUncheckedBlocks300x2Tests(ITestOutputHelper output) : EqualBlocks<SpanForwarder<SpanInMemoryLockFreeUncheckedBlocks300x2>>(output, new(2_157));
public sealed class SpanInMemoryLockFreeUncheckedUShortList64Tests(ITestOutputHelper output) : EqualBlocks<SpanForwarder<SpanInMemoryLockFreeUncheckedUShortList64>>(output, new(605));
#endif
