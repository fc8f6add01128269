namespace Allocators.Tests;

// The free lists of the conformance suite: in every place, with every lock, checked and not, of bytes and of values.
[FreeList(Blocks = 1, BlockSize = 24)] public partial struct Blocks1x24;
[FreeList<Rgb>(Blocks = 64)] public partial struct RgbList64;
[FreeList(Blocks = 1, BlockSize = 1, Checks = Checks.None)] public partial struct UncheckedBlocks1x1;
[FreeList(typeof(long), Blocks = 65, Checks = Checks.None)] public partial struct UncheckedLongList65;
[FreeList(Blocks = 70000, BlockSize = 16, Synchronization = Synchronization.SpinLock)] public partial struct LockedBlocks70000x16;
[FreeList<Point>(Blocks = 300, Synchronization = Synchronization.SpinLock)] public partial struct LockedPointList300;
[FreeList(Blocks = 1, BlockSize = 2, Synchronization = Synchronization.SpinLock, Checks = Checks.None)] public partial struct LockedUncheckedBlocks1x2;
[FreeList(typeof(Segment), Blocks = 1, Synchronization = Synchronization.SpinLock, Checks = Checks.None)] public partial struct LockedUncheckedSegmentList1;
[FreeList(Blocks = 64, BlockSize = 16, Synchronization = Synchronization.LockFree)] public partial struct LockFreeBlocks64x16;
[FreeList<byte>(Blocks = 300, Synchronization = Synchronization.LockFree)] public partial struct LockFreeByteList300;
[FreeList(Blocks = 64, BlockSize = 24, Synchronization = Synchronization.LockFree, Checks = Checks.None)] public partial struct LockFreeUncheckedBlocks64x24;
[FreeList(typeof(ushort), Blocks = 65, Synchronization = Synchronization.LockFree, Checks = Checks.None)] public partial struct LockFreeUncheckedUShortList65;

[FreeList(Blocks = 64, BlockSize = 1, Synchronization = Synchronization.None)] public static partial class StaticBlocks64x1;
[FreeList<Rgb>(Blocks = 7, Synchronization = Synchronization.None)] public static partial class StaticRgbList7;
[FreeList(Blocks = 64, BlockSize = 2, Synchronization = Synchronization.None, Checks = Checks.None)] public static partial class StaticUncheckedBlocks64x2;
[FreeList(typeof(long), Blocks = 64, Synchronization = Synchronization.None, Checks = Checks.None)] public static partial class StaticUncheckedLongList64;
[FreeList(Blocks = 70000, BlockSize = 24, Synchronization = Synchronization.SpinLock)] public static partial class StaticLockedBlocks70000x24;
[FreeList<Point>(Blocks = 65, Synchronization = Synchronization.SpinLock)] public static partial class StaticLockedPointList65;
[FreeList(Blocks = 65, BlockSize = 16, Synchronization = Synchronization.SpinLock, Checks = Checks.None, Alignment = 16)] public static partial class StaticLockedUncheckedBlocks65x16;
[FreeList(typeof(Segment), Blocks = 300, Synchronization = Synchronization.SpinLock, Checks = Checks.None)] public static partial class StaticLockedUncheckedSegmentList300;
[FreeList(Blocks = 65, BlockSize = 24, Synchronization = Synchronization.LockFree)] public static partial class StaticLockFreeBlocks65x24;
[FreeList<byte>(Blocks = 1, Synchronization = Synchronization.LockFree)] public static partial class StaticLockFreeByteList1;
[FreeList(Blocks = 70000, BlockSize = 1, Synchronization = Synchronization.LockFree, Checks = Checks.None)] public static partial class StaticLockFreeUncheckedBlocks70000x1;
[FreeList(typeof(ushort), Blocks = 300, Synchronization = Synchronization.LockFree, Checks = Checks.None)] public static partial class StaticLockFreeUncheckedUShortList300;

