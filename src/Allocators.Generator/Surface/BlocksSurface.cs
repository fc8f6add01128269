using Allocators.Generator.Text;

namespace Allocators.Generator.Surface;

/// <summary>Blocks: taking, resizing and freeing them, and their bytes.</summary>
internal static class BlocksSurface
{
    public static void Write(SurfaceContext context)
    {
        WriteAlloc(context);
        WriteFree(context);
        WriteResize(context);
        ReallocSurface.Write(context);
        WriteQuestions(context);
        if (context.Shape.FindsByAddress) WriteBlockAtOffset(context);
        WriteIndexer(context);
    }

    private static void WriteAlloc(SurfaceContext context)
    {
        string shortcut = context.Shape.HasShortcuts ? ShortcutSurface.OfAlloc(context) : "", inline = context.IsSplit ? Inline : "";
        string damaged = context.Shape.NoticesDamage ? "else if (offset == global::Allocators.HeapMemory.Damaged) ThrowDamaged();" : "";
        string damagedException = context.Shape.NoticesDamage
            ? "/// <exception cref=\"global::System.InvalidOperationException\">The memory was written over where nothing is allocated; nothing was changed.</exception>"
            : "";
        CodeTemplate validate = $$"""
            global::Allocators.Check.Request(size, alignment, MaxAlignment);

            block = default;
            if (!global::Allocators.Check.IsInside(size - 1, {{context.LargestRequest}})) return size == 0;

            """;
        CodeTemplate then = $$"""
            if (found) block = new global::Allocators.Block(offset, size);
            {{damaged}}
            return found;
            """;
        Operation take = new($"bool found = {context.Take("TryTake", "size", "alignment", "out int offset")};", then.ToString())
        {
            Validate = validate.ToString(),
            Shortcut = shortcut,
            Elsewhere = context.IsSplit ? "return TryAllocElsewhere(size, alignment, out block);" : "",
            Finish = GiveBack(context, "offset", "size"),
        };

        // Where a handle or a value is what is taken, a number is no size.
        if (!context.Shape.HasHandles && context.Spec.Element is null) WriteShortAlloc(context);
        context.Writer.WriteNext($$"""
            /// <summary>Takes aligned memory. The contents are whatever was there before.</summary>
            /// <param name="size">Bytes wanted; 0 gives the empty block.</param>
            /// <param name="alignment">A power of two, {{context.Alignments}}.</param>
            /// <param name="block">The block, or the empty block when there is no room.</param>
            /// <returns>Whether there was room. The heap is unchanged if not.</returns>
            /// <exception cref="global::System.ArgumentOutOfRangeException">The size is negative, or the alignment is no power of two up to {{context.LargestAlignment}}.</exception>
            {{damagedException}}
            {{inline}}
            public {{context.Modifier}}bool TryAlloc(int size, int alignment, out global::Allocators.Block block)
            {
                {{take.Body(context, context.EnterQuickly)}}
            }
            {{(context.IsSplit ? Elsewhere(context, "bool", "TryAllocElsewhere(int size, int alignment, out global::Allocators.Block block)", "block = default;\n" + take.Rest(context, context.EnterQuickly)) : "")}}

            /// <summary>Takes aligned memory, or throws. The contents are whatever was there before.</summary>
            /// <param name="size">Bytes wanted; 0 gives the empty block.</param>
            /// <param name="alignment">A power of two, {{context.Alignments}}.</param>
            /// <exception cref="global::System.OutOfMemoryException">There is no room.</exception>
            public {{context.Modifier}}global::Allocators.Block Alloc(int size, int alignment)
            {
                if (!TryAlloc(size, alignment, out var block)) ThrowOutOfMemory(size, alignment);
                return block;
            }

            /// <summary>Takes aligned memory filled with zeros, or throws.</summary>
            /// <param name="size">Bytes wanted; 0 gives the empty block.</param>
            /// <param name="alignment">A power of two, {{context.Alignments}}.</param>
            /// <exception cref="global::System.OutOfMemoryException">There is no room.</exception>
            public {{context.Modifier}}global::Allocators.Block AllocZeroed(int size, int alignment)
            {
                var block = Alloc(size, alignment);
                {{BytesOf(context, "block")}}.Clear();
                return block;
            }

            [global::System.Diagnostics.CodeAnalysis.DoesNotReturn]
            private {{context.ReadModifier}}void ThrowOutOfMemory(long size, int alignment) =>
                global::Allocators.ThrowHelper.OutOfMemory({{context.NameOf}}, size, alignment, GetStatistics(){{VerifySurface.Fault(context)}});
            """);
    }

