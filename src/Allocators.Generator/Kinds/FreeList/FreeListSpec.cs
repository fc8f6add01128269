using System.Collections.Generic;
using Allocators.Generator.Model;

namespace Allocators.Generator.Kinds.FreeList;

/// <summary>A pool of equal blocks: those that were freed are linked, those that were never used lie behind a mark.</summary>
internal sealed record FreeListSpec(HeapOptions Options, int Count, int BlockBytes, ElementType? Value)
    : FixedSizeSpec(Options, Count, BlockBytes, Value)
{
    /// <summary>Blocks in a word of the marks.</summary>
    public const int BlocksInWord = 64;

    /// <summary>Bytes of a link: it holds the number of a block and 1 more.</summary>
    /// <remarks>
    /// A word if blocks have room for it: a processor passes that on from a store to the next load without delay, but not a byte. Of
    /// blocks that are smaller, it matters more what a link beside them takes.
    /// </remarks>
    public int LinkBytes
    {
        get
        {
            bool isWord = Options.IsLockFree || (Value?.MinBytes ?? BlockBytes) >= sizeof(int);
            return isWord || Count > ushort.MaxValue ? sizeof(int) : Count > byte.MaxValue ? sizeof(ushort) : sizeof(byte);
        }
    }

    /// <summary>The type of a link.</summary>
    public string LinkType => LinkBytes switch { sizeof(byte) => "byte", sizeof(ushort) => "ushort", _ => "int" };

    /// <summary>
    /// Whether the links lie beside the blocks: where a block has no room for one, where threads could meet in it, and where another
    /// owner may have more memory than this one can reach.
    /// </summary>
    public bool HasLinksBeside => Options.IsLockFree || HasOtherOwners || (Value?.MinBytes ?? BlockBytes) < LinkBytes;

    /// <summary>Whether a bit tells of each block whether it is live. Without locks, the links tell.</summary>
    public bool HasMarks => Options.IsChecked && !Options.IsLockFree;

    /// <summary>Whether a block that is freed is looked for in the memory that there is: what tells whether it is live may be wrong, and the link goes into the block.</summary>
    public bool FreesWithin => Options.IsForeign && !HasLinksBeside && (IsStateInMemory || !Options.IsChecked);

    /// <summary>Words of the marks.</summary>
    public int Words => ((Count - 1) / BlocksInWord) + 1;

    public override IReadOnlyList<StateField> StateRows => FreeListStateFields.Of(this);

    public override string BlockNoun => "block";

    protected override string KindName => "FreeList";

    protected override IEnumerable<int> LayoutNumbers => [.. base.LayoutNumbers, LinkBytes];

    protected override IEnumerable<string> OwnArguments
    {
        get
        {
            if (Value is not null) yield return $"typeof({Value.Name})";
            yield return $"Blocks = {Count}";
            if (Value is null) yield return $"BlockSize = {BlockBytes}";
        }
    }

    public override FixedSizeSpec WithCount(int count) => this with { Count = count };
}
