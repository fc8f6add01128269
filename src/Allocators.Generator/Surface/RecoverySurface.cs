using Allocators.Generator.Text;

namespace Allocators.Generator.Surface;

/// <summary>The ways back for a heap whose bookkeeping lies in its memory, after somebody wrote over it, or a process that shares it died in a call.</summary>
/// <remarks>All fit the heap to the memory: the constructors of those who met such a heap did not.</remarks>
internal static class RecoverySurface
{
    public static void WriteReset(SurfaceContext context)
    {
        bool hasShortcuts = context.Shape.HasShortcuts && context.Spec.IsShared;
        string clear = hasShortcuts ? $"if (isAbandoned) {context.State}.StartAnew();\nelse {context.State}.Clear();" : $"{context.State}.Clear();";
        string warning = hasShortcuts ? " Then no thread of any process may be in a call." : "";
        string alsoAbandoned = context.Spec.IsShared ? $", of all processes; their contents stay until they are written over. Also brings an abandoned or damaged heap back.{warning}" : "; their contents stay until they are written over. Also brings a damaged heap back.";
        string takeOver = context.Spec.IsShared ? $"bool isAbandoned = {context.TakeOver} != 0;" : "";
        string orAbandoned = context.Spec.IsShared ? "isAbandoned || " : "";
        CodeTemplate call = $$"""
            bool isDamaged = !{{context.State}}.IsSound(Capacity);
            if (isDamaged) {{context.State}}.Repair();
            {{clear}}
            if ({{orAbandoned}}isDamaged) {{context.Call("TryFit", "Capacity")}};
            """;
        context.Writer.WriteNext($$"""
            /// <summary>Frees every block at once{{alsoAbandoned}}</summary>
            public {{context.Modifier}}void Reset()
            {
                {{new Operation(call.ToString(), "").Body(context, takeOver)}}
            }

            [global::System.Diagnostics.CodeAnalysis.DoesNotReturn]
            private {{context.ReadModifier}}void ThrowUnsound()
            {
                {{context.Exit}}
                global::Allocators.ThrowHelper.Unsound({{context.NameOf}});
            }
            """);
    }

    public static void Write(SurfaceContext context) => context.Writer.WriteNext($$"""
        /// <summary>
        /// Brings an abandoned heap back with all its blocks, those of the process that died included, if that process has left
        /// nothing half done: walks over the whole heap as <see cref="Verify"/> does. If it has, only <see cref="Reset"/> helps.
        /// </summary>
        /// <returns>Whether the heap can be used, as one can that was not abandoned. If not, it is abandoned as before.</returns>
        public {{context.Modifier}}bool TryRecover()
        {
            long left = {{context.TakeOver}};
            bool isWhole = left == 0 || ({{context.State}}.IsSound(MaxCapacity) && {{context.Call("TryFit", "Capacity")}} && {{context.Ask("FindFault")}} == null);
            {{context.Lock}}.Exit(isWhole ? 0 : left);
            return isWhole;
        }
        """);
}
