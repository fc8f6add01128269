namespace Allocators.Tests;

// Teaspoons without headers in the conformance suite: every variant in every place, merged at once and parked.
[Teaspoon(Variant = "4KiB", Headers = false)] public partial struct Headerless4KiB;
[Teaspoon(Variant = "4KiB", Headers = false, Alignment = 1024)] public static partial class StaticHeaderless4KiB;
[Teaspoon(Variant = "4KiB", Headers = false, Storage = Storage.Pointer, Alignment = 4096)] public partial struct PointerHeaderless4KiB;
[Teaspoon(Variant = "4KiB", Headers = false, Storage = Storage.Pointer, State = State.InMemory, Synchronization = Synchronization.SpinLock)] public partial struct PointerHeaderlessInMemory4KiB;
[Teaspoon(Variant = "4KiB", Headers = false, Coalescing = Coalescing.Deferred)] public partial struct HeaderlessDeferred4KiB;
[Teaspoon(Variant = "4KiB", Headers = false, Alignment = 1024, Coalescing = Coalescing.Deferred)] public static partial class StaticHeaderlessDeferred4KiB;
[Teaspoon(Variant = "4KiB", Headers = false, Storage = Storage.Pointer, Alignment = 4096, Coalescing = Coalescing.Deferred)] public partial struct PointerHeaderlessDeferred4KiB;
[Teaspoon(Variant = "4KiB", Headers = false, Storage = Storage.Pointer, State = State.InMemory, Synchronization = Synchronization.SpinLock, Coalescing = Coalescing.Deferred)] public partial struct PointerHeaderlessDeferredInMemory4KiB;
[Teaspoon(Variant = "128KiB", Headers = false, Bytes = 50_000)] public partial struct Headerless128KiB;
[Teaspoon(Variant = "128KiB", Headers = false, Alignment = 4096)] public static partial class StaticHeaderless128KiB;
[Teaspoon(Variant = "128KiB", Headers = false, Storage = Storage.Pointer, Alignment = 4096)] public partial struct PointerHeaderless128KiB;
[Teaspoon(Variant = "128KiB", Headers = false, Storage = Storage.Pointer, State = State.InMemory, Synchronization = Synchronization.SpinLock)] public partial struct PointerHeaderlessInMemory128KiB;
[Teaspoon(Variant = "128KiB", Headers = false, Bytes = 50_000, Coalescing = Coalescing.Deferred)] public partial struct HeaderlessDeferred128KiB;
[Teaspoon(Variant = "128KiB", Headers = false, Alignment = 4096, Coalescing = Coalescing.Deferred)] public static partial class StaticHeaderlessDeferred128KiB;
[Teaspoon(Variant = "128KiB", Headers = false, Storage = Storage.Pointer, Alignment = 4096, Coalescing = Coalescing.Deferred)] public partial struct PointerHeaderlessDeferred128KiB;
[Teaspoon(Variant = "128KiB", Headers = false, Storage = Storage.Pointer, State = State.InMemory, Synchronization = Synchronization.SpinLock, Coalescing = Coalescing.Deferred)] public partial struct PointerHeaderlessDeferredInMemory128KiB;
[Teaspoon(Variant = "16MiB", Headers = false, Bytes = 200_000)] public partial struct Headerless16MiB;
[Teaspoon(Variant = "16MiB", Headers = false, Bytes = 600_000, Alignment = 512)] public static partial class StaticHeaderless16MiB;
[Teaspoon(Variant = "16MiB", Headers = false, Bytes = 200_000, Storage = Storage.Pointer, Alignment = 4096)] public partial struct PointerHeaderless16MiB;
[Teaspoon(Variant = "16MiB", Headers = false, Bytes = 200_000, Storage = Storage.Pointer, State = State.InMemory, Synchronization = Synchronization.SpinLock)] public partial struct PointerHeaderlessInMemory16MiB;
[Teaspoon(Variant = "16MiB", Headers = false, Bytes = 200_000, Coalescing = Coalescing.Deferred)] public partial struct HeaderlessDeferred16MiB;
[Teaspoon(Variant = "16MiB", Headers = false, Bytes = 600_000, Alignment = 512, Coalescing = Coalescing.Deferred)] public static partial class StaticHeaderlessDeferred16MiB;
[Teaspoon(Variant = "16MiB", Headers = false, Bytes = 200_000, Storage = Storage.Pointer, Alignment = 4096, Coalescing = Coalescing.Deferred)] public partial struct PointerHeaderlessDeferred16MiB;
[Teaspoon(Variant = "16MiB", Headers = false, Bytes = 200_000, Storage = Storage.Pointer, State = State.InMemory, Synchronization = Synchronization.SpinLock, Coalescing = Coalescing.Deferred)] public partial struct PointerHeaderlessDeferredInMemory16MiB;
[Teaspoon(Variant = "1GiB", Headers = false, Bytes = 20_000)] public partial struct Headerless1GiB;
[Teaspoon(Variant = "1GiB", Headers = false, Bytes = 30_000)] public static partial class StaticHeaderless1GiB;
[Teaspoon(Variant = "1GiB", Headers = false, Bytes = 200_000, Storage = Storage.Pointer, Alignment = 4096)] public partial struct PointerHeaderless1GiB;
[Teaspoon(Variant = "1GiB", Headers = false, Bytes = 200_000, Storage = Storage.Pointer, State = State.InMemory, Synchronization = Synchronization.SpinLock)] public partial struct PointerHeaderlessInMemory1GiB;
[Teaspoon(Variant = "1GiB", Headers = false, Bytes = 20_000, Coalescing = Coalescing.Deferred)] public partial struct HeaderlessDeferred1GiB;
[Teaspoon(Variant = "1GiB", Headers = false, Bytes = 30_000, Coalescing = Coalescing.Deferred)] public static partial class StaticHeaderlessDeferred1GiB;
[Teaspoon(Variant = "1GiB", Headers = false, Bytes = 200_000, Storage = Storage.Pointer, Alignment = 4096, Coalescing = Coalescing.Deferred)] public partial struct PointerHeaderlessDeferred1GiB;
[Teaspoon(Variant = "1GiB", Headers = false, Bytes = 200_000, Storage = Storage.Pointer, State = State.InMemory, Synchronization = Synchronization.SpinLock, Coalescing = Coalescing.Deferred)] public partial struct PointerHeaderlessDeferredInMemory1GiB;

// Not checked, with nothing that tells a live block from a dead one.
[Teaspoon(Variant = "4KiB", Headers = false, Checks = Checks.None)] public partial struct UncheckedHeaderless4KiB;
[Teaspoon(Variant = "4KiB", Headers = false, Checks = Checks.None, Coalescing = Coalescing.Deferred)] public partial struct UncheckedHeaderlessDeferred4KiB;
[Teaspoon(Variant = "128KiB", Headers = false, Checks = Checks.None, Coalescing = Coalescing.Deferred)] public partial struct UncheckedHeaderlessDeferred128KiB;
[Teaspoon(Variant = "16MiB", Headers = false, Bytes = 300_000, Checks = Checks.None, Coalescing = Coalescing.Deferred)] public partial struct UncheckedHeaderlessDeferred16MiB;
[Teaspoon(Variant = "128KiB", Headers = false, Checks = Checks.None, Coalescing = Coalescing.Deferred, Alignment = 64)] public static partial class StaticUncheckedHeaderless128KiB;
[Teaspoon(Headers = false, Checks = Checks.None, Coalescing = Coalescing.Deferred, Storage = Storage.Pointer, Alignment = 4096)] public partial struct PointerUncheckedHeaderless16MiB;
