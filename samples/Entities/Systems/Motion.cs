namespace Entities.Systems;

/// <summary>Everything moves, and nothing lasts.</summary>
internal static class Motion
{
    public static void Run(World world)
    {
        foreach (ref Entity entity in world.Entities.Values)
        {
            entity.Position += entity.Velocity;
            if (--entity.FramesLeft == 0) world.Kill(world.Entities.HandleOf(ref entity));
        }
    }
}
