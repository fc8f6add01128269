using Allocators.Generator.Model;
using Allocators.Generator.Text;

namespace Allocators.Generator.Surface;

/// <summary>A snapshot of a whole heap in another of the same declaration.</summary>
internal static class CopySurface
{
    public static void Write(SurfaceContext context)
    {
        string handles = context.Shape.HasHandles ? "\n/// Handles that are valid now are valid there, also those that were freed there since." : "";
        string alone = context.Options.IsLockFree ? "Nobody may call either of them meanwhile." : "Nobody may call the other meanwhile.";
        string exception = context.Options.IsForeign ? "/// <exception cref=\"global::System.ArgumentException\">The other heap has more memory, or less; nothing was changed.</exception>" : "";
        context.Writer.WriteNext($$"""
            /// <summary>
            /// Makes another heap a copy of this one, with all blocks and their contents; what it had is lost. {{alone}}{{handles}}
            /// </summary>
            /// <param name="other">A heap of the same declaration, such as one that is kept to go back to.</param>
            {{exception}}
            public readonly void CopyTo(ref {{context.Name}} other)
            {
                {{(context.Options.IsForeign ? OfForeign(context) : OfInline(context))}}
            }
            """);
    }

    /// <summary>All of it, but for the lock, which is held.</summary>
    private static string OfInline(SurfaceContext context)
    {
        string unlock = context.Spec.IsLocked ? "other._lock = default;" : "";
        return context.Inside(context.Enter, "other = this;", unlock);
    }

    /// <summary>The bookkeeping and what is in the memory; where that is, and who holds it, stays.</summary>
    private static string OfForeign(SurfaceContext context)
    {
        string state = context.Spec.IsStateInMemory ? "other.Books.State = Books.State;" : "other._state = _state;";
        CodeTemplate copy = $$"""
            {{state}}
            global::Allocators.HeapMemory.SpanAt(ref FirstByte, 0, Capacity).CopyTo(global::Allocators.HeapMemory.SpanAt(ref other.FirstByte, 0, Capacity));
            """;
        CodeTemplate body = $$"""
            if (other.Capacity != Capacity) global::Allocators.ThrowHelper.OtherCapacity({{context.NameOf}}, other.Capacity, Capacity);
            if (Capacity == 0) return;

            {{context.Inside(context.Enter, copy.ToString())}}
            """;
        return body.ToString();
    }
}
