using Allocators.Generator.Text;

namespace Allocators.Generator.Surface;

/// <summary>Another size for a block, wherever it comes to lie: in place, or elsewhere with its contents, in one entry of the state.</summary>
internal static class ReallocSurface
{
    public static void Write(SurfaceContext context)
    {
        WriteMembers(context);
        WriteMove(context);
    }

    private static void WriteMembers(SurfaceContext context)
    {
        string bytes = BlocksSurface.BytesOf(context, "block");
        context.Writer.WriteNext($$"""
            /// <summary>Gives a block another size and alignment, in place if that is possible; the contents move with it.</summary>
            /// <param name="block">A live block, or the empty block; on success the resized one.</param>
            /// <param name="size">Bytes wanted; 0 frees the block.</param>
            /// <param name="alignment">A power of two, {{context.Alignments}}.</param>
            /// <returns>Whether there was room. The heap and the block are unchanged if not.</returns>
            /// <exception cref="global::System.ArgumentOutOfRangeException">The size is negative, or the alignment is no power of two up to {{context.LargestAlignment}}.</exception>
            /// <exception cref="global::System.InvalidOperationException">It is not a live block of this heap; nothing was changed.</exception>
            public {{context.Modifier}}bool TryRealloc(ref global::Allocators.Block block, int size, int alignment = 1)
            {
                global::Allocators.Check.Request(size, alignment, MaxAlignment);
                if (block.IsEmpty)
                {
                    bool found = TryAlloc(size, alignment, out var taken);
                    if (found) block = taken;
                    return found;
                }

                if (size == 0)
                {
                    Free(block);
                    block = default;
                    return true;
                }

                bool moved = TryMove(ref block, size, alignment, out bool live);
                if (!live) ThrowNotALiveBlock(block);
                return moved;
            }

            /// <summary>Gives a block another size, in place if that is possible; the contents move with it.</summary>
            /// <param name="block">A live block, or the empty block; afterwards the resized one.</param>
            /// <param name="size">Bytes wanted; 0 frees the block.</param>
            /// <exception cref="global::System.OutOfMemoryException">There is no room; the block is as it was.</exception>
            /// <exception cref="global::System.InvalidOperationException">It is not a live block of this heap; nothing was changed.</exception>
            public {{context.Modifier}}void Realloc(ref global::Allocators.Block block, int size) => Realloc(ref block, size, 1);

            /// <summary>Gives a block another size and alignment, in place if that is possible; the contents move with it.</summary>
            /// <param name="block">A live block, or the empty block; afterwards the resized one.</param>
            /// <param name="size">Bytes wanted; 0 frees the block.</param>
            /// <param name="alignment">A power of two, {{context.Alignments}}.</param>
            /// <exception cref="global::System.OutOfMemoryException">There is no room; the block is as it was.</exception>
            /// <exception cref="global::System.InvalidOperationException">It is not a live block of this heap; nothing was changed.</exception>
            public {{context.Modifier}}void Realloc(ref global::Allocators.Block block, int size, int alignment)
            {
                if (!TryRealloc(ref block, size, alignment)) ThrowOutOfMemory(size, alignment);
            }

            /// <summary>Gives a block another size and alignment, as <see cref="Realloc(ref global::Allocators.Block, int, int)"/>; the bytes that it grows by are zero.</summary>
            /// <param name="block">A live block, or the empty block; afterwards the resized one.</param>
            /// <param name="size">Bytes wanted; 0 frees the block.</param>
            /// <param name="alignment">A power of two, {{context.Alignments}}.</param>
            /// <exception cref="global::System.OutOfMemoryException">There is no room; the block is as it was.</exception>
            /// <exception cref="global::System.InvalidOperationException">It is not a live block of this heap; nothing was changed.</exception>
            public {{context.Modifier}}void ReallocZeroed(ref global::Allocators.Block block, int size, int alignment = 1)
            {
                int length = block.Length;
                Realloc(ref block, size, alignment);
                if (size > length) {{bytes}}.Slice(length).Clear();
            }
            """);
    }

    private static void WriteMove(SurfaceContext context)
    {
        // Whatever another owner took, or the bits say that somebody wrote over: what is read and given lies within the memory.
        string within = context.Options.IsForeign ? "bool within = global::Allocators.Check.IsWithin(block, Capacity);" : "";
        string andWithin = context.Options.IsForeign ? " && within" : "";
        string outside = context.Options.IsForeign ? "if (live && !moved && !within) global::Allocators.ThrowHelper.OutsideTheHeap(block, Capacity);" : "";
        string fits = context.MayLieBeyond ? "size <= Capacity - offset && " : "";
        string resize = $"aligned && {fits}{context.Call("TryResize", "offset", "block.Length", "size")}";

        // A heap that merges only when there is no room may have room behind the block by now.
        string again = context.Shape.Merging == Merging.AtOnce ? "" : $"if (live && !moved) moved = {resize};\n";
        string damaged = context.Shape.NoticesDamage ? "if (to == global::Allocators.HeapMemory.Damaged) ThrowDamaged();" : "";
        // By an address, only the heap knows how long a block is.
        string length = context.Options.IsFixed && context.Shape.FindsByAddress
            ? $"if (block.Length == 0) block = new global::Allocators.Block(offset, global::System.Math.Min({context.Ask("SizeAt", "offset")}, Capacity - offset));"
            : "";
        CodeTemplate call = $$"""
            {{length}}
            {{within}}
            live = {{context.Ask("IsLive", "block.Offset", "block.Length")}};
            bool moved = live && {{resize}};
            bool found = live{{andWithin}} && !moved && global::Allocators.Check.IsInside(size - 1, {{context.LargestRequest}}) && {{context.Take("TryTake", "size", "alignment", "out to")}};
            {{BlocksSurface.GiveBack(context, "to", "size")}}
            if (found)
            {
                var kept = {{BlocksSurface.BytesOf(context, "block")}}.Slice(0, global::System.Math.Min(block.Length, size));
                kept.CopyTo({{BlocksSurface.BytesOf(context, "new global::Allocators.Block(to, size)")}});
                live = moved = {{context.Give("TryFree", "offset", "block.Length")}};

                // Where no lock is held, somebody may have freed the block by mistake meanwhile.
                if (moved) offset = to;
                else {{context.Give("TryFree", "to", "size")}};
            }

            {{again}}
            """;
        CodeTemplate then = $$"""
            {{damaged}}
            {{outside}}
            if (moved) block = new global::Allocators.Block(offset, size);
            return moved;
            """;
        const string Validate = """
            int offset = block.Offset, to = 0;
            bool aligned = (offset & (alignment - 1)) == 0;
            """;
        context.Writer.WriteNext($$"""
            /// <summary>Resizes a block where it is, or else moves it{{(length.Length > 0 ? "; of a block without a length, the heap knows it" : "")}}. No size is 0.</summary>
            private {{context.Modifier}}bool TryMove(ref global::Allocators.Block block, int size, int alignment, out bool live)
            {
                {{new Operation(call.ToString(), then.ToString()) { Validate = Validate }.Body(context, context.Enter)}}
            }
            """);
    }
}
