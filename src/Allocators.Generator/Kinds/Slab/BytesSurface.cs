using Allocators.Generator.Surface;
using Allocators.Generator.Text;

namespace Allocators.Generator.Kinds.Slab;

/// <summary>Handles of slots that hold bytes: as many as were asked for, up to the size of a slot.</summary>
internal static class BytesSurface
{
    public static void Write(SurfaceContext context)
    {
        HandlesSurface.WriteTryAlloc(context, hasSize: true);
        WriteAlloc(context);
        WriteAccess(context);
    }

    private static void WriteAlloc(SurfaceContext context)
    {
        string bytes = context.Options.IsStatic ? "SpanOf(handle)" : "this[handle]";
        Operation resize = new($"bool resized = {context.Call("TryResizeSlot", "handle.Slot", "handle.Generation", "size")};", "return resized;")
        {
            Validate = "global::Allocators.Check.Size(size);",
        };
        context.Writer.WriteNext($$"""
            /// <summary>Takes a slot, or throws. The contents are whatever was there before.</summary>
            /// <param name="size">Bytes wanted, 0 to {{context.Spec.MaxAllocation:N0}}.</param>
            /// <exception cref="global::System.OutOfMemoryException">All slots are live, or the size is more than that of a slot.</exception>
            /// <exception cref="global::System.ArgumentOutOfRangeException">The size is negative.</exception>
            public {{context.Modifier}}Handle Alloc(int size)
            {
                if (!TryAlloc(size, out Handle handle)) ThrowOutOfMemory(size, 1);
                return handle;
            }

            /// <summary>Takes a slot and gives its bytes as well, or throws. The contents are whatever was there before.</summary>
            /// <param name="size">Bytes wanted, 0 to {{context.Spec.MaxAllocation:N0}}.</param>
            /// <param name="bytes">The bytes of the slot, as many as were wanted.</param>
            /// <exception cref="global::System.OutOfMemoryException">All slots are live, or the size is more than that of a slot.</exception>
            /// <exception cref="global::System.ArgumentOutOfRangeException">The size is negative.</exception>
            {{context.UnscopedRef}}
            public {{context.Modifier}}Handle Alloc(int size, out global::System.Span<byte> bytes)
            {
                Handle handle = Alloc(size);
                bytes = {{bytes}};
                return handle;
            }

            /// <summary>Takes a slot filled with zeros, or throws.</summary>
            /// <param name="size">Bytes wanted, 0 to {{context.Spec.MaxAllocation:N0}}.</param>
            /// <exception cref="global::System.OutOfMemoryException">All slots are live, or the size is more than that of a slot.</exception>
            /// <exception cref="global::System.ArgumentOutOfRangeException">The size is negative.</exception>
            public {{context.Modifier}}Handle AllocZeroed(int size)
            {
                Handle handle = Alloc(size);
                {{bytes}}.Clear();
                return handle;
            }

            /// <summary>Gives the contents another length where they are.</summary>
            /// <param name="handle">A valid handle; it stays valid.</param>
            /// <param name="size">Bytes wanted.</param>
            /// <returns>Whether the handle was valid and the slot is large enough. Nothing was changed if not.</returns>
            /// <exception cref="global::System.ArgumentOutOfRangeException">The size is negative.</exception>
            public {{context.Modifier}}bool TryResize(Handle handle, int size)
            {
                {{resize.Body(context, context.EnterForBlock)}}
            }
            """);
    }

    private static void WriteAccess(SurfaceContext context)
    {
        string signature = context.Options.IsStatic ? "static global::System.Span<byte> SpanOf(Handle handle)" : "global::System.Span<byte> this[Handle handle]";
        CodeTemplate body = $$"""
            int length = LengthOf(handle);
            if (length < 0) ThrowNotALiveHandle(handle);
            return BytesAt(handle.Slot, length);
            """;
        CodeTemplate getter = $$"""
            get
            {
                {{body}}
            }
            """;

        context.Writer.WriteNext($$"""
            /// <summary>The bytes of a handle: as many as were asked for.</summary>
            /// <exception cref="global::System.InvalidOperationException">The handle is stale, was never given out, or is the default one.</exception>
            {{context.UnscopedRef}}
            public {{signature}}
            {
                {{(context.Options.IsStatic ? body.ToString() : getter.ToString())}}
            }

            /// <summary>The bytes of a handle, if it is valid.</summary>
            /// <param name="handle">A handle of this slab.</param>
            /// <param name="bytes">The bytes, as many as were asked for; none if the handle is not valid.</param>
            /// <returns>Whether the handle is valid.</returns>
            {{context.UnscopedRef}}
            public {{context.Modifier}}bool TryGet(Handle handle, out global::System.Span<byte> bytes)
            {
                int length = LengthOf(handle);
                bytes = length < 0 ? default : BytesAt(handle.Slot, length);
                return length >= 0;
            }

            /// <summary>The bytes of a slot that is live.</summary>
            {{context.UnscopedRef}}
            private {{context.Modifier}}global::System.Span<byte> BytesAt(int slot, int length) => global::Allocators.HeapMemory.{{Span(context)}};
            """);
    }

    /// <summary>Where there is less memory than there could be, the end is looked at once more.</summary>
    private static string Span(SurfaceContext context)
    {
        const string Block = "new global::Allocators.Block(slot * BlockSize, length)";
        if (context.NeedsUnscopedDetour) return $"UnscopedSpan({context.ReadMemory}, Capacity, {Block})";
        if (context.Options.IsForeign) return $"Span({context.Memory}, Capacity, {Block})";
        return $"SpanAt({context.Memory}, slot * BlockSize, length)";
    }
}