[FreeList(Blocks = 65, BlockSize = 1, Storage = Storage.Pointer)] public partial struct PointerBlocks65x1;
[FreeList<Rgb>(Blocks = 65, Storage = Storage.Pointer)] public partial struct PointerRgbList65;
[FreeList(Blocks = 65, BlockSize = 2, Storage = Storage.Pointer, Checks = Checks.None)] public partial struct PointerUncheckedBlocks65x2;
[FreeList(typeof(long), Blocks = 7, Storage = Storage.Pointer, Checks = Checks.None)] public partial struct PointerUncheckedLongList7;
[FreeList(Blocks = 300, BlockSize = 16, Storage = Storage.Pointer, Synchronization = Synchronization.SpinLock)] public partial struct PointerLockedBlocks300x16;
[FreeList<Point>(Blocks = 64, Storage = Storage.Pointer, Synchronization = Synchronization.SpinLock)] public partial struct PointerLockedPointList64;
[FreeList(Blocks = 300, BlockSize = 24, Storage = Storage.Pointer, Synchronization = Synchronization.SpinLock, Checks = Checks.None)] public partial struct PointerLockedUncheckedBlocks300x24;
[FreeList(typeof(Segment), Blocks = 65, Storage = Storage.Pointer, Synchronization = Synchronization.SpinLock, Checks = Checks.None)] public partial struct PointerLockedUncheckedSegmentList65;
[FreeList(Blocks = 300, BlockSize = 1, Storage = Storage.Pointer, Synchronization = Synchronization.LockFree)] public partial struct PointerLockFreeBlocks300x1;
[FreeList<byte>(Blocks = 300, Storage = Storage.Pointer, Synchronization = Synchronization.LockFree)] public partial struct PointerLockFreeByteList300;
[FreeList(Blocks = 300, BlockSize = 2, Storage = Storage.Pointer, Synchronization = Synchronization.LockFree, Checks = Checks.None)] public partial struct PointerLockFreeUncheckedBlocks300x2;
[FreeList(typeof(ushort), Blocks = 1, Storage = Storage.Pointer, Synchronization = Synchronization.LockFree, Checks = Checks.None)] public partial struct PointerLockFreeUncheckedUShortList1;

[FreeList(Blocks = 1, BlockSize = 16, Storage = Storage.Pointer, State = State.InMemory)] public partial struct PointerInMemoryBlocks1x16;
[FreeList<Rgb>(Blocks = 300, Storage = Storage.Pointer, State = State.InMemory)] public partial struct PointerInMemoryRgbList300;
[FreeList(Blocks = 1, BlockSize = 24, Storage = Storage.Pointer, State = State.InMemory, Checks = Checks.None)] public partial struct PointerInMemoryUncheckedBlocks1x24;
[FreeList(typeof(long), Blocks = 65, Storage = Storage.Pointer, State = State.InMemory, Checks = Checks.None)] public partial struct PointerInMemoryUncheckedLongList65;
[FreeList(Blocks = 70000, BlockSize = 2, Storage = Storage.Pointer, State = State.InMemory, Synchronization = Synchronization.SpinLock)] public partial struct PointerInMemoryLockedBlocks70000x2;
[FreeList<Point>(Blocks = 7, Storage = Storage.Pointer, State = State.InMemory, Synchronization = Synchronization.SpinLock)] public partial struct PointerInMemoryLockedPointList7;
[FreeList(Blocks = 1, BlockSize = 1, Storage = Storage.Pointer, State = State.InMemory, Synchronization = Synchronization.SpinLock, Checks = Checks.None)] public partial struct PointerInMemoryLockedUncheckedBlocks1x1;
[FreeList(typeof(Segment), Blocks = 64, Storage = Storage.Pointer, State = State.InMemory, Synchronization = Synchronization.SpinLock, Checks = Checks.None)] public partial struct PointerInMemoryLockedUncheckedSegmentList64;
[FreeList(Blocks = 1, BlockSize = 2, Storage = Storage.Pointer, State = State.InMemory, Synchronization = Synchronization.LockFree)] public partial struct PointerInMemoryLockFreeBlocks1x2;
[FreeList<byte>(Blocks = 65, Storage = Storage.Pointer, State = State.InMemory, Synchronization = Synchronization.LockFree)] public partial struct PointerInMemoryLockFreeByteList65;
[FreeList(Blocks = 70000, BlockSize = 16, Storage = Storage.Pointer, State = State.InMemory, Synchronization = Synchronization.LockFree, Checks = Checks.None)] public partial struct PointerInMemoryLockFreeUncheckedBlocks70000x16;
[FreeList(typeof(ushort), Blocks = 300, Storage = Storage.Pointer, State = State.InMemory, Synchronization = Synchronization.LockFree, Checks = Checks.None)] public partial struct PointerInMemoryLockFreeUncheckedUShortList300;
