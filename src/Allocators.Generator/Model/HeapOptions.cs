using System.Collections.Generic;

namespace Allocators.Generator.Model;

/// <summary>Where the memory of a heap is.</summary>
internal enum MemoryPlace
{
    /// <summary>In the struct, which the garbage collector may move.</summary>
    Inline,

    /// <summary>In a static field of a static class, at an address that never changes.</summary>
    Static,

    /// <summary>In a span; the heap is a ref struct.</summary>
    Span,

    /// <summary>At an address that the heap is given.</summary>
    Pointer,
}

/// <summary>The axes of a heap that have nothing to do with its kind.</summary>
/// <param name="Place">Where the memory is.</param>
/// <param name="State">Where the bookkeeping of a heap over foreign memory was asked to be.</param>
/// <param name="Synchronization">Who may call at the same time.</param>
/// <param name="Checks">What is checked when a block comes back.</param>
/// <param name="Alignment">The alignment of the memory, in bytes.</param>
internal sealed record HeapOptions(MemoryPlace Place, State State, Synchronization Synchronization, Checks Checks, int Alignment)
{
    /// <summary>The heap that foreign memory is taken from; null if it is just given.</summary>
    public ParentHeap? Over { get; init; }

    /// <summary>Offsets and sizes are 31-bit numbers.</summary>
    public const int MaxForeignBytes = int.MaxValue;

    /// <summary>Bookkeeping that is larger does not lie in the struct of a heap over foreign memory.</summary>
    public const int MaxStateInStruct = 4096;

    /// <summary>A limit of the run time: fields of a struct lie in its first 128 MiB. The rest is left to the heap's own fields.</summary>
    public const int MaxInlineBytes = 120 << 20;

    /// <summary>One page, which is what hardware and operating systems ask for.</summary>
    public const int MaxFixedAlignment = 4096;

    /// <summary>What the garbage collector keeps when it moves an object.</summary>
    public const int MaxMovableAlignment = 8;

    /// <summary>What <c>malloc</c> promises.</summary>
    public const int DefaultFixedAlignment = 16;

    public bool IsLocked => Synchronization == Synchronization.SpinLock;

    public bool IsLockFree => Synchronization == Synchronization.LockFree;

    public bool IsChecked => Checks == Checks.Standard;

    public bool IsStatic => Place == MemoryPlace.Static;

    public bool IsInline => Place == MemoryPlace.Inline;

    /// <summary>Whether the memory is not the heap's own: it is given one, and may be given less than it could use.</summary>
    public bool IsForeign => HasForeignMemory(Place);

    /// <summary>Whether the memory has an address that does not change.</summary>
    public bool IsFixed => HasFixedAddress(Place);

    /// <summary>What has to be written for these options, besides the declaration of the type.</summary>
    public IEnumerable<string> Arguments
    {
        get
        {
            if (Over is not null) yield return $"Over = typeof({Over.Name})";
            else if (Place == MemoryPlace.Pointer) yield return "Storage = Storage.Pointer";
            if (State != State.Automatic) yield return $"State = State.{State}";
            if (Synchronization != DefaultSynchronizationOf(Place)) yield return $"Synchronization = Synchronization.{Synchronization}";
            if (Checks != Checks.Standard) yield return $"Checks = Checks.{Checks}";
            if (Alignment != DefaultAlignmentOf(Place)) yield return $"Alignment = {Alignment}";
        }
    }

    /// <summary>Bytes that such a heap can have, bookkeeping included.</summary>
    public int MaxBytes => IsForeign ? MaxForeignBytes : MaxInlineBytes;

    /// <summary>The largest alignment this place can promise, in bytes.</summary>
    public static int MaxAlignmentOf(MemoryPlace place) => HasFixedAddress(place) ? MaxFixedAlignment : MaxMovableAlignment;

    public static int DefaultAlignmentOf(MemoryPlace place) => HasFixedAddress(place) ? DefaultFixedAlignment : MaxMovableAlignment;

    public static Synchronization DefaultSynchronizationOf(MemoryPlace place) =>
        place == MemoryPlace.Static ? Synchronization.SpinLock : Synchronization.None;

    public static bool HasForeignMemory(MemoryPlace place) => place is MemoryPlace.Span or MemoryPlace.Pointer;

    private static bool HasFixedAddress(MemoryPlace place) => place is MemoryPlace.Static or MemoryPlace.Pointer;
}
