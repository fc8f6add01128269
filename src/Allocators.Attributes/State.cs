namespace Allocators;

/// <summary>Where a heap over a span or an address keeps its bookkeeping. Of a static class, its static fields are meant where this says struct.</summary>
public enum State
{
    /// <summary>In the struct up to 4 KiB, beyond in front of the memory, which is then to be filled with zeros for an empty heap.</summary>
    Automatic,

    /// <summary>
    /// In front of the memory: zero-filled memory is an empty heap, a copy of the struct is the same heap, and what was
    /// left in a file or in shared memory is found there again. Memory with anything else in it is refused.
    /// </summary>
    InMemory,

    /// <summary>
    /// In the struct, whatever its size: the memory is for blocks alone, and may hold anything before. <c>OverheadBytes</c> says how large the
    /// struct is, which a ref struct takes from the stack.
    /// </summary>
    InStruct,
}
