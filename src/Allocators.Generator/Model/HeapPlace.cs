namespace Allocators.Generator.Model;

/// <summary>Where the memory of a heap is.</summary>
internal enum MemoryPlace
{
    /// <summary>In the heap itself: in the struct, which the garbage collector may move, or in the static field of a static class.</summary>
    Inline,

    /// <summary>In a span; the heap is a ref struct.</summary>
    Span,

    /// <summary>At an address that the heap is given: by a constructor, or in a static class by <c>Attach</c>.</summary>
    Pointer,
}

/// <summary>Where the memory of a heap is, and whether there is one such heap in the process: two axes. Only a ref struct has a span.</summary>
/// <param name="Memory">Where the memory is.</param>
/// <param name="IsStatic">Whether the heap is a static class.</param>
internal readonly record struct HeapPlace(MemoryPlace Memory, bool IsStatic = false)
{
    /// <summary>A static class, which is its own memory.</summary>
    public static HeapPlace Static { get; } = new(MemoryPlace.Inline, IsStatic: true);

    /// <summary>Whether the memory is not the heap's own: it is given one, and may be given less than it could use.</summary>
    public bool IsForeign => Memory != MemoryPlace.Inline;

    /// <summary>Whether the memory is in a struct, which can be moved.</summary>
    public bool IsInStruct => Memory == MemoryPlace.Inline && !IsStatic;

    /// <summary>Whether the memory is in a static field, where it starts at a multiple of its alignment only with slack before it.</summary>
    public bool IsInStaticField => Memory == MemoryPlace.Inline && IsStatic;

    /// <summary>Whether the memory has an address that does not change.</summary>
    public bool IsFixed => IsStatic || Memory == MemoryPlace.Pointer;

    /// <summary>The largest alignment that can be promised, in bytes.</summary>
    public int MaxAlignment => IsFixed ? HeapOptions.MaxFixedAlignment : HeapOptions.MaxMovableAlignment;

    public int DefaultAlignment => IsFixed ? HeapOptions.DefaultFixedAlignment : HeapOptions.MaxMovableAlignment;

    public Synchronization DefaultSynchronization => IsStatic ? Synchronization.SpinLock : Synchronization.None;
}
