using Allocators.Generator.Model;

namespace Allocators.Generator.Surface;

/// <summary>The interface of the runtime library: on the struct itself, or on the empty struct that forwards to a static class.</summary>
internal static class AllocatorSurface
{
    public static void Write(SurfaceContext context)
    {
        if (context.Options.IsStatic) WriteForwarder(context);
        else WriteImplementation(context);
    }

    private static void WriteImplementation(SurfaceContext context)
    {
        if (context.Options.Place.Memory == MemoryPlace.Span && !context.Capabilities.RefStructsImplementInterfaces) return;

        // Foreign memory has its capacity as a property already, which implements the interface as it is.
        string capacity = context.Options.IsForeign ? "" : "readonly int global::Allocators.IAllocator.Capacity => Capacity;\n";
        context.Writer.WriteNext($$"""
            {{capacity}}
            readonly int global::Allocators.IAllocator.MaxAlignment => MaxAlignment;
            """);

        bool indexerImplements = !context.Options.IsInline || context.UnscopedRef.Length == 0 || context.Capabilities.ImplementsUnscopedMembers;
        if (indexerImplements) return;

        // C# 11 and 12 know the mark, but not on the implementation of an interface (CS9058).
        context.Writer.WriteNext($$"""
            global::System.Span<byte> global::Allocators.IAllocator.this[global::Allocators.Block block] =>
                global::Allocators.HeapMemory.UnscopedSpan({{context.ReadMemory}}, Capacity, block);
            """);
    }

    private static void WriteForwarder(SurfaceContext context)
    {
        string name = context.FullName;
        context.Writer.WriteNext($$"""
            /// <summary>The heap as a value without fields, for collections and compositions that want an allocator.</summary>
            public readonly struct Allocator : global::Allocators.IAllocator
            {
                int global::Allocators.IAllocator.Capacity => Capacity;

                int global::Allocators.IAllocator.MaxAlignment => MaxAlignment;

                /// <inheritdoc/>
                public global::System.Span<byte> this[global::Allocators.Block block] => SpanOf(block);

                /// <inheritdoc/>
                public bool TryAlloc(int size, int alignment, out global::Allocators.Block block) => {{name}}.TryAlloc(size, alignment, out block);

                /// <inheritdoc/>
                public bool TryResize(ref global::Allocators.Block block, int size) => {{name}}.TryResize(ref block, size);

                /// <inheritdoc/>
                public void Free(global::Allocators.Block block) => {{name}}.Free(block);

                /// <inheritdoc/>
                public bool Owns(global::Allocators.Block block) => {{name}}.Owns(block);

                /// <inheritdoc/>
                public int UsableSize(global::Allocators.Block block) => {{name}}.UsableSize(block);

                /// <inheritdoc/>
                public global::Allocators.HeapStatistics GetStatistics() => {{name}}.GetStatistics();

                /// <inheritdoc/>
                public void Reset() => {{name}}.Reset();

                /// <summary>The name of the heap and how full it is, in one line.</summary>
                public override string ToString() => {{context.NameOf}} + ": " + GetStatistics();
            }
            """);
    }
}
