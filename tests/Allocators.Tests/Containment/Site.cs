using System;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Allocators.Tests.Containment;

/// <summary>Where a heap stands while it is attacked: it can be built anew, and a step outside is noticed.</summary>
/// <param name="declared">The type that was declared, which knows the numbers.</param>
internal abstract unsafe class Site<THeap>(Type declared)
    where THeap : struct, IHeap
{
    private Canaries _aroundHeap, _aroundMemory;

    /// <summary>The heap.</summary>
    public abstract ref THeap Heap { get; }

    /// <summary>The first byte of the heap's memory, which never moves. Without memory there is none.</summary>
    public byte* Memory { get; private set; }

    public int Capacity { get; private set; }

    /// <summary>Bytes of bookkeeping in front of the memory.</summary>
    public int FrontBytes { get; } = Number(declared, "FrontBytes");

    /// <summary>Where in those the lock is that processes share, or -1.</summary>
    public int LockOffset { get; } = declared.GetNestedType("Bookkeeping", BindingFlags.NonPublic) is { } bookkeeping
        && bookkeeping.GetField("Lock")?.FieldType == typeof(SharedHeapLock) ? (int)Marshal.OffsetOf(bookkeeping, "Lock") : -1;

    /// <summary>Makes an empty heap, of another size if that is up to who gives the memory.</summary>
    public abstract void Build(Random random);

    /// <summary>Makes the heap that is in the memory once more, as another process would.</summary>
    public virtual void Reopen()
    {
    }

    /// <exception cref="BreachException">Something outside was overwritten.</exception>
    public void Check()
    {
        _aroundHeap.Check("the struct");
        _aroundMemory.Check("the memory");
    }

    /// <summary>A number of the heap, whether it is a constant or depends on the size of a type; 0 if it has none.</summary>
    protected static int Number(Type declared, string name)
    {
        const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static;
        if (declared.GetField(name, All) is { } constant) return (int)constant.GetRawConstantValue()!;
        return declared.GetProperty(name, All)?.GetMethod!.CreateDelegate<Func<int>>()() ?? 0;
    }

    /// <summary>Looks where the memory is.</summary>
    protected void Survey()
    {
        Capacity = Heap.Capacity;
        Memory = Capacity == 0 ? null : (byte*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(Heap[new Block(0, Capacity)]));
    }

    /// <summary>Sets canaries around the struct.</summary>
    protected void GuardHeap(GuardedMemory pages, byte* heap, int bytes) => _aroundHeap = new Canaries(pages.Start, heap, heap + bytes, pages.End);

    /// <summary>Sets canaries around the memory and the bookkeeping in front of it.</summary>
    protected void GuardMemory(byte* start, byte* end) =>
        _aroundMemory = Memory == null ? new Canaries(start, end, end, end) : new Canaries(start, Memory - FrontBytes, Memory + Capacity, end);
}
