using System;

namespace Allocators;

/// <summary>An allocator that knows its own blocks.</summary>
public interface IBlockOwner
{
    /// <summary>Whether this is a live block of this heap, or could be one where nothing tells live blocks from dead ones. The empty block is nobody's.</summary>
    bool Owns(Block block);

    /// <summary>The bytes a live block really has, at least its length; 0 for the empty block.</summary>
    /// <exception cref="InvalidOperationException">It is not a live block of this heap.</exception>
    int UsableSize(Block block);
}
