namespace Allocators.Tests;

// The teaspoons of the conformance suite: every variant, from a few bytes to all it can have.
[Teaspoon(Variant = "4KiB", Bytes = 64)] public partial struct Spoon64Bytes;
[Teaspoon(Variant = "4KiB", Bytes = 1000)] public partial struct Spoon1000Bytes;
[Teaspoon(Variant = "4KiB", Bytes = 1024)] public partial struct Spoon1024Bytes;
[Teaspoon(Variant = "4KiB")] public partial struct Spoon4KiB;
[Teaspoon(Variant = "4KiB", Coalescing = Coalescing.Deferred)] public partial struct Deferred4KiB;
[Teaspoon(Variant = "4KiB", Synchronization = Synchronization.SpinLock)] public partial struct Locked4KiB;
[Teaspoon(Variant = "4KiB", Checks = Checks.None)] public partial struct Unchecked4KiB;
[Teaspoon(Variant = "4KiB", Alignment = 1024)] public static partial class Static4KiB;
[Teaspoon(Variant = "4KiB", Coalescing = Coalescing.Deferred)] public static partial class StaticDeferred4KiB;
[Teaspoon(Variant = "4KiB", Storage = Storage.Pointer)] public partial struct Pointer4KiB;
[Teaspoon(Variant = "4KiB", Storage = Storage.Pointer, Coalescing = Coalescing.Deferred)] public partial struct PointerDeferred4KiB;
[Teaspoon(Variant = "4KiB", Storage = Storage.Pointer, State = State.InMemory)] public partial struct PointerInMemoryImmediate4KiB;
[Teaspoon(Variant = "4KiB", Storage = Storage.Pointer, State = State.InMemory, Coalescing = Coalescing.Deferred, Alignment = 256)] public partial struct PointerInMemory4KiB;

[Teaspoon(Variant = "128KiB")] public partial struct Spoon128KiB;
[Teaspoon(Variant = "128KiB", Bytes = 64)] public partial struct Spoon64BytesOf128KiB;
[Teaspoon(Variant = "128KiB", Coalescing = Coalescing.Deferred)] public partial struct Deferred128KiB;
[Teaspoon(Variant = "128KiB", Bytes = 1000, Coalescing = Coalescing.Deferred, Synchronization = Synchronization.SpinLock)] public partial struct LockedDeferred1000Of128KiB;
[Teaspoon(Variant = "128KiB", Coalescing = Coalescing.Deferred, Checks = Checks.None)] public partial struct UncheckedDeferred128KiB;
[Teaspoon(Variant = "128KiB", Alignment = 4096)] public static partial class Static128KiB;
[Teaspoon(Variant = "128KiB", Bytes = 3000, Alignment = 4096)] public static partial class Static3000Of128KiB;
[Teaspoon(Variant = "128KiB", Alignment = 4096, Coalescing = Coalescing.Deferred)] public static partial class StaticDeferred128KiB;
[Teaspoon(Variant = "128KiB", Storage = Storage.Pointer, Alignment = 64)] public partial struct Pointer128KiB;
[Teaspoon(Variant = "128KiB", Storage = Storage.Pointer, Coalescing = Coalescing.Deferred)] public partial struct PointerDeferred128KiB;
[Teaspoon(Variant = "128KiB", Storage = Storage.Pointer, State = State.InMemory, Alignment = 32)] public partial struct PointerInMemoryImmediate128KiB;
[Teaspoon(Variant = "128KiB", Storage = Storage.Pointer, State = State.InMemory, Coalescing = Coalescing.Deferred)] public partial struct PointerInMemory128KiB;

[Teaspoon(Bytes = 600_000)] public partial struct Spoon600000Of16MiB;
[Teaspoon(Bytes = 100_000)] public partial struct Spoon100000Of16MiB;
[Teaspoon(Bytes = 1000, Coalescing = Coalescing.Deferred)] public partial struct Deferred1000Of16MiB;
[Teaspoon(Alignment = 4096)] public static partial class Static16MiB;
[Teaspoon(Bytes = 600, Alignment = 4096)] public static partial class Static600Of16MiB;
[Teaspoon(Bytes = 200_000, Alignment = 512, Coalescing = Coalescing.Deferred)] public static partial class StaticDeferred200000Of16MiB;
[Teaspoon(Storage = Storage.Pointer, Alignment = 4096)] public partial struct Pointer16MiB;
[Teaspoon(Storage = Storage.Pointer, Coalescing = Coalescing.Deferred)] public partial struct PointerDeferred16MiB;
[Teaspoon(Storage = Storage.Pointer, State = State.InMemory)] public partial struct PointerInMemoryImmediate16MiB;
[Teaspoon(Storage = Storage.Pointer, State = State.InMemory, Coalescing = Coalescing.Deferred, Alignment = 4096, Synchronization = Synchronization.SpinLock)] public partial struct PointerInMemory16MiB;

[Teaspoon(Variant = "1GiB", Bytes = 5000)] public partial struct Spoon5000Of1GiB;
[Teaspoon(Variant = "1GiB", Bytes = 5000, Coalescing = Coalescing.Deferred)] public partial struct Deferred5000Of1GiB;
[Teaspoon(Variant = "1GiB", Bytes = 20_000)] public static partial class Static20000Of1GiB;
[Teaspoon(Variant = "1GiB", Bytes = 20_000, Coalescing = Coalescing.Deferred)] public static partial class StaticDeferred20000Of1GiB;
[Teaspoon(Variant = "1GiB", Storage = Storage.Pointer)] public partial struct Pointer1GiB;
[Teaspoon(Variant = "1GiB", Storage = Storage.Pointer, Coalescing = Coalescing.Deferred)] public partial struct PointerDeferred1GiB;
[Teaspoon(Variant = "1GiB", Storage = Storage.Pointer, State = State.InMemory, Alignment = 8)] public partial struct PointerInMemoryImmediate1GiB;
[Teaspoon(Variant = "1GiB", Storage = Storage.Pointer, State = State.InMemory, Coalescing = Coalescing.Deferred)] public partial struct PointerInMemory1GiB;
