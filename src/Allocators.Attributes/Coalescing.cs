namespace Allocators;

/// <summary>When freed blocks are merged with free neighbours.</summary>
public enum Coalescing
{
    /// <summary>At once: every free has the same bounded cost.</summary>
    Immediate,

    /// <summary>
    /// When memory runs out: until then a freed block is parked, whole, on a short list of its size, where the next request
    /// of that size finds it without a search. A request fails only after everything parked was merged.
    /// </summary>
    Deferred,
}
