#if NET9_0_OR_GREATER
using System;

namespace Allocators.Tests;

// The slabs of the conformance suite over a span, with the bookkeeping in the struct and in the memory.

[Slab(Bytes = 1024, Slots = 64, HandleBits = 64, OnExhausted = OnExhausted.Wrap)]
public ref partial struct SpanSlots64x16 : IOverSpan<SpanSlots64x16>
{
    public static SpanSlots64x16 Over(Span<byte> memory) => new(memory);
}

[Slab<Rgb>(Slots = 1, OnExhausted = OnExhausted.Wrap)]
public ref partial struct SpanRgbSlab1 : IOverSpan<SpanRgbSlab1>
{
    public static SpanRgbSlab1 Over(Span<byte> memory) => new(memory);
}

[Slab(Slots = 64, BlockSize = 24, HandleBits = 16, OnExhausted = OnExhausted.Wrap, Checks = Checks.None)]
public ref partial struct SpanUncheckedSlots64x24 : IOverSpan<SpanUncheckedSlots64x24>
{
    public static SpanUncheckedSlots64x24 Over(Span<byte> memory) => new(memory);
}

[Slab(typeof(long), Slots = 300, Checks = Checks.None)]
public ref partial struct SpanUncheckedLongSlab300 : IOverSpan<SpanUncheckedLongSlab300>
{
    public static SpanUncheckedLongSlab300 Over(Span<byte> memory) => new(memory);
}

[Slab(Slots = 64, BlockSize = 1, HandleBits = 64, Synchronization = Synchronization.SpinLock)]
public ref partial struct SpanLockedSlots64x1 : IOverSpan<SpanLockedSlots64x1>
{
    public static SpanLockedSlots64x1 Over(Span<byte> memory) => new(memory);
}

[Slab<Point>(Slots = 65, HandleBits = 64, OnExhausted = OnExhausted.Wrap, Synchronization = Synchronization.SpinLock)]
public ref partial struct SpanLockedPointSlab65 : IOverSpan<SpanLockedPointSlab65>
{
    public static SpanLockedPointSlab65 Over(Span<byte> memory) => new(memory);
}

[Slab(Slots = 64, BlockSize = 2, OnExhausted = OnExhausted.Wrap, Synchronization = Synchronization.SpinLock, Checks = Checks.None)]
public ref partial struct SpanLockedUncheckedSlots64x2 : IOverSpan<SpanLockedUncheckedSlots64x2>
{
    public static SpanLockedUncheckedSlots64x2 Over(Span<byte> memory) => new(memory);
}

[Slab(typeof(Segment), Slots = 7, HandleBits = 16, OnExhausted = OnExhausted.Wrap, Synchronization = Synchronization.SpinLock, Checks = Checks.None)]
public ref partial struct SpanLockedUncheckedSegmentSlab7 : IOverSpan<SpanLockedUncheckedSegmentSlab7>
{
    public static SpanLockedUncheckedSegmentSlab7 Over(Span<byte> memory) => new(memory);
}

[Slab(Slots = 65, BlockSize = 16, Synchronization = Synchronization.LockFree)]
public ref partial struct SpanLockFreeSlots65x16 : IOverSpan<SpanLockFreeSlots65x16>
{
    public static SpanLockFreeSlots65x16 Over(Span<byte> memory) => new(memory);
}

[Slab<byte>(Slots = 64, HandleBits = 64, Synchronization = Synchronization.LockFree)]
public ref partial struct SpanLockFreeByteSlab64 : IOverSpan<SpanLockFreeByteSlab64>
{
    public static SpanLockFreeByteSlab64 Over(Span<byte> memory) => new(memory);
}

[Slab(Slots = 65, BlockSize = 24, HandleBits = 64, OnExhausted = OnExhausted.Wrap, Synchronization = Synchronization.LockFree, Checks = Checks.None)]
public ref partial struct SpanLockFreeUncheckedSlots65x24 : IOverSpan<SpanLockFreeUncheckedSlots65x24>
{
    public static SpanLockFreeUncheckedSlots65x24 Over(Span<byte> memory) => new(memory);
}

[Slab(typeof(ushort), Slots = 65, OnExhausted = OnExhausted.Wrap, Synchronization = Synchronization.LockFree, Checks = Checks.None)]
public ref partial struct SpanLockFreeUncheckedUShortSlab65 : IOverSpan<SpanLockFreeUncheckedUShortSlab65>
{
    public static SpanLockFreeUncheckedUShortSlab65 Over(Span<byte> memory) => new(memory);
}

[Slab(Slots = 65, BlockSize = 1, HandleBits = 16, OnExhausted = OnExhausted.Wrap, State = State.InMemory)]
public ref partial struct SpanInMemorySlots65x1 : IOverSpan<SpanInMemorySlots65x1>
{
    public static SpanInMemorySlots65x1 Over(Span<byte> memory) => new(memory);
}

