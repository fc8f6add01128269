namespace Allocators.Generator.Surface;

/// <summary>The call that looks for damage in a heap that keeps notes in its memory, where its users can write over them.</summary>
internal static class VerifySurface
{
    public static void Write(SurfaceContext context, string summary) => context.Writer.WriteNext($$"""
        /// <summary>{{summary}}</summary>
        /// <exception cref="global::System.InvalidOperationException">Something was overwritten; the message says where.</exception>
        public {{context.ReadModifier}}void Verify()
        {
            {{context.Enter}}
            string? fault = {{context.Ask("FindFault")}};
            {{context.Exit}}
            if (fault != null) global::Allocators.ThrowHelper.Corrupted({{context.NameOf}}, fault);
        }
        """);
}
