using System.Collections.Generic;

namespace Allocators.Generator.Tests.Output;

/// <summary>Good declarations of heaps of size classes, as those in <see cref="SampleDeclarations"/>.</summary>
internal static class SizeClassDeclarations
{
    public const string StaticSizeClasses =
        """
        using Allocators;

        namespace Game;

        [SizeClassHeap(Bytes = 16 << 20)]
        public static partial class GameMemory { }
        """;

    public const string SharedSizeClasses =
        """
        using Allocators;

        namespace Game;

        [SizeClassHeap(Bytes = 1 << 20, Storage = Storage.Pointer, State = State.InMemory, Synchronization = Synchronization.SpinLock)]
        public partial struct Mailbox { }
        """;

    public const string SizeClasses64KiB =
        """
        using Allocators;

        namespace Game;

        [SizeClassHeap(Bytes = 64 << 10)]
        public partial struct LevelHeap { }
        """;

    public static IReadOnlyDictionary<string, string[]> All { get; } = new Dictionary<string, string[]>
    {
        ["size classes"] = ["[Allocators.SizeClassHeap(Bytes = 1 << 16)] public partial struct Heap { }"],
        ["size classes, smallest"] = ["[Allocators.SizeClassHeap(Bytes = 4096)] public partial struct Heap { }"],
        ["size classes, static"] = [SampleDeclarations.InBlockNamespace(StaticSizeClasses)],
        ["size classes, static, no lock and no checks"] = ["[Allocators.SizeClassHeap(Bytes = 1 << 20, Synchronization = Allocators.Synchronization.None, Checks = Allocators.Checks.None)] public static partial class Heap { }"],
        ["size classes, large units"] = ["[Allocators.SizeClassHeap(Bytes = 40 << 20, Alignment = 4096)] public static partial class Heap { }"],
        ["size classes over a span"] = ["[Allocators.SizeClassHeap(Bytes = 4096)] public ref partial struct Heap { }"],
        ["size classes over a span, state in it"] = ["[Allocators.SizeClassHeap(State = Allocators.State.InMemory, Synchronization = Allocators.Synchronization.SpinLock)] public ref partial struct Heap { }"],
        ["size classes at an address"] = ["[Allocators.SizeClassHeap(Bytes = 16384, Storage = Allocators.Storage.Pointer, State = Allocators.State.InStruct)] public partial struct Heap { }"],
        ["size classes at an address, state in it"] = ["[Allocators.SizeClassHeap(Bytes = 256 << 20, Storage = Allocators.Storage.Pointer, Alignment = 4096)] public partial struct Heap { }"],
        ["size classes between processes"] = [SampleDeclarations.InBlockNamespace(SharedSizeClasses)],
        ["static class at an address, size classes"] = ["[Allocators.SizeClassHeap(Storage = Allocators.Storage.Pointer, Checks = Allocators.Checks.None)] public static partial class Heap { }"],
    };
}
