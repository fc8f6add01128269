using System.Diagnostics.CodeAnalysis;

namespace Allocators;

/// <summary>Where the memory of a heap is.</summary>
[SuppressMessage("Naming", "CA1720", Justification = "A pointer is what it is called in C#.")]
public enum Storage
{
    /// <summary>In the struct itself, or in a static field of the static class.</summary>
    Inline,

    /// <summary>In a span that the heap is given; the heap is a <c>ref struct</c>.</summary>
    Span,

    /// <summary>At an address that the heap is given: native memory, a mapped file. A struct has a constructor for that, a static class <c>Attach</c>.</summary>
    Pointer,
}
