using System.Linq;
using Allocators.Traces;

namespace Allocators.Replay;

/// <summary>A trace and what follows from it for all heaps.</summary>
internal sealed class LoadedTrace
{
    public LoadedTrace(string name, TraceFile file, int naturalAlignment)
    {
        Name = name;
        NaturalAlignment = naturalAlignment;
        File = file;
        Events = file.EventsAlignedTo(naturalAlignment);
        Survivors = [.. Enumerable.Range(0, file.Objects).Except(file.Events.Where(step => step.Action == TraceAction.Free).Select(step => step.Id))];
        LargestObject = file.Events.Select(step => step.Size).Append(0).Max();
        MaxAlignment = Events.Select(step => step.Alignment).Append(naturalAlignment).Max();
    }

    /// <summary>What is asked for in place of what <c>malloc</c> promises, in bytes.</summary>
    public int NaturalAlignment { get; }

    /// <summary>What the trace is called.</summary>
    public string Name { get; }

    /// <summary>Its figures.</summary>
    public TraceFile File { get; }

    /// <summary>Its events, with the alignments that heaps are asked for.</summary>
    public TraceEvent[] Events { get; }

    /// <summary>The objects that are never freed.</summary>
    public int[] Survivors { get; }

    /// <summary>Bytes of the largest object.</summary>
    public int LargestObject { get; }

    /// <summary>The largest alignment that is asked for.</summary>
    public int MaxAlignment { get; }
}
