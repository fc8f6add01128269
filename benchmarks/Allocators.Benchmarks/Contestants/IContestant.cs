namespace Allocators.Benchmarks.Contestants;

/// <summary>Something that gives memory out and takes it back. What it gave is known by a number of 8 bytes.</summary>
internal interface IContestant
{
    bool TryAlloc(int size, int alignment, out long token);

    void Free(long token);
}
