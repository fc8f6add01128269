using System.Numerics;

namespace Entities.Systems;

/// <summary>Armed entities home in on their targets and fire at them.</summary>
internal static class Hunting
{
    private const int FramesToReload = 20;
    private const float Speed = 1 / 256f;

    public static void Run(World world)
    {
        foreach (ref Entity hunter in world.Entities.Values)
        {
            if (hunter.Weapon == default) continue;

            ref Weapon weapon = ref world.Weapons[hunter.Weapon];
            weapon.FramesToReload--;
            if (world.TryFind(weapon.Target, out Entity prey))
            {
                hunter.Velocity = Vector2.Clamp(prey.Position - hunter.Position, new Vector2(-Speed), new Vector2(Speed));
                if (weapon.FramesToReload <= 0 && !IsUnderWay(world, weapon)) Fire(world, hunter.Position, ref weapon);
            }
            else
            {
                weapon.Target = world.Radar.Pick(ref world.Dice);
            }
        }
    }

    /// <summary>Whether the shot that a weapon fired last has not landed yet.</summary>
    private static bool IsUnderWay(World world, in Weapon weapon)
    {
        if (!world.Shots.Owns(weapon.Shot))
        {
            if (weapon.Shot != default) world.Tally.StaleShots++;
            return false;
        }

        if (world.Shots[weapon.Shot].Serial != weapon.ShotSerial) world.Tally.Mistaken++;
        return true;
    }

    private static void Fire(World world, Vector2 position, ref Weapon weapon)
    {
        weapon.FramesToReload = FramesToReload;
        if (!world.Shots.TryAlloc(out weapon.Shot))
        {
            world.Tally.NotFired++;
            return;
        }

        weapon.ShotSerial = ++world.Tally.Fired;
        world.Shots[weapon.Shot] = new Shot { Position = position, Target = weapon.Target, Serial = weapon.ShotSerial };
    }
}
