namespace Entities;

/// <summary>
/// Entities, weapons and shots. The slabs are fields, so this one object has all the memory of the game; a world that is
/// made has empty slabs, without a constructor.
/// </summary>
internal sealed class World(ulong seed)
{
    public readonly Radar Radar = new();
    public EntitySlab Entities;
    public WeaponSlab Weapons;
    public ShotSlab Shots;
    public Dice Dice = new(seed);
    public Tally Tally;

    /// <summary>Finds an entity that somebody followed up to now.</summary>
    /// <returns>Whether it is alive.</returns>
    public bool TryFind(Target target, out Entity entity)
    {
        if (!Entities.TryGet(target.Handle, out entity))
        {
            if (target.Handle != default) Tally.StaleTargets++;
            return false;
        }

        if (entity.Serial != target.Serial) Tally.Mistaken++;
        return true;
    }

    /// <summary>Frees an entity and what belongs to it. Handles to it are left wherever they are.</summary>
    public void Kill(EntitySlab.Handle handle)
    {
        // An entity without a weapon has the default handle, which is never valid.
        Weapons.TryFree(Entities[handle].Weapon);
        Entities.Free(handle);
        Tally.Died++;
    }
}
