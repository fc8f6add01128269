namespace Allocators.Generator.Surface;

/// <summary>What calls try before they take the lock, in a heap that can serve some requests without it.</summary>
internal static class ShortcutSurface
{
    public static string OfAlloc(SurfaceContext context)
    {
        string take = context.Call("TryTakeShort", "size", "alignment", "out int taken");
        if (!context.MayLieBeyond)
        {
            return $$"""
                {{LookAtLock(context)}}if ({{take}})
                {
                    block = new global::Allocators.Block(taken, size);
                    return true;
                }

                """;
        }

        return $$"""
            {{LookAtLock(context)}}if ({{take}})
            {
                block = new global::Allocators.Block(taken, size);
                if (taken <= Capacity - size) return true;

                // Another owner has more of this memory: what lies beyond the end of ours is not for us.
                {{context.Call("TryFreeShort", "taken", "size")}};
                block = default;
            }

            """;
    }

    public static string OfFree(SurfaceContext context, string isWithin, string offset, string length) => $"""
        {LookAtLock(context)}if ({isWithin}{context.Call("TryFreeShort", offset, length)}) return;

        """;

    /// <summary>In an abandoned heap, calls throw that need no lock as well.</summary>
    private static string LookAtLock(SurfaceContext context) => context.Spec.IsShared ? $"{context.Lock}.ThrowIfAbandoned({context.NameOf});\n" : "";
}
