namespace Allocators.Tests;

// The slabs of the conformance suite: in every place, with every lock, checked and not, of bytes and of values, with handles of all widths.
[Slab(Bytes = 24, Slots = 1, HandleBits = 16, OnExhausted = OnExhausted.Wrap)] public partial struct Slots1x24;
[Slab<Rgb>(Slots = 64)] public partial struct RgbSlab64;
[Slab(Slots = 1, BlockSize = 1, HandleBits = 16, Checks = Checks.None)] public partial struct UncheckedSlots1x1;
[Slab(typeof(long), Slots = 65, HandleBits = 64, OnExhausted = OnExhausted.Wrap, Checks = Checks.None)] public partial struct UncheckedLongSlab65;
[Slab(Slots = 70000, BlockSize = 16, OnExhausted = OnExhausted.Wrap, Synchronization = Synchronization.SpinLock)] public partial struct LockedSlots70000x16;
[Slab<Point>(Slots = 300, HandleBits = 16, OnExhausted = OnExhausted.Wrap, Synchronization = Synchronization.SpinLock)] public partial struct LockedPointSlab300;
[Slab(Slots = 1, BlockSize = 2, Synchronization = Synchronization.SpinLock, Checks = Checks.None)] public partial struct LockedUncheckedSlots1x2;
[Slab(typeof(Segment), Slots = 1, HandleBits = 64, Synchronization = Synchronization.SpinLock, Checks = Checks.None)] public partial struct LockedUncheckedSegmentSlab1;
[Slab(Slots = 64, BlockSize = 16, HandleBits = 64, OnExhausted = OnExhausted.Wrap, Synchronization = Synchronization.LockFree)] public partial struct LockFreeSlots64x16;
[Slab<byte>(Slots = 300, OnExhausted = OnExhausted.Wrap, Synchronization = Synchronization.LockFree)] public partial struct LockFreeByteSlab300;
[Slab(Slots = 64, BlockSize = 24, HandleBits = 16, OnExhausted = OnExhausted.Wrap, Synchronization = Synchronization.LockFree, Checks = Checks.None)] public partial struct LockFreeUncheckedSlots64x24;
[Slab(typeof(ushort), Slots = 65, Synchronization = Synchronization.LockFree, Checks = Checks.None)] public partial struct LockFreeUncheckedUShortSlab65;

[Slab(Slots = 64, BlockSize = 1, HandleBits = 64, Synchronization = Synchronization.None)] public static partial class StaticSlots64x1;
[Slab<Rgb>(Slots = 7, HandleBits = 64, OnExhausted = OnExhausted.Wrap, Synchronization = Synchronization.None)] public static partial class StaticRgbSlab7;
[Slab(Slots = 64, BlockSize = 2, OnExhausted = OnExhausted.Wrap, Synchronization = Synchronization.None, Checks = Checks.None)] public static partial class StaticUncheckedSlots64x2;
[Slab(typeof(long), Slots = 64, HandleBits = 16, OnExhausted = OnExhausted.Wrap, Synchronization = Synchronization.None, Checks = Checks.None)] public static partial class StaticUncheckedLongSlab64;
[Slab(Slots = 70000, BlockSize = 24, Synchronization = Synchronization.SpinLock)] public static partial class StaticLockedSlots70000x24;
[Slab<Point>(Slots = 65, HandleBits = 64, Synchronization = Synchronization.SpinLock)] public static partial class StaticLockedPointSlab65;
[Slab(Bytes = 1040, Slots = 65, HandleBits = 64, OnExhausted = OnExhausted.Wrap, Synchronization = Synchronization.SpinLock, Checks = Checks.None, Alignment = 16)] public static partial class StaticLockedUncheckedSlots65x16;
[Slab(typeof(Segment), Slots = 300, OnExhausted = OnExhausted.Wrap, Synchronization = Synchronization.SpinLock, Checks = Checks.None)] public static partial class StaticLockedUncheckedSegmentSlab300;
[Slab(Slots = 65, BlockSize = 24, HandleBits = 16, OnExhausted = OnExhausted.Wrap, Synchronization = Synchronization.LockFree)] public static partial class StaticLockFreeSlots65x24;
[Slab<byte>(Slots = 1, HandleBits = 16, Synchronization = Synchronization.LockFree)] public static partial class StaticLockFreeByteSlab1;
[Slab(Slots = 70000, BlockSize = 1, HandleBits = 64, Synchronization = Synchronization.LockFree, Checks = Checks.None)] public static partial class StaticLockFreeUncheckedSlots70000x1;
[Slab(typeof(ushort), Slots = 300, HandleBits = 64, OnExhausted = OnExhausted.Wrap, Synchronization = Synchronization.LockFree, Checks = Checks.None)] public static partial class StaticLockFreeUncheckedUShortSlab300;

