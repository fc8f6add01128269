using System;
using Allocators.Benchmarks.Contestants;

namespace Allocators.Benchmarks;

// Heaps of the same shape that threads share: with a lock, and with compare and swap.

[FreeList(BlockSize = 1024, Blocks = 64, Synchronization = Synchronization.SpinLock)]
internal static partial class FreeLLocked;

[FreeList(BlockSize = 1024, Blocks = 64, Synchronization = Synchronization.LockFree)]
internal static partial class FreeLLockFree;

[FreeList(BlockSize = 1024, Blocks = 64, Synchronization = Synchronization.SpinLock, Checks = Checks.None)]
internal static partial class FreeLLockedUnchecked;

[FreeList(BlockSize = 1024, Blocks = 64, Synchronization = Synchronization.LockFree, Checks = Checks.None)]
internal static partial class FreeLLockFreeUnchecked;

[Slab(Slots = 32, BlockSize = 32, Synchronization = Synchronization.SpinLock)]
internal static partial class TinyLocked
{
    internal readonly struct ByHandle : IHandleHeap<Handle>
    {
        public Span<byte> this[Handle handle] => SpanOf(handle);

        public bool TryAlloc(int size, out Handle handle) => TinyLocked.TryAlloc(size, out handle);

        public bool TryResize(Handle handle, int size) => TinyLocked.TryResize(handle, size);

        public void Free(Handle handle) => TinyLocked.Free(handle);

        public Block BlockOf(Handle handle) => TinyLocked.BlockOf(handle);
    }
}

[Slab(Slots = 32, BlockSize = 32, Synchronization = Synchronization.LockFree)]
internal static partial class TinyLockFree
{
    internal readonly struct ByHandle : IHandleHeap<Handle>
    {
        public Span<byte> this[Handle handle] => SpanOf(handle);

        public bool TryAlloc(int size, out Handle handle) => TinyLockFree.TryAlloc(size, out handle);

        public bool TryResize(Handle handle, int size) => TinyLockFree.TryResize(handle, size);

        public void Free(Handle handle) => TinyLockFree.Free(handle);

        public Block BlockOf(Handle handle) => TinyLockFree.BlockOf(handle);
    }
}

[Slab(Slots = 32, BlockSize = 32, Synchronization = Synchronization.SpinLock, Checks = Checks.None)]
internal static partial class TinyLockedUnchecked
{
    internal readonly struct ByHandle : IHandleHeap<Handle>
    {
        public Span<byte> this[Handle handle] => SpanOf(handle);

        public bool TryAlloc(int size, out Handle handle) => TinyLockedUnchecked.TryAlloc(size, out handle);

        public bool TryResize(Handle handle, int size) => TinyLockedUnchecked.TryResize(handle, size);

        public void Free(Handle handle) => TinyLockedUnchecked.Free(handle);

        public Block BlockOf(Handle handle) => TinyLockedUnchecked.BlockOf(handle);
    }
}

[Slab(Slots = 32, BlockSize = 32, Synchronization = Synchronization.LockFree, Checks = Checks.None)]
internal static partial class TinyLockFreeUnchecked
{
    internal readonly struct ByHandle : IHandleHeap<Handle>
    {
        public Span<byte> this[Handle handle] => SpanOf(handle);

        public bool TryAlloc(int size, out Handle handle) => TinyLockFreeUnchecked.TryAlloc(size, out handle);

        public bool TryResize(Handle handle, int size) => TinyLockFreeUnchecked.TryResize(handle, size);

        public void Free(Handle handle) => TinyLockFreeUnchecked.Free(handle);

        public Block BlockOf(Handle handle) => TinyLockFreeUnchecked.BlockOf(handle);
    }
}
