using System;
using System.Runtime.InteropServices;
using Allocators.Benchmarks.Contestants;

namespace Allocators.Benchmarks;

// FREEL and TINY of the budgets, for the whole process. What is not among the members of all heaps is forwarded to, because a static class has no interfaces.

[FreeList(BlockSize = 1024, Blocks = 64, Synchronization = Synchronization.None)]
internal static partial class FreeL
{
    internal readonly struct Whole : IWholeBlockHeap
    {
        public Span<byte> this[Block block] => SpanOf(block);

        public bool TryAlloc(out Block block) => FreeL.TryAlloc(out block);

        public void Free(Block block) => FreeL.Free(block);
    }
}

[FreeList(BlockSize = 1024, Blocks = 64, Synchronization = Synchronization.None, Checks = Checks.None)]
internal static partial class FreeLUnchecked
{
    internal readonly struct Whole : IWholeBlockHeap
    {
        public Span<byte> this[Block block] => SpanOf(block);

        public bool TryAlloc(out Block block) => FreeLUnchecked.TryAlloc(out block);

        public void Free(Block block) => FreeLUnchecked.Free(block);
    }
}

[Slab(Slots = 32, BlockSize = 32, Synchronization = Synchronization.None)]
internal static partial class Tiny
{
    internal readonly struct ByHandle : IHandleHeap<Handle>
    {
        public Span<byte> this[Handle handle] => SpanOf(handle);

        public bool TryAlloc(int size, out Handle handle) => Tiny.TryAlloc(size, out handle);

        public bool TryResize(Handle handle, int size) => Tiny.TryResize(handle, size);

        public void Free(Handle handle) => Tiny.Free(handle);

        public Block BlockOf(Handle handle) => Tiny.BlockOf(handle);
    }
}

/// <summary>For W1: a slot is used up after a million pairs of calls, and the next one goes on.</summary>
[Slab(Slots = 1024, BlockSize = 16, Synchronization = Synchronization.None)]
internal static partial class SlabOf16Bytes
{
    internal readonly struct ByHandle : IHandleHeap<Handle>
    {
        public Span<byte> this[Handle handle] => SpanOf(handle);

        public bool TryAlloc(int size, out Handle handle) => SlabOf16Bytes.TryAlloc(size, out handle);

        public bool TryResize(Handle handle, int size) => SlabOf16Bytes.TryResize(handle, size);

        public void Free(Handle handle) => SlabOf16Bytes.Free(handle);

        public Block BlockOf(Handle handle) => SlabOf16Bytes.BlockOf(handle);
    }
}

/// <summary>As many slots of the same size as FREEL has blocks. With 64 bits a slot lasts for 2^31 pairs of calls: with fewer, W1 would use all of them up.</summary>
[Slab(Slots = 64, BlockSize = 1024, HandleBits = 64, Synchronization = Synchronization.None)]
internal static partial class SlabOfFreeL
{
    internal readonly struct ByHandle : IHandleHeap<Handle>
    {
        public Span<byte> this[Handle handle] => SpanOf(handle);

        public bool TryAlloc(int size, out Handle handle) => SlabOfFreeL.TryAlloc(size, out handle);

        public bool TryResize(Handle handle, int size) => SlabOfFreeL.TryResize(handle, size);

        public void Free(Handle handle) => SlabOfFreeL.Free(handle);

        public Block BlockOf(Handle handle) => SlabOfFreeL.BlockOf(handle);
    }
}

/// <summary>Slots whose bytes, words and handles are in the first cache together.</summary>
[Slab(Slots = 256, BlockSize = 32, Synchronization = Synchronization.None)]
internal static partial class LookupSlab
{
    internal readonly struct ByHandle : IHandleHeap<Handle>
    {
        public Span<byte> this[Handle handle] => SpanOf(handle);

        public bool TryAlloc(int size, out Handle handle) => LookupSlab.TryAlloc(size, out handle);

        public bool TryResize(Handle handle, int size) => LookupSlab.TryResize(handle, size);

        public void Free(Handle handle) => LookupSlab.Free(handle);

        public Block BlockOf(Handle handle) => LookupSlab.BlockOf(handle);
    }
}

/// <summary>The same with slots that have a type.</summary>
[Slab(typeof(Record), Slots = 256, Synchronization = Synchronization.None)]
internal static partial class LookupSlabOfRecords;

/// <summary>32 bytes, like a slot of <see cref="LookupSlab"/>.</summary>
[StructLayout(LayoutKind.Sequential, Size = 32)]
internal struct Record
{
    public byte First;
}
