using Xunit.Abstractions;

namespace Allocators.Tests;

public sealed class SizeClasses4KiBTests(ITestOutputHelper output) : SizeClassConformance<SizeClasses4KiB>(output);
public sealed class SizeClasses64KiBTests(ITestOutputHelper output) : SizeClassConformance<SizeClasses64KiB>(output);
public sealed class LockedSizeClasses200KiBTests(ITestOutputHelper output) : SizeClassConformance<LockedSizeClasses200KiB>(output);
public sealed class UncheckedSizeClasses64KiBTests(ITestOutputHelper output) : SizeClassConformance<UncheckedSizeClasses64KiB>(output, isChecked: false);
public sealed class StaticSizeClasses1MiBTests(ITestOutputHelper output) : SizeClassConformance<StaticSizeClasses1MiB.Allocator>(output);
public sealed class StaticSizeClasses4MiBTests(ITestOutputHelper output) : SizeClassConformance<StaticSizeClasses4MiB.Allocator>(output);
public sealed class PointerSizeClasses64KiBTests(ITestOutputHelper output) : SizeClassConformance<PointerSizeClasses64KiB>(output, heap: new(Memory.At(3), Memory.Bytes));
public sealed class PointerShortSizeClasses64KiBTests(ITestOutputHelper output) : SizeClassConformance<PointerSizeClasses64KiB>(output, heap: new(Memory.At(0), 20_000));
public sealed class PointerInMemorySizeClasses200KiBTests(ITestOutputHelper output) : SizeClassConformance<PointerInMemorySizeClasses200KiB>(output, heap: new(Memory.At(5), Memory.Bytes));
public sealed class PointerInMemoryLockedSizeClasses1MiBTests(ITestOutputHelper output) : SizeClassConformance<PointerInMemoryLockedSizeClasses1MiB>(output, heap: new(Memory.At(0), Memory.Bytes));
public sealed class PointerShortSizeClasses40MiBTests(ITestOutputHelper output) : SizeClassConformance<PointerSizeClasses40MiB>(output, heap: new(Memory.At(0), Memory.Bytes));
public sealed class PointerInMemoryUncheckedSizeClasses200KiBTests(ITestOutputHelper output) : SizeClassConformance<PointerInMemoryUncheckedSizeClasses200KiB>(output, isChecked: false, heap: new(Memory.At(0), Memory.Bytes));
public sealed class AttachedSizeClasses64KiBTests(ITestOutputHelper output) : SizeClassConformance<AttachedSizeClasses64KiB.Allocator>(output, heap: Attached.To<AttachedSizeClasses64KiB.Allocator>(1, 100_000));
public sealed class AttachedInMemorySizeClasses200KiBTests(ITestOutputHelper output) : SizeClassConformance<AttachedInMemorySizeClasses200KiB.Allocator>(output, heap: Attached.To<AttachedInMemorySizeClasses200KiB.Allocator>(0, 300_000));

#if NET9_0_OR_GREATER
public sealed class SpanSizeClasses16KiBTests(ITestOutputHelper output) : SizeClassConformance<SpanForwarder<SpanSizeClasses16KiB>>(output, heap: new(16_900, isStateInStruct: true));
public sealed class SpanInMemorySizeClasses64KiBTests(ITestOutputHelper output) : SizeClassConformance<SpanForwarder<SpanInMemorySizeClasses64KiB>>(output, heap: new(60_000));
#endif
