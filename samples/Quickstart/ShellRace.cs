using System;
using System.Linq;
using Allocators;
using Allocators.Traces;

namespace Quickstart;

/// <summary>The recorded program with the heaps that one would take for it, beside the C library's <c>malloc</c>.</summary>
internal sealed class ShellRace(TraceFile trace)
{
    /// <summary>Bytes that objects are aligned to: the most that a primitive type needs.</summary>
    private const int Alignment = 8;

    private const string Yardstick = "NativeMemory";

    private readonly TraceEvent[] _events = trace.EventsAlignedTo(Alignment);

    public void Show()
    {
        Report.Title($"The same program: nanoseconds an event, times {Yardstick}, and what the {trace.PeakBytes:N0} live bytes of the peak take");
        Report.Progress($"warming up for some seconds, until the run time has made its best code; then {Race.Rounds} rounds");

        NativeReplay native = new(trace.Objects);
        Entry[] heaps =
        [
            Enter<ShellHeap.Allocator>(nameof(ShellHeap), "in chunks of 16 bytes, checked"),
            Enter<ShellSpoon.Allocator>(nameof(ShellSpoon), "behind headers of 4 bytes, checked"),
            Enter<BareSpoon.Allocator>(nameof(BareSpoon), "without headers, checked"),
            Enter<TrustingSpoon.Allocator>(nameof(TrustingSpoon), "without headers, not checked"),
        ];
        double[] times = Race.Run(_events, [new(native.Reset, native.Run), .. heaps.Select(static heap => heap.Contestant)]);

        double[] ratios = [.. times.Select(time => time / times[0])];
        Report.Bar(Yardstick, times[0], ratios[0], "");
        foreach ((int i, Entry heap) in heaps.Index()) Report.Bar(heap.Name, times[i + 1], ratios[i + 1], $"{heap.PeakBytes:N0} bytes {heap.Note}");
        Report.Text(
            $"{Yardstick} is malloc, which keeps freed blocks by size for its thread and believes what it is told to free. A heap has one size and one place instead: " +
            $"that pays for looking at each block before it is freed ({ratios[1..^1].Min():N2} times at best), and where nothing is looked at it is gained ({ratios[^1]:N2} times).");
    }

    private Entry Enter<TAllocator>(string name, string note)
        where TAllocator : struct, IHeap
    {
        HeapReplay<TAllocator> heap = new(trace.Objects, Alignment);
        heap.Reset();
        heap.Run(_events.AsSpan(..(trace.PeakEvent + 1)));
        return new(name, new(heap.Reset, heap.Run), heap.Statistics.UsedBytes, note);
    }

    private sealed record Entry(string Name, Contestant Contestant, int PeakBytes, string Note);
}
