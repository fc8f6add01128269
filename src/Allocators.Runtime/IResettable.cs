namespace Allocators;

/// <summary>An allocator that can be emptied.</summary>
public interface IResettable
{
    /// <summary>Frees every block at once; their contents stay until they are written over.</summary>
    void Reset();
}
