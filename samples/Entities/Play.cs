using System;
using System.Diagnostics;
using Entities.Systems;

namespace Entities;

/// <summary>Plays a world for <see cref="Frames"/> frames, and keeps what is to be seen of it.</summary>
internal sealed class Play(World world)
{
    public const int Frames = 600;

    /// <summary>Frames from one sample to the next.</summary>
    public const int FramesInSample = 10;

    private const int Samples = Frames / FramesInSample;

    /// <summary>How long each frame took, in ticks of the stopwatch.</summary>
    public long[] Ticks { get; } = new long[Frames];

    /// <summary>Live entities at the end of each sample.</summary>
    public int[] Occupancy { get; } = new int[Samples];

    /// <summary>Slots of shots that were used up by the end of each sample.</summary>
    public int[] RetiredSlots { get; } = new int[Samples];

    /// <summary>Bytes that the garbage collector was asked for in play.</summary>
    public long AllocatedBytes { get; private set; }

    public void Run()
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int frame = 0; frame < Frames; frame++)
        {
            long start = Stopwatch.GetTimestamp();
            Step(frame);
            Ticks[frame] = Stopwatch.GetTimestamp() - start;
            Look(frame / FramesInSample);
        }

        AllocatedBytes = GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private void Step(int frame)
    {
        Spawning.Run(world, frame);
        Hunting.Run(world);
        Flight.Run(world);
        Motion.Run(world);
    }

    /// <summary>The last frame of a sample is the one that stays.</summary>
    private void Look(int sample)
    {
        Occupancy[sample] = world.Entities.Count;
        RetiredSlots[sample] = world.Shots.RetiredSlots;
    }
}
