namespace Allocators.Generator.Model;

/// <summary>The type of the values in a heap of equal blocks. How large they are is known to the JIT only.</summary>
/// <param name="Name">As its users call it, such as <c>Entity</c>.</param>
/// <param name="FullName">As generated code writes it, such as <c>global::Game.Entity</c>.</param>
/// <param name="MinBytes">A size that a value has at least, in bytes: what its fields add up to as far as they can be seen.</param>
internal sealed record ElementType(string Name, string FullName, int MinBytes)
{
    /// <summary>The name as it can stand in documentation, which is XML.</summary>
    public string NameInDocs => Name.Replace("<", "&lt;").Replace(">", "&gt;");
}
