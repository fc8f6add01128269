using System.Collections.Generic;
using Allocators.Generator.Model;

namespace Allocators.Generator.Surface;

/// <summary>What is taken where no alignment is named.</summary>
internal enum Currency
{
    /// <summary>A block: where it starts, and how long it is.</summary>
    Blocks,

    /// <summary>A handle that only this kind has. With an alignment, blocks are given all the same.</summary>
    Handles,
}

/// <summary>What the bookkeeping knows of a block that comes back.</summary>
internal enum BlockKnowledge
{
    /// <summary>Whether it is live, and how long it is, by where it starts.</summary>
    ByStart,

    /// <summary>Whether it is live, by where it starts and how long it is.</summary>
    ByStartAndLength,

    /// <summary>Where it could start: its own numbers are believed otherwise.</summary>
    PossibleStarts,

    /// <summary>Nothing but where there is memory.</summary>
    Nothing,
}

/// <summary>Who sees to it that nothing is given that lies behind the end of foreign memory.</summary>
internal enum EndOfMemory
{
    /// <summary>The surface, which gives such a block back: the state knows the most that there can be, or what another owner has.</summary>
    OfSurface,

    /// <summary>The state, which is sound only if nothing of it lies there.</summary>
    OfState,
}

/// <summary>Which calls of the state get, over foreign memory, as their first number how many bytes of it there are: what they do then lies within those.</summary>
internal enum ToldCapacity
{
    /// <summary>None.</summary>
    Never,

    /// <summary>TryTake, which refuses where another owner with more memory has at hand what lies behind the end.</summary>
    ToTake,

    /// <summary>TryFree as well, since it writes into what it frees.</summary>
    ToTakeAndFree,
}

/// <summary>Which calls of the state rely on the numbers that IsSound has tested, where others can write to them.</summary>
internal enum Trust
{
    /// <summary>All.</summary>
    Always,

    /// <summary>All but TryTake and TryFree, or what a kind has in their place: what has to be quick tests what it reads, and no more.</summary>
    NotToTakeOrFree,

    /// <summary>All but those, and but what is asked of one block, and TryResize.</summary>
    NotForOneBlock,
}

/// <summary>When free blocks that touch become one.</summary>
internal enum Merging
{
    /// <summary>When they are freed, if at all.</summary>
    AtOnce,

    /// <summary>When there is no room, so that a block may be able to grow after a request that failed.</summary>
    Late,
}

/// <summary>What FindFault finds, which a state has that can be verified.</summary>
internal enum FaultFinding
{
    /// <summary>There is none.</summary>
    None,

    /// <summary>Some of what can be wrong.</summary>
    Some,

    /// <summary>Everything: after a process died while it changed the state, it tells whether anything was left half done.</summary>
    All,
}

