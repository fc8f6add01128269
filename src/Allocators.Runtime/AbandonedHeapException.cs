using System;

namespace Allocators;

/// <summary>
/// A process died during a call of a heap that several processes share, and may have left its bookkeeping half changed. No
/// process is served any more, until one of them has called <c>TryRecover</c>, which heaps have that can be verified, or
/// <c>Reset</c>, which frees all blocks.
/// </summary>
public sealed class AbandonedHeapException : Exception
{
    /// <summary>Without saying which heap it was.</summary>
    public AbandonedHeapException()
        : this("A process died during a call of a heap.")
    {
    }

    /// <summary>With a message.</summary>
    public AbandonedHeapException(string message)
        : base(message)
    {
    }

    /// <summary>With a message and what led to it.</summary>
    public AbandonedHeapException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    internal AbandonedHeapException(string message, int processId)
        : base(message) => ProcessId = processId;

    /// <summary>The id of the process that died; by now, another one may have it.</summary>
    public int ProcessId { get; }
}
