using Allocators;

namespace Entities;

/// <summary>All entities of a world. A handle has 14 bits of slot and 18 of generation: a slot serves 131,072 entities.</summary>
[Slab(typeof(Entity), Slots = 10_000)]
internal partial struct EntitySlab;

/// <summary>The weapons of those entities that have one.</summary>
[Slab(typeof(Weapon), Slots = 2_000)]
internal partial struct WeaponSlab;

/// <summary>
/// The shots in flight. A handle is 2 bytes, 9 bits of slot and 7 of generation: a slot serves 64 shots, and then it is
/// retired, so that no handle is ever mistaken for an older one.
/// </summary>
[Slab(typeof(Shot), Slots = 500, HandleBits = 16)]
internal partial struct ShotSlab;
