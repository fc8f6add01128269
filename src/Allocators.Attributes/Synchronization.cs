namespace Allocators;

/// <summary>Who may call a heap at the same time.</summary>
public enum Synchronization
{
    /// <summary>One thread at a time; the caller sees to it.</summary>
    None,

    /// <summary>
    /// Any thread: a spin lock of 8 bytes, which backs off and allocates nothing, guards the bookkeeping. The bytes of a
    /// block belong to whoever has the block. Where the bookkeeping lies in memory that processes share, it works between them.
    /// </summary>
    SpinLock,

    /// <summary>
    /// Any thread, without a lock: a thread that is stopped in the middle of a call holds up no other. Slabs and free lists
    /// can do that; a chunk heap serves requests of one chunk so, and all others under its lock.
    /// </summary>
    LockFree,
}
