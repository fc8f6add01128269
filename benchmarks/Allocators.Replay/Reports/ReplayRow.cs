using Allocators.Benchmarks;

namespace Allocators.Replay.Reports;

/// <summary>What came out for a trace and a heap. The names and their order are those of the JSON file.</summary>
internal sealed record ReplayRow(
    string Trace,
    string Heap,
    int Events,
    int Failed,
    int TooLarge,
    double NsPerEvent,
    double? VsMalloc,
    double? VsMimalloc,
    long PeakLiveBytes,
    long? SpanBytes,
    long P50,
    long P99,
    long P999,
    long Max,
    long? FirstTouchMax,
    long GcBytes)
{
    public ReplayRow(LoadedTrace trace, Contender contender, double nsPerEvent, double? vsMalloc, double? vsMimalloc, Latencies latencies, long? firstTouchMax, long gcBytes)
        : this(
            trace.Name,
            contender.Name,
            trace.File.Events.Length,
            contender.Failed,
            contender.TooLarge,
            nsPerEvent,
            vsMalloc,
            vsMimalloc,
            trace.File.PeakBytes,
            contender.SpanBytes,
            latencies.P50,
            latencies.P99,
            latencies.P999,
            latencies.Max,
            firstTouchMax,
            gcBytes)
    {
    }

    /// <summary>The heap, without the variant of it that was chosen for the trace.</summary>
    public string Family() => Heap.Split(' ')[0];

    /// <summary>Whether the heap served all that the trace asked for.</summary>
    public bool ServedAll() => Failed == 0 && TooLarge == 0;

    /// <summary>How much more memory was reached into than was ever live, or null if the heap has none of its own.</summary>
    public double? Span() => SpanBytes is { } bytes && PeakLiveBytes > 0 ? (double)bytes / PeakLiveBytes : null;
}
