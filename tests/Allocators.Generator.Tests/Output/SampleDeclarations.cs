using System.Collections.Generic;
using System.Linq;

namespace Allocators.Generator.Tests.Output;

/// <summary>Good declarations of all sorts, by name. Each is the files of a project, in C# 9 if its name does not say otherwise.</summary>
internal static class SampleDeclarations
{
    public const string Chunks16 =
        """
        using Allocators;

        namespace Game;

        [ChunkHeap(Chunks = 16, ChunkSize = 64)]
        public partial struct SparkHeap { }
        """;

    public const string Chunks4096 =
        """
        using Allocators;

        namespace Game;

        [ChunkHeap(Chunks = 4096, ChunkSize = 256)]
        public partial struct LevelHeap { }
        """;

    public const string StaticClass =
        """
        using Allocators;

        namespace Game;

        [ChunkHeap(Chunks = 4096, ChunkSize = 256)]
        public static partial class GameMemory { }
        """;

    public const string SpanOfChunks64 =
        """
        using Allocators;

        namespace Game;

        [ChunkHeap(Chunks = 64, ChunkSize = 64)]
        public ref partial struct FrameHeap { }
        """;

    public const string AddressOfChunks4096 =
        """
        using Allocators;

        namespace Game;

        [ChunkHeap(Chunks = 4096, ChunkSize = 256, Storage = Storage.Pointer, State = State.InMemory)]
        public partial struct SaveHeap { }
        """;

    public const string AddressInStruct =
        """
        using Allocators;

        namespace Game;

        [ChunkHeap(Chunks = 20000, ChunkSize = 8, Storage = Storage.Pointer, State = State.InStruct)]
        public partial struct ScratchHeap { }
        """;

    public const string AttachedClass =
        """
        using Allocators;

        namespace Game;

        [ChunkHeap(Chunks = 4096, ChunkSize = 256, Storage = Storage.Pointer)]
        public static partial class NativeMemoryOfGame { }
        """;

    public const string AttachedSharedClass =
        """
        using Allocators;

        namespace Game;

        [Teaspoon(Variant = "128KiB", Storage = Storage.Pointer, State = State.InMemory)]
        public static partial class Mailbox { }
        """;

    public const string Teaspoon4KiB =
        """
        using Allocators;

        namespace Game;

        [Teaspoon(Variant = "4KiB")]
        public partial struct Spoon { }
        """;

    public const string DeferredTeaspoon16MiB =
        """
        using Allocators;

        namespace Game;

        [Teaspoon(Variant = "16MiB", Coalescing = Coalescing.Deferred)]
        public static partial class GameMemory { }
        """;

    public const string HeaderlessTeaspoon =
        """
        using Allocators;

        namespace Game;

        [Teaspoon(Variant = "128KiB", Headers = false, Coalescing = Coalescing.Deferred)]
        public static partial class GameMemory { }
        """;

    public const string SharedTeaspoon128KiB =
        """
        using Allocators;

        namespace Game;

        [Teaspoon(Variant = "128KiB", Storage = Storage.Pointer, State = State.InMemory, Synchronization = Synchronization.SpinLock)]
        public partial struct Mailbox { }
        """;

    public const string SharedLockFreeChunks64 =
        """
        using Allocators;

        namespace Game;

        [ChunkHeap(Chunks = 64, ChunkSize = 64, Storage = Storage.Pointer, State = State.InMemory, Synchronization = Synchronization.LockFree)]
        public partial struct Mailbox { }
        """;

    public const string NullHeap =
        """
        using Allocators;

        namespace Game;

        [NullHeap]
        public partial struct Nothing { }
        """;

    public static IReadOnlyDictionary<string, string[]> All { get; } = new Dictionary<string, string[]>(AnySizes.Concat(FixedSizeDeclarations.All).Concat(SizeClassDeclarations.All));

