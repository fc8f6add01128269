using Allocators.Generator.Model;

namespace Allocators.Generator.Surface;

/// <summary>The interfaces of the runtime library: on the struct itself, or on the empty struct that forwards to a static class.</summary>
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

        // C# 11 and 12 know the mark, but not on the implementation of an interface (CS9058).
        if (context.UnscopedRef.Length > 0 && !context.Capabilities.ImplementsUnscopedMembers) WriteUnscoped(context);
    }

    private static void WriteUnscoped(SurfaceContext context)
    {
        string value = context.ValueType;
        string bytes = $"global::Allocators.HeapMemory.UnscopedSpan({context.ReadMemory}, Capacity, ";
        context.Writer.WriteNext($$"""
            global::System.Span<byte> global::Allocators.IAllocator.this[global::Allocators.Block block] =>
                {{bytes}}block);

            global::System.Span<{{value}}> global::Allocators.IHeap.AllocSpan<{{value}}>(int count) =>
                global::Allocators.HeapMemory.Cast<{{value}}>({{bytes}}(global::Allocators.Block)Alloc<{{value}}>(count)));

            ref {{value}} global::Allocators.IHeap.Alloc<{{value}}>() =>
                ref global::Allocators.HeapMemory.Cast<{{value}}>({{bytes}}(global::Allocators.Block)Alloc<{{value}}>(1)))[0];
            """);
    }

    private static void WriteForwarder(SurfaceContext context)
    {
        string name = context.FullName, value = context.ValueType;
        context.Writer.WriteNext($$"""
            /// <summary>The heap as a value without fields, for collections and compositions that want an allocator.</summary>
            public readonly struct Allocator : global::Allocators.IHeap
            {
                int global::Allocators.IAllocator.Capacity => Capacity;

                int global::Allocators.IAllocator.MaxAlignment => MaxAlignment;

                /// <inheritdoc/>
                public int UsedBytes => {{name}}.UsedBytes;

                /// <inheritdoc/>
                public int AllocationCount => {{name}}.AllocationCount;

                /// <inheritdoc/>
                public int LargestFreeBlock => {{name}}.LargestFreeBlock;

                /// <inheritdoc/>
                public global::System.Span<byte> this[global::Allocators.Block block] => SpanOf(block);

                /// <inheritdoc/>
                public bool TryAlloc(int size, int alignment, out global::Allocators.Block block) => {{name}}.TryAlloc(size, alignment, out block);

                /// <inheritdoc/>
                public global::Allocators.Block Alloc(int size, int alignment = 1) => {{name}}.Alloc(size, alignment);

                /// <inheritdoc/>
                public global::Allocators.Block AllocZeroed(int size, int alignment = 1) => {{name}}.AllocZeroed(size, alignment);

                /// <inheritdoc/>
                public global::Allocators.Block<{{value}}> Alloc<{{value}}>(int count)
                    where {{value}} : unmanaged => {{name}}.Alloc<{{value}}>(count);

                /// <inheritdoc/>
                public ref {{value}} Alloc<{{value}}>()
                    where {{value}} : unmanaged => ref {{name}}.Alloc<{{value}}>();

                /// <inheritdoc/>
                public global::System.Span<{{value}}> AllocSpan<{{value}}>(int count)
                    where {{value}} : unmanaged => {{name}}.AllocSpan<{{value}}>(count);

                /// <inheritdoc/>
                public bool TryResize(ref global::Allocators.Block block, int size) => {{name}}.TryResize(ref block, size);

                /// <inheritdoc/>
                public bool TryRealloc(ref global::Allocators.Block block, int size, int alignment = 1) => {{name}}.TryRealloc(ref block, size, alignment);

                /// <inheritdoc/>
                public void Realloc(ref global::Allocators.Block block, int size, int alignment = 1) => {{name}}.Realloc(ref block, size, alignment);

                /// <inheritdoc/>
                public void Free(global::Allocators.Block block) => {{name}}.Free(block);

                /// <inheritdoc/>
                public void Free<{{value}}>(global::System.Span<{{value}}> span)
                    where {{value}} : unmanaged => {{name}}.Free(span);

                /// <inheritdoc/>
                public void Free<{{value}}>(ref {{value}} value)
                    where {{value}} : unmanaged => {{name}}.Free(ref value);

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
