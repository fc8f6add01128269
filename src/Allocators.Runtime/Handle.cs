using System;
using System.Globalization;

namespace Allocators;

/// <summary>A use of a slot of some slab: the slot, and which of its uses.</summary>
/// <remarks>
/// 8 bytes. Each slab has a handle type of its own, <c>Packets.Handle</c>, which converts to this one, so that handles of several
/// slabs can be kept together; on the way back it is on the program to know which slab a handle is for. <c>default</c> is no handle of any slab.
/// </remarks>
public readonly struct Handle : IEquatable<Handle>
{
    private readonly ulong _value;

    /// <summary>Names a use of a slot.</summary>
    public Handle(int slot, uint generation)
    {
        _value = (uint)slot | (ulong)generation << 32;
    }

    /// <summary>The number of the slot, from 0 on.</summary>
    public int Slot => (int)(uint)_value;

    /// <summary>Which use of the slot this is: 1 is the first, 3 the second. Even numbers are between uses.</summary>
    public uint Generation => (uint)(_value >> 32);

    /// <summary>Whether two handles name the same use of the same slot.</summary>
    public static bool operator ==(Handle left, Handle right) => left.Equals(right);

    /// <summary>Whether two handles differ in slot or generation.</summary>
    public static bool operator !=(Handle left, Handle right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(Handle other) => _value == other._value;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Handle other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _value.GetHashCode();

    /// <summary>The slot and the generation, such as <c>slot 3, generation 5</c>.</summary>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "slot {0}, generation {1}", Slot, Generation);
}
