namespace Allocators.Generator.Surface;

/// <summary>Typed blocks: values that can be stored as what they are. Each call is that of the bytes.</summary>
internal static class TypedSurface
{
    public static void Write(SurfaceContext context)
    {
        string value = context.ValueType;
        string block = $"global::Allocators.Block<{value}>";
        string bytesFor = $"global::Allocators.HeapMemory.BytesFor<{value}>(count)";
        string alignment = $"global::Allocators.HeapMemory.AlignmentFor<{value}>(MaxAlignment)";
        string span = context.Options.IsStatic ? "SpanOf((global::Allocators.Block)block)" : "this[(global::Allocators.Block)block]";
        context.Writer.WriteNext($$"""
            /// <summary>Takes memory for values, aligned for their type. The contents are whatever was there before.</summary>
            /// <param name="count">Values wanted; 0 gives the empty block.</param>
            /// <param name="block">The block, or the empty block when there is no room.</param>
            /// <returns>Whether there was room. The heap is unchanged if not.</returns>
            /// <exception cref="global::System.ArgumentOutOfRangeException">The count is negative, or the type needs an alignment above {{context.LargestAlignment}}.</exception>
            public {{context.Modifier}}bool TryAlloc<{{value}}>(int count, out {{block}} block)
                where {{value}} : unmanaged
            {
                bool found = TryAlloc({{bytesFor}}, {{alignment}}, out global::Allocators.Block bytes);
                block = ({{block}})bytes;
                return found;
            }

            /// <summary>Takes memory for values, aligned for their type, or throws. The contents are whatever was there before.</summary>
            /// <param name="count">Values wanted; 0 gives the empty block.</param>
            /// <exception cref="global::System.OutOfMemoryException">There is no room.</exception>
            /// <exception cref="global::System.ArgumentOutOfRangeException">The count is negative, or the type needs an alignment above {{context.LargestAlignment}}.</exception>
            public {{context.Modifier}}{{block}} Alloc<{{value}}>(int count)
                where {{value}} : unmanaged
            {
                if (!TryAlloc<{{value}}>(count, out {{block}} block)) ThrowOutOfMemory((long)count * global::Allocators.HeapMemory.SizeOf<{{value}}>(), {{alignment}});
                return block;
            }

            /// <summary>Takes memory for values, and copies them there, or throws.</summary>
            /// <exception cref="global::System.OutOfMemoryException">There is no room.</exception>
            /// <exception cref="global::System.ArgumentOutOfRangeException">The type needs an alignment above {{context.LargestAlignment}}.</exception>
            public {{context.Modifier}}{{block}} AllocCopy<{{value}}>(global::System.ReadOnlySpan<{{value}}> values)
                where {{value}} : unmanaged
            {
                var block = Alloc<{{value}}>(values.Length);
                values.CopyTo(SpanOf(block));
                return block;
            }

            /// <summary>The values of a block. The bounds are checked, not whether the block is live.</summary>
            /// <exception cref="global::System.ArgumentOutOfRangeException">The block reaches outside the heap.</exception>
            {{context.UnscopedRef}}
            public {{context.Modifier}}global::System.Span<{{value}}> SpanOf<{{value}}>({{block}} block)
                where {{value}} : unmanaged => global::Allocators.HeapMemory.Cast<{{value}}>({{span}});

            /// <summary>Gives a block back. Freeing the empty block does nothing.</summary>
            /// <exception cref="global::System.InvalidOperationException">It is not a live block of this heap; nothing was changed.</exception>
            public {{context.Modifier}}void Free<{{value}}>({{block}} block)
                where {{value}} : unmanaged => Free((global::Allocators.Block)block);

            /// <summary>Makes a block one of more values or fewer, where it is. The old value of the block is dead afterwards.</summary>
            /// <param name="block">A live block; on success the resized one.</param>
            /// <param name="count">Values wanted; 0 frees the block.</param>
            /// <returns>Whether it could be done in place. The heap and the block are unchanged if not.</returns>
            /// <exception cref="global::System.ArgumentOutOfRangeException">The count is negative.</exception>
            /// <exception cref="global::System.InvalidOperationException">It is not a live block of this heap; nothing was changed.</exception>
            public {{context.Modifier}}bool TryResize<{{value}}>(ref {{block}} block, int count)
                where {{value}} : unmanaged
            {
                var bytes = (global::Allocators.Block)block;
                bool resized = TryResize(ref bytes, {{bytesFor}});
                block = ({{block}})bytes;
                return resized;
            }

            /// <summary>Makes a block one of more values or fewer, in place if that is possible; the values move with it.</summary>
            /// <param name="block">A live block, or the empty block; afterwards the resized one.</param>
            /// <param name="count">Values wanted; 0 frees the block.</param>
            /// <exception cref="global::System.OutOfMemoryException">There is no room; the block is as it was.</exception>
            /// <exception cref="global::System.ArgumentOutOfRangeException">The count is negative, or the type needs an alignment above {{context.LargestAlignment}}.</exception>
            /// <exception cref="global::System.InvalidOperationException">It is not a live block of this heap; nothing was changed.</exception>
            public {{context.Modifier}}void Realloc<{{value}}>(ref {{block}} block, int count)
                where {{value}} : unmanaged
            {
                var bytes = (global::Allocators.Block)block;
                Realloc(ref bytes, {{bytesFor}}, {{alignment}});
                block = ({{block}})bytes;
            }

            /// <summary>Whether this is a live block of this heap, or could be one where nothing tells live blocks from dead ones.</summary>
            public {{context.ReadModifier}}bool Owns<{{value}}>({{block}} block)
                where {{value}} : unmanaged => Owns((global::Allocators.Block)block);

            /// <summary>The block that a span was allocated as; the empty block for an empty span.</summary>
            /// <exception cref="global::System.InvalidOperationException">It is not all of a live block of this heap.</exception>
            public {{context.ReadModifier}}{{block}} BlockOf<{{value}}>(global::System.Span<{{value}}> span)
                where {{value}} : unmanaged
            {
                var block = global::Allocators.HeapMemory.BlockOf({{context.ReadMemory}}, Capacity, (global::System.ReadOnlySpan<{{value}}>)span);
                if (!block.IsEmpty && !Owns(block)) ThrowNotALiveBlock(block);
                return ({{block}})block;
            }

            /// <summary>The block that a value was allocated as.</summary>
            /// <exception cref="global::System.InvalidOperationException">It is not all of a live block of this heap.</exception>
            public {{context.ReadModifier}}{{block}} BlockOf<{{value}}>(ref {{value}} value)
                where {{value}} : unmanaged
            {
                var block = global::Allocators.HeapMemory.BlockOf({{context.ReadMemory}}, Capacity, ref value);
                if (!Owns(block)) ThrowNotALiveBlock(block);
                return ({{block}})block;
            }
            """);
    }
}