    private static Dictionary<string, string[]> AnySizes => new()
    {
        ["16 chunks"] = [InBlockNamespace(Chunks16)],
        ["4096 chunks"] = [InBlockNamespace(Chunks4096)],
        ["static class"] = [InBlockNamespace(StaticClass)],
        ["null heap"] = [InBlockNamespace(NullHeap)],
        ["defaults"] = ["[Allocators.ChunkHeap] public partial struct Heap { }"],
        ["1 chunk"] = [Struct("Chunks = 1")],
        ["64 chunks"] = [Struct("Chunks = 64")],
        ["65 chunks"] = [Struct("Chunks = 65")],
        ["100 chunks"] = [Struct("Chunks = 100")],
        ["5000 chunks"] = [Struct("Chunks = 5000")],
        ["100000 chunks"] = [Struct("Chunks = 100000")],
        ["chunks of a byte, one word"] = [Struct("Chunks = 40, ChunkSize = 1")],
        ["chunks of a byte, many words"] = [Struct("Chunks = 4000, ChunkSize = 1")],
        ["one byte in all"] = [Struct("Chunks = 1, ChunkSize = 1")],
        ["largest chunk"] = [Struct("Chunks = 1, ChunkSize = 1 << 26")],
        ["lock, one word"] = [Struct("Chunks = 16, Synchronization = Allocators.Synchronization.SpinLock")],
        ["lock, many words"] = [Struct("Synchronization = Allocators.Synchronization.SpinLock")],
        ["single chunks without locks, one word"] = [Struct("Chunks = 16, Synchronization = Allocators.Synchronization.LockFree")],
        ["single chunks without locks, many rows, no checks"] = [Struct("Chunks = 100000, Synchronization = Allocators.Synchronization.LockFree, Checks = Allocators.Checks.None")],
        ["single chunks without locks, static"] = [StaticHeap("Synchronization = Allocators.Synchronization.LockFree, Alignment = 4096")],
        ["single chunks without locks, over a span"] = [SpanHeap("Chunks = 60, Synchronization = Allocators.Synchronization.LockFree")],
        ["single chunks without locks, at an address"] = [Struct("Storage = Allocators.Storage.Pointer, Synchronization = Allocators.Synchronization.LockFree, Checks = Allocators.Checks.None")],
        ["single chunks without locks, between processes"] = [InBlockNamespace(SharedLockFreeChunks64)],
        ["no checks, one word"] = [Struct("Chunks = 16, Checks = Allocators.Checks.None")],
        ["no checks, many words"] = [Struct("Checks = Allocators.Checks.None")],
        ["lower alignment"] = [Struct("Chunks = 16, ChunkSize = 1, Alignment = 1")],
        ["static, one word"] = [StaticHeap("Chunks = 16")],
        ["static, chunks of a byte"] = [StaticHeap("Chunks = 1000, ChunkSize = 1, Alignment = 4096")],
        ["static, no lock and no checks"] = [StaticHeap("Synchronization = Allocators.Synchronization.None, Checks = Allocators.Checks.None")],
        ["static null heap"] = ["[Allocators.NullHeap] public static partial class Heap { }"],
        ["null heap with lock"] = ["[Allocators.NullHeap(Synchronization = Allocators.Synchronization.SpinLock)] public partial struct Heap { }"],
        ["merged at once"] = [Struct("Coalescing = Allocators.Coalescing.Immediate")],
        ["merged at once, many rows"] = [Struct("Chunks = 100000, Coalescing = Allocators.Coalescing.Immediate, Checks = Allocators.Checks.None")],
        ["over a span"] = [SpanHeap("")],
        ["over a span, one word"] = [SpanHeap("Chunks = 64, Checks = Allocators.Checks.None")],
        ["over a span, state in it"] = [SpanHeap("State = Allocators.State.InMemory, Synchronization = Allocators.Synchronization.SpinLock")],
        ["over a span, many rows"] = [SpanHeap("Chunks = 1000000, ChunkSize = 16")],
        ["at an address"] = [Struct("Storage = Allocators.Storage.Pointer, Alignment = 4096")],
        ["at an address, one word"] = [Struct("Chunks = 20, Storage = Allocators.Storage.Pointer, Synchronization = Allocators.Synchronization.SpinLock")],
        ["at an address, state in it"] = [Struct("Storage = Allocators.Storage.Pointer, State = Allocators.State.InMemory, Synchronization = Allocators.Synchronization.SpinLock")],
        ["at an address, merged at once"] = [Struct("Chunks = 1000000, Storage = Allocators.Storage.Pointer, Coalescing = Allocators.Coalescing.Immediate")],
        ["over a span, much state in the struct"] = [SpanHeap("Chunks = 1000000, ChunkSize = 16, State = Allocators.State.InStruct")],
        ["at an address, much state in the struct"] = [InBlockNamespace(AddressInStruct)],
        ["static class at an address"] = [InBlockNamespace(AttachedClass)],
        ["static class at an address, state in it"] = [InBlockNamespace(AttachedSharedClass)],
        ["static class at an address, no lock"] = [StaticHeap("Chunks = 64, Storage = Allocators.Storage.Pointer, Synchronization = Allocators.Synchronization.None, Checks = Allocators.Checks.None")],
        ["static class at an address, state in it, no lock"] = [StaticHeap("Storage = Allocators.Storage.Pointer, State = Allocators.State.InMemory, Synchronization = Allocators.Synchronization.None")],
        ["static class at an address, lock for some"] = [StaticHeap("Storage = Allocators.Storage.Pointer, Synchronization = Allocators.Synchronization.LockFree")],
        ["static class at an address, state in it, lock for some"] = [StaticHeap("Storage = Allocators.Storage.Pointer, State = Allocators.State.InMemory, Synchronization = Allocators.Synchronization.LockFree")],
        ["static class at an address, much state beside"] = [StaticHeap("Chunks = 1000000, ChunkSize = 16, Storage = Allocators.Storage.Pointer, State = Allocators.State.InStruct")],
        ["static class at an address, no headers"] = ["[Allocators.Teaspoon(Headers = false, Storage = Allocators.Storage.Pointer, Coalescing = Allocators.Coalescing.Deferred)] public static partial class Heap { }"],
        ["static null heap at an address"] = ["[Allocators.NullHeap(Storage = Allocators.Storage.Pointer)] public static partial class Heap { }"],
        ["static null heap at an address, state in it"] = ["[Allocators.NullHeap(Storage = Allocators.Storage.Pointer, State = Allocators.State.InMemory)] public static partial class Heap { }"],
        ["null heap at an address, state in it"] = ["[Allocators.NullHeap(Storage = Allocators.Storage.Pointer, State = Allocators.State.InMemory)] public partial struct Heap { }"],
        ["null heap over a span"] = ["[Allocators.NullHeap] public ref partial struct Heap { }"],
        ["null heap at an address"] = ["[Allocators.NullHeap(Storage = Allocators.Storage.Pointer)] public partial struct Heap { }"],
        ["teaspoon 4KiB"] = [InBlockNamespace(Teaspoon4KiB)],
        ["teaspoon, static, parking"] = [InBlockNamespace(DeferredTeaspoon16MiB)],
        ["teaspoon, no headers, static, parking"] = [InBlockNamespace(HeaderlessTeaspoon)],
        ["teaspoon, no headers"] = [Spoon("Variant = \"4KiB\", Headers = false")],
        ["teaspoon, no headers, smallest arena"] = [Spoon("Variant = \"4KiB\", Headers = false, Bytes = 16, Coalescing = Allocators.Coalescing.Deferred")],
        ["teaspoon, no headers, no checks"] = [Spoon("Headers = false, Bytes = 100000, Checks = Allocators.Checks.None")],
        ["teaspoon, no headers, parking, no checks, lock"] = [Spoon("Headers = false, Coalescing = Allocators.Coalescing.Deferred, Checks = Allocators.Checks.None, Synchronization = Allocators.Synchronization.SpinLock")],
        ["teaspoon, no headers, largest static"] = ["[Allocators.Teaspoon(Variant = \"1GiB\", Headers = false, Coalescing = Allocators.Coalescing.Deferred)] public static partial class Heap { }"],
        ["teaspoon, no headers, at an address, no checks"] = [Spoon("Variant = \"1GiB\", Headers = false, Storage = Allocators.Storage.Pointer, Alignment = 4096, Checks = Allocators.Checks.None")],
        ["teaspoon, no headers, over a span, parking"] = ["[Allocators.Teaspoon(Variant = \"128KiB\", Headers = false, State = Allocators.State.InMemory, Coalescing = Allocators.Coalescing.Deferred)] public ref partial struct Heap { }"],
        ["teaspoon, defaults"] = ["[Allocators.Teaspoon] public static partial class Heap { }"],
        ["teaspoon 4KiB, parking, no checks"] = [Spoon("Variant = \"4KiB\", Coalescing = Allocators.Coalescing.Deferred, Checks = Allocators.Checks.None")],
        ["teaspoon, smallest arena"] = [Spoon("Variant = \"4KiB\", Bytes = 16")],
        ["teaspoon 128KiB"] = [Spoon("Variant = \"128KiB\"")],
        ["teaspoon 128KiB, parking, lock"] = [Spoon("Variant = \"128KiB\", Coalescing = Allocators.Coalescing.Deferred, Synchronization = Allocators.Synchronization.SpinLock")],
        ["teaspoon 1GiB at an address"] = [Spoon("Variant = \"1GiB\", Storage = Allocators.Storage.Pointer, Alignment = 4096")],
        ["teaspoon at an address, state in it, parking"] = [Spoon("Storage = Allocators.Storage.Pointer, State = Allocators.State.InMemory, Coalescing = Allocators.Coalescing.Deferred")],
        ["teaspoon 4KiB at an address"] = [Spoon("Variant = \"4KiB\", Storage = Allocators.Storage.Pointer, Synchronization = Allocators.Synchronization.SpinLock")],
        ["teaspoon over a span"] = ["[Allocators.Teaspoon(Variant = \"4KiB\")] public ref partial struct Heap { }"],
        ["teaspoon over a span, parking"] = ["[Allocators.Teaspoon(State = Allocators.State.InMemory, Coalescing = Allocators.Coalescing.Deferred)] public ref partial struct Heap { }"],
        ["teaspoon between processes"] = [InBlockNamespace(SharedTeaspoon128KiB)],
        ["teaspoon between processes over a span, parking"] = ["[Allocators.Teaspoon(State = Allocators.State.InMemory, Synchronization = Allocators.Synchronization.SpinLock, Coalescing = Allocators.Coalescing.Deferred)] public ref partial struct Heap { }"],
        ["teaspoon between processes, generic"] = ["[Allocators.Teaspoon(Storage = Allocators.Storage.Pointer, State = Allocators.State.InMemory, Synchronization = Allocators.Synchronization.SpinLock)] public partial struct Heap<T> { }"],
        ["teaspoon, generic"] = ["[Allocators.Teaspoon(Variant = \"128KiB\")] public partial struct Pool<T> { }"],
        ["internal"] = ["[Allocators.ChunkHeap] internal partial struct Heap { }", "[Allocators.ChunkHeap] internal static partial class Memory { }"],
        ["nested with every accessibility"] = [NestedWithEveryAccessibility],
        ["nested in every type"] = [NestedInEveryType],
        ["nested in a record struct (C# 10)"] = ["/// <summary>Outer.</summary>\npublic partial record struct Outer { [Allocators.ChunkHeap] public partial struct Heap { } }"],
        ["nested in generic types"] = [NestedInGenericTypes],
        ["generic heaps"] = [GenericHeaps],
        ["keywords as names"] = [KeywordsAsNames],
        ["names of generated members as type names"] = [NamesOfGeneratedMembers],
        ["over several files"] = OverSeveralFiles,
        ["names that hide others"] = [NamesThatHideOthers],
        ["names in other scripts"] = ["namespace नमस्ते { [Allocators.ChunkHeap] public partial struct Größe { } }"],
    };

