using System;

namespace Allocators;

/// <summary>Writes a pool of values of an unmanaged type, as <c>[FreeList(typeof(T))]</c> does.</summary>
/// <typeparam name="T">The type of the values.</typeparam>
[AttributeUsage(AttributeTargets.Struct | AttributeTargets.Class)]
public sealed class FreeListAttribute<T> : HeapAttribute
    where T : unmanaged
{
    /// <summary>How many values there are, over a span or at an address the most that are used: 1 or more.</summary>
    public int Blocks { get; set; }

    /// <summary>
    /// A heap that the memory is taken from, in one piece: a static class, a struct, or any struct that implements <c>IAllocator</c>. If its
    /// memory can move, which is that of a struct without <c>Storage.Pointer</c>, this heap is a ref struct.
    /// </summary>
    public Type? Over { get; set; }
}
