using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Numerics;

namespace Allocators.Traces;

/// <summary>The allocations of a real program, as recorded in a <c>.trace.gz</c> file.</summary>
public sealed class TraceFile
{
    /// <summary>What <c>malloc</c> promises, in bytes; a program that calls it has not asked for that.</summary>
    private const int MallocAlignment = 16;

    internal TraceFile(string source, TraceEvent[] events, int objects, long peakBytes, int peakEvent)
    {
        Source = source;
        Events = events;
        Objects = objects;
        PeakBytes = peakBytes;
        PeakEvent = peakEvent;
    }

    /// <summary>What ran.</summary>
    public string Source { get; }

    /// <summary>What it did, in order.</summary>
    public TraceEvent[] Events { get; }

    /// <summary>How many objects it allocated.</summary>
    public int Objects { get; }

    /// <summary>The most bytes that were live at once, as they were asked for.</summary>
    public long PeakBytes { get; }

    /// <summary>The index of the event after which that many bytes were live for the first time.</summary>
    public int PeakEvent { get; }

    /// <summary>The events, with another alignment in place of what <c>malloc</c> promises: a power of two, in bytes.</summary>
    public TraceEvent[] EventsAlignedTo(int alignment)
    {
        byte shift = (byte)BitOperations.Log2((uint)alignment);
        return [.. Events.Select(step => step.Alignment == MallocAlignment ? step with { AlignmentShift = shift } : step)];
    }

    /// <summary>Reads a trace and refuses a damaged one.</summary>
    /// <exception cref="TraceFormatException">A line is not what the format asks for, or lines are missing.</exception>
    public static TraceFile Read(string path)
    {
        using FileStream file = File.OpenRead(path);
        using GZipStream text = new(file, CompressionMode.Decompress);
        using StreamReader lines = new(text);
        return new TraceParser(Path.GetFileName(path), lines).Parse();
    }
}