    private const string NestedWithEveryAccessibility =
        """
        /// <summary>Outer.</summary>
        public partial class Outer
        {
            [Allocators.ChunkHeap] public partial struct Public { }
            [Allocators.ChunkHeap] protected internal partial struct ProtectedInternal { }
            [Allocators.ChunkHeap] protected partial struct Protected { }
            [Allocators.ChunkHeap] private protected partial struct PrivateProtected { }
            [Allocators.ChunkHeap] internal partial struct Internal { }
            [Allocators.ChunkHeap] private partial struct Private { }
            [Allocators.ChunkHeap] private static partial class PrivateMemory { }
            [Allocators.ChunkHeap] protected static partial class ProtectedMemory { }
        }
        """;

    private const string NestedInEveryType =
        """
        /// <summary>Outer.</summary>
        public abstract partial class OuterClass { [Allocators.ChunkHeap] public partial struct Heap { } }

        /// <summary>Outer.</summary>
        public static partial class OuterStaticClass { [Allocators.ChunkHeap] public partial struct Heap { } }

        /// <summary>Outer.</summary>
        public readonly partial struct OuterStruct { [Allocators.ChunkHeap] public static partial class Memory { } }

        /// <summary>Outer.</summary>
        public ref partial struct OuterRefStruct { [Allocators.ChunkHeap] public partial struct Heap { } }

        /// <summary>Outer.</summary>
        public sealed partial record OuterRecord { [Allocators.ChunkHeap] public partial struct Heap { } }

        /// <summary>Outer.</summary>
        public partial interface IOuter { [Allocators.ChunkHeap] public partial struct Heap { } }
        """;

