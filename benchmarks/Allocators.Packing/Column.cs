namespace Allocators.Packing;

/// <summary>A heap of the table.</summary>
internal abstract class Column(string title, int overheadBytes)
{
    public string Title { get; } = title;

    /// <summary>Bytes of bookkeeping outside the arena.</summary>
    public int OverheadBytes { get; } = overheadBytes;

    /// <summary>How many objects of a size fit into the empty heap.</summary>
    public abstract int CountThatFit(int size, int alignment);
}

/// <summary>A heap of a type.</summary>
internal sealed class Column<THeap>(string title, int overheadBytes, THeap heap = default) : Column(title, overheadBytes)
    where THeap : struct, IHeap
{
    private THeap _heap = heap;

    public override int CountThatFit(int size, int alignment)
    {
        int count = 0;
        _heap.Reset();
        while (_heap.TryAlloc(size, alignment, out _)) count++;
        return count;
    }
}
