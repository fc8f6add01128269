using System.Linq;
using Allocators.Traces;

namespace Allocators.Replay;

/// <summary>A trace and what follows from it for all heaps.</summary>
internal sealed class LoadedTrace
{
    public LoadedTrace(string name, TraceFile file)
    {
        Name = name;
        File = file;
        Survivors = [.. Enumerable.Range(0, file.Objects).Except(file.Events.Where(step => step.Action == TraceAction.Free).Select(step => step.Id))];
        LargestObject = file.Events.Select(step => step.Size).Append(0).Max();
        MaxAlignment = file.Events.Select(step => step.Alignment).Append(1).Max();
    }

    /// <summary>What the trace is called.</summary>
    public string Name { get; }

    /// <summary>Its events and figures.</summary>
    public TraceFile File { get; }

    /// <summary>The objects that are never freed.</summary>
    public int[] Survivors { get; }

    /// <summary>Bytes of the largest object.</summary>
    public int LargestObject { get; }

    /// <summary>The largest alignment that is asked for.</summary>
    public int MaxAlignment { get; }
}
