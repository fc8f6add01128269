using System;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace Allocators;

/// <summary>One allocation of values: where the first starts in the memory of its heap, and how many there are.</summary>
/// <typeparam name="T">The type of the values.</typeparam>
/// <remarks>
/// 8 bytes, position independent, and fit to be stored anywhere, as <see cref="Block"/> is; a heap's <c>SpanOf</c> gives the values. It is a
/// block with a type, and becomes one by a cast: nothing that means bytes takes it for values by mistake.
/// </remarks>
public readonly struct Block<T> : IEquatable<Block<T>>
    where T : unmanaged
{
    private readonly Block _bytes;

    /// <summary>Names <paramref name="count"/> values from byte <paramref name="offset"/> of a heap on.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative.</exception>
    public Block(int offset, int count)
        : this(new Block(offset, HeapMemory.BytesFor<T>(count)))
    {
    }

    private Block(Block bytes) => _bytes = bytes;

    /// <summary>The first byte, counted from the start of the heap's memory.</summary>
    public int Offset => _bytes.Offset;

    /// <summary>How many values were asked for.</summary>
    public int Count => _bytes.Length / Unsafe.SizeOf<T>();

    /// <summary>Whether this is the empty block, which owns no memory and may be freed any number of times.</summary>
    public bool IsEmpty => _bytes.IsEmpty;

    /// <summary>The same block, as bytes.</summary>
    public static explicit operator Block(Block<T> block) => block._bytes;

    /// <summary>The same block, as values; of its last bytes, those that are no whole value are in none.</summary>
    public static explicit operator Block<T>(Block block) => new(block);

    /// <summary>Whether two blocks have the same offset and length.</summary>
    public static bool operator ==(Block<T> left, Block<T> right) => left.Equals(right);

    /// <summary>Whether two blocks differ in offset or length.</summary>
    public static bool operator !=(Block<T> left, Block<T> right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(Block<T> other) => _bytes == other._bytes;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Block<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _bytes.GetHashCode();

    /// <summary>The count, the type and the offset, such as <c>64 Int32 at 4096</c>.</summary>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "{0} {1} at {2}", Count, typeof(T).Name, Offset);
}
