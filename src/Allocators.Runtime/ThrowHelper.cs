using System;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Allocators;

/// <summary>The exceptions of generated heaps: apart, so that the code that does not throw stays small.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ThrowHelper
{
    /// <summary>The request was larger than what is free in one piece.</summary>
    [DoesNotReturn]
    [SuppressMessage("Usage", "CA2201", Justification = "NativeMemory throws the same: callers of an allocator expect it.")]
    public static void OutOfMemory(string heap, long size, int alignment, HeapStatistics statistics, string? fault = null)
    {
        if (fault != null) Corrupted(heap, fault);
        throw new OutOfMemoryException(Format(
            "{0} has no room for {1:N0} bytes at alignment {2:N0}: {3:N0} of its {4:N0} bytes are free, the largest free block has {5:N0}.",
            heap,
            size,
            alignment,
            statistics.FreeBytes,
            statistics.Capacity,
            statistics.LargestFreeBlock));
    }

    /// <summary>There is no room in an allocator of which only the size is known.</summary>
    [DoesNotReturn]
    [SuppressMessage("Usage", "CA2201", Justification = "NativeMemory throws the same: callers of an allocator expect it.")]
    public static void OutOfMemory(string heap, long size, int alignment, int capacity) =>
        throw new OutOfMemoryException(Format("{0} has no room for {1:N0} bytes at alignment {2:N0}; it has {3:N0} bytes in all.", heap, size, alignment, capacity));

    /// <summary>The block is not live: it was freed before, starts inside another, or has another length.</summary>
    [DoesNotReturn]
    public static void NotALiveBlock(string heap, Block block, int lengthThere, string? fault = null) =>
        throw new InvalidOperationException(fault != null
            ? Format(
                "{0} cannot tell whether a live block starts at offset {1:N0} (length {2:N0}), because it is damaged: {3}. Nothing was changed.",
                heap,
                block.Offset,
                block.Length,
                WrittenOver(fault))
            : lengthThere == 0
            ? Format(
                "{0}: no live block starts at offset {1:N0} (length {2:N0}). It was freed before, starts inside another block, or belongs to another heap. Nothing was changed.",
                heap,
                block.Offset,
                block.Length)
            : Format(
                "{0}: the live block at offset {1:N0} has {3:N0} bytes and cannot be one of length {2:N0}. The heap was not changed.",
                heap,
                block.Offset,
                block.Length,
                lengthThere));

    /// <summary>The address is not that of a live block.</summary>
    [DoesNotReturn]
    public static void NotALiveAddress(string heap, nint address, string? fault = null) =>
        throw new InvalidOperationException(fault != null
            ? Format("{0} cannot tell whether a live block starts at address 0x{1:X}, because it is damaged: {2}. Nothing was changed.", heap, (long)address, WrittenOver(fault))
            : Format(
            "{0}: no live block starts at address 0x{1:X}. It was freed before, lies inside a block, or belongs to another heap. Nothing was changed.",
            heap,
            (long)address));

    /// <summary>There is no value any more, or there never was one.</summary>
    [DoesNotReturn]
    public static void NothingInTheBox() => throw new ObjectDisposedException("HeapBox", "There is no value in the box: it was given back, or kept by Release().");

    /// <summary>The memory of a heap was freed.</summary>
    [DoesNotReturn]
    public static void HeapDisposed(Type heap) => throw new ObjectDisposedException(NameOf(heap), "The memory of the heap was freed by Dispose().");

    /// <summary>A heap cannot be copied to one with another amount of memory.</summary>
    [DoesNotReturn]
    public static void OtherCapacity(string heap, int other, int capacity) =>
        throw new ArgumentException(Format("The other {0} has {1:N0} bytes of memory, and this one {2:N0}: a copy needs as many. Nothing was changed.", heap, other, capacity), nameof(other));

    /// <summary>The offset is not that of a live block.</summary>
    [DoesNotReturn]
    public static void NotALiveOffset(string heap, int offset, string? fault = null) =>
        throw new InvalidOperationException(fault != null
            ? Format("{0} cannot tell whether a live block starts at offset {1:N0}, because it is damaged: {2}. Nothing was changed.", heap, offset, WrittenOver(fault))
            : Format("{0}: no live block starts at offset {1:N0}.", heap, offset));

    /// <summary>The index is not that of a live block.</summary>
    [DoesNotReturn]
    public static void NotALiveIndex(string heap, int index, int blocks) =>
        throw new InvalidOperationException(Format("{0}: the block with the index {1:N0} is not live; there are {2:N0} blocks.", heap, index, blocks));

    /// <summary>The handle is the default one, was freed, or was never given out.</summary>
    /// <param name="heap">The name of the slab.</param>
    /// <param name="handle">The handle.</param>
    /// <param name="slots">How many slots there are.</param>
    /// <param name="generationThere">The generation of the slot now, one behind the last if it is used up.</param>
    /// <param name="startsOver">Whether generations start over, so that a later one may be an older one.</param>
    [DoesNotReturn]
    public static void NotALiveHandle(string heap, Handle handle, int slots, long generationThere, bool startsOver = false) => throw new InvalidOperationException(
        handle == default ? Format("{0}: the default handle names no slot. It was never set to one that was allocated.", heap)
        : !Check.IsInside(handle.Slot, slots) ? Format("{0} never gave out this handle ({1}): it has {2:N0} slots. Does it belong to another slab?", heap, handle, slots)
        : startsOver && handle.Generation % 2 != 0 ? Format("{0}: this handle ({1}) is stale, or it was never given out: the slot is at generation {2:N0} now. Nothing was changed.", heap, handle, generationThere)
        : handle.Generation % 2 == 0 || handle.Generation > generationThere ? Format("{0} never gave out this handle ({1}): the slot is at generation {2:N0}. Does it belong to another slab?", heap, handle, generationThere)
        : Format("{0}: this handle ({1}) is stale: it was freed, and the slot is at generation {2:N0} now. Nothing was changed.", heap, handle, generationThere));

    /// <summary>Memory is given back to a heap that it is not from.</summary>
    [DoesNotReturn]
    internal static void NotTakenFrom(string heap) =>
        throw new InvalidOperationException(Format("{0}: its memory was not taken from this heap. Give it back where it was taken. Nothing was changed.", heap));

    /// <summary>A handle of another slab has no place among those of this one.</summary>
    [DoesNotReturn]
    public static void NotAHandleOf(string heap, Handle handle) =>
        throw new ArgumentOutOfRangeException(nameof(handle), handle, Format("A handle of {0} cannot have these numbers. Does it belong to another slab?", heap));

    /// <summary>Notes of the heap in its memory were written over.</summary>
    /// <param name="heap">The name of the heap.</param>
    /// <param name="fault">What does not agree; null if a search was stopped by something that a walk over the heap does not find.</param>
    [DoesNotReturn]
    public static void Corrupted(string heap, string? fault) => throw new InvalidOperationException(
        Format("{0} is damaged: {1}.", heap, WrittenOver(fault ?? "a note on free memory cannot be")));

    /// <summary>The numbers in front of the memory cannot be.</summary>
    [DoesNotReturn]
    public static void Unsound(string heap) => throw new InvalidOperationException(Format(
        "{0} is damaged: the numbers in front of its memory cannot be. Something wrote over them, or an owner with more of the memory opened it. Reset() makes the heap an empty one.",
        heap));

    private static string WrittenOver(string fault) => fault + ". Something wrote behind the end of a block, or into one that was freed before";

    /// <summary>A process died while it had the lock.</summary>
    [DoesNotReturn]
    internal static void Abandoned(string heap, int processId) => throw new AbandonedHeapException(
        Format(
            "{0} is abandoned: process {1} died during a call, and may have left the bookkeeping half changed. "
            + "No process is served until one has called TryRecover, if the heap has that, or Reset, which frees all blocks.",
            heap,
            processId),
        processId);

    /// <summary>The heap that was left in the memory has live blocks beyond its end.</summary>
    [DoesNotReturn]
    public static void MemoryShrank(string heap, int capacity) =>
        throw new ArgumentException(Format(
            "{0}: the heap in this memory has live blocks beyond the {1:N0} bytes that there are now. Map as much memory as before.",
            heap,
            capacity));

    /// <summary>A static class is to have other memory, but blocks in the memory that it has are live.</summary>
    [DoesNotReturn]
    public static void StillInUse(string heap, int blocks) =>
        throw new InvalidOperationException(Format(
            "{0} cannot be attached to other memory: {1:N0} {2} live. Free them before, or call Reset(). Nothing was changed.",
            heap,
            blocks,
            blocks == 1 ? "block is" : "blocks are"));

    /// <summary>What lies in the memory is no heap, or another one.</summary>
    [DoesNotReturn]
    internal static void NotThisHeap(string heap, ulong found, ulong layout) =>
        throw new ArgumentException(Format(
            "{0}: this memory is no such heap. " + (found == 0
                ? "It begins with zeros, as that of an empty heap, but the numbers behind them are not zero. "
                : "It begins with 0x{1:X16} instead of 0x{2:X16}: another declaration has left that there, another version of the package, or no heap at all. ")
            + "Nothing was changed. For an empty heap, fill the memory with zeros; if it may hold anything, declare the heap with State = State.InStruct.",
            heap,
            found,
            layout));

    [DoesNotReturn]
    internal static void NullAddress() => throw new ArgumentNullException("address", "A heap needs memory: its address is not 0.");

    [DoesNotReturn]
    internal static void NegativeLength(long length) =>
        throw new ArgumentOutOfRangeException(nameof(length), length, "A length is 0 or more bytes.");

    [DoesNotReturn]
    internal static void NegativeSize(int size) =>
        throw new ArgumentOutOfRangeException(nameof(size), size, "A size is 0 or more bytes.");

    [DoesNotReturn]
    internal static void NoSize(int size) =>
        throw new ArgumentOutOfRangeException(nameof(size), size, "A block has 1 byte or more.");

    [DoesNotReturn]
    internal static void NegativeCount(int count) =>
        throw new ArgumentOutOfRangeException(nameof(count), count, "A count is 0 or more values.");

    [DoesNotReturn]
    internal static void BadTypeAlignment<T>(int alignment, int maxAlignment) =>
        throw new ArgumentOutOfRangeException(
            nameof(T),
            typeof(T),
            Format(
                "{0} needs an alignment of {1:N0} bytes, and a block of this heap has {2:N0} at most. A static class and a heap at an address can promise more.",
                NameOf(typeof(T)),
                alignment,
                maxAlignment));

    [DoesNotReturn]
    internal static void BadAlignment(int alignment, int maxAlignment) =>
        throw new ArgumentOutOfRangeException(
            nameof(alignment),
            alignment,
            Format("An alignment is a power of two from 1 to {0:N0} here; the nearest is {1:N0}.", maxAlignment, NearestAlignment(alignment, maxAlignment)));

    /// <summary>The block reaches beyond the memory that this heap has; another owner of it may have more.</summary>
    [DoesNotReturn]
    public static void OutsideTheHeap(Block block, int capacity) =>
        throw new ArgumentOutOfRangeException(
            nameof(block),
            block,
            Format("The block reaches outside the heap, which has {0:N0} bytes.", capacity));

    /// <summary>A type as one would write it, such as <c>Vector256&lt;Single&gt;</c>.</summary>
    internal static string NameOf(Type type)
    {
        int end = type.Name.IndexOf('`', StringComparison.Ordinal);
        return end < 0 ? type.Name : $"{type.Name.Substring(0, end)}<{string.Join(", ", Array.ConvertAll(type.GetGenericArguments(), NameOf))}>";
    }

    private static int NearestAlignment(int alignment, int maxAlignment)
    {
        if (alignment <= 1) return 1;
        if (alignment >= maxAlignment) return maxAlignment;

        int below = 1;
        while (below <= alignment / 2) below *= 2;
        return alignment - below < 2 * below - alignment ? below : 2 * below;
    }

    private static string Format(string format, params object[] values) => string.Format(CultureInfo.InvariantCulture, format, values);
}
