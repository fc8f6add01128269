using System.Numerics;

namespace Entities.Systems;

/// <summary>New entities, in waves that are a little more than there is room for.</summary>
internal static class Spawning
{
    private const int FramesInWave = 200;
    private const int FramesOfCrest = 110;
    private const int SpawnsInCrest = 150;
    private const int SpawnsInTrough = 30;
    private const int MinFrames = 40;
    private const int MoreFrames = 120;
    private const int ArmedOneIn = 8;
    private const float MaxSpeed = 1 / 512f;

    public static void Run(World world, int frame)
    {
        int spawns = frame % FramesInWave < FramesOfCrest ? SpawnsInCrest : SpawnsInTrough;
        for (int i = 0; i < spawns; i++) Spawn(world);
    }

    private static void Spawn(World world)
    {
        if (!world.Entities.TryAlloc(out EntitySlab.Handle handle))
        {
            world.Tally.NotSpawned++;
            return;
        }

        // A slot has whatever was there before: a whole new value, not some of its fields.
        ref Dice dice = ref world.Dice;
        ref Entity entity = ref world.Entities[handle];
        entity = new Entity
        {
            Position = new Vector2(dice.Swing(), dice.Swing()),
            Velocity = new Vector2(dice.Swing(), dice.Swing()) * MaxSpeed,
            Health = 1 + dice.Roll(3),
            FramesLeft = MinFrames + dice.Roll(MoreFrames),
            Serial = ++world.Tally.Spawned,
        };

        if (dice.Roll(ArmedOneIn) == 0 && world.Weapons.TryAlloc(out entity.Weapon)) world.Weapons[entity.Weapon] = default;
        world.Radar.Add(new Target(handle, entity.Serial));
    }
}
