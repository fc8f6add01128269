using Allocators.Generator.Model;
using Allocators.Generator.Text;

namespace Allocators.Generator.Surface;

/// <summary>From live block to live block, where the heap knows them.</summary>
internal static class WalkSurface
{
    public static void Write(SurfaceContext context)
    {
        WriteStep(context);
        WriteEnumerator(context, "LiveBlocks", "BlockEnumerator", "global::Allocators.Block", "All live blocks, in the order of their offsets: <c>foreach (Block block in heap.LiveBlocks)</c>.");
    }

    /// <summary>Writes a <c>foreach</c> over what <c>TryGetNext</c> steps through.</summary>
    /// <param name="context">The heap.</param>
    /// <param name="property">What is walked over.</param>
    /// <param name="name">The enumerator.</param>
    /// <param name="type">What it steps through; the default value is before the first.</param>
    /// <param name="summary">What is met, and how it is written.</param>
    public static void WriteEnumerator(SurfaceContext context, string property, string name, string type, string summary)
    {
        // A ref struct can neither be referred to by another nor be an element of a span: what it is at the start is what is walked over.
        bool isCopied = context.Options.Place.Memory == MemoryPlace.Span;
        string meanwhile = isCopied && !context.Spec.IsStateInMemory
            ? "None may be taken or freed on the way."
            : "They may be freed on the way; those that are taken may be met or not.";
        string heapType = isCopied ? context.Name : $"global::System.ReadOnlySpan<{context.Name}>";
        string field = context.Options.IsStatic ? "" : $"private readonly {heapType} _heap;";
        string heap = context.Options.IsStatic ? "" : isCopied ? "_heap." : "_heap[0].";
        string argument = context.Options.IsStatic ? "" : isCopied ? "this" : "global::Allocators.HeapMemory.UnscopedElements(in this, 1)";
        CodeTemplate constructor = $$"""
            internal {{name}}({{heapType}} heap)
            {
                _heap = heap;
                _current = default;
            }

            """;
        context.Writer.WriteNext($$"""
            /// <summary>{{summary}} {{meanwhile}}</summary>
            {{(isCopied ? "" : context.UnscopedRefOfHeap)}}
            public {{context.ReadModifier}}{{name}} {{property}} => {{(context.Options.IsStatic ? "default" : $"new {name}({argument})")}};

            /// <summary>Steps through <see cref="{{property}}"/>.</summary>
            public ref struct {{name}}
            {
                {{field}}
                private {{type}} _current;

                {{(context.Options.IsStatic ? "" : constructor.ToString())}}
                /// <summary>What was reached.</summary>
                public readonly {{type}} Current => _current;

                /// <summary>Steps to the next one.</summary>
                /// <returns>Whether there was one.</returns>
                public bool MoveNext() => {{heap}}TryGetNext(_current, out _current);

                /// <summary>For <c>foreach</c>.</summary>
                public readonly {{name}} GetEnumerator() => this;
            }
            """);
    }

    private static void WriteStep(SurfaceContext context)
    {
        // What lies beyond the end of the memory is another owner's, or nobody's.
        string beyond = context.MayLieBeyond ? "if (!global::Allocators.Check.IsWithin(next, Capacity)) next = default;" : "";
        string found = context.MayLieBeyond ? "found && !next.IsEmpty" : "found";
        CodeTemplate step = $$"""
            bool found = {{context.Ask("TryGetNext", "after.Offset", "after.Length", "out int offset")}};
            if (found) next = new global::Allocators.Block(offset, {{context.Ask("SizeAt", "offset")}});
            {{beyond}}
            """;
        CodeTemplate lockFreeStep = $$"""
            bool found;
            do
            {
                found = {{context.Ask("TryGetNext", "after.Offset", "after.Length", "out int offset")}};
                next = found ? new global::Allocators.Block(offset, {{context.Ask("SizeAt", "offset")}}) : default;
            }
            while (found && next.IsEmpty); // It was freed just now.
            {{beyond}}
            """;
        context.Writer.WriteNext($$"""
            /// <summary>Steps to the live block behind another, in the order of their offsets; behind the empty block comes the first.</summary>
            /// <param name="after">A block of this heap, live or not.</param>
            /// <param name="next">The block found, as long as it can be used; the empty block behind the last.</param>
            /// <returns>Whether there was another block.</returns>
            public {{context.ReadModifier}}bool TryGetNext(global::Allocators.Block after, out global::Allocators.Block next)
            {
                next = default;
                if (after.IsEmpty) after = default;
                if (!global::Allocators.Check.IsWithin(after, Capacity)) return false;

                {{context.Inside(context.Enter, (context.Options.IsLockFree ? lockFreeStep : step).ToString())}}
                return {{found}};
            }
            """);
    }
}
