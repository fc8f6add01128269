using System.Numerics;

namespace Entities.Systems;

/// <summary>Shots follow their targets until they hit them, or until the target is no more.</summary>
internal static class Flight
{
    private const float Speed = 1 / 8f;

    public static void Run(World world)
    {
        foreach (ref Shot shot in world.Shots.Values)
        {
            // Freeing what the loop stands on is fine: it goes on behind it.
            if (!Flies(world, ref shot)) world.Shots.Free(world.Shots.HandleOf(ref shot));
        }
    }

    private static bool Flies(World world, ref Shot shot)
    {
        if (!world.TryFind(shot.Target, out Entity prey)) return false;

        Vector2 way = prey.Position - shot.Position;
        Vector2 step = Vector2.Clamp(way, new Vector2(-Speed), new Vector2(Speed));
        shot.Position += step;
        if (step != way) return true;

        Hit(world, shot.Target.Handle);
        return false;
    }

    private static void Hit(World world, EntitySlab.Handle handle)
    {
        world.Tally.Hits++;
        if (--world.Entities[handle].Health == 0) world.Kill(handle);
    }
}