    private const string NestedInGenericTypes =
        """
        /// <summary>Outer.</summary>
        public partial class Outer<TKey, @class>
            where TKey : class
        {
            /// <summary>Middle.</summary>
            public partial struct Middle<T>
            {
                [Allocators.ChunkHeap(Chunks = 16)] public partial struct Heap { }

                [Allocators.ChunkHeap] public partial struct Large { }

                [Allocators.ChunkHeap] public ref partial struct Stack { }

                [Allocators.ChunkHeap(Storage = Allocators.Storage.Pointer, State = Allocators.State.InMemory)] public partial struct Mapped { }
            }
        }
        """;

    private const string GenericHeaps =
        """
        namespace Game
        {
            [Allocators.ChunkHeap(Chunks = 16)]
            public partial struct Pool<TItem>
                where TItem : unmanaged
            {
            }

            [Allocators.ChunkHeap]
            public partial struct Pools<TKey, TValue> { }

            [Allocators.ChunkHeap]
            public partial struct OneLetter<T> { }
        }
        """;

    private const string KeywordsAsNames =
        """
        namespace @namespace.@event
        {
            /// <summary>Outer.</summary>
            public partial class @class
            {
                [Allocators.ChunkHeap] public partial struct @struct { }

                [Allocators.ChunkHeap] public static partial class @static { }
            }
        }
        """;

