#if NET9_0_OR_GREATER
using System;

namespace Allocators.Tests;

// The free lists of the conformance suite over a span, with the bookkeeping in the struct and in the memory.

[FreeList(Blocks = 64, BlockSize = 16)]
public ref partial struct SpanBlocks64x16 : IOverSpan<SpanBlocks64x16>
{
    public static SpanBlocks64x16 Over(Span<byte> memory) => new(memory);

    public static void Verify(ref SpanBlocks64x16 heap) => heap.Verify();
}

[FreeList<Rgb>(Blocks = 1)]
public ref partial struct SpanRgbList1 : IOverSpan<SpanRgbList1>
{
    public static SpanRgbList1 Over(Span<byte> memory) => new(memory);

    public static void Verify(ref SpanRgbList1 heap) => heap.Verify();
}

[FreeList(Blocks = 64, BlockSize = 24, Checks = Checks.None)]
public ref partial struct SpanUncheckedBlocks64x24 : IOverSpan<SpanUncheckedBlocks64x24>
{
    public static SpanUncheckedBlocks64x24 Over(Span<byte> memory) => new(memory);

    public static void Verify(ref SpanUncheckedBlocks64x24 heap) => heap.Verify();

    readonly bool IOverSpan<SpanUncheckedBlocks64x24>.TryGetNext(Block after, out Block found) => throw new NotSupportedException();
}

[FreeList(typeof(long), Blocks = 300, Checks = Checks.None)]
public ref partial struct SpanUncheckedLongList300 : IOverSpan<SpanUncheckedLongList300>
{
    public static SpanUncheckedLongList300 Over(Span<byte> memory) => new(memory);

    public static void Verify(ref SpanUncheckedLongList300 heap) => heap.Verify();

    readonly bool IOverSpan<SpanUncheckedLongList300>.TryGetNext(Block after, out Block found) => throw new NotSupportedException();
}

[FreeList(Blocks = 64, BlockSize = 1, Synchronization = Synchronization.SpinLock)]
public ref partial struct SpanLockedBlocks64x1 : IOverSpan<SpanLockedBlocks64x1>
{
    public static SpanLockedBlocks64x1 Over(Span<byte> memory) => new(memory);

    public static void Verify(ref SpanLockedBlocks64x1 heap) => heap.Verify();
}

[FreeList<Point>(Blocks = 65, Synchronization = Synchronization.SpinLock)]
public ref partial struct SpanLockedPointList65 : IOverSpan<SpanLockedPointList65>
{
    public static SpanLockedPointList65 Over(Span<byte> memory) => new(memory);

    public static void Verify(ref SpanLockedPointList65 heap) => heap.Verify();
}

[FreeList(Blocks = 64, BlockSize = 2, Synchronization = Synchronization.SpinLock, Checks = Checks.None)]
public ref partial struct SpanLockedUncheckedBlocks64x2 : IOverSpan<SpanLockedUncheckedBlocks64x2>
{
    public static SpanLockedUncheckedBlocks64x2 Over(Span<byte> memory) => new(memory);

    public static void Verify(ref SpanLockedUncheckedBlocks64x2 heap) => heap.Verify();

    readonly bool IOverSpan<SpanLockedUncheckedBlocks64x2>.TryGetNext(Block after, out Block found) => throw new NotSupportedException();
}

[FreeList(typeof(Segment), Blocks = 7, Synchronization = Synchronization.SpinLock, Checks = Checks.None)]
public ref partial struct SpanLockedUncheckedSegmentList7 : IOverSpan<SpanLockedUncheckedSegmentList7>
{
    public static SpanLockedUncheckedSegmentList7 Over(Span<byte> memory) => new(memory);

    public static void Verify(ref SpanLockedUncheckedSegmentList7 heap) => heap.Verify();

    readonly bool IOverSpan<SpanLockedUncheckedSegmentList7>.TryGetNext(Block after, out Block found) => throw new NotSupportedException();
}

[FreeList(Blocks = 65, BlockSize = 16, Synchronization = Synchronization.LockFree)]
public ref partial struct SpanLockFreeBlocks65x16 : IOverSpan<SpanLockFreeBlocks65x16>
{
    public static SpanLockFreeBlocks65x16 Over(Span<byte> memory) => new(memory);
}

[FreeList<byte>(Blocks = 64, Synchronization = Synchronization.LockFree)]
public ref partial struct SpanLockFreeByteList64 : IOverSpan<SpanLockFreeByteList64>
{
    public static SpanLockFreeByteList64 Over(Span<byte> memory) => new(memory);
}

[FreeList(Blocks = 65, BlockSize = 24, Synchronization = Synchronization.LockFree, Checks = Checks.None)]
public ref partial struct SpanLockFreeUncheckedBlocks65x24 : IOverSpan<SpanLockFreeUncheckedBlocks65x24>
{
    public static SpanLockFreeUncheckedBlocks65x24 Over(Span<byte> memory) => new(memory);
}

[FreeList(typeof(ushort), Blocks = 65, Synchronization = Synchronization.LockFree, Checks = Checks.None)]
public ref partial struct SpanLockFreeUncheckedUShortList65 : IOverSpan<SpanLockFreeUncheckedUShortList65>
{
    public static SpanLockFreeUncheckedUShortList65 Over(Span<byte> memory) => new(memory);
}

[FreeList(Blocks = 65, BlockSize = 1, State = State.InMemory)]
public ref partial struct SpanInMemoryBlocks65x1 : IOverSpan<SpanInMemoryBlocks65x1>
{
    public static SpanInMemoryBlocks65x1 Over(Span<byte> memory) => new(memory);

    public static void Verify(ref SpanInMemoryBlocks65x1 heap) => heap.Verify();
}

