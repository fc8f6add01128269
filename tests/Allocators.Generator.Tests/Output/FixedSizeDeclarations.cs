using System.Collections.Generic;

namespace Allocators.Generator.Tests.Output;

/// <summary>Good declarations of heaps whose blocks all have one size, as those in <see cref="SampleDeclarations"/>.</summary>
internal static class FixedSizeDeclarations
{
    public const string Slab32 =
        """
        using Allocators;

        namespace Game;

        [Slab(Slots = 32, BlockSize = 32)]
        public partial struct Packets { }
        """;

    public const string FreeListOfPages =
        """
        using Allocators;

        namespace Game;

        [FreeList(BlockSize = 1024, Blocks = 64)]
        public partial struct Pages { }
        """;

    public const string StaticSlabOfValues =
        """
        using Allocators;

        namespace Game;

        /// <summary>What moves.</summary>
        public struct Entity
        {
            /// <summary>Where it is.</summary>
            public float X, Y;
        }

        [Slab(typeof(Entity), Slots = 1000)]
        public static partial class Entities { }
        """;

    private const string AttachedClasses =
        """
        namespace Game
        {
            using Allocators;

            [Slab(Slots = 100, BlockSize = 24, Storage = Storage.Pointer)] public static partial class Packets { }
            [Slab(typeof(long), Slots = 100, Storage = Storage.Pointer, State = State.InMemory)] public static partial class Times { }
            [Slab(typeof(long), Slots = 100, Storage = Storage.Pointer, Synchronization = Synchronization.LockFree)] public static partial class LockFreeTimes { }
            [FreeList(Blocks = 100, BlockSize = 24, Storage = Storage.Pointer, Checks = Checks.None)] public static partial class Pages { }
            [FreeList(typeof(long), Blocks = 100, Storage = Storage.Pointer)] public static partial class Numbers { }
            [FreeList(Blocks = 100, BlockSize = 24, Storage = Storage.Pointer, State = State.InMemory, Synchronization = Synchronization.LockFree)] public static partial class LockFreePages { }
        }
        """;

    public const string LockFreeSlab =
        """
        using Allocators;

        namespace Game;

        [Slab(Slots = 256, BlockSize = 64, Synchronization = Synchronization.LockFree)]
        public partial struct Messages { }
        """;

    public const string FreeList64 =
        """
        using Allocators;

        namespace Game;

        [FreeList(Blocks = 64, BlockSize = 1024)]
        public partial struct Pages { }
        """;

    public const string UncheckedFreeList =
        """
        using Allocators;

        namespace Game;

        [FreeList(Blocks = 1000, BlockSize = 48, Checks = Checks.None)]
        public partial struct Particles { }
        """;

    public const string FreeListOfValues =
        """
        using Allocators;

        namespace Game;

        [FreeList(typeof(System.Numerics.Vector3), Blocks = 300)]
        public partial struct Points { }
        """;

    public const string LockFreeListAtAnAddress =
        """
        using Allocators;

        namespace Game;

        [FreeList(Blocks = 4096, BlockSize = 256, Storage = Storage.Pointer, State = State.InMemory, Synchronization = Synchronization.LockFree)]
        public partial struct Buffers { }
        """;

