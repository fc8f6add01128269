using Allocators.Generator.Model;
using Allocators.Generator.Surface;
using Allocators.Generator.Text;

namespace Allocators.Generator.Kinds.Slab;

/// <summary>Handles of slots that hold values of a type.</summary>
internal static class SlabValuesSurface
{
    public static void Write(SurfaceContext context, SlabSpec spec, ElementType element)
    {
        HandlesSurface.WriteTryAlloc(context, hasSize: false);
        WriteAlloc(context, element);
        WriteAccess(context, element);
        WriteValues(context, spec, element);
        WriteEntries(context, element);
    }

    private static void WriteAlloc(SurfaceContext context, ElementType element)
    {
        string value = context.Options.IsStatic ? "ValueOf(handle)" : "this[handle]";
        context.Writer.WriteNext($$"""
            /// <summary>Takes a slot, or throws. The value is whatever was there before.</summary>
            /// <exception cref="global::System.OutOfMemoryException">All slots are live.</exception>
            public {{context.Modifier}}Handle Alloc()
            {
                if (!TryAlloc(out Handle handle)) ThrowOutOfMemory(BlockSize, 1);
                return handle;
            }

            /// <summary>Takes a slot for a value, or throws.</summary>
            /// <exception cref="global::System.OutOfMemoryException">All slots are live.</exception>
            public {{context.Modifier}}Handle Alloc(in {{element.FullName}} value)
            {
                Handle handle = Alloc();
                {{value}} = value;
                return handle;
            }

            /// <summary>Takes a slot whose value is all zero, or throws.</summary>
            /// <exception cref="global::System.OutOfMemoryException">All slots are live.</exception>
            public {{context.Modifier}}Handle AllocZeroed() => Alloc(default({{element.FullName}}));
            """);
    }

    private static void WriteAccess(SurfaceContext context, ElementType element)
    {
        string type = element.FullName;
        string signature = context.Options.IsStatic ? $"static ref {type} ValueOf(Handle handle)" : $"ref {type} this[Handle handle]";
        CodeTemplate body = $$"""
            if (LengthOf(handle) < 0) ThrowNotALiveHandle(handle);
            return ref ValueAt(handle.Slot);
            """;
        CodeTemplate getter = $$"""
            get
            {
                {{body}}
            }
            """;
        string valueAt = context.NeedsUnscopedDetour
            ? $"global::System.Runtime.InteropServices.MemoryMarshal.GetReference(global::Allocators.HeapMemory.UnscopedValueAt<{type}>({context.ReadMemory}, slot * BlockSize))"
            : $"global::Allocators.HeapMemory.ValueAt<{type}>({context.Memory}, slot * BlockSize)";

        CodeTemplate ask = $$"""
            bool live = {{context.Ask("IsLive", "block.Offset", "block.Length")}};
            uint generation = live ? (uint){{context.Ask("GenerationAt", "block.Offset / BlockSize")}} : 0;
            """;

        context.Writer.WriteNext($$"""
            /// <summary>The value of a handle, where it is.</summary>
            /// <exception cref="global::System.InvalidOperationException">The handle is stale, was never given out, or is the default one.</exception>
            {{context.UnscopedRef}}
            public {{signature}}
            {
                {{(context.Options.IsStatic ? body.ToString() : getter.ToString())}}
            }

            /// <summary>A copy of the value of a handle, if it is valid.</summary>
            /// <param name="handle">A handle of this slab.</param>
            /// <param name="value">The value; all zero if the handle is not valid.</param>
            /// <returns>Whether the handle is valid.</returns>
            public {{context.Modifier}}bool TryGet(Handle handle, out {{type}} value)
            {
                bool isValid = LengthOf(handle) >= 0;
                value = isValid ? ValueAt(handle.Slot) : default;
                return isValid;
            }

            /// <summary>The handle of a value that lies in this slab.</summary>
            /// <exception cref="global::System.InvalidOperationException">It does not, or its slot is not live.</exception>
            public {{context.ReadModifier}}Handle HandleOf(ref {{type}} value)
            {
                var block = global::Allocators.HeapMemory.BlockOf({{context.ReadMemory}}, Capacity, ref value);
                {{context.Inside(context.Enter, ask.ToString())}}
                if (!live) ThrowNotALiveBlock(block);
                return new Handle(block.Offset / BlockSize, generation);
            }

            /// <summary>The value of a slot that is live.</summary>
            {{context.UnscopedRef}}
            private {{context.Modifier}}ref {{type}} ValueAt(int slot) => ref {{valueAt}};
            """);
    }