[Slab(Slots = 65, BlockSize = 1, OnExhausted = OnExhausted.Wrap, Storage = Storage.Pointer)] public partial struct PointerSlots65x1;
[Slab<Rgb>(Slots = 65, HandleBits = 16, OnExhausted = OnExhausted.Wrap, Storage = Storage.Pointer)] public partial struct PointerRgbSlab65;
[Slab(Slots = 65, BlockSize = 2, Storage = Storage.Pointer, Checks = Checks.None)] public partial struct PointerUncheckedSlots65x2;
[Slab(typeof(long), Slots = 7, HandleBits = 64, Storage = Storage.Pointer, Checks = Checks.None)] public partial struct PointerUncheckedLongSlab7;
[Slab(Slots = 300, BlockSize = 16, HandleBits = 64, OnExhausted = OnExhausted.Wrap, Storage = Storage.Pointer, Synchronization = Synchronization.SpinLock)] public partial struct PointerLockedSlots300x16;
[Slab<Point>(Slots = 64, OnExhausted = OnExhausted.Wrap, Storage = Storage.Pointer, Synchronization = Synchronization.SpinLock)] public partial struct PointerLockedPointSlab64;
[Slab(Bytes = 7200, Slots = 300, HandleBits = 16, OnExhausted = OnExhausted.Wrap, Storage = Storage.Pointer, Synchronization = Synchronization.SpinLock, Checks = Checks.None)] public partial struct PointerLockedUncheckedSlots300x24;
[Slab(typeof(Segment), Slots = 65, Storage = Storage.Pointer, Synchronization = Synchronization.SpinLock, Checks = Checks.None)] public partial struct PointerLockedUncheckedSegmentSlab65;
[Slab(Slots = 300, BlockSize = 1, HandleBits = 64, Storage = Storage.Pointer, Synchronization = Synchronization.LockFree)] public partial struct PointerLockFreeSlots300x1;
[Slab<byte>(Slots = 300, HandleBits = 64, OnExhausted = OnExhausted.Wrap, Storage = Storage.Pointer, Synchronization = Synchronization.LockFree)] public partial struct PointerLockFreeByteSlab300;
[Slab(Slots = 300, BlockSize = 2, OnExhausted = OnExhausted.Wrap, Storage = Storage.Pointer, Synchronization = Synchronization.LockFree, Checks = Checks.None)] public partial struct PointerLockFreeUncheckedSlots300x2;
[Slab(typeof(ushort), Slots = 1, HandleBits = 16, Storage = Storage.Pointer, Synchronization = Synchronization.LockFree, Checks = Checks.None)] public partial struct PointerLockFreeUncheckedUShortSlab1;

[Slab(Bytes = 16, Slots = 1, Storage = Storage.Pointer, State = State.InMemory)] public partial struct PointerInMemorySlots1x16;
[Slab<Rgb>(Slots = 300, HandleBits = 64, Storage = Storage.Pointer, State = State.InMemory)] public partial struct PointerInMemoryRgbSlab300;
[Slab(Slots = 1, BlockSize = 24, HandleBits = 64, OnExhausted = OnExhausted.Wrap, Storage = Storage.Pointer, State = State.InMemory, Checks = Checks.None)] public partial struct PointerInMemoryUncheckedSlots1x24;
[Slab(typeof(long), Slots = 65, OnExhausted = OnExhausted.Wrap, Storage = Storage.Pointer, State = State.InMemory, Checks = Checks.None)] public partial struct PointerInMemoryUncheckedLongSlab65;
[Slab(Slots = 70000, BlockSize = 2, OnExhausted = OnExhausted.Wrap, Storage = Storage.Pointer, State = State.InMemory, Synchronization = Synchronization.SpinLock)] public partial struct PointerInMemoryLockedSlots70000x2;
[Slab<Point>(Slots = 7, Storage = Storage.Pointer, State = State.InMemory, Synchronization = Synchronization.SpinLock)] public partial struct PointerInMemoryLockedPointSlab7;
[Slab(Slots = 1, BlockSize = 1, HandleBits = 16, Storage = Storage.Pointer, State = State.InMemory, Synchronization = Synchronization.SpinLock, Checks = Checks.None)] public partial struct PointerInMemoryLockedUncheckedSlots1x1;
[Slab(typeof(Segment), Slots = 64, HandleBits = 64, OnExhausted = OnExhausted.Wrap, Storage = Storage.Pointer, State = State.InMemory, Synchronization = Synchronization.SpinLock, Checks = Checks.None)] public partial struct PointerInMemoryLockedUncheckedSegmentSlab64;
[Slab(Slots = 1, BlockSize = 2, OnExhausted = OnExhausted.Wrap, Storage = Storage.Pointer, State = State.InMemory, Synchronization = Synchronization.LockFree)] public partial struct PointerInMemoryLockFreeSlots1x2;
[Slab<byte>(Slots = 65, HandleBits = 16, OnExhausted = OnExhausted.Wrap, Storage = Storage.Pointer, State = State.InMemory, Synchronization = Synchronization.LockFree)] public partial struct PointerInMemoryLockFreeByteSlab65;
[Slab(Slots = 70000, BlockSize = 16, Storage = Storage.Pointer, State = State.InMemory, Synchronization = Synchronization.LockFree, Checks = Checks.None)] public partial struct PointerInMemoryLockFreeUncheckedSlots70000x16;
[Slab(typeof(ushort), Slots = 300, HandleBits = 64, Storage = Storage.Pointer, State = State.InMemory, Synchronization = Synchronization.LockFree, Checks = Checks.None)] public partial struct PointerInMemoryLockFreeUncheckedUShortSlab300;