    private const string ElementsFromElsewhere =
        """
        namespace Game.Model
        {
            /// <summary>A value.</summary>
            public struct Entity
            {
                /// <summary>Nested.</summary>
                public struct Part { internal int X; }

                internal Part First;
            }

            /// <summary>Two values.</summary>
            public struct Pair<T>
                where T : unmanaged
            {
                internal T First, Second;

                internal Pair(T first, T second)
                {
                    First = first;
                    Second = second;
                }
            }

            /// <summary>A name.</summary>
            public enum Team : byte
            {
                /// <summary>Red.</summary>
                Red,

                /// <summary>Blue.</summary>
                Blue,
            }

            /// <summary>A keyword.</summary>
            public struct @event { internal long Time; }
        }

        namespace Game.Heaps
        {
            using Allocators;
            using Game.Model;

            [Slab(typeof(Entity), Slots = 32)] public partial struct Entities { }
            [Slab(typeof(Entity.Part), Slots = 32)] public partial struct Parts { }
            [Slab(typeof(Pair<int>), Slots = 32)] public partial struct Pairs { }
            [Slab(typeof(Pair<Pair<Team>>), Slots = 32)] public static partial class Teams { }
            [Slab(typeof(Team), Slots = 300, HandleBits = 16)] public partial struct TeamNames { }
            [Slab(typeof((int, long)), Slots = 32)] public partial struct Tuples { }
            [Slab(typeof(@event), Slots = 32)] public ref partial struct Events { }
            [Slab(typeof(nint), Slots = 32)] public partial struct Addresses { }
            [Slab(typeof(System.Guid), Slots = 32)] public partial struct Ids { }
            [FreeList(typeof(Entity), Blocks = 32)] public partial struct EntityList { }
            [FreeList(typeof(Pair<int>), Blocks = 32)] public ref partial struct PairList { }
            [FreeList(typeof(Team), Blocks = 1000)] public static partial class TeamList { }
            [FreeList(typeof(@event), Blocks = 32)] public partial struct EventList { }
        }
        """;

    private const string HiddenElements =
        """
        /// <summary>Outer.</summary>
        public static partial class Outer
        {
            private struct Node { internal long Value; }

            private enum Color { Red }

            [Allocators.Slab(typeof(Node), Slots = 16)] private partial struct Nodes { }

            [Allocators.FreeList(typeof(Node), Blocks = 16)] private static partial class NodeList { }

            [Allocators.FreeList(typeof(Color), Blocks = 16)] private partial struct Colors { }
        }

        internal struct Internal { internal int Value; }

        [Allocators.Slab(typeof(Internal), Slots = 16)] internal partial struct Internals { }
        """;

    private const string ProtectedElements =
        """
        /// <summary>Outer.</summary>
        public partial class Outer
        {
            /// <summary>A value.</summary>
            protected struct Node { internal long Value; }

            /// <summary>A value.</summary>
            protected internal struct Link { internal long Value; }

            private protected struct Hidden { internal long Value; }

            [Allocators.Slab(typeof(Node), Slots = 16)] protected partial struct Nodes { }

            [Allocators.FreeList(typeof(Node), Blocks = 16)] private protected static partial class NodeList { }

            [Allocators.FreeList(typeof(Link), Blocks = 16)] protected partial struct Links { }

            [Allocators.FreeList(typeof(Link), Blocks = 16)] protected internal partial struct MoreLinks { }

            [Allocators.FreeList(typeof(Link), Blocks = 16)] internal partial struct InternalLinks { }

            [Allocators.FreeList(typeof(Hidden), Blocks = 16)] private protected partial struct HiddenList { }

            [Allocators.FreeList(typeof(Hidden), Blocks = 16)] private partial struct PrivateList { }
        }
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
                [Allocators.Slab(Slots = 16, BlockSize = 16)] public partial struct Bytes { }

                [Allocators.Slab(typeof(long), Slots = 16)] public partial struct Longs { }

                [Allocators.FreeList(Blocks = 16, BlockSize = 3)] public ref partial struct Stack { }

                [Allocators.FreeList(typeof(int), Blocks = 16, Storage = Allocators.Storage.Pointer, State = Allocators.State.InMemory)] public partial struct Mapped { }
            }
        }

        [Allocators.Slab(typeof(System.DateTime), Slots = 40)]
        public partial struct Pool<T> { }
        """;

