using Allocators.Generator.Model;
using Allocators.Generator.Surface;

namespace Allocators.Generator.Kinds.FreeList;

/// <summary>The calls of a free list for a whole block: taken without a size, known by its index, and where it is a value, seen as one.</summary>
internal static class WholeBlocksSurface
{
    public static void Write(SurfaceContext context)
    {
        // A block of a heap of values has their type.
        ElementType? element = context.Spec.Element;
        string block = element is null ? "global::Allocators.Block" : $"global::Allocators.Block<{element.FullName}>";
        WriteAlloc(context, block);
        WriteIndex(context, block);
        if (element is null) return;

        WriteValues(context, element, block);
        if (context.Shape.KnowsLiveBlocks) WriteEnumerator(context, element);
    }

    private static void WriteAlloc(SurfaceContext context, string block)
    {
        string typed = context.Spec.Element is null ? "" : $"({block})";
        string then = $"""
            block = found ? {typed}new global::Allocators.Block(offset, BlockSize) : default;
            return found;
            """;
        Operation take = new($"bool found = {context.Take("TryTake", "BlockSize", "1", "out int offset")};", then);
        context.Writer.WriteNext($$"""
            /// <summary>Takes a whole block. The contents are whatever was there before.</summary>
            /// <param name="block">The block, or the empty block when there is none.</param>
            /// <returns>Whether there was one. The heap is unchanged if not.</returns>
            public {{context.Modifier}}bool TryAlloc(out {{block}} block)
            {
                {{take.Body(context, context.EnterQuickly)}}
            }

            /// <summary>Takes a whole block, or throws. The contents are whatever was there before.</summary>
            /// <exception cref="global::System.OutOfMemoryException">All blocks are live.</exception>
            public {{context.Modifier}}{{block}} Alloc()
            {
                if (!TryAlloc(out {{block}} block)) ThrowOutOfMemory(BlockSize, 1);
                return block;
            }
            """);
    }

    private static void WriteIndex(SurfaceContext context, string block)
    {
        string bytes = context.Spec.Element is null ? "block" : "(global::Allocators.Block)block";
        string typed = context.Spec.Element is null ? "" : $"({block})";
        context.Writer.WriteNext($$"""
            /// <summary>The index of a block, 0 to <see cref="Blocks"/> - 1: a number to store in its place.</summary>
            /// <exception cref="global::System.InvalidOperationException">It is not a live block of this heap.</exception>
            public {{context.ReadModifier}}int IndexOf({{block}} block)
            {
                if (!Owns(block)) ThrowNotALiveBlock({{bytes}});
                return block.Offset / BlockSize;
            }

            /// <summary>The whole block of an index.</summary>
            /// <exception cref="global::System.InvalidOperationException">It is not the index of a live block.</exception>
            public {{context.ReadModifier}}{{block}} BlockOf(int index)
            {
                int offset = global::Allocators.Check.IsInside(index, Blocks) ? index * BlockSize : -1;
                if (SizeAtOffset(offset) == 0) global::Allocators.ThrowHelper.NotALiveIndex({{context.NameOf}}, index, Blocks);
                return {{typed}}new global::Allocators.Block(offset, BlockSize);
            }
            """);
    }

    private static void WriteValues(SurfaceContext context, ElementType element, string block)
    {
        string type = element.FullName;
        string access = context.Options.IsStatic ? $"static ref {type} ValueOf({block} block)" : $"ref {type} this[{block} block]";
        string bytes = BlocksSurface.BytesOf(context, "(global::Allocators.Block)block");
        string value = context.Options.IsStatic ? "ValueOf(block)" : "this[block]";
        context.Writer.WriteNext($$"""
            /// <summary>Takes a block for a value, or throws.</summary>
            /// <exception cref="global::System.OutOfMemoryException">All blocks are live.</exception>
            public {{context.Modifier}}{{block}} Alloc(in {{type}} value)
            {
                var block = Alloc();
                {{value}} = value;
                return block;
            }

            /// <summary>Takes a block whose value is all zero, or throws.</summary>
            /// <exception cref="global::System.OutOfMemoryException">All blocks are live.</exception>
            public {{context.Modifier}}{{block}} AllocZeroed() => Alloc(default({{type}}));

            /// <summary>The value of a block, where it is. The bounds are checked, not whether the block is live.</summary>
            /// <exception cref="global::System.ArgumentOutOfRangeException">The block reaches outside the heap.</exception>
            /// <exception cref="global::System.IndexOutOfRangeException">The block is empty.</exception>
            {{context.UnscopedRef}}
            public {{access}} =>
                ref global::Allocators.HeapMemory.Cast<{{type}}>({{bytes}})[0];
            """);
    }

    private static void WriteEnumerator(SurfaceContext context, ElementType element)
    {
        string type = element.FullName;
        context.Writer.WriteNext($$"""
            /// <summary>
            /// The values of all live blocks, in the order of the blocks, by reference: <c>foreach (ref var value in pool.Values)</c>. Values may be
            /// freed on the way; those that are added may be met or not.
            /// </summary>
            {{context.UnscopedRefOfHeap}}
            public {{context.Modifier}}ValueEnumerator Values => new ValueEnumerator(LiveBlocks, {{ValuesSurface.AllValues(context, element)}});

            /// <summary>Steps from live block to live block.</summary>
            public ref struct ValueEnumerator
            {
                private readonly global::System.Span<{{type}}> _values;
                private BlockEnumerator _blocks;

                internal ValueEnumerator(BlockEnumerator blocks, global::System.Span<{{type}}> values)
                {
                    _blocks = blocks;
                    _values = values;
                }

                /// <summary>The value of the block that was reached.</summary>
                public readonly ref {{type}} Current => ref _values[_blocks.Current.Offset / BlockSize];

                /// <summary>Steps to the next live block.</summary>
                /// <returns>Whether there was one.</returns>
                public bool MoveNext() => _blocks.MoveNext();

                /// <summary>For <c>foreach</c>.</summary>
                public readonly ValueEnumerator GetEnumerator() => this;
            }
            """);
    }
}
