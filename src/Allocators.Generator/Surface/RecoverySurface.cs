namespace Allocators.Generator.Surface;

/// <summary>The ways back for a heap that processes share, after one of them died in a call.</summary>
/// <remarks>Both fit the heap to the memory: the constructors of those who met an abandoned heap did not.</remarks>
internal static class RecoverySurface
{
    public static void WriteReset(SurfaceContext context)
    {
        bool hasShortcuts = context.Core.HasShortcuts;
        string clear = hasShortcuts ? $"if (isAbandoned) {context.State}.StartAnew();\nelse {context.State}.Clear();" : $"{context.State}.Clear();";
        string warning = hasShortcuts ? " Then no thread of any process may be in a call." : "";
        context.Writer.WriteNext($$"""
            /// <summary>Frees every block at once, of all processes; their contents stay until they are written over. Also brings an abandoned heap back.{{warning}}</summary>
            public void Reset()
            {
                bool isAbandoned = {{context.Lock}}.TakeOver() != 0;
                {{clear}}
                if (isAbandoned) {{context.Call("TryFit", "Capacity")}};
                {{context.Exit}}
            }
            """);
    }

    public static void Write(SurfaceContext context) => context.Writer.WriteNext($$"""
        /// <summary>
        /// Brings an abandoned heap back with all its blocks, those of the process that died included, if that process has left
        /// nothing half done: walks over the whole heap as <see cref="Verify"/> does. If it has, only <see cref="Reset"/> helps.
        /// </summary>
        /// <returns>Whether the heap can be used, as one can that was not abandoned. If not, it is abandoned as before.</returns>
        public bool TryRecover()
        {
            long left = {{context.Lock}}.TakeOver();
            bool isWhole = left == 0 || ({{context.Call("TryFit", "Capacity")}} && {{context.Ask("FindFault")}} == null);
            {{context.Lock}}.Exit(isWhole ? 0 : left);
            return isWhole;
        }
        """);
}
