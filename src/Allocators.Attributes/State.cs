namespace Allocators;

/// <summary>Where a heap over a span or an address keeps its bookkeeping.</summary>
public enum State
{
    /// <summary>In the struct up to 4 KiB, beyond in front of the memory.</summary>
    Automatic,

    /// <summary>
    /// In front of the memory: zero-filled memory is an empty heap, a copy of the struct is the same heap, and what was
    /// left in a file or in shared memory is found there again.
    /// </summary>
    InMemory,
}
