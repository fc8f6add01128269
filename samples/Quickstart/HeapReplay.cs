using System;
using Allocators;
using Allocators.Traces;

namespace Quickstart;

/// <summary>Lets a heap serve the requests of a trace. Written once; the JIT makes a version for each heap.</summary>
/// <param name="objects">Objects in the trace.</param>
/// <param name="alignment">The alignment of an object that is moved to give it another size, in bytes.</param>
internal sealed class HeapReplay<TAllocator>(int objects, int alignment)
    where TAllocator : struct, IHeap
{
    private readonly Block[] _blocks = new Block[objects];
    private TAllocator _heap = new();

    /// <summary>Requests that found no room.</summary>
    public int Failed { get; private set; }

    /// <summary>Bytes and blocks of the heap that are in use.</summary>
    public HeapStatistics Statistics => _heap.GetStatistics();

    /// <summary>Starts over with an empty heap.</summary>
    public void Reset()
    {
        _heap.Reset();
        Failed = 0;
    }

    /// <summary>Serves requests, and leaves what was not freed in the heap.</summary>
    public void Run(ReadOnlySpan<TraceEvent> events)
    {
        Block[] blocks = _blocks;
        foreach (TraceEvent step in events)
        {
            ref Block block = ref blocks[step.Id];
            switch (step.Action)
            {
                case TraceAction.Allocate:
                    if (!_heap.TryAlloc(step.Size, step.Alignment, out block)) Failed++;
                    break;
                case TraceAction.Resize:
                    if (!TryRealloc(ref block, step.Size)) Failed++;
                    break;
                case TraceAction.Free:
                    _heap.Free(block);
                    break;
            }
        }
    }

    private bool TryRealloc(ref Block block, int size)
    {
        if (_heap.TryResize(ref block, size)) return true;
        if (!_heap.TryAlloc(size, alignment, out Block moved)) return false;

        _heap[block][..int.Min(block.Length, size)].CopyTo(_heap[moved]);
        _heap.Free(block);
        block = moved;
        return true;
    }
}
