namespace Allocators.Benchmarks.Contestants;

/// <summary>Does nothing: what is left is the cost of the workload's own loop.</summary>
internal readonly struct NullContestant : IContestant
{
    public bool TryAlloc(int size, int alignment, out long token)
    {
        token = 1;
        return true;
    }

    public void Free(long token)
    {
    }
}
