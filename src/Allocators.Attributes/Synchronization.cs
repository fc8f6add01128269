namespace Allocators;

/// <summary>Who may call a heap at the same time.</summary>
public enum Synchronization
{
    /// <summary>One thread at a time; the caller sees to it.</summary>
    None,

    /// <summary>Any thread: each call holds a spin lock of 8 bytes that backs off and allocates nothing.</summary>
    SpinLock,
}