[FreeList<Rgb>(Blocks = 300, State = State.InMemory)]
public ref partial struct SpanInMemoryRgbList300 : IOverSpan<SpanInMemoryRgbList300>
{
    public static SpanInMemoryRgbList300 Over(Span<byte> memory) => new(memory);

    public static void Verify(ref SpanInMemoryRgbList300 heap) => heap.Verify();
}

[FreeList(Blocks = 65, BlockSize = 2, State = State.InMemory, Checks = Checks.None)]
public ref partial struct SpanInMemoryUncheckedBlocks65x2 : IOverSpan<SpanInMemoryUncheckedBlocks65x2>
{
    public static SpanInMemoryUncheckedBlocks65x2 Over(Span<byte> memory) => new(memory);

    public static void Verify(ref SpanInMemoryUncheckedBlocks65x2 heap) => heap.Verify();

    readonly bool IOverSpan<SpanInMemoryUncheckedBlocks65x2>.TryGetNext(Block after, out Block found) => throw new NotSupportedException();
}

[FreeList(typeof(long), Blocks = 1, State = State.InMemory, Checks = Checks.None)]
public ref partial struct SpanInMemoryUncheckedLongList1 : IOverSpan<SpanInMemoryUncheckedLongList1>
{
    public static SpanInMemoryUncheckedLongList1 Over(Span<byte> memory) => new(memory);

    public static void Verify(ref SpanInMemoryUncheckedLongList1 heap) => heap.Verify();

    readonly bool IOverSpan<SpanInMemoryUncheckedLongList1>.TryGetNext(Block after, out Block found) => throw new NotSupportedException();
}

[FreeList(Blocks = 300, BlockSize = 16, State = State.InMemory, Synchronization = Synchronization.SpinLock)]
public ref partial struct SpanInMemoryLockedBlocks300x16 : IOverSpan<SpanInMemoryLockedBlocks300x16>
{
    public static SpanInMemoryLockedBlocks300x16 Over(Span<byte> memory) => new(memory);

    public static void Verify(ref SpanInMemoryLockedBlocks300x16 heap) => heap.Verify();
}

[FreeList<Point>(Blocks = 300, State = State.InMemory, Synchronization = Synchronization.SpinLock)]
public ref partial struct SpanInMemoryLockedPointList300 : IOverSpan<SpanInMemoryLockedPointList300>
{
    public static SpanInMemoryLockedPointList300 Over(Span<byte> memory) => new(memory);

    public static void Verify(ref SpanInMemoryLockedPointList300 heap) => heap.Verify();
}

[FreeList(Blocks = 300, BlockSize = 24, State = State.InMemory, Synchronization = Synchronization.SpinLock, Checks = Checks.None)]
public ref partial struct SpanInMemoryLockedUncheckedBlocks300x24 : IOverSpan<SpanInMemoryLockedUncheckedBlocks300x24>
{
    public static SpanInMemoryLockedUncheckedBlocks300x24 Over(Span<byte> memory) => new(memory);

    public static void Verify(ref SpanInMemoryLockedUncheckedBlocks300x24 heap) => heap.Verify();

    readonly bool IOverSpan<SpanInMemoryLockedUncheckedBlocks300x24>.TryGetNext(Block after, out Block found) => throw new NotSupportedException();
}

[FreeList(typeof(Segment), Blocks = 65, State = State.InMemory, Synchronization = Synchronization.SpinLock, Checks = Checks.None)]
public ref partial struct SpanInMemoryLockedUncheckedSegmentList65 : IOverSpan<SpanInMemoryLockedUncheckedSegmentList65>
{
    public static SpanInMemoryLockedUncheckedSegmentList65 Over(Span<byte> memory) => new(memory);

    public static void Verify(ref SpanInMemoryLockedUncheckedSegmentList65 heap) => heap.Verify();

    readonly bool IOverSpan<SpanInMemoryLockedUncheckedSegmentList65>.TryGetNext(Block after, out Block found) => throw new NotSupportedException();
}

[FreeList(Blocks = 300, BlockSize = 1, State = State.InMemory, Synchronization = Synchronization.LockFree)]
public ref partial struct SpanInMemoryLockFreeBlocks300x1 : IOverSpan<SpanInMemoryLockFreeBlocks300x1>
{
    public static SpanInMemoryLockFreeBlocks300x1 Over(Span<byte> memory) => new(memory);
}

[FreeList<byte>(Blocks = 7, State = State.InMemory, Synchronization = Synchronization.LockFree)]
public ref partial struct SpanInMemoryLockFreeByteList7 : IOverSpan<SpanInMemoryLockFreeByteList7>
{
    public static SpanInMemoryLockFreeByteList7 Over(Span<byte> memory) => new(memory);
}

[FreeList(Blocks = 300, BlockSize = 2, State = State.InMemory, Synchronization = Synchronization.LockFree, Checks = Checks.None)]
public ref partial struct SpanInMemoryLockFreeUncheckedBlocks300x2 : IOverSpan<SpanInMemoryLockFreeUncheckedBlocks300x2>
{
    public static SpanInMemoryLockFreeUncheckedBlocks300x2 Over(Span<byte> memory) => new(memory);
}

[FreeList(typeof(ushort), Blocks = 64, State = State.InMemory, Synchronization = Synchronization.LockFree, Checks = Checks.None)]
public ref partial struct SpanInMemoryLockFreeUncheckedUShortList64 : IOverSpan<SpanInMemoryLockFreeUncheckedUShortList64>
{
    public static SpanInMemoryLockFreeUncheckedUShortList64 Over(Span<byte> memory) => new(memory);
}
#endif
