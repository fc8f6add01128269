using System;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Allocators.Tests.Containment;

/// <summary>The process-wide heap of a static class: it lies where it lies.</summary>
internal sealed class StaticSite<THeap>() : Site<THeap>(typeof(THeap).DeclaringType!)
    where THeap : struct, IHeap
{
    private static readonly FieldInfo? Fields = typeof(THeap).DeclaringType!.GetField("_heap", BindingFlags.NonPublic | BindingFlags.Static);

    private THeap _heap;

    public override ref THeap Heap => ref _heap;

    public override void Build(Random random)
    {
        Fields?.SetValue(null, Activator.CreateInstance(Fields.FieldType));
        Survey();
    }
}

/// <summary>A struct with its memory inside.</summary>
internal sealed unsafe class InlineSite<THeap>(GuardedMemory pages) : Site<THeap>(typeof(THeap))
    where THeap : struct, IHeap
{
    private byte* _heap;

    public override ref THeap Heap => ref Unsafe.AsRef<THeap>(_heap);

    public override void Build(Random random)
    {
        int bytes = Unsafe.SizeOf<THeap>();
        _heap = pages.Open(bytes, sizeof(ulong), atEnd: random.Next(2) == 0);
        GuardHeap(pages, _heap, bytes);
        Survey();
    }
}

/// <summary>A heap whose memory is a block of a static one, all the rest of which is canaries.</summary>
internal sealed unsafe class OverSite<THeap>(IHeap ground, GuardedMemory pages) : Site<THeap>(typeof(THeap))
    where THeap : struct, IHeap
{
    private static readonly MethodInfo Create = typeof(THeap).GetMethod("Create")!;

    private byte* _heap;

    public override ref THeap Heap => ref Unsafe.AsRef<THeap>(_heap);

    public override void Build(Random random)
    {
        ground.Reset();
        _heap = pages.Open(Unsafe.SizeOf<THeap>(), sizeof(ulong), atEnd: random.Next(2) == 0);
        GuardHeap(pages, _heap, Unsafe.SizeOf<THeap>());
        Heap = (THeap)Create.Invoke(null, BindingFlags.DoNotWrapExceptions, null, null, null)!;
        Survey();

        byte* start = (byte*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(ground[new Block(0, ground.Capacity)]));
        GuardMemory(start, start + ground.Capacity);
    }
}
