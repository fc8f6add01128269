using System;
using System.Diagnostics.CodeAnalysis;

namespace Allocators.Benchmarks.Contestants;

/// <summary>What all slabs do by handles, each by a type of its own. A slab that is a struct has these members; a static one needs a struct that forwards to it.</summary>
internal interface IHandleHeap<THandle>
    where THandle : unmanaged
{
    /// <summary>The bytes of a live slot, as many as were asked for.</summary>
    [UnscopedRef]
    Span<byte> this[THandle handle] { get; }

    /// <summary>Takes a slot, or tells that there is none.</summary>
    bool TryAlloc(int size, out THandle handle);

    /// <summary>Gives a live slot another size, or tells that it is not so large.</summary>
    bool TryResize(THandle handle, int size);

    /// <summary>Gives a live slot back.</summary>
    void Free(THandle handle);

    /// <summary>Where a live slot is.</summary>
    Block BlockOf(THandle handle);
}
