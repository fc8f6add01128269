using System;

namespace Allocators;

/// <summary>Writes a slab of values of an unmanaged type, as <c>[Slab(typeof(T))]</c> does.</summary>
/// <typeparam name="T">The type of the values.</typeparam>
[AttributeUsage(AttributeTargets.Struct | AttributeTargets.Class)]
public sealed class SlabAttribute<T> : HeapAttribute
    where T : unmanaged
{
    /// <summary>How many slots there are, over a span or at an address the most that are used: 1 or more.</summary>
    public int Slots { get; set; }

    /// <summary>Bits in a handle: 16, 32 or 64. What the number of the slot leaves of them counts how often it was used.</summary>
    public int HandleBits { get; set; } = 32;

    /// <summary>What becomes of a slot that was used so often that a handle cannot count further.</summary>
    public OnExhausted OnExhausted { get; set; }
}