/// <summary>What a kind is, as far as the surface has to know it. The default is bookkeeping beside the memory that knows its blocks.</summary>
/// <remarks>
/// The state is a private nested struct <c>HeapState</c> of the heap, all zero when empty, with the members that <see cref="Members"/>
/// lists. It knows offsets only: memory, locks, blocks and exceptions are the surface's. It never throws, since it may be called with
/// a lock held, and a call that returns false has changed nothing.
/// <code>
/// int UsedBytes            bytes in live blocks, rounding included
/// int AllocationCount      live blocks
/// int LargestFreeBlock     bytes of the largest request that would succeed now
/// bool TryTake(int size, int alignment, out int offset)
///                          size is 1 to MaxAllocation, alignment a power of two up to MaxAlignment;
///                          with false, offset is HeapMemory.Damaged if the memory was written over where it should not
/// bool TryFree(int offset, int length)
///                          false if that is not a live block; any two numbers may come, and length 0 is no block
/// bool TryResize(int offset, int length, int newLength)
///                          in place; the block is live, newLength is 1 or more
/// bool IsLive(int offset, int length)
///                          as well as the bookkeeping can tell
/// int SizeAt(int offset)   usable bytes of the live block that starts there, 0 if none does
/// int BytesFor(int length) in its place, static, where that is not known
/// bool TryGetNext(int offset, int length, out int next)
///                          the live block behind this one, which may be dead by now; length 0 asks for the first
/// void Clear()             frees everything
/// bool TryFit(int capacity)
///                          only over foreign memory: serves no more than so many bytes from now on, in whole
///                          units, or more again than before; false if live blocks are in the way
/// bool IsSound(int capacity)
///                          only with the state in foreign memory, where others can write: whether the numbers that the other
///                          members rely on can be, for so many bytes; they are not called if not
/// void Repair()            makes such numbers those of an empty heap
/// string? FindFault()      what does not agree with the rest, or nothing
/// bool TryTakeShort(int size, int alignment, out int offset), bool TryFreeShort(int offset, int length)
///                          need no lock, though others do: where one of them fails, it is tried again under the lock; in a heap
///                          without a lock they do what is quick, and TryTake and TryFree the rest
/// void StartAnew()         where processes share that lock: frees everything after one died with it, when nobody is in a call
/// </code>
/// A kind that keeps notes in the memory itself gets it as the first argument of all methods but Clear, IsSound and Repair, by reference or
/// by read-only reference; LargestFreeBlock is a method then.
/// </remarks>
internal sealed record HeapShape
{
    public Currency Currency { get; init; }

    public BlockKnowledge Blocks { get; init; }

    /// <summary>Whether the state works on the memory itself, and not only on offsets.</summary>
    public bool UsesMemory { get; init; }

    public EndOfMemory End { get; init; }

    public ToldCapacity Told { get; init; }

    public Trust Trust { get; init; }

    public Merging Merging { get; init; }

    public FaultFinding Faults { get; init; }

    /// <summary>
    /// Whether the state follows notes in memory that a program can write. It believes none of them, and its TryTake tells when it met one
    /// that cannot be.
    /// </summary>
    public bool NoticesDamage { get; init; }

    /// <summary>Whether some requests are served without the lock that others need, or where there is none, quickly and without a call.</summary>
    public bool HasShortcuts { get; init; }

    /// <summary>Members of the state that only the kind's own surface calls.</summary>
    public IReadOnlyList<string> OwnMembers { get; init; } = [];

    public bool HasHandles => Currency == Currency.Handles;

    /// <summary>Whether the bookkeeping can tell where live blocks are, and walk over them. If not, a block's own numbers are believed.</summary>
    public bool KnowsLiveBlocks => Blocks is BlockKnowledge.ByStart or BlockKnowledge.ByStartAndLength;

    /// <summary>Whether a block can be found, and freed, by its address alone.</summary>
    public bool FindsByAddress => Blocks is BlockKnowledge.ByStart or BlockKnowledge.PossibleStarts;

    /// <summary>Whether a heap in which a process died can be told to be whole, and used on.</summary>
    public bool Recovers(HeapSpec spec) => spec.IsShared && Faults == FaultFinding.All;

    /// <summary>The public members of the state of such a heap.</summary>
    public IEnumerable<string> Members(HeapSpec spec)
    {
        List<string> members = ["UsedBytes", "AllocationCount", "LargestFreeBlock", "TryTake", "TryFree", "TryResize", "IsLive", "Clear", .. OwnMembers];
        if (KnowsLiveBlocks) members.Add("TryGetNext");
        if (KnowsLiveBlocks || FindsByAddress) members.Add("SizeAt");
        if (!KnowsLiveBlocks) members.Add("BytesFor");
        if (spec.Options.IsForeign) members.Add("TryFit");
        if (spec.IsStateInMemory) members.AddRange(["IsSound", "Repair"]);
        if (Faults != FaultFinding.None) members.Add("FindFault");
        if (HasShortcuts) members.AddRange(["TryTakeShort", "TryFreeShort"]);
        if (HasShortcuts && spec.IsShared) members.Add("StartAnew");
        return members;
    }
}