    private static void WriteEntries(SurfaceContext context, ElementType element)
    {
        string type = element.FullName;
        context.Writer.WriteNext($$"""
            /// <summary>The values of all live slots with their handles, in the order of the slots: <c>foreach (var entry in slab.Entries)</c>.</summary>
            {{context.UnscopedRefOfHeap}}
            public {{context.Modifier}}EntryEnumerator Entries => new EntryEnumerator(Handles, {{ValuesSurface.AllValues(context, element)}});

            /// <summary>Steps through <see cref="Entries"/>.</summary>
            public ref struct EntryEnumerator
            {
                private readonly global::System.Span<{{type}}> _values;
                private HandleEnumerator _handles;

                internal EntryEnumerator(HandleEnumerator handles, global::System.Span<{{type}}> values)
                {
                    _handles = handles;
                    _values = values;
                }

                /// <summary>The handle that was reached, and its value.</summary>
                public readonly Entry Current => new Entry(_handles.Current, _values.Slice(_handles.Current.Slot, 1));

                /// <summary>Steps to the next live slot.</summary>
                /// <returns>Whether there was one.</returns>
                public bool MoveNext() => _handles.MoveNext();

                /// <summary>For <c>foreach</c>.</summary>
                public readonly EntryEnumerator GetEnumerator() => this;
            }

            /// <summary>A live slot: its handle, and the value in it.</summary>
            public readonly ref struct Entry
            {
                private readonly global::System.Span<{{type}}> _value;

                internal Entry(Handle handle, global::System.Span<{{type}}> value)
                {
                    Handle = handle;
                    _value = value;
                }

                /// <summary>The handle.</summary>
                public Handle Handle { get; }

                /// <summary>The value, where it is.</summary>
                public ref {{type}} Value => ref _value[0];
            }
            """);
    }

    private static void WriteValues(SurfaceContext context, SlabSpec spec, ElementType element)
    {
        string type = element.FullName;
        context.Writer.WriteNext($$"""
            /// <summary>
            /// The values of all live slots, in the order of the slots, by reference: <c>foreach (ref var value in slab.Values)</c>. Values may
            /// be freed on the way; those that are added may be met or not. No lock is taken: a slot that another thread is taking can be met before its value is written.
            /// </summary>
            {{context.UnscopedRef}}
            public {{context.Modifier}}ValueEnumerator Values => new ValueEnumerator({{context.State}}.UsedWords, {{ValuesSurface.AllValues(context, element)}});

            /// <summary>Steps from live slot to live slot.</summary>
            public ref struct ValueEnumerator
            {
                private readonly global::System.ReadOnlySpan<{{spec.WordType}}> _words;
                private readonly global::System.Span<{{type}}> _values;
                private int _slot;

                internal ValueEnumerator(global::System.ReadOnlySpan<{{spec.WordType}}> words, global::System.Span<{{type}}> values)
                {
                    // Another owner may have used slots beyond the end of this memory.
                    _words = words.Slice(0, global::System.Math.Min(words.Length, values.Length));
                    _values = values;
                    _slot = -1;
                }

                /// <summary>The value of the slot that was reached.</summary>
                public readonly ref {{type}} Current => ref _values[_slot];

                /// <summary>Steps to the next live slot.</summary>
                /// <returns>Whether there was one.</returns>
                public bool MoveNext()
                {
                    while (++_slot < _words.Length)
                    {
                        if ((_words[_slot] >> PayloadBits & 1) != 0) return true;
                    }

                    return false;
                }

                /// <summary>For <c>foreach</c>.</summary>
                public readonly ValueEnumerator GetEnumerator() => this;
            }
            """);
    }
}