[Slab<Rgb>(Slots = 300, State = State.InMemory)]
public ref partial struct SpanInMemoryRgbSlab300 : IOverSpan<SpanInMemoryRgbSlab300>
{
    public static SpanInMemoryRgbSlab300 Over(Span<byte> memory) => new(memory);
}

[Slab(Slots = 65, BlockSize = 2, HandleBits = 64, State = State.InMemory, Checks = Checks.None)]
public ref partial struct SpanInMemoryUncheckedSlots65x2 : IOverSpan<SpanInMemoryUncheckedSlots65x2>
{
    public static SpanInMemoryUncheckedSlots65x2 Over(Span<byte> memory) => new(memory);
}

[Slab(typeof(long), Slots = 1, HandleBits = 64, OnExhausted = OnExhausted.Wrap, State = State.InMemory, Checks = Checks.None)]
public ref partial struct SpanInMemoryUncheckedLongSlab1 : IOverSpan<SpanInMemoryUncheckedLongSlab1>
{
    public static SpanInMemoryUncheckedLongSlab1 Over(Span<byte> memory) => new(memory);
}

[Slab(Slots = 300, BlockSize = 16, OnExhausted = OnExhausted.Wrap, State = State.InMemory, Synchronization = Synchronization.SpinLock)]
public ref partial struct SpanInMemoryLockedSlots300x16 : IOverSpan<SpanInMemoryLockedSlots300x16>
{
    public static SpanInMemoryLockedSlots300x16 Over(Span<byte> memory) => new(memory);
}

[Slab<Point>(Slots = 300, HandleBits = 16, OnExhausted = OnExhausted.Wrap, State = State.InMemory, Synchronization = Synchronization.SpinLock)]
public ref partial struct SpanInMemoryLockedPointSlab300 : IOverSpan<SpanInMemoryLockedPointSlab300>
{
    public static SpanInMemoryLockedPointSlab300 Over(Span<byte> memory) => new(memory);
}

[Slab(Bytes = 7200, Slots = 300, State = State.InMemory, Synchronization = Synchronization.SpinLock, Checks = Checks.None)]
public ref partial struct SpanInMemoryLockedUncheckedSlots300x24 : IOverSpan<SpanInMemoryLockedUncheckedSlots300x24>
{
    public static SpanInMemoryLockedUncheckedSlots300x24 Over(Span<byte> memory) => new(memory);
}

[Slab(typeof(Segment), Slots = 65, HandleBits = 64, State = State.InMemory, Synchronization = Synchronization.SpinLock, Checks = Checks.None)]
public ref partial struct SpanInMemoryLockedUncheckedSegmentSlab65 : IOverSpan<SpanInMemoryLockedUncheckedSegmentSlab65>
{
    public static SpanInMemoryLockedUncheckedSegmentSlab65 Over(Span<byte> memory) => new(memory);
}

[Slab(Slots = 300, BlockSize = 1, HandleBits = 64, OnExhausted = OnExhausted.Wrap, State = State.InMemory, Synchronization = Synchronization.LockFree)]
public ref partial struct SpanInMemoryLockFreeSlots300x1 : IOverSpan<SpanInMemoryLockFreeSlots300x1>
{
    public static SpanInMemoryLockFreeSlots300x1 Over(Span<byte> memory) => new(memory);
}

[Slab<byte>(Slots = 7, OnExhausted = OnExhausted.Wrap, State = State.InMemory, Synchronization = Synchronization.LockFree)]
public ref partial struct SpanInMemoryLockFreeByteSlab7 : IOverSpan<SpanInMemoryLockFreeByteSlab7>
{
    public static SpanInMemoryLockFreeByteSlab7 Over(Span<byte> memory) => new(memory);
}

[Slab(Slots = 300, BlockSize = 2, HandleBits = 16, OnExhausted = OnExhausted.Wrap, State = State.InMemory, Synchronization = Synchronization.LockFree, Checks = Checks.None)]
public ref partial struct SpanInMemoryLockFreeUncheckedSlots300x2 : IOverSpan<SpanInMemoryLockFreeUncheckedSlots300x2>
{
    public static SpanInMemoryLockFreeUncheckedSlots300x2 Over(Span<byte> memory) => new(memory);
}

[Slab(typeof(ushort), Slots = 64, State = State.InMemory, Synchronization = Synchronization.LockFree, Checks = Checks.None)]
public ref partial struct SpanInMemoryLockFreeUncheckedUShortSlab64 : IOverSpan<SpanInMemoryLockFreeUncheckedUShortSlab64>
{
    public static SpanInMemoryLockFreeUncheckedUShortSlab64 Over(Span<byte> memory) => new(memory);
}
#endif
