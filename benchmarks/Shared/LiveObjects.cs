using System.Collections.Generic;

namespace Allocators.Traces;

/// <summary>Which objects of a trace are live and how large they are, event by event.</summary>
internal sealed class LiveObjects
{
    private const int Dead = -1;

    private readonly List<int> _sizes = [];
    private long _bytes;
    private int _count;

    /// <summary>Objects so far, live or not; also the id of the next one.</summary>
    public int Total => _sizes.Count;

    /// <summary>The most bytes that were live at once.</summary>
    public long PeakBytes { get; private set; }

    /// <summary>The most objects that were live at once.</summary>
    public int PeakCount { get; private set; }

    /// <summary>Whether an object was allocated and not freed since.</summary>
    public bool IsLive(int id) => id < _sizes.Count && _sizes[id] != Dead;

    /// <summary>Follows an event, which has to name a live object unless it makes one; tells whether the live bytes are more than ever.</summary>
    public bool Follow(TraceEvent step)
    {
        if (step.Action == TraceAction.Allocate)
        {
            _sizes.Add(0);
            _count++;
        }

        _bytes += step.Size - _sizes[step.Id];
        _sizes[step.Id] = step.Size;
        if (step.Action == TraceAction.Free)
        {
            _sizes[step.Id] = Dead;
            _count--;
        }

        PeakCount = int.Max(PeakCount, _count);
        bool isPeak = _bytes > PeakBytes;
        PeakBytes = long.Max(PeakBytes, _bytes);
        return isPeak;
    }
}
