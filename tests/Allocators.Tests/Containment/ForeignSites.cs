using System;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Allocators.Tests.Containment;

/// <summary>A heap over memory that it is given; the struct and the memory both lie between guard pages.</summary>
internal abstract unsafe class ForeignSite<THeap>(Type declared, GuardedMemory pages, GuardedMemory memoryPages) : Site<THeap>(declared)
    where THeap : struct, IHeap
{
    private const int MostBytes = 2 << 20;

    private readonly int _maxCapacity = Number(declared, "MaxCapacity"), _alignment = Number(declared, "MemoryAlignment");

    protected GuardedMemory Pages => pages;

    protected byte* Address { get; private set; }

    protected int Length { get; private set; }

    public override void Build(Random random)
    {
        int most = Math.Min(_maxCapacity, MostBytes);
        do
        {
            int capacity = random.Next(4) switch
            {
                0 => 1 + random.Next(Math.Min(300, most)),
                1 => 1 + random.Next(Math.Min(5_000, most)),
                2 => 1 + random.Next(Math.Min(65_536, most)),
                _ => most,
            };
            Length = FrontBytes + capacity + random.Next(_alignment + 64);
            Address = memoryPages.Open(Length, 1, atEnd: random.Next(2) == 0);
            PlaceStruct(random);
            Survey();
        }
        while (Capacity == 0 && _maxCapacity > 0 && random.Next(16) != 0);
        GuardMemory(memoryPages.Start, memoryPages.End);
    }

    /// <summary>Makes the struct over the memory.</summary>
    protected abstract void PlaceStruct(Random random);
}

/// <summary>A struct over memory at an address.</summary>
internal sealed unsafe class PointerSite<THeap>(GuardedMemory pages, GuardedMemory memoryPages) : ForeignSite<THeap>(typeof(THeap), pages, memoryPages)
    where THeap : struct, IHeap
{
    private static readonly ConstructorInfo Constructor = typeof(THeap).GetConstructor([typeof(nint), typeof(long)])!;

    private byte* _heap;

    public override ref THeap Heap => ref Unsafe.AsRef<THeap>(_heap);

    public override void Reopen() => Heap = (THeap)Constructor.Invoke(BindingFlags.DoNotWrapExceptions, null, [(nint)Address, (long)Length], null);

    protected override void PlaceStruct(Random random)
    {
        _heap = Pages.Open(Unsafe.SizeOf<THeap>(), sizeof(ulong), atEnd: random.Next(2) == 0);
        GuardHeap(Pages, _heap, Unsafe.SizeOf<THeap>());
        Reopen();
    }
}

/// <summary>A static class over memory at an address; where its fields lie is not up to a test.</summary>
internal sealed unsafe class AttachedSite<THeap>(GuardedMemory pages, GuardedMemory memoryPages) : ForeignSite<THeap>(typeof(THeap).DeclaringType!, pages, memoryPages)
    where THeap : struct, IHeap
{
    private static readonly Action<nint, long> Attach = Attached.AttachOf(typeof(THeap).DeclaringType!);

    private THeap _heap;

    public override ref THeap Heap => ref _heap;

    public override void Reopen() => Attach((nint)Address, Length);

    protected override void PlaceStruct(Random random)
    {
        // As if the process were a new one: the memory before is none any more.
        foreach (FieldInfo field in typeof(THeap).DeclaringType!.GetFields(BindingFlags.NonPublic | BindingFlags.Static))
        {
            if (!field.IsLiteral) field.SetValue(null, null);
        }

        Reopen();
    }
}

#if NET9_0_OR_GREATER
/// <summary>A ref struct over a span.</summary>
internal sealed unsafe class SpanSite<THeap>(GuardedMemory pages, GuardedMemory memoryPages) : ForeignSite<SpanForwarder<THeap>>(typeof(THeap), pages, memoryPages)
    where THeap : struct, IHeap, IOverSpan<THeap>, allows ref struct
{
    private SpanForwarder<THeap> _forwarder;

    public override ref SpanForwarder<THeap> Heap => ref _forwarder;

    protected override void PlaceStruct(Random random)
    {
        byte* heap = Pages.Open(Unsafe.SizeOf<THeap>(), sizeof(ulong), atEnd: random.Next(2) == 0);
        GuardHeap(Pages, heap, Unsafe.SizeOf<THeap>());
        _forwarder = new SpanForwarder<THeap>(heap, Address, Length, isStateInStruct: FrontBytes == 0);
    }
}
#endif