    /// <summary>Of a call whose rest is a method of its own, what is left is as short as the call.</summary>
    private const string Inline = "[global::System.Runtime.CompilerServices.MethodImpl(global::System.Runtime.CompilerServices.MethodImplOptions.AggressiveInlining)]";

    /// <summary>A method for what a shortcut did not do, which is not put into its caller.</summary>
    private static string Elsewhere(SurfaceContext context, string type, string signature, string body)
    {
        CodeTemplate method = $$"""

            /// <summary>Does what is not done at once.</summary>
            [global::System.Runtime.CompilerServices.MethodImpl(global::System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
            private {{context.Modifier}}{{type}} {{signature}}
            {
                {{body}}
            }
            """;
        return method.ToString();
    }

    private static void WriteShortAlloc(SurfaceContext context) => context.Writer.WriteNext($$"""
        /// <summary>Takes memory. The contents are whatever was there before.</summary>
        /// <param name="size">Bytes wanted; 0 gives the empty block.</param>
        /// <param name="block">The block, or the empty block when there is no room.</param>
        /// <returns>Whether there was room. The heap is unchanged if not.</returns>
        /// <exception cref="global::System.ArgumentOutOfRangeException">The size is negative.</exception>
        public {{context.Modifier}}bool TryAlloc(int size, out global::Allocators.Block block) => TryAlloc(size, 1, out block);

        /// <summary>Takes memory, or throws. The contents are whatever was there before.</summary>
        /// <param name="size">Bytes wanted; 0 gives the empty block.</param>
        /// <exception cref="global::System.OutOfMemoryException">There is no room.</exception>
        public {{context.Modifier}}global::Allocators.Block Alloc(int size) => Alloc(size, 1);

        /// <summary>Takes memory and gives its bytes as well, or throws. The contents are whatever was there before.</summary>
        /// <param name="size">Bytes wanted; 0 gives the empty block.</param>
        /// <param name="bytes">The bytes of the block.</param>
        /// <exception cref="global::System.OutOfMemoryException">There is no room.</exception>
        {{context.UnscopedRef}}
        public {{context.Modifier}}global::Allocators.Block Alloc(int size, out global::System.Span<byte> bytes)
        {
            var block = Alloc(size, 1);
            bytes = {{BytesOf(context, "block")}};
            return block;
        }

        /// <summary>Takes memory filled with zeros, or throws.</summary>
        /// <param name="size">Bytes wanted; 0 gives the empty block.</param>
        /// <exception cref="global::System.OutOfMemoryException">There is no room.</exception>
        public {{context.Modifier}}global::Allocators.Block AllocZeroed(int size) => AllocZeroed(size, 1);
        """);

    /// <summary>An owner that was given more of the same memory opens what lies beyond the end of this one.</summary>
    public static string GiveBack(SurfaceContext context, string offset, string size) => !context.MayLieBeyond || context.Shape.Told != ToldCapacity.Never
        ? ""
        : $$"""
          if (found && {{offset}} > Capacity - {{size}})
          {
              // Another owner has more of this memory, or wrote over the bits: what lies beyond the end of ours is not for us.
              {{context.Call("TryFree", offset, size)}};
              found = false;
          }

          """;

