using Xunit.Abstractions;

namespace Allocators.Tests;

public sealed class HandlesOf16BitsTests(ITestOutputHelper output) : HandleConformance<Slab16, Slab16.Handle>(output);
public sealed class HandlesOf16BitsThatWrapTests(ITestOutputHelper output) : HandleConformance<Wrapping16, Wrapping16.Handle>(output);
public sealed class HandlesOf16BitsToManySlotsTests(ITestOutputHelper output) : HandleConformance<Wide16, Wide16.Handle>(output);
public sealed class HandlesOf32BitsTests(ITestOutputHelper output) : HandleConformance<Slab32, Slab32.Handle>(output);
public sealed class HandlesOf32BitsToLargeSlotsTests(ITestOutputHelper output) : HandleConformance<LargeSlots32, LargeSlots32.Handle>(output);
public sealed class HandlesOf64BitsTests(ITestOutputHelper output) : HandleConformance<Slab64, Slab64.Handle>(output);
public sealed class HandlesOfOneSlotTests(ITestOutputHelper output) : HandleConformance<OneSlot16, OneSlot16.Handle>(output);
public sealed class HandlesOfValuesTests(ITestOutputHelper output) : HandleConformance<Values16, Values16.Handle>(output);
public sealed class LockedHandlesTests(ITestOutputHelper output) : HandleConformance<Locked32, Locked32.Handle>(output);
public sealed class LockFreeHandlesOf16BitsTests(ITestOutputHelper output) : HandleConformance<LockFree16, LockFree16.Handle>(output);
public sealed class LockFreeHandlesOf16BitsThatWrapTests(ITestOutputHelper output) : HandleConformance<LockFreeWrapping16, LockFreeWrapping16.Handle>(output);
public sealed class LockFreeHandlesOf32BitsTests(ITestOutputHelper output) : HandleConformance<LockFree32, LockFree32.Handle>(output);
public sealed class LockFreeHandlesOf64BitsTests(ITestOutputHelper output) : HandleConformance<LockFree64, LockFree64.Handle>(output);
public sealed class LockFreeHandlesOfValuesTests(ITestOutputHelper output) : HandleConformance<LockFreeValues32, LockFreeValues32.Handle>(output);
public sealed class HandlesAtAnAddressTests(ITestOutputHelper output) : HandleConformance<Pointer32, Pointer32.Handle>(output, new(Memory.At(3, 5000), 5000));
public sealed class HandlesInSharedMemoryTests(ITestOutputHelper output) : HandleConformance<Shared16, Shared16.Handle>(output, new(Memory.At(1, 5000), 5000));
public sealed class LockFreeHandlesInSharedMemoryTests(ITestOutputHelper output) : HandleConformance<SharedLockFree16, SharedLockFree16.Handle>(output, new(Memory.At(1, 5000), 5000));
public sealed class HandlesInShortMemoryTests(ITestOutputHelper output) : HandleConformance<Pointer32, Pointer32.Handle>(output, new(Memory.At(0, 700), 700));