    private const string NamesOfGeneratedMembers =
        """
        [Allocators.ChunkHeap] public partial struct HeapMemory { }

        [Allocators.ChunkHeap] public partial struct Block { }

        [Allocators.ChunkHeap] public static partial class BlockMemory { }
        """;

    private const string NamesThatHideOthers =
        """
        namespace Game.System
        {
            /// <summary>Hides the library.</summary>
            public static class Allocators { }

            /// <summary>Hides the framework's.</summary>
            public static class Math { }

            [global::Allocators.ChunkHeap] public partial struct Span { }
        }
        """;

    private static string[] OverSeveralFiles =>
    [
        """
        namespace Game
        {
            [Allocators.ChunkHeap(Chunks = 16)]
            public partial struct Heap { }
        }
        """,
        """
        namespace Game
        {
            partial struct Heap
            {
                /// <summary>A constant of the user's.</summary>
                public const int Answer = 42;
            }
        }
        """,
        """
        namespace Game
        {
            partial struct Heap
            {
                /// <summary>A method of the user's.</summary>
                public readonly int Free(string name) => name.Length + Answer;
            }
        }
        """,
    ];

    private static string Struct(string arguments) => $"[Allocators.ChunkHeap({arguments})] public partial struct Heap {{ }}";

    private static string Spoon(string arguments) => $"[Allocators.Teaspoon({arguments})] public partial struct Heap {{ }}";

    private static string SpanHeap(string arguments) => $"[Allocators.ChunkHeap({arguments})] public ref partial struct Heap {{ }}";

    private static string StaticHeap(string arguments) => $"[Allocators.ChunkHeap({arguments})] public static partial class Heap {{ }}";

    /// <summary>The declaration as C# 9 has to write it.</summary>
    public static string InBlockNamespace(string declaration) => declaration.Replace("namespace Game;", "namespace Game {", System.StringComparison.Ordinal) + "}";
}
