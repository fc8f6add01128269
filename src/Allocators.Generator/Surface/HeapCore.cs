using System;
using System.Collections.Generic;
using Allocators.Generator.Text;

namespace Allocators.Generator.Surface;

/// <summary>What a kind adds to the surface: the constants of its own, and the state that finds and takes back offsets.</summary>
/// <remarks>
/// The state is a private nested struct <c>HeapState</c> of the heap, all zero when empty, with these members. It knows
/// offsets only: memory, locks, blocks and exceptions are the surface's. It never throws, since it may be called with
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
/// int SizeAt(int offset)   usable bytes of the live block that starts there, 0 if none does
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
/// </code>
/// Bookkeeping that does not know live blocks answers IsLive as well as it can, has the static <c>int BytesFor(int length)</c>
/// in place of SizeAt, and no TryGetNext.
/// A kind that keeps notes in the memory itself gets it as the first argument of all methods but Clear, by reference or
/// by read-only reference; LargestFreeBlock is a method then.
/// </remarks>
/// <param name="Capacity">Expression for the bytes of memory, from the kind's own constants.</param>
/// <param name="WriteState">Writes <c>private struct HeapState</c>.</param>
internal sealed record HeapCore(string Capacity, Action<CodeWriter> WriteState)
{
    /// <summary>Expression for the bytes of the largest block of an empty heap; its number if null.</summary>
    public string? MaxAllocation { get; init; }

    /// <summary>Expression for the largest alignment that can be asked for; its number if null.</summary>
    public string? MaxAlignment { get; init; }

    /// <summary>Expression for the bytes of the smallest piece of memory that is of use; its number if null.</summary>
    public string? UnitBytes { get; init; }

    /// <summary>Public constants besides those that every heap has.</summary>
    public IReadOnlyList<HeapConstant> Constants { get; init; } = [];

    /// <summary>Whether the state works on the memory itself, and not only on offsets.</summary>
    public bool UsesMemory { get; init; }

    /// <summary>Whether the bookkeeping can tell where live blocks are, and walk over them. If not, a block's own numbers are believed.</summary>
    public bool KnowsLiveBlocks { get; init; } = true;

    /// <summary>Whether unchecked bookkeeping refuses what is behind the end of the memory, and not only what is behind the most that it could have.</summary>
    public bool KnowsItsEnd { get; init; }

    /// <summary>Whether blocks are merged only when there is no room, so that one may be able to grow after a request that failed.</summary>
    public bool MergesLate { get; init; }

    /// <summary>Whether a block can be found, and freed, by its address alone.</summary>
    public bool FindsByAddress { get; init; } = true;

    /// <summary>Whether what is taken without naming an alignment is a handle, which only this kind has; with one it is a block.</summary>
    public bool HasHandles { get; init; }

    /// <summary>
    /// Whether the state has calls that need no lock, though others do: <c>bool TryTakeShort(int size, int alignment, out int offset)</c>,
    /// <c>bool TryFreeShort(int offset, int length)</c>. Where one of them fails, it is tried again under the lock.
    /// Where processes share the lock there is also <c>void StartAnew()</c>, which frees everything after one died with it, when nobody is in a call.
    /// </summary>
    public bool HasShortcuts { get; init; }

    /// <summary>
    /// Whether TryTake gets, over foreign memory, how many bytes of it there are, as its first number. It takes nothing behind those, and
    /// refuses a request where another owner with more memory has at hand what is.
    /// </summary>
    public bool TakesCapacity { get; init; }

    /// <summary>Whether TryFree gets the same: it writes into what it frees.</summary>
    public bool FreesWithin { get; init; }

    /// <summary>
    /// Whether TryTake and TryFree test every number that they read themselves, so that they can be called without IsSound: what has to
    /// be quick asks for no more than it needs.
    /// </summary>
    public bool BelievesNothing { get; init; }

    /// <summary>The same of what is asked of one block, and of TryResize.</summary>
    public bool BelievesNothingOfBlocks { get; init; }

    /// <summary>Writes public members that only this kind has.</summary>
    public Action<SurfaceContext>? WriteMembers { get; init; }

    /// <summary>
    /// What the heap's <c>Verify</c> does, in words; null if it has none. With it the state has <c>string? FindFault()</c>, which says
    /// what does not agree with the rest, or nothing.
    /// </summary>
    public string? Verifies { get; init; }

    /// <summary>Whether that finds everything: after a process died while it changed the state, it tells whether anything was left half done.</summary>
    public bool FindsFaults { get; init; }

    /// <summary>
    /// Whether the state follows notes in memory that a program can write. It believes none of them, and its TryTake tells when it met one
    /// that cannot be.
    /// </summary>
    public bool NoticesDamage { get; init; }

    /// <summary>Private constants that the state uses.</summary>
    public IReadOnlyList<HeapConstant> PrivateConstants { get; init; } = [];
}

/// <summary>A number of a generated heap: name, value and what it means.</summary>
internal sealed record HeapConstant(string Type, string Name, string Value, string Summary)
{
    /// <summary>Whether the compiler knows the value. What follows from the size of a user's type is known to the JIT only.</summary>
    public bool IsConstant { get; init; } = true;

    /// <summary>The declaration of the constant, or of a property in place of it.</summary>
    public string Declaration => IsConstant ? $"const {Type} {Name} = {Value};" : $"static {Type} {Name} => {Value};";
}
