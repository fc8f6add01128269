using System;
using System.Globalization;

namespace Allocators;

/// <summary>One allocation: where it starts in the memory of its heap, and how many bytes were asked for.</summary>
/// <remarks>
/// 8 bytes, position independent, and fit to be stored anywhere: it stays right when the heap is moved or its file is
/// mapped at another address. <c>default</c> is the empty block, the answer to a request for zero bytes.
/// </remarks>
public readonly struct Block : IEquatable<Block>
{
    // One number and not two: a block is stored and loaded as a whole, and a processor that loads 8 bytes while they are
    // still being stored as two halves waits for both to arrive (4 ns here).
    private readonly ulong _value;

    /// <summary>Names the bytes <paramref name="offset"/> to <paramref name="offset"/> + <paramref name="length"/> of a heap.</summary>
    public Block(int offset, int length)
    {
        _value = (uint)offset | (ulong)(uint)length << 32;
    }

    /// <summary>The first byte, counted from the start of the heap's memory.</summary>
    public int Offset => (int)(uint)_value;

    /// <summary>The bytes that were asked for; the heap's <c>UsableSize</c> says how many there really are.</summary>
    public int Length => (int)(_value >> 32);

    /// <summary>Whether this is the empty block, which owns no memory and may be freed any number of times.</summary>
    public bool IsEmpty => _value >> 32 == 0;

    /// <summary>Whether two blocks have the same offset and length.</summary>
    public static bool operator ==(Block left, Block right) => left.Equals(right);

    /// <summary>Whether two blocks differ in offset or length.</summary>
    public static bool operator !=(Block left, Block right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(Block other) => _value == other._value;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Block other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _value.GetHashCode();

    /// <summary>The offset and the length, such as <c>256 bytes at 4096</c>.</summary>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "{0} bytes at {1}", Length, Offset);
}
