namespace Allocators.Packing;

[Teaspoon(Variant = "4KiB", Bytes = 1024)]
internal partial struct Spoon1024;

[Teaspoon(Variant = "4KiB")]
internal partial struct Spoon8192;

[Teaspoon(Variant = "128KiB", Synchronization = Synchronization.None)]
internal static partial class Spoon128KiB;

[Teaspoon(Variant = "16MiB", Synchronization = Synchronization.None)]
internal static partial class Spoon16MiB;

[ChunkHeap(Chunks = 8192, ChunkSize = 16, Synchronization = Synchronization.None)]
internal static partial class Chunks128KiB;

[Teaspoon(Variant = "128KiB", Headers = false, Synchronization = Synchronization.None)]
internal static partial class Headerless128KiB;

[Teaspoon(Variant = "128KiB", Headers = false, Synchronization = Synchronization.None, Coalescing = Coalescing.Deferred)]
internal static partial class HeaderlessDeferred128KiB;

[Teaspoon(Variant = "16MiB", Headers = false, Synchronization = Synchronization.None)]
internal static partial class Headerless16MiB;
