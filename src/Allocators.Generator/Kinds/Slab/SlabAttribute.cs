using System;

namespace Allocators;

/// <summary>
/// Writes a slab: equal slots, and handles that know which use of a slot they are for. A handle that was freed is refused for
/// good, however often its slot was used since.
/// </summary>
[AttributeUsage(AttributeTargets.Struct | AttributeTargets.Class)]
public sealed class SlabAttribute : HeapAttribute
{
    /// <summary>A slab of slots of <see cref="BlockSize"/> bytes.</summary>
    public SlabAttribute()
    {
    }

    /// <summary>A slab of values of an unmanaged type.</summary>
    public SlabAttribute(Type type) => Type = type;

    /// <summary>The type of the values, if the slots hold values.</summary>
    public Type? Type { get; }

    /// <summary>How many slots there are, over a span or at an address the most that are used: 1 or more.</summary>
    public int Slots { get; set; }

    /// <summary>Bytes in a slot: 1 or more. Every slot is aligned to the largest power of two that divides them, as far as the memory is.</summary>
    public int BlockSize { get; set; }

    /// <summary>Bytes of all slots together, in place of <see cref="BlockSize"/>: a multiple of <see cref="Slots"/>.</summary>
    public int Bytes { get; set; }

    /// <summary>Bits in a handle: 16, 32 or 64. What the number of the slot leaves of them counts how often it was used.</summary>
    public int HandleBits { get; set; } = 32;

    /// <summary>What becomes of a slot that was used so often that a handle cannot count further.</summary>
    public OnExhausted OnExhausted { get; set; }
}
