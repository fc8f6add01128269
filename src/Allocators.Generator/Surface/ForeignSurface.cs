using System.Linq;
using Allocators.Generator.Model;
using Allocators.Generator.Text;

namespace Allocators.Generator.Surface;

/// <summary>A heap over memory that it is given: its fields, and the constructors that fit it to that memory, or what a static class has in their place.</summary>
internal static class ForeignSurface
{
    public static void WriteFields(SurfaceContext context)
    {
        bool isSpan = context.Options.Place.Memory == MemoryPlace.Span;
        bool inMemory = context.Spec.IsStateInMemory;
        string lockField = context.Spec.IsLocked && !inMemory ? $"private {context.Modifier}global::Allocators.HeapLock _lock;" : "";
        string stateField = inMemory ? "" : $"private {context.Modifier}HeapState _state;";
        string memoryFields = isSpan
            ? "private readonly global::System.Span<byte> _memory;"
            : $"""
              private {context.ReadModifier}nint _memory;
              private {context.ReadModifier}int _capacity;
              """;
        string frontField = isSpan && inMemory ? "private readonly global::System.Span<byte> _front;" : "";
        string takenField = context.Options.Over is null ? "" : "private readonly global::Allocators.Block _taken;";

        // A lock is changed through references, which to the compiler is never.
        bool isPrivate = context.Options.IsStatic && !inMemory;
        string disable = isPrivate ? "#pragma warning disable CS0649 // All zero is empty, and open." : "";
        string restore = isPrivate ? "#pragma warning restore CS0649" : "";

        context.Writer.WriteNext($$"""
            {{disable}}
            {{stateField}}
            {{lockField}}
            {{restore}}
            {{takenField}}
            {{frontField}}
            {{memoryFields}}
            """);

        if (context.Options.Over is { } over) OverSurface.Write(context, over);
        else if (isSpan) WriteSpanConstructor(context);
        else if (context.Options.IsStatic) AttachSurface.Write(context);
        else WritePointerConstructors(context);
        WriteProperties(context);
    }

    /// <summary>Writes what lies in front of the memory.</summary>
    public static void WriteTypes(SurfaceContext context)
    {
        if (!context.Spec.IsStateInMemory) return;

        context.Writer.WriteNext($$"""
            /// <summary>What lies in front of the memory.</summary>
            private struct Bookkeeping
            {
                public ulong Layout;
                public HeapState State;
                {{context.LockField}}
            }
            """);
    }

    private static void WriteSpanConstructor(SurfaceContext context)
    {
        context.Writer.WriteNext($$"""
            /// <summary>{{Summary(context)}}</summary>
            /// <param name="memory">{{Memory(context)}}</param>
            {{MemoryException(context)}}
            public {{context.Name.Split('<')[0]}}(global::System.Span<byte> memory)
            {
                {{Clear(context)}}
                {{FromSpan(context)}}
                {{Fit(context, "_memory.Length")}}
            }
            """);
    }

    /// <summary>Makes the bookkeeping in the struct that of an empty heap.</summary>
    public static string Clear(SurfaceContext context)
    {
        if (context.Spec.IsStateInMemory) return "";
        return context.Spec.IsLocked ? "_state = default;\n_lock = default;" : "_state = default;";
    }

    /// <summary>Takes the part of the span <c>memory</c> that is of use.</summary>
    public static string FromSpan(SurfaceContext context) => context.Spec.IsStateInMemory
        ? "_memory = global::Allocators.ForeignMemory.Split(memory, MemoryAlignment, FrontBytes, UnitBytes, MaxCapacity, out _front);"
        : "_memory = global::Allocators.ForeignMemory.Align(memory, MemoryAlignment, UnitBytes, MaxCapacity);";

    /// <summary>Takes the part of the memory at <c>address</c> that is of use.</summary>
    public static string FromAddress(SurfaceContext context)
    {
        string front = context.Spec.IsStateInMemory ? "FrontBytes" : "0";
        return $"_memory = global::Allocators.ForeignMemory.Place(address, length, MemoryAlignment, {front}, UnitBytes, MaxCapacity, out _capacity);";
    }

    private static void WritePointerConstructors(SurfaceContext context)
    {
        string name = context.Name.Split('<')[0];

        context.Writer.WriteNext($$"""
            /// <summary>{{Summary(context)}}</summary>
            {{AddressDocs(context)}}
            public {{name}}(nint address, long length)
            {
                {{Clear(context)}}
                {{FromAddress(context)}}
                {{Fit(context, "_capacity")}}
            }
            """);

        if (!context.Capabilities.AllowsUnsafe) return;

        context.Writer.WriteNext($$"""
            /// <inheritdoc cref="{{name}}(nint, long)"/>
            public unsafe {{name}}(void* address, long length)
                : this((nint)address, length)
            {
            }
            """);
    }