    private const string Names =
        """
        namespace @namespace.@event
        {
            [Allocators.Slab(Slots = 8, BlockSize = 8)] public partial struct @struct { }

            [Allocators.Slab(typeof(int), Slots = 8)] public static partial class @static { }

            [Allocators.FreeList(Blocks = 8, BlockSize = 8)] public partial struct @ref { }

            [Allocators.FreeList(typeof(int), Blocks = 8)] public static partial class @class { }
        }

        namespace Game.System
        {
            /// <summary>Hides the library.</summary>
            public static class Allocators { }

            /// <summary>Hides the framework's.</summary>
            public struct Span { internal int X; }

            /// <summary>Called like what is generated.</summary>
            public struct Handle { internal int X; }

            /// <summary>Likewise.</summary>
            public struct Memory { internal int X; }

            [global::Allocators.Slab(typeof(Span), Slots = 8)] public partial struct Spans { }

            [global::Allocators.Slab(typeof(Handle), Slots = 8)] public partial struct ManyHandles { }

            [global::Allocators.FreeList(typeof(Memory), Blocks = 8)] public partial struct Memories { }
        }
        """;

    public static IReadOnlyDictionary<string, string[]> All { get; } = new Dictionary<string, string[]>
    {
        ["slab 32"] = [SampleDeclarations.InBlockNamespace(Slab32)],
        ["free list of pages"] = [SampleDeclarations.InBlockNamespace(FreeListOfPages)],
        ["static slabs and free lists at an address"] = [AttachedClasses],
        ["slab of values, static"] = [SampleDeclarations.InBlockNamespace(StaticSlabOfValues)],
        ["slab, lock-free"] = [SampleDeclarations.InBlockNamespace(LockFreeSlab)],
        ["slab, one byte"] = [Slab("Slots = 1, BlockSize = 1")],
        ["slab, bytes in all"] = [Slab("Slots = 256, Bytes = 1 << 14")],
        ["slab, handles of 16 bits"] = [Slab("Slots = 100, BlockSize = 20, HandleBits = 16")],
        ["slab, handles of 16 bits, wide words"] = [Slab("Slots = 4000, BlockSize = 1000, HandleBits = 16, OnExhausted = Allocators.OnExhausted.Wrap")],
        ["slab, handles of 64 bits"] = [Slab("Slots = 100000, BlockSize = 100, HandleBits = 64")],
        ["slab, wraps, lock"] = [Slab("Slots = 10, BlockSize = 64, OnExhausted = Allocators.OnExhausted.Wrap, Synchronization = Allocators.Synchronization.SpinLock")],
        ["slab, no checks"] = [Slab("Slots = 10, BlockSize = 64, Checks = Allocators.Checks.None")],
        ["slab, lock-free, wraps, no checks"] = [Slab("Slots = 10, BlockSize = 64, Synchronization = Allocators.Synchronization.LockFree, OnExhausted = Allocators.OnExhausted.Wrap, Checks = Allocators.Checks.None")],
        ["slab, lock-free, handles of 16 bits"] = [Slab("Slots = 10, BlockSize = 64, Synchronization = Allocators.Synchronization.LockFree, HandleBits = 16")],
        ["slab, lock-free, handles of 64 bits"] = [Slab("Slots = 1000, BlockSize = 8, Synchronization = Allocators.Synchronization.LockFree, HandleBits = 64")],
        ["slab, static"] = ["[Allocators.Slab(Slots = 32, BlockSize = 64, Alignment = 64)] public static partial class Heap { }"],
        ["slab, static, lock-free, no alignment"] = ["[Allocators.Slab(Slots = 32, BlockSize = 7, Alignment = 1, Synchronization = Allocators.Synchronization.LockFree)] public static partial class Heap { }"],
        ["slab over a span"] = ["[Allocators.Slab(Slots = 32, BlockSize = 64)] public ref partial struct Heap { }"],
        ["slab over a span, state in it"] = ["[Allocators.Slab(Slots = 32, BlockSize = 64, HandleBits = 64, State = Allocators.State.InMemory)] public ref partial struct Heap { }"],
        ["slab at an address"] = [Slab("Slots = 32, BlockSize = 64, Storage = Allocators.Storage.Pointer")],
        ["slab at an address, wraps, state in it"] = [Slab("Slots = 5000, BlockSize = 64, Storage = Allocators.Storage.Pointer, State = Allocators.State.InMemory, OnExhausted = Allocators.OnExhausted.Wrap")],
        ["slab between processes"] = [Slab("Slots = 32, BlockSize = 64, Storage = Allocators.Storage.Pointer, State = Allocators.State.InMemory, Synchronization = Allocators.Synchronization.SpinLock")],
        ["slab between processes, lock-free"] = [Slab("Slots = 32, BlockSize = 64, Storage = Allocators.Storage.Pointer, State = Allocators.State.InMemory, Synchronization = Allocators.Synchronization.LockFree")],
        ["slab of values"] = ["[Allocators.Slab(typeof(long), Slots = 1)] public partial struct Heap { }"],
        ["slab of values, lock"] = ["[Allocators.Slab(typeof(byte), Slots = 7, Synchronization = Allocators.Synchronization.SpinLock)] public partial struct Heap { }"],
        ["slab of values, lock-free, 64 bits"] = ["[Allocators.Slab(typeof(byte), Slots = 7, HandleBits = 64, Synchronization = Allocators.Synchronization.LockFree)] public partial struct Heap { }"],
        ["slab of values, static, wraps, lock-free"] = ["[Allocators.Slab(typeof(decimal), Slots = 70, OnExhausted = Allocators.OnExhausted.Wrap, Synchronization = Allocators.Synchronization.LockFree)] public static partial class Heap { }"],
        ["free list over a static heap"] = ["[Allocators.ChunkHeap] public static partial class Game { }\n\n[Allocators.FreeList(BlockSize = 64, Blocks = 50, Over = typeof(Game))] public partial struct Heap { }"],
        ["free list over a heap in a struct"] = ["[Allocators.ChunkHeap] public partial struct Level { }\n\n[Allocators.FreeList(BlockSize = 64, Blocks = 50, Over = typeof(Level))] public ref partial struct Heap { }"],
        ["free list over a static heap, state in it, lock"] = ["[Allocators.ChunkHeap] public static partial class Game { }\n\n[Allocators.FreeList(BlockSize = 8, Blocks = 40000, Over = typeof(Game), Synchronization = Allocators.Synchronization.SpinLock)] public partial struct Heap { }"],
        ["free list of values over a heap at an address"] = ["[Allocators.Teaspoon(Variant = \"128KiB\", Storage = Allocators.Storage.Pointer)] public partial struct Arena { }\n\n[Allocators.FreeList(typeof(long), Blocks = 100, Over = typeof(Arena))] public partial struct Heap { }"],
        ["slab of values over a span"] = ["[Allocators.Slab(typeof(double), Slots = 70)] public ref partial struct Heap { }"],
        ["slab of values at an address"] = ["[Allocators.Slab(typeof(char), Slots = 70, Storage = Allocators.Storage.Pointer)] public partial struct Heap { }"],
        ["slab of values at an address, state in it, lock-free"] = ["[Allocators.Slab(typeof(int), Slots = 70, Storage = Allocators.Storage.Pointer, State = Allocators.State.InMemory, Synchronization = Allocators.Synchronization.LockFree)] public partial struct Heap { }"],
        ["free list 64"] = [SampleDeclarations.InBlockNamespace(FreeList64)],
        ["free list, no checks"] = [SampleDeclarations.InBlockNamespace(UncheckedFreeList)],
        ["free list of values"] = [SampleDeclarations.InBlockNamespace(FreeListOfValues)],
        ["free list at an address, lock-free"] = [SampleDeclarations.InBlockNamespace(LockFreeListAtAnAddress)],
        ["free list, one byte"] = [FreeList("Blocks = 1, BlockSize = 1")],
        ["free list, links beside"] = [FreeList("Blocks = 1000, BlockSize = 1")],
        ["free list, links beside, no checks"] = [FreeList("Blocks = 70000, BlockSize = 2, Checks = Allocators.Checks.None")],
        ["free list, many blocks"] = [FreeList("Blocks = 70000, BlockSize = 24")],
        ["free list, lock"] = [FreeList("Blocks = 64, BlockSize = 24, Synchronization = Allocators.Synchronization.SpinLock")],
        ["free list, lock-free"] = [FreeList("Blocks = 64, BlockSize = 24, Synchronization = Allocators.Synchronization.LockFree")],
        ["free list, lock-free, no checks"] = [FreeList("Blocks = 64, BlockSize = 24, Synchronization = Allocators.Synchronization.LockFree, Checks = Allocators.Checks.None")],
        ["free list, static, pages"] = ["[Allocators.FreeList(Blocks = 16, BlockSize = 4096, Alignment = 4096)] public static partial class Heap { }"],
        ["free list over a span"] = ["[Allocators.FreeList(Blocks = 100, BlockSize = 24)] public ref partial struct Heap { }"],
        ["free list over a span, links beside, state in it"] = ["[Allocators.FreeList(Blocks = 300, BlockSize = 1, State = Allocators.State.InMemory)] public ref partial struct Heap { }"],
        ["free list over a span, lock-free"] = ["[Allocators.FreeList(Blocks = 100, BlockSize = 24, Synchronization = Allocators.Synchronization.LockFree)] public ref partial struct Heap { }"],
        ["free list at an address"] = [FreeList("Blocks = 100, BlockSize = 512, Storage = Allocators.Storage.Pointer, Alignment = 512")],
        ["free list at an address, no checks"] = [FreeList("Blocks = 100, BlockSize = 24, Storage = Allocators.Storage.Pointer, Checks = Allocators.Checks.None")],
        ["free list between processes"] = [FreeList("Blocks = 100, BlockSize = 24, Storage = Allocators.Storage.Pointer, State = Allocators.State.InMemory, Synchronization = Allocators.Synchronization.SpinLock")],
        ["free list between processes, no checks"] = [FreeList("Blocks = 100, BlockSize = 24, Storage = Allocators.Storage.Pointer, State = Allocators.State.InMemory, Synchronization = Allocators.Synchronization.SpinLock, Checks = Allocators.Checks.None")],
        ["free list of values, lock-free"] = ["[Allocators.FreeList(typeof(int), Blocks = 65, Synchronization = Allocators.Synchronization.LockFree)] public partial struct Heap { }"],
        ["free list of values, static"] = ["[Allocators.FreeList(typeof(decimal), Blocks = 65)] public static partial class Heap { }"],
        ["free list of values, no checks"] = ["[Allocators.FreeList(typeof(byte), Blocks = 65, Checks = Allocators.Checks.None)] public partial struct Heap { }"],
        ["free list of values over a span"] = ["[Allocators.FreeList(typeof(byte), Blocks = 300)] public ref partial struct Heap { }"],
        ["free list of values at an address"] = ["[Allocators.FreeList(typeof(long), Blocks = 300, Storage = Allocators.Storage.Pointer, Synchronization = Allocators.Synchronization.SpinLock)] public partial struct Heap { }"],
        ["values of types from elsewhere"] = [ElementsFromElsewhere],
        ["values of protected types"] = [ProtectedElements],
        ["values of hidden types"] = [HiddenElements],
        ["slabs and free lists in generic types"] = [NestedInGenericTypes],
        ["slabs and free lists with names of all sorts"] = [Names],
    };

    private static string Slab(string arguments) => $"[Allocators.Slab({arguments})] public partial struct Heap {{ }}";

    private static string FreeList(string arguments) => $"[Allocators.FreeList({arguments})] public partial struct Heap {{ }}";
}
