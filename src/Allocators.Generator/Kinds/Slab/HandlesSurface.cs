using Allocators.Generator.Surface;
using Allocators.Generator.Text;

namespace Allocators.Generator.Kinds.Slab;

/// <summary>The calls of a slab that take and give handles, whatever its slots hold.</summary>
internal static class HandlesSurface
{
    public static void Write(SurfaceContext context, SlabSpec spec)
    {
        WriteFree(context, spec);
        WriteQuestions(context);
        WalkSurface.WriteEnumerator(context, "Handles", "HandleEnumerator", "Handle", "The handles of all live slots, in the order of the slots: <c>foreach (var handle in slab.Handles)</c>.");
        WriteState(context);
    }

    /// <summary>Writes how a handle is taken: the call without a size, or with one.</summary>
    public static void WriteTryAlloc(SurfaceContext context, bool hasSize)
    {
        string parameter = hasSize ? "int size, " : "";
        string[] arguments = hasSize ? ["size"] : [];
        string checkSize = hasSize ? "global::Allocators.Check.Size(size);\n" : "";
        string noRoom = hasSize ? "if (size > BlockSize) return false;\n" : "";
        CodeTemplate validate = $$"""
            {{checkSize}}
            handle = default;
            {{noRoom}}
            """;
        const string Then = """
            if (found) handle = new Handle(slot, generation);
            return found;
            """;
        Operation take = new($"bool found = {context.Take("TryTakeSlot", [.. arguments, "out int slot", "out uint generation"])};", Then) { Validate = validate.ToString() };
        string size = hasSize ? $"/// <param name=\"size\">Bytes wanted, 0 to {context.Spec.MaxAllocation:N0}.</param>" : "";
        string negative = hasSize ? "/// <exception cref=\"global::System.ArgumentOutOfRangeException\">The size is negative.</exception>" : "";

        context.Writer.WriteNext($$"""
            /// <summary>Takes a slot. The contents are whatever was there before.</summary>
            {{size}}
            /// <param name="handle">The handle, or the default one, which is never valid, when there is no room.</param>
            /// <returns>Whether there was room. The heap is unchanged if not.</returns>
            {{negative}}
            public {{context.Modifier}}bool TryAlloc({{parameter}}out Handle handle)
            {
                {{take.Body(context, context.EnterQuickly)}}
            }
            """);
    }

    private static void WriteFree(SurfaceContext context, SlabSpec spec) => context.Writer.WriteNext($$"""
        /// <summary>Gives a slot back, if the handle is valid; afterwards neither it nor a copy of it ever is.</summary>
        /// <returns>Whether the handle was valid. Nothing was changed if not.</returns>
        public {{context.Modifier}}bool TryFree(Handle handle)
        {
            {{new Operation($"bool freed = {context.Call("TryFreeSlot", "handle.Slot", "handle.Generation")};", "return freed;").Body(context, context.EnterQuickly)}}
        }

        /// <summary>Gives a slot back; afterwards neither the handle nor a copy of it is ever valid.</summary>
        /// <exception cref="global::System.InvalidOperationException">The handle is stale, was never given out, or is the default one; nothing was changed.</exception>
        public {{context.Modifier}}void Free(Handle handle)
        {
            if (!TryFree(handle)) ThrowNotALiveHandle(handle);
        }

        [global::System.Diagnostics.CodeAnalysis.DoesNotReturn]
        private {{context.ReadModifier}}void ThrowNotALiveHandle(Handle handle)
        {
            {{context.Inside(context.Enter, $"long generation = {context.Ask("GenerationAt", "handle.Slot")};")}}
            global::Allocators.ThrowHelper.NotALiveHandle({{context.NameOf}}, handle, {{(context.Options.IsForeign ? "Capacity / BlockSize" : "Slots")}}, generation{{(spec.Retires ? "" : ", startsOver: true")}});
        }
        """);

    private static void WriteQuestions(SurfaceContext context)
    {
        // What another owner took beyond the end of this one's memory is out of its reach.
        string isWithin = context.MayLieBeyond ? "handle.Slot < Capacity / BlockSize ? " : "", orNot = context.MayLieBeyond ? " : -1" : "";
        string andWithin = context.MayLieBeyond ? " && slot < Capacity / BlockSize" : "";
        context.Writer.WriteNext($$"""
            /// <summary>Whether the handle is valid: that of a live slot, and of its present use.</summary>
            public {{context.ReadModifier}}bool Owns(Handle handle) => LengthOf(handle) >= 0;

            /// <summary>The block of a handle, for code that works with any heap. It carries no generation: it is for whichever use of the slot is live.</summary>
            /// <exception cref="global::System.InvalidOperationException">The handle is stale, was never given out, or is the default one.</exception>
            public {{context.ReadModifier}}global::Allocators.Block BlockOf(Handle handle)
            {
                int length = LengthOf(handle);
                if (length < 0) ThrowNotALiveHandle(handle);
                return new global::Allocators.Block(handle.Slot * BlockSize, length);
            }

            /// <summary>Steps to the handle of the live slot behind that of another, valid or not; behind the default handle comes the first.</summary>
            /// <param name="after">A handle of this slab, or the default one.</param>
            /// <param name="next">The handle found; the default one behind the last.</param>
            /// <returns>Whether there was another live slot.</returns>
            public {{context.ReadModifier}}bool TryGetNext(Handle after, out Handle next)
            {
                int from = after == default ? 0 : after.Slot + 1;
                {{context.Inside(context.Enter, $"bool found = {context.Ask("TryGetNextLive", "from", "out int slot", "out uint generation")}{andWithin};")}}
                next = found ? new Handle(slot, generation) : default;
                return found;
            }

            /// <summary>Bytes of the contents of a slot, or -1 if the handle is not valid.</summary>
            private {{context.ReadModifier}}int LengthOf(Handle handle){{context.ReturningOfBlock("int", isWithin + context.Ask("LengthOf", "handle.Slot", "handle.Generation") + orNot)}}
            """);
    }

    private static void WriteState(SurfaceContext context)
    {
        StateSurface.WriteNumber(context, "RetiredSlots", "Slots that were used so often that they are not used any more.");
        context.Writer.WriteNext($$"""
            /// <summary>The number of live slots.</summary>
            public {{context.ReadModifier}}int Count => AllocationCount;

            /// <summary>Whether no slot is live.</summary>
            public {{context.ReadModifier}}bool IsEmpty => Count == 0;

            /// <summary>Frees every slot at once: no handle that was given out so far is ever valid again.</summary>
            public {{context.Modifier}}void Clear() => Reset();
            """);
    }
}
