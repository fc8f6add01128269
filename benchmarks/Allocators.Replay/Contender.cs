using System;
using Allocators.Benchmarks;

namespace Allocators.Replay;

/// <summary>A heap that takes part in the replay of a trace. After each pass it is empty again.</summary>
internal abstract class Contender(string name) : IDisposable
{
    public string Name { get; } = name;

    /// <summary>Events that found no room in the first pass.</summary>
    public int Failed { get; protected set; }

    /// <summary>Events of the first pass that asked for more than a block of a fixed size has, and were not served.</summary>
    public int TooLarge { get; protected set; }

    /// <summary>How far blocks reached into the heap's memory in the first pass, or null if it has none of its own.</summary>
    public long? SpanBytes { get; protected set; }

    /// <summary>Replays the trace and counts: to be called first, on a heap that was never used.</summary>
    public abstract void Count();

    /// <summary>Replays the trace with filled blocks.</summary>
    /// <exception cref="System.IO.InvalidDataException">A block was not what had been written to it.</exception>
    public abstract void CheckPatterns();

    /// <summary>Replays the trace and gives the nanoseconds an event.</summary>
    public abstract double Time();

    /// <summary>Replays the trace with a look at the clock around each operation, which with the first write to what it gave is noted.</summary>
    public abstract void TimeOperations(LatencyRecorder latencies, int pass);

    /// <summary>The same by a heap that was just made, on memory of which no page was ever touched; gives false where a heap has no memory that could be.</summary>
    public abstract bool TryTimeFirstTouch(LatencyRecorder latencies, int pass);

    public abstract void Dispose();
}
