namespace Allocators.Generator.Surface;

/// <summary>The call that looks for damage in a heap that keeps notes in its memory, where its users can write over them.</summary>
internal static class VerifySurface
{
    public static void Write(SurfaceContext context)
    {
        context.Writer.WriteNext($$"""
            /// <summary>{{context.Code.Verifies!}}</summary>
            /// <exception cref="global::System.InvalidOperationException">Something was overwritten; the message says where.</exception>
            public {{context.ReadModifier}}void Verify()
            {
                string? fault = FindFault();
                if (fault != null) global::Allocators.ThrowHelper.Corrupted({{context.NameOf}}, fault);
            }

            /// <summary>What is wrong with the heap, or nothing.</summary>
            private {{context.ReadModifier}}string? FindFault(){{context.Returning("string?", context.Ask("FindFault"))}}
            """);
        if (!context.Shape.NoticesDamage) return;

        context.Writer.WriteNext($$"""
            [global::System.Diagnostics.CodeAnalysis.DoesNotReturn]
            private {{context.ReadModifier}}void ThrowDamaged() => global::Allocators.ThrowHelper.Corrupted({{context.NameOf}}, FindFault());
            """);
    }

    /// <summary>What an exception can say that is about to say something else; nothing where a heap cannot be verified.</summary>
    public static string Fault(SurfaceContext context) => context.Shape.Faults == FaultFinding.None ? "" : ", FindFault()";
}
