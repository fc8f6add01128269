using Allocators.Generator.Text;

namespace Allocators.Generator.Surface;

/// <summary>How a static class gets memory at an address, which others construct a struct for.</summary>
internal static class AttachSurface
{
    public static void Write(SurfaceContext context)
    {
        bool inMemory = context.Spec.IsStateInMemory;
        string isThere = inMemory
            ? "Goes on with the heap in this memory: the one that was left there, or an empty one if it is filled with zeros. The heap in the memory before stays there."
            : "Makes this an empty heap over other memory. A length of 0 leaves it without any.";
        string live = inMemory ? "" : "/// <exception cref=\"global::System.InvalidOperationException\">Blocks of the heap are live. Nothing was changed.</exception>";
        string front = inMemory ? "FrontBytes" : "0";
        context.Writer.WriteNext($$"""
            /// <summary>{{isThere}} {{WhoMayCall(context)}}</summary>
            {{ForeignSurface.AddressDocs(context)}}
            {{live}}
            public static void Attach(nint address, long length)
            {
                nint memory = global::Allocators.ForeignMemory.Place(address, length, MemoryAlignment, {{front}}, UnitBytes, MaxCapacity, out int capacity);
                {{(inMemory ? ToBooks(context) : ToMemory(context))}}
            }
            """);
        if (context.Capabilities.AllowsUnsafe) context.Writer.WriteNext("""
            /// <inheritdoc cref="Attach(nint, long)"/>
            public static unsafe void Attach(void* address, long length) => Attach((nint)address, length);
            """);
        if (!inMemory) return;

        WriteOpen(context);
        if (context.ChangesLock) WriteLock(context);
    }

    private static string WhoMayCall(SurfaceContext context) =>
        context.Options.IsLocked && !context.Spec.IsStateInMemory ? "Other threads may call the heap meanwhile."
        : context.Options.IsLocked ? "Other threads may call the heap meanwhile, if it has no memory yet."
        : "No other thread may call the heap meanwhile.";

    /// <summary>The bookkeeping of no live block can be cleared. It is not made anew: a slab's generations go on, so that no stale handle comes back.</summary>
    private static string ToMemory(SurfaceContext context)
    {
        CodeTemplate body = $$"""
            {{context.EnterLock}}
            int live = {{context.State}}.AllocationCount;
            if (live <= 0)
            {
                {{context.State}}.Clear();
                {{context.Unattached.Call("TryFit", "capacity")}};
                {{Publish}}
            }

            {{context.Exit}}
            if (live > 0) global::Allocators.ThrowHelper.StillInUse({{context.NameOf}}, live);
            """;
        return body.ToString();
    }

    /// <summary>All that can be refused is refused before the memory that the heap has is left.</summary>
    private static string ToBooks(SurfaceContext context)
    {
        if (!context.ChangesLock) return "Open(memory, capacity);\n" + Publish;

        CodeTemplate body = $$"""
            Open(memory, capacity);
            long left = {{context.TakeOver}};
            ref Bookkeeping before = ref Books;
            {{Publish}}
            before.Lock.Exit(left);
            """;
        return body.ToString();
    }

    /// <summary>Who takes the lock in the new memory has seen its address before, and so sees its capacity.</summary>
    private const string Publish = """
        _capacity = capacity;
        global::System.Threading.Volatile.Write(ref _memory, memory);
        """;

    private static void WriteOpen(SurfaceContext context) => context.Writer.WriteNext($$"""
        /// <summary>Finds the heap in memory, or makes it an empty one.</summary>
        private static void Open(nint memory, int capacity)
        {
            ref Bookkeeping books = ref global::Allocators.ForeignMemory.Front<Bookkeeping>(memory, FrontBytes);
            {{ForeignSurface.Fit(context.Unattached, "capacity")}}
        }
        """);

    /// <summary>Who waited for a lock may have it in memory that the heap has left meanwhile. As long as one has that of its memory, it leaves none.</summary>
    private static void WriteLock(SurfaceContext context)
    {
        const string Books = """
            nint memory = global::System.Threading.Volatile.Read(ref _memory);
            ref Bookkeeping books = ref global::Allocators.ForeignMemory.Front<Bookkeeping>(memory, FrontBytes);
            """;
        context.Writer.WriteNext($$"""
            /// <summary>Takes the lock in the memory that the heap has when it is taken.</summary>
            private static void EnterLock()
            {
                while (true)
                {
                    {{Books}}
                    books.Lock.Enter({{context.NameOf}});
                    if (_memory == memory) return;
                    books.Lock.Exit();
                }
            }

            /// <summary>Takes it from a process that died as well, and tells what to leave it as.</summary>
            private static long TakeOverLock()
            {
                while (true)
                {
                    {{Books}}
                    long left = books.Lock.TakeOver();
                    if (_memory == memory) return left;
                    books.Lock.Exit(left);
                }
            }
            """);
    }
}
