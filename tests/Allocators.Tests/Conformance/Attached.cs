using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Allocators.Tests;

/// <summary>Static classes on memory of a test's own, whatever another test has left in them.</summary>
internal static class Attached
{
    /// <summary>The heap on new memory, filled with zeros, that starts so many bytes off a page.</summary>
    public static THeap To<THeap>(int misalignment, int length)
        where THeap : struct, IHeap
    {
        THeap heap = default;
        heap.Reset();
        AttachOf(typeof(THeap).DeclaringType!)(Memory.At(misalignment, length), length);
        return heap;
    }

    /// <summary>What a static class is as a value.</summary>
    public static IHeap HeapOf(Type declared) => (IHeap)Activator.CreateInstance(declared.GetNestedType("Allocator")!)!;

    /// <summary>Where a block is in memory that does not move.</summary>
    public static unsafe nint AddressOf(IHeap heap, Block block) => (nint)Unsafe.AsPointer(ref MemoryMarshal.GetReference(heap[block]));

    /// <summary>The call that gives memory to a static class.</summary>
    public static Action<nint, long> AttachOf(Type declared) => declared.GetMethod("Attach", [typeof(nint), typeof(long)])!.CreateDelegate<Action<nint, long>>();
}
