using System.Numerics;

namespace Entities;

/// <summary>Something that moves. What only some entities have is a handle to a slab of its own.</summary>
internal struct Entity
{
    public Vector2 Position;
    public Vector2 Velocity;

    /// <summary>The entity's weapon; the default handle if it has none.</summary>
    public WeaponSlab.Handle Weapon;

    public int Health;
    public int FramesLeft;

    /// <summary>A number that no other entity ever has, to check what handles find.</summary>
    public int Serial;
}
