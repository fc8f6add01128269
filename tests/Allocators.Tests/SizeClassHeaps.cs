#if NET9_0_OR_GREATER
using System;
#endif

namespace Allocators.Tests;

// Heaps of size classes: in every place, with pages of 1, 4, 8 and 16 words and with large units.
[SizeClassHeap(Bytes = 4096)] public partial struct SizeClasses4KiB;
[SizeClassHeap(Bytes = 64 << 10)] public partial struct SizeClasses64KiB;
[SizeClassHeap(Bytes = 200 << 10, Synchronization = Synchronization.SpinLock)] public partial struct LockedSizeClasses200KiB;
[SizeClassHeap(Bytes = 64 << 10, Checks = Checks.None)] public partial struct UncheckedSizeClasses64KiB;
[SizeClassHeap(Bytes = 1 << 20, Alignment = 4096)] public static partial class StaticSizeClasses1MiB;
[SizeClassHeap(Bytes = 4 << 20, Synchronization = Synchronization.None)] public static partial class StaticSizeClasses4MiB;
[SizeClassHeap(Bytes = 64 << 10, Storage = Storage.Pointer, State = State.InStruct, Alignment = 4096)] public partial struct PointerSizeClasses64KiB;
[SizeClassHeap(Bytes = 200 << 10, Storage = Storage.Pointer, State = State.InMemory)] public partial struct PointerInMemorySizeClasses200KiB;
[SizeClassHeap(Bytes = 1 << 20, Storage = Storage.Pointer, State = State.InMemory, Synchronization = Synchronization.SpinLock)] public partial struct PointerInMemoryLockedSizeClasses1MiB;
[SizeClassHeap(Bytes = 40 << 20, Storage = Storage.Pointer, Alignment = 4096)] public partial struct PointerSizeClasses40MiB;
[SizeClassHeap(Bytes = 200 << 10, Storage = Storage.Pointer, State = State.InMemory, Checks = Checks.None)] public partial struct PointerInMemoryUncheckedSizeClasses200KiB;
[SizeClassHeap(Bytes = 64 << 10, Storage = Storage.Pointer)] public static partial class AttachedSizeClasses64KiB;
[SizeClassHeap(Bytes = 200 << 10, Storage = Storage.Pointer, State = State.InMemory)] public static partial class AttachedInMemorySizeClasses200KiB;

#if NET9_0_OR_GREATER
[SizeClassHeap(Bytes = 16 << 10)]
public ref partial struct SpanSizeClasses16KiB : IOverSpan<SpanSizeClasses16KiB>
{
    public static SpanSizeClasses16KiB Over(Span<byte> memory) => new(memory);

    public static void Verify(ref SpanSizeClasses16KiB heap) => heap.Verify();
}

[SizeClassHeap(Bytes = 64 << 10, State = State.InMemory)]
public ref partial struct SpanInMemorySizeClasses64KiB : IOverSpan<SpanInMemorySizeClasses64KiB>
{
    public static SpanInMemorySizeClasses64KiB Over(Span<byte> memory) => new(memory);

    public static void Verify(ref SpanInMemorySizeClasses64KiB heap) => heap.Verify();
}
#endif
