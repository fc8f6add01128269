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
    /// <summary>Names the bytes <paramref name="offset"/> to <paramref name="offset"/> + <paramref name="length"/> of a heap.</summary>
    public Block(int offset, int length)
    {
        Offset = offset;
        Length = length;
    }

    /// <summary>The first byte, counted from the start of the heap's memory.</summary>
    public int Offset { get; }

    /// <summary>The bytes that were asked for; the heap's <c>UsableSize</c> says how many there really are.</summary>
    public int Length { get; }

    /// <summary>Whether this is the empty block, which owns no memory and may be freed any number of times.</summary>
    public bool IsEmpty => Length == 0;

    /// <summary>Whether two blocks have the same offset and length.</summary>
    public static bool operator ==(Block left, Block right) => left.Equals(right);

    /// <summary>Whether two blocks differ in offset or length.</summary>
    public static bool operator !=(Block left, Block right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(Block other) => Offset == other.Offset && Length == other.Length;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Block other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Offset, Length);

    /// <summary>The offset and the length, such as <c>256 bytes at 4096</c>.</summary>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "{0} bytes at {1}", Length, Offset);
}
