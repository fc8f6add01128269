using System.Buffers;
using Microsoft.Extensions.ObjectPool;

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

/// <summary>A pool of objects that are arrays of 1 KiB, whatever size is asked for; it keeps <see cref="Kept"/> of them.</summary>
internal readonly struct ObjectPoolArrays : IArraySource
{
    /// <summary>Arrays that the pool keeps for later.</summary>
    public const int Kept = 64;

    private const int Length = 1024;

    private static readonly DefaultObjectPool<byte[]> Pool = new(new Policy(), Kept);

    public byte[] Take(int size) => Pool.Get();

    public void GiveBack(byte[] array) => Pool.Return(array);

    private sealed class Policy : IPooledObjectPolicy<byte[]>
    {
        public byte[] Create() => new byte[Length];

        public bool Return(byte[] obj) => true;
    }
}
