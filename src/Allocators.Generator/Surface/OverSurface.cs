using Allocators.Generator.Model;
using Allocators.Generator.Text;

namespace Allocators.Generator.Surface;

/// <summary>A heap whose memory is a block of another heap: how it is taken, and given back.</summary>
internal static class OverSurface
{
    public static void Write(SurfaceContext context, ParentHeap over)
    {
        if (over.IsStatic) WriteOfOne(context, over);
        else WriteOfMany(context, over);
    }

    /// <summary>There is one such heap, so that it need not be passed.</summary>
    private static void WriteOfOne(SurfaceContext context, ParentHeap over)
    {
        string name = context.Name.Split('<')[0];
        context.Writer.WriteNext($$"""
            private {{name}}({{over.AllocatorType}} heap)
            {
                {{Body(context, over)}}
            }

            /// <summary>An empty heap, whose memory is taken from <see cref="{{over.FullName}}"/>.</summary>
            /// <exception cref="global::System.OutOfMemoryException">There is no room for it.</exception>
            public static {{context.Name}} Create() => new {{context.Name}}(default({{over.AllocatorType}}));

            /// <summary>Gives the memory back, and with it all blocks; afterwards this is a heap without memory.</summary>
            /// <exception cref="global::System.InvalidOperationException">A copy of this heap gave it back before, and nobody has it since.</exception>
            public void Release()
            {
                var heap = default({{over.AllocatorType}});
                global::Allocators.ForeignMemory.ReturnTo(ref heap, _taken, in FirstByte, {{context.NameOf}});
                this = default;
            }
            """);
    }

    private static void WriteOfMany(SurfaceContext context, ParentHeap over)
    {
        context.Writer.WriteNext($$"""
            /// <summary>An empty heap, whose memory is taken from another.</summary>
            /// <param name="heap">Where the memory is taken from. It must stay there as long as this heap is used.</param>
            /// <exception cref="global::System.OutOfMemoryException">There is no room for it.</exception>
            public {{context.Name.Split('<')[0]}}(ref {{over.FullName}} heap)
            {
                {{Body(context, over)}}
            }

            /// <summary>Gives the memory back, and with it all blocks; afterwards this is a heap without memory.</summary>
            /// <param name="heap">Where it was taken from.</param>
            /// <exception cref="global::System.InvalidOperationException">It is from another heap, or a copy of this one gave it back before, and nobody has it since.</exception>
            public void Release(ref {{over.FullName}} heap)
            {
                global::Allocators.ForeignMemory.ReturnTo(ref heap, _taken, in FirstByte, {{context.NameOf}});
                this = default;
            }
            """);
    }

    private static string Body(SurfaceContext context, ParentHeap over)
    {
        bool isSpan = context.Options.Place.Memory == MemoryPlace.Span;
        bool inMemory = context.Spec.IsStateInMemory;
        string bytes = inMemory ? "(long)MaxCapacity + FrontBytes" : "MaxCapacity";

        // Languages that cannot say how long a reference lives let no span of it into a field.
        string bytesOf = context.Capabilities.HasUnscopedRef ? "BytesOf" : "UnscopedBytesOf";
        string capacity = isSpan ? "_memory.Length" : "_capacity";
        string memory = isSpan
            ? $"var memory = {(over.IsStatic ? over.FullName + ".SpanOf(_taken)" : $"global::Allocators.ForeignMemory.{bytesOf}(ref heap, _taken)")};"
            : """
              nint address = global::Allocators.ForeignMemory.AddressOf(ref heap, _taken);
              long length = _taken.Length;
              """;
        Text.CodeTemplate body = $$"""
            {{ForeignSurface.Clear(context)}}
            _taken = global::Allocators.ForeignMemory.TakeFrom(ref heap, {{bytes}}, MemoryAlignment);
            {{memory}}
            {{(isSpan ? ForeignSurface.FromSpan(context) : ForeignSurface.FromAddress(context))}}
            if ({{capacity}} == 0) return;
            {{(inMemory ? "\nBooks = new Bookkeeping { Layout = LayoutHash };" : "")}}
            {{context.Call("TryFit", capacity)}};
            """;
        return body.ToString();
    }
}
