namespace Allocators.Generator.Model;

/// <summary>A heap that another takes its memory from.</summary>
/// <param name="Name">As the attribute names it, such as <c>LevelHeap</c>.</param>
/// <param name="FullName">As generated code writes it, such as <c>global::Game.LevelHeap</c>.</param>
/// <param name="IsStatic">Whether it is a static class, of which there is one.</param>
/// <param name="IsFixed">Whether its memory has an address that does not change.</param>
internal sealed record ParentHeap(string Name, string FullName, bool IsStatic, bool IsFixed)
{
    /// <summary>The type whose values are the heap.</summary>
    public string AllocatorType => IsStatic ? FullName + ".Allocator" : FullName;
}
