using Allocators.Benchmarks.Workloads;

namespace Allocators.Benchmarks.Contests;

/// <summary>W3 of heaps whose blocks are all of the same size: the level is a number of blocks.</summary>
internal static class FixedSizeChurn
{
    /// <summary>Calls of one measurement.</summary>
    public const int Steps = 1_000_000;

    /// <summary>FREEL: whole blocks of 1 KiB, 52 of 64 live.</summary>
    public static Churn OfFreeL() => new(FreeL.BlockSize, FreeL.BlockSize, 52 * FreeL.BlockSize, IsAligned: false);

    /// <summary>TINY: 1 to 30 bytes, 26 of 32 slots live.</summary>
    public static Churn OfTiny() => new(1, 30, 26 * Tiny.BlockSize, IsAligned: false, Tiny.BlockSize);
}