    private static void WriteProperties(SurfaceContext context)
    {
        bool isSpan = context.Options.Place.Memory == MemoryPlace.Span;
        string capacity = isSpan ? "_memory.Length" : "_capacity";
        string memory = isSpan
            ? "global::System.Runtime.InteropServices.MemoryMarshal.GetReference(_memory)"
            : "global::Allocators.ForeignMemory.At(_memory)";

        context.Writer.WriteNext($$"""
            /// <summary>Bytes the heap can hold: what fits of the memory it was given, up to {{context.Spec.InBytes(context.Spec.Capacity)}}.</summary>
            public {{context.ReadModifier}}int Capacity => {{capacity}};

            /// <summary>The first byte of the memory.</summary>
            private {{context.ReadModifier}}ref byte FirstByte => ref {{memory}};
            """);

        if (!context.Spec.IsStateInMemory) return;

        string front = isSpan ? "Front<Bookkeeping>(_front)" : "Front<Bookkeeping>(_memory, FrontBytes)";
        context.Writer.WriteNext($$"""
            /// <summary>The bookkeeping in front of the memory. Heaps without memory share one that stays empty: it is locked and cleared, and nothing else.</summary>
            private {{context.ReadModifier}}ref Bookkeeping Books => ref global::Allocators.ForeignMemory.{{front}};
            """);

        // Memory that is taken from another heap is always new.
        if (context.Options.Over is not null) return;

        var starts = context.Spec.FieldStarts.Select(static start => $"global::Allocators.ForeignMemory.IsZero(in books, {start.Offset}, {start.Bytes})");
        string areZero = string.Join("\n&& ", starts);
        context.Writer.WriteNext($$"""
            /// <summary>Whether all numbers of the bookkeeping are zero, and the first ones of its arrays.</summary>
            private static bool IsBlank(in Bookkeeping books) =>
                {{(areZero.Length > 0 ? areZero : "true")}};
            """);
    }

    /// <summary>Memory of full length needs no fitting, unless a heap was left in it that was once fitted to less.</summary>
    public static string Fit(SurfaceContext context, string capacity)
    {
        if (!context.Spec.IsStateInMemory)
        {
            // Of values it is not known whether so many are less than the bytes of a heap can be.
            string isShort = context.Spec.Element is null ? $"if ({capacity} < MaxCapacity) " : "";
            return $"""

                // No block of an empty heap is in the way: this succeeds.
                {isShort}{context.Call("TryFit", capacity)};
                """;
        }

        string enter = !context.Spec.IsShared
            ? ""
            : $"""
              // One that is abandoned is fitted to this memory by whoever brings it back.
              if (!{context.Lock}.TryEnter()) return;

              """;
        CodeTemplate fit = $$"""
            if ({{capacity}} == 0) return;

            if ({{context.Books}}.Layout != LayoutHash) global::Allocators.ForeignMemory.Claim(ref {{context.Books}}.Layout, LayoutHash, IsBlank(in {{context.Books}}), {{context.NameOf}});
            {{enter}}
            // One that is damaged is refused by all calls but Reset.
            bool fits = !{{context.State}}.IsSound(MaxCapacity) || {{context.Call("TryFit", capacity)}};
            {{context.Exit}}
            if (!fits) global::Allocators.ThrowHelper.MemoryShrank({{context.NameOf}}, {{capacity}});
            """;
        return fit.ToString();
    }

    /// <summary>What is to be known of the parameters <c>address</c> and <c>length</c>.</summary>
    public static string AddressDocs(SurfaceContext context) => $"""
        /// <param name="address">Where the memory starts; it must stay there as long as the heap is used.</param>
        /// <param name="length">{Memory(context)}</param>
        /// <exception cref="global::System.ArgumentNullException">The address is 0.</exception>
        /// <exception cref="global::System.ArgumentOutOfRangeException">The length is negative.</exception>
        {MemoryException(context)}
        """.TrimEnd();

    private static string Summary(SurfaceContext context) => context.Spec.IsStateInMemory
        ? "The heap in this memory: the one that was left there, or an empty one if it is filled with zeros."
        : "An empty heap over this memory.";

    private static string Memory(SurfaceContext context)
    {
        int bytes = context.Spec.FrontBytes;
        string front = bytes == 0 ? "" : $", the first {bytes.ToString("N0", System.Globalization.CultureInfo.InvariantCulture)} bytes for bookkeeping";
        string first = $"from the first address on that is a multiple of {context.Spec.MemoryAlignment:N0}";
        string what = context.Options.Place.Memory == MemoryPlace.Span ? "The memory" : "Bytes of memory";
        return $"{what}. It is used {first}{front}; short memory serves what fits.";
    }

    private static string MemoryException(SurfaceContext context) => context.Spec.IsStateInMemory
        ? "/// <exception cref=\"global::System.ArgumentException\">In the memory is neither this heap nor zeros, or the heap in it needs more memory. Nothing was changed.</exception>"
        : "";
}
