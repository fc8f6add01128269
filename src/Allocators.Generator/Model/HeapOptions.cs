namespace Allocators.Generator.Model;

/// <summary>Where the memory of a heap is.</summary>
internal enum MemoryPlace
{
    /// <summary>In the struct, which the garbage collector may move.</summary>
    Inline,

    /// <summary>In a static field of a static class, at an address that never changes.</summary>
    Static,
}

/// <summary>The axes of a heap that have nothing to do with its kind.</summary>
internal sealed record HeapOptions(MemoryPlace Place, Synchronization Synchronization, Checks Checks, int Alignment)
{
    /// <summary>A limit of the run time: fields of a struct lie in its first 128 MiB. The rest is left to the heap's own fields.</summary>
    public const int MaxInlineBytes = 120 << 20;

    /// <summary>One page, which is what hardware and operating systems ask for.</summary>
    public const int MaxFixedAlignment = 4096;

    /// <summary>What the garbage collector keeps when it moves an object.</summary>
    public const int MaxMovableAlignment = 8;

    /// <summary>What <c>malloc</c> promises.</summary>
    public const int DefaultFixedAlignment = 16;

    public bool IsLocked => Synchronization == Synchronization.SpinLock;

    public bool IsChecked => Checks == Checks.Standard;

    public bool IsStatic => Place == MemoryPlace.Static;

    /// <summary>The largest alignment this place can promise, in bytes.</summary>
    public static int MaxAlignmentOf(MemoryPlace place) => place == MemoryPlace.Static ? MaxFixedAlignment : MaxMovableAlignment;

    public static int DefaultAlignmentOf(MemoryPlace place) => place == MemoryPlace.Static ? DefaultFixedAlignment : MaxMovableAlignment;
}
