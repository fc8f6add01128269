using System.Collections.Generic;

namespace Allocators.Generator.Model;

/// <summary>The axes of a heap that have nothing to do with its kind.</summary>
/// <param name="Place">Where the memory is, and whether the heap is a static class.</param>
/// <param name="State">Where the bookkeeping of a heap over foreign memory was asked to be.</param>
/// <param name="Synchronization">Who may call at the same time.</param>
/// <param name="Checks">What is checked when a block comes back.</param>
/// <param name="Alignment">The alignment of the memory, in bytes.</param>
internal sealed record HeapOptions(HeapPlace Place, State State, Synchronization Synchronization, Checks Checks, int Alignment)
{
    /// <summary>The heap that foreign memory is taken from; null if it is just given.</summary>
    public ParentHeap? Over { get; init; }

    /// <summary>Offsets and sizes are 31-bit numbers.</summary>
    public const int MaxForeignBytes = int.MaxValue;

    /// <summary>Bookkeeping that is larger does not lie in the struct of a heap over foreign memory.</summary>
    public const int MaxStateInStruct = 4096;

    /// <summary>A limit of the run time: fields of a struct lie in its first 128 MiB. The rest is left to the heap's own fields.</summary>
    public const int MaxInlineBytes = 120 << 20;

    /// <summary>A limit of Mono: it loads no struct and no static field of so many bytes.</summary>
    public const int MonoMaxInlineBytes = 1 << 20;

    /// <summary>One page, which is what hardware and operating systems ask for.</summary>
    public const int MaxFixedAlignment = 4096;

    /// <summary>What the garbage collector keeps when it moves an object.</summary>
    public const int MaxMovableAlignment = 8;

    /// <summary>What <c>malloc</c> promises.</summary>
    public const int DefaultFixedAlignment = 16;

    public bool IsLocked => Synchronization == Synchronization.SpinLock;

    public bool IsLockFree => Synchronization == Synchronization.LockFree;

    public bool IsChecked => Checks == Checks.Standard;

    /// <summary>Whether the heap is a static class.</summary>
    public bool IsStatic => Place.IsStatic;

    public bool IsInline => Place.IsInStruct;

    /// <summary>Whether the memory is not the heap's own: it is given one, and may be given less than it could use.</summary>
    public bool IsForeign => Place.IsForeign;

    /// <summary>Whether the memory has an address that does not change.</summary>
    public bool IsFixed => Place.IsFixed;

    /// <summary>What has to be written for these options, besides the declaration of the type.</summary>
    public IEnumerable<string> Arguments
    {
        get
        {
            if (Over is not null) yield return $"Over = typeof({Over.Name})";
            else if (Place.Memory == MemoryPlace.Pointer) yield return "Storage = Storage.Pointer";
            if (State != State.Automatic) yield return $"State = State.{State}";
            if (Synchronization != Place.DefaultSynchronization) yield return $"Synchronization = Synchronization.{Synchronization}";
            if (Checks != Checks.Standard) yield return $"Checks = Checks.{Checks}";
            if (Alignment != Place.DefaultAlignment) yield return $"Alignment = {Alignment}";
        }
    }

    /// <summary>Bytes that such a heap can have, bookkeeping included.</summary>
    public int MaxBytes => IsForeign ? MaxForeignBytes : MaxInlineBytes;
}