    private static void WriteFree(SurfaceContext context)
    {
        // Unchecked bookkeeping knows how much memory there could be, not how much there is.
        string isWithin = context.Options.IsForeign && !context.Options.IsChecked && context.Shape.Told != ToldCapacity.ToTakeAndFree && (context.MayLieBeyond || context.Shape.End != EndOfMemory.OfState) ? "global::Allocators.Check.IsWithin(block, Capacity) && " : "";

        string shortcut = context.Shape.HasShortcuts ? ShortcutSurface.OfFree(context, isWithin, "block.Offset", "block.Length") : "";

        string sizeThere = context.Shape.KnowsLiveBlocks
            ? context.Inside(context.Enter, $"int sizeThere = {context.Ask("SizeAt", "block.Offset")};")
            : "const int sizeThere = 0;";
        Operation free = new($"bool freed = {isWithin}{context.Give("TryFree", "block.Offset", "block.Length")};", "if (!freed && !block.IsEmpty) ThrowNotALiveBlock(block);")
        {
            Shortcut = shortcut,
            Elsewhere = context.IsSplit ? "FreeElsewhere(block);" : "",
        };

        context.Writer.WriteNext($$"""
            /// <summary>Gives a block back. Freeing the empty block does nothing.</summary>
            /// <exception cref="global::System.InvalidOperationException">{{WhyFreeThrows(context)}}; nothing was changed.</exception>
            {{(context.IsSplit ? Inline : "")}}
            public {{context.Modifier}}void Free(global::Allocators.Block block)
            {
                {{free.Body(context, context.EnterQuickly)}}
            }
            {{(context.IsSplit ? Elsewhere(context, "void", "FreeElsewhere(global::Allocators.Block block)", free.Rest(context, context.EnterQuickly)) : "")}}

            [global::System.Diagnostics.CodeAnalysis.DoesNotReturn]
            private {{context.ReadModifier}}void ThrowNotALiveBlock(global::Allocators.Block block)
            {
                {{sizeThere}}
                global::Allocators.ThrowHelper.NotALiveBlock({{context.NameOf}}, block, sizeThere{{VerifySurface.Fault(context)}});
            }
            """);
    }

    private static void WriteResize(SurfaceContext context)
    {
        // Whatever another owner took, or the bits say that somebody wrote over: what is given lies within the memory.
        string fits = context.MayLieBeyond ? "size <= Capacity - block.Offset && " : "";

        CodeTemplate call = $$"""
            bool live = {{IsLive(context)}};
            bool resized = live && {{fits}}{{context.Call("TryResize", "block.Offset", "block.Length", "size")}};
            """;
        const string Validate = """
            global::Allocators.Check.Size(size);
            if (block.IsEmpty) return size == 0;
            if (size == 0)
            {
                Free(block);
                block = default;
                return true;
            }

            """;
        const string Then = """
            if (!live) ThrowNotALiveBlock(block);
            if (resized) block = new global::Allocators.Block(block.Offset, size);
            return resized;
            """;
        Operation resize = new(call.ToString(), Then) { Validate = Validate };

        context.Writer.WriteNext($$"""
            /// <summary>Makes a block larger or smaller where it is. The old value of the block is dead afterwards.</summary>
            /// <param name="block">A live block; on success the resized one.</param>
            /// <param name="size">Bytes wanted; 0 frees the block.</param>
            /// <returns>Whether it could be done in place. The heap and the block are unchanged if not.</returns>
            /// <exception cref="global::System.ArgumentOutOfRangeException">The size is negative.</exception>
            /// <exception cref="global::System.InvalidOperationException">It is not a live block of this heap; nothing was changed.</exception>
            public {{context.Modifier}}bool TryResize(ref global::Allocators.Block block, int size)
            {
                {{resize.Body(context, context.EnterForBlock)}}
            }
            """);
    }

