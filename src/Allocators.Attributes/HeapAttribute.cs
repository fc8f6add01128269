using System;
using System.ComponentModel;

namespace Allocators;

/// <summary>What every kind of heap can be told. Use the attribute of a kind, such as <c>[ChunkHeap]</c>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[AttributeUsage(AttributeTargets.Struct | AttributeTargets.Class)]
public abstract class HeapAttribute : Attribute
{
    /// <summary>Where the memory is. A struct and a static class can have it inside (the default) or at an address; a ref struct has a span.</summary>
    public Storage Storage { get; set; }

    /// <summary>Where a heap over a span or an address keeps its bookkeeping: <c>InMemory</c> makes a mapped file a heap to go on with.</summary>
    public State State { get; set; }

    /// <summary>
    /// The largest alignment of a block, in bytes: a power of two. A static class and memory at an address can promise up
    /// to 4096 (default 16); other heaps 8 at most (the default), because the garbage collector can move them.
    /// </summary>
    public int Alignment { get; set; }

    /// <summary>Who may call at the same time. The default is <c>SpinLock</c> for a static class, otherwise <c>None</c>.</summary>
    public Synchronization Synchronization { get; set; }

    /// <summary>What is checked when a block comes back.</summary>
    public Checks Checks { get; set; } = Checks.Standard;
}
