using System.Buffers;

namespace Allocators.Benchmarks.Contestants;

/// <summary>Where arrays come from.</summary>
internal interface IArraySource
{
    byte[] Take(int size);

    void GiveBack(byte[] array);
}

/// <summary><c>new</c>; what is given back is left to the garbage collector.</summary>
internal readonly struct NewArrays : IArraySource
{
    public byte[] Take(int size) => new byte[size];

    public void GiveBack(byte[] array)
    {
    }
}

/// <summary>The pool that all of the process shares.</summary>
internal readonly struct PooledArrays : IArraySource
{
    public byte[] Take(int size) => ArrayPool<byte>.Shared.Rent(size);

    public void GiveBack(byte[] array) => ArrayPool<byte>.Shared.Return(array);
}
