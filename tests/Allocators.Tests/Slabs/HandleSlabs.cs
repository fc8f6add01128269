namespace Allocators.Tests;

// The slabs whose handles are tested: those of 16 bits are used up within a test.
[Slab(Slots = 8, BlockSize = 4, HandleBits = 16)] public partial struct Slab16;
[Slab(Slots = 8, BlockSize = 4, HandleBits = 16, OnExhausted = OnExhausted.Wrap)] public partial struct Wrapping16;
[Slab(Slots = 4096, BlockSize = 2, HandleBits = 16, OnExhausted = OnExhausted.Wrap)] public partial struct Wide16;
[Slab(Slots = 100, BlockSize = 24)] public partial struct Slab32;
[Slab(Slots = 20, BlockSize = 5000)] public partial struct LargeSlots32;
[Slab(Slots = 300, BlockSize = 10, HandleBits = 64)] public partial struct Slab64;
[Slab(Slots = 1, BlockSize = 1, HandleBits = 16, OnExhausted = OnExhausted.Wrap)] public partial struct OneSlot16;
[Slab<Point>(Slots = 5, HandleBits = 16)] public partial struct Values16;
[Slab(Slots = 64, BlockSize = 16, Synchronization = Synchronization.SpinLock)] public partial struct Locked32;
[Slab(Slots = 8, BlockSize = 4, HandleBits = 16, Synchronization = Synchronization.LockFree)] public partial struct LockFree16;
[Slab(Slots = 8, BlockSize = 4, HandleBits = 16, OnExhausted = OnExhausted.Wrap, Synchronization = Synchronization.LockFree)] public partial struct LockFreeWrapping16;
[Slab(Slots = 100, BlockSize = 24, Synchronization = Synchronization.LockFree)] public partial struct LockFree32;
[Slab(Slots = 65, BlockSize = 8, HandleBits = 64, Synchronization = Synchronization.LockFree)] public partial struct LockFree64;
[Slab<Point>(Slots = 65, Synchronization = Synchronization.LockFree)] public partial struct LockFreeValues32;
[Slab(Slots = 100, BlockSize = 24, Storage = Storage.Pointer)] public partial struct Pointer32;
[Slab(Slots = 8, BlockSize = 8, HandleBits = 16, Storage = Storage.Pointer, State = State.InMemory)] public partial struct Shared16;
[Slab(Slots = 8, BlockSize = 8, HandleBits = 16, Storage = Storage.Pointer, State = State.InMemory, Synchronization = Synchronization.SpinLock)] public partial struct SharedLocked16;
[Slab(Slots = 8, BlockSize = 8, HandleBits = 16, Storage = Storage.Pointer, State = State.InMemory, Synchronization = Synchronization.LockFree)] public partial struct SharedLockFree16;
