namespace Allocators;

/// <summary>What becomes of a slot of a slab that was used so often that a handle cannot count further.</summary>
public enum OnExhausted
{
    /// <summary>It is never used again: no handle that was freed ever becomes valid. The slab tells how many slots it lost that way.</summary>
    Retire,

    /// <summary>It starts over: a handle that is as old as all uses that can be counted becomes valid again.</summary>
    Wrap,
}