    private static void WriteQuestions(SurfaceContext context)
    {
        string size = context.Shape.KnowsLiveBlocks ? context.Ask("SizeAt", "block.Offset") : "HeapState.BytesFor(block.Length)";
        context.Writer.WriteNext($$"""
            /// <summary>{{WhatIsOwned(context)}} The empty block is nobody's.</summary>
            public {{context.ReadModifier}}bool Owns(global::Allocators.Block block){{context.ReturningOfBlock("bool", IsLive(context))}}

            /// <summary>The bytes a live block really has, at least its length; 0 for the empty block.</summary>
            /// <exception cref="global::System.InvalidOperationException">It is not a live block of this heap.</exception>
            public {{context.ReadModifier}}int UsableSize(global::Allocators.Block block)
            {
                if (block.IsEmpty) return 0;

                {{context.Inside(context.EnterForBlock, $"int size = {IsLive(context)} ? {size} : 0;")}}
                if (size == 0) ThrowNotALiveBlock(block);
                return size;
            }
            """);
    }

    /// <summary>Writes how a block is found by where it starts, whatever that is told by: an offset, an address, an index.</summary>
    private static void WriteBlockAtOffset(SurfaceContext context)
    {
        // Where others can write to the bookkeeping, a block may seem to start or to reach behind the end.
        string size = context.Ask("SizeAt", "offset");
        CodeTemplate within = $$"""

            {
                {{context.Inside(context.Enter, $"int size = {size};")}}
                return size == 0 ? 0 : global::System.Math.Max(global::System.Math.Min(size, Capacity - offset), 0);
            }
            """;
        context.Writer.WriteNext($$"""
            /// <summary>The live block that starts at an offset, as long as it can be used.</summary>
            /// <exception cref="global::System.InvalidOperationException">No live block of this heap starts there.</exception>
            public {{context.ReadModifier}}global::Allocators.Block BlockAtOffset(int offset)
            {
                int size = SizeAtOffset(offset);
                if (size == 0) global::Allocators.ThrowHelper.NotALiveOffset({{context.NameOf}}, offset{{VerifySurface.Fault(context)}});
                return new global::Allocators.Block(offset, size);
            }

            /// <summary>Bytes of the live block that starts at an offset, or 0; any number may come.</summary>
            private {{context.ReadModifier}}int SizeAtOffset(int offset){{(context.MayLieBeyond ? within.ToString() : context.Returning("int", size))}}
            """);
    }

    private static void WriteIndexer(SurfaceContext context)
    {
        // A static class has no indexer.
        if (context.Options.IsStatic)
        {
            context.Writer.WriteNext($$"""
                /// <summary>The bytes of a block. The bounds are checked, not whether the block is live.</summary>
                /// <exception cref="global::System.ArgumentOutOfRangeException">The block reaches outside the heap.</exception>
                public static global::System.Span<byte> SpanOf(global::Allocators.Block block) =>
                    global::Allocators.HeapMemory.Span(ref FirstByte, Capacity, block);
                """);
            return;
        }

        string span = context.NeedsUnscopedDetour ? $"UnscopedSpan({context.ReadMemory}" : $"Span({context.Memory}";
        context.Writer.WriteNext($$"""
            /// <summary>The bytes of a block. The bounds are checked, not whether the block is live.</summary>
            /// <exception cref="global::System.ArgumentOutOfRangeException">The block reaches outside the heap.</exception>
            {{context.UnscopedRef}}
            public global::System.Span<byte> this[global::Allocators.Block block] =>
                global::Allocators.HeapMemory.{{span}}, Capacity, block);
            """);
    }

    private static string IsLive(SurfaceContext context) => context.Ask("IsLive", "block.Offset", "block.Length");

    /// <summary>The bytes of a block in the heap's own code.</summary>
    public static string BytesOf(SurfaceContext context, string block) => context.Options.IsStatic ? $"SpanOf({block})" : $"this[{block}]";

    private static string WhatIsOwned(SurfaceContext context) => context.Shape.KnowsLiveBlocks
        ? "Whether this is a live block of this heap."
        : "Whether this could be a block of this heap: nothing tells live blocks from dead ones.";

    private static string WhyFreeThrows(SurfaceContext context) => context.Options.IsChecked
        ? "It is not a live block of this heap"
        : "It is outside the heap";
}
