namespace Allocators;

/// <summary>What is checked when a block comes back.</summary>
public enum Checks
{
    /// <summary>
    /// Only that it lies within the heap: a block that is freed twice, or was never given out, damages the bookkeeping.
    /// Memory outside the heap stays out of reach all the same.
    /// </summary>
    None,

    /// <summary>That it is a live block of this heap. If not, the call throws and has changed nothing.</summary>
    Standard,
}
