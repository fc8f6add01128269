using Allocators.Benchmarks.Contestants;

namespace Allocators.Benchmarks.Workloads;

/// <summary>The order in which objects are freed.</summary>
public enum DrainOrder
{
    /// <summary>The last allocated first.</summary>
    Lifo,

    /// <summary>The first allocated first.</summary>
    Fifo,

    /// <summary>A random order, the same each time.</summary>
    Random,
}

/// <summary>W2: equal objects are allocated until the heap is full, then all are freed.</summary>
internal sealed class FillAndDrain
{
    private readonly int _size;
    private readonly long[] _tokens;
    private readonly int[] _order;

    /// <summary>Prepares for a number of objects of a size, which have to fit.</summary>
    public FillAndDrain(int size, int objects, DrainOrder order)
    {
        _size = size;
        _tokens = new long[objects];
        _order = new int[objects];
        for (int i = 0; i < objects; i++) _order[i] = order == DrainOrder.Lifo ? objects - 1 - i : i;
        if (order == DrainOrder.Random) Shuffle(_order);
    }

    /// <summary>Fills and drains once.</summary>
    public void Run<TContestant>(ref TContestant contestant)
        where TContestant : struct, IContestant
    {
        long[] tokens = _tokens;
        for (int i = 0; i < tokens.Length; i++) contestant.TryAlloc(_size, 1, out tokens[i]);
        foreach (int i in _order) contestant.Free(tokens[i]);
    }

    private static void Shuffle(int[] order)
    {
        Xorshift random = new();
        for (int i = order.Length - 1; i > 0; i--)
        {
            int other = (int)((random.Next() >> 32) % (uint)(i + 1));
            (order[i], order[other]) = (order[other], order[i]);
        }
    }
}
