namespace Allocators.Generator.Model;

/// <summary>A line of the layout table: a field, its bytes, and what is in them.</summary>
internal record LayoutRow(string Field, int Bytes, string Text)
{
    /// <summary>Whether the bytes are known to anybody but the JIT.</summary>
    public bool IsSizeKnown { get; init; } = true;
}
