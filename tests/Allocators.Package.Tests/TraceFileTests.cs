using System;
using System.IO;
using System.IO.Compression;
using System.Linq;
using Allocators.Package.Tests.Tools;
using Allocators.Traces;
using Xunit;

namespace Allocators.Package.Tests;

/// <summary>The reader of traces, which the samples and benchmarks share.</summary>
public sealed class TraceFileTests : IDisposable
{
    private const string Good = """
        # allocation-trace 1
        # source: a test
        # events 5, objects 2, peak live bytes 40, peak live objects 2
        a 0 16 16
        a 1 8 8
        r 1 24
        f 0
        f 1
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("traces-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_good_trace_is_read()
    {
        TraceFile trace = Read(Good);

        Assert.Equal("a test", trace.Source);
        Assert.Equal(2, trace.Objects);
        Assert.Equal(40, trace.PeakBytes);
        Assert.Equal(2, trace.PeakEvent);
        Assert.Equal(
            [
                new(TraceAction.Allocate, 4, 0, 16),
                new(TraceAction.Allocate, 3, 1, 8),
                new(TraceAction.Resize, 0, 1, 24),
                new(TraceAction.Free, 0, 0, 0),
                new(TraceAction.Free, 0, 1, 0),
            ],
            trace.Events);
    }

    [Fact]
    public void Events_can_ask_for_less_than_malloc_promises()
    {
        TraceFile trace = Read(Good.Replace("a 1 8 8", "a 1 8 32", StringComparison.Ordinal));

        Assert.Equal([4, 32, 1, 1, 1], trace.EventsAlignedTo(4).Select(step => step.Alignment));
        Assert.Equal(16, trace.Events[0].Alignment);
    }

    [Theory]
    [InlineData("ash", 156_280)]
    [InlineData("bc", 600_000)]
    [InlineData("lua", 1_000_000)]
    [InlineData("sqlite", 278_984)]
    [InlineData("openttd", 511_262)]
    public void Recorded_traces_are_good(string name, int events) =>
        Assert.Equal(events, TraceFile.Read(Repository.PathOf("benchmarks", "traces", name + ".trace.gz")).Events.Length);

    [Theory]
    [InlineData("trace 1", "trace 2", 1, "no trace of a known version")]
    [InlineData("# source: ", "# from: ", 2, "expected '# source: '")]
    [InlineData("peak live bytes 40", "peak live bytes", 3, "expected '# events E")]
    [InlineData("a 1 8 8", "a 2 8 8", 5, "the id of a new object is 2, but the next one is 1")]
    [InlineData("a 1 8 8", "a 1 8 12", 5, "the alignment 12 is no power of two")]
    [InlineData("a 1 8 8", "a 1 -8 8", 5, "'-8' is no number")]
    [InlineData("a 1 8 8", "a 1 8", 5, "expected 'a <id> <size> <alignment>'")]
    [InlineData("a 1 8 8", "a 1 8 8 8 8", 5, "expected 'a <id> <size> <alignment>'")]
    [InlineData("r 1 24", "r 2 24", 6, "object 2 is not live")]
    [InlineData("f 1", "f 0", 8, "object 0 is not live")]
    [InlineData("f 1", "x 1", 8, "expected 'a <id> <size> <alignment>'")]
    [InlineData("\nf 1", "", 8, "the trace ends after 4 of 5 events")]
    [InlineData("events 5", "events 4", 8, "more than the 4 events")]
    [InlineData("objects 2,", "objects 3,", 9, "2 objects were found, but the third line promises 3")]
    [InlineData("peak live bytes 40", "peak live bytes 41", 9, "40 peak live bytes were found")]
    [InlineData("peak live objects 2", "peak live objects 1", 9, "2 peak live objects were found")]
    public void A_damaged_trace_is_refused_with_its_line(string text, string damaged, int line, string problem)
    {
        var refusal = Assert.Throws<TraceFormatException>(() => Read(Good.Replace(text, damaged, StringComparison.Ordinal)));

        Assert.StartsWith($"test.trace.gz({line}): ", refusal.Message, StringComparison.Ordinal);
        Assert.Contains(problem, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Damaged_compression_is_refused()
    {
        byte[] file = File.ReadAllBytes(Write(Good));
        file.AsSpan(12, 8).Fill(0xFF);
        string path = Path.Combine(_folder, "damaged.trace.gz");
        File.WriteAllBytes(path, file);

        Assert.Throws<TraceFormatException>(() => TraceFile.Read(path));
    }

    [Fact]
    public void A_file_that_was_cut_off_is_refused()
    {
        byte[] file = File.ReadAllBytes(Repository.PathOf("benchmarks", "traces", "ash.trace.gz"));
        string path = Path.Combine(_folder, "short.trace.gz");
        File.WriteAllBytes(path, file[..(file.Length / 2)]);

        Assert.Throws<TraceFormatException>(() => TraceFile.Read(path));
    }

    private TraceFile Read(string text) => TraceFile.Read(Write(text));

    private string Write(string text)
    {
        string path = Path.Combine(_folder, "test.trace.gz");
        using GZipStream file = new(File.Create(path), CompressionLevel.Fastest);
        using StreamWriter writer = new(file);
        writer.Write(text);
        return path;
    }
}
