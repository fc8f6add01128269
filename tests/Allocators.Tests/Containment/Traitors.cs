using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Allocators.Tests.Containment;

/// <summary>What a heap must not do.</summary>
internal interface IDeed
{
    /// <summary>Does it.</summary>
    /// <param name="memory">The first byte of the heap's memory.</param>
    /// <param name="capacity">Bytes of it.</param>
    /// <param name="block">What the heap would give.</param>
    static abstract void Do(ref byte memory, int capacity, ref Block block);
}

/// <summary>An allocator that gives out the same block again and again, and once in a while does what no heap must.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct Traitor<TDeed> : IHeap
    where TDeed : struct, IDeed
{
    private const int Bytes = 248, CallsBetweenDeeds = 100;

    private int _calls;
    private fixed byte _memory[Bytes];

    public readonly int Capacity => Bytes;

    public readonly int MaxAlignment => 1;

    public Span<byte> this[Block block] => MemoryMarshal.CreateSpan(ref _memory[0], Bytes).Slice(block.Offset, block.Length);

    public bool TryAlloc(int size, int alignment, out Block block)
    {
        block = new Block(0, Math.Min(size, Bytes));
        if (++_calls % CallsBetweenDeeds == 0) TDeed.Do(ref _memory[0], Bytes, ref block);
        return true;
    }

    public Block Alloc(int size, int alignment = 1) => TryAlloc(size, alignment, out Block block) ? block : default;

    public Block AllocZeroed(int size, int alignment = 1) => Alloc(size, alignment);

    public Block<T> Alloc<T>(int count)
        where T : unmanaged => (Block<T>)Alloc(count);

    public ref T Alloc<T>()
        where T : unmanaged => ref Unsafe.NullRef<T>();

    public Span<T> AllocSpan<T>(int count)
        where T : unmanaged => default;

    public readonly bool TryRealloc(ref Block block, int size, int alignment = 1) => TryResize(ref block, size);

    public readonly void Realloc(ref Block block, int size, int alignment = 1) => TryResize(ref block, size);

    public readonly void Free<T>(Span<T> span)
        where T : unmanaged
    {
    }

    public readonly void Free<T>(ref T value)
        where T : unmanaged
    {
    }

    public readonly bool TryResize(ref Block block, int size)
    {
        block = new Block(0, Math.Min(size, Bytes));
        return true;
    }

    public readonly void Free(Block block)
    {
    }

    public readonly bool Owns(Block block) => true;

    public readonly int UsableSize(Block block) => block.Length;

    public readonly int UsedBytes => 0;

    public readonly int AllocationCount => 0;

    public readonly int LargestFreeBlock => 0;

    public readonly HeapStatistics GetStatistics() => default;

    public readonly void Reset()
    {
    }
}

internal struct Nothing : IDeed
{
    public static void Do(ref byte memory, int capacity, ref Block block)
    {
    }
}

internal struct WriteBehind : IDeed
{
    public static void Do(ref byte memory, int capacity, ref Block block) => Unsafe.Add(ref memory, capacity + 3) = 1;
}

internal struct WriteFarBehind : IDeed
{
    public static void Do(ref byte memory, int capacity, ref Block block) => Unsafe.Add(ref memory, int.MaxValue) = 1;
}

internal struct ReadInFront : IDeed
{
    public static void Do(ref byte memory, int capacity, ref Block block) => block = new Block(Unsafe.Add(ref memory, -8192) & 1, 1);
}

internal struct GiveOutside : IDeed
{
    public static void Do(ref byte memory, int capacity, ref Block block) => block = new Block(capacity - 1, 2);
}

internal struct Overflow : IDeed
{
    public static void Do(ref byte memory, int capacity, ref Block block) => block = new Block(checked(int.MaxValue - capacity + (2 * capacity)), 1);
}

internal struct NeverEnd : IDeed
{
    public static void Do(ref byte memory, int capacity, ref Block block)
    {
        while (memory != 1 || capacity > 0) GC.KeepAlive(null);
    }
}
