using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using Allocators.Benchmarks.Contests;

namespace Allocators.Benchmarks.Charts;

/// <summary>The charts of the documentation, measured while they are drawn.</summary>
internal static class ChartSet
{
    private const double Level = 0.8;
    private const string Nanoseconds = "0.0 ns";

    private static readonly double[] Levels = [0.8, 0.9, 0.95, 0.98];

    /// <summary>Draws all charts into a directory, that of the traces only if there is a file of results; gives the exit code.</summary>
    public static int Draw(string directory, string? replayPath)
    {
        try
        {
            Directory.CreateDirectory(directory);
            Save(directory, "teaspoon-overhead", SpoonOverheads.Measure().ToSvg());
            if (replayPath is not null)
                Save(directory, "traces", new BarChart("Recorded programs: time an event, where no request was refused", Nanoseconds, ReplayResults.Read(replayPath)).ToSvg());
            Save(directory, "ping-pong", new BarChart("256 bytes: time to allocate and free", Nanoseconds, [GroupOf("the same object again and again", PingPongContest.Run().All)]).ToSvg());
            Save(directory, "churn", new BarChart("Random sizes and lifetimes: time a call", Nanoseconds, Churns()).ToSvg());
            Save(directory, "refusals", new BarChart("4,096 chunks, random sizes: requests refused", "0.00 %", [.. Levels.Select(RefusalsAt)]).ToSvg());
            return 0;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or JsonException)
        {
            Console.Error.WriteLine(problem.Message);
            return 1;
        }
    }

    private static void Save(string directory, string name, string svg)
    {
        string path = Path.Combine(directory, name + ".svg");
        File.WriteAllText(path, svg);
        Console.WriteLine(path);
    }

    private static List<BarGroup> Churns()
    {
        using NativeArena arena = new(ChurnContest.ArenaBytesOfC160M);
        using ChurnContest small = ChurnContest.RunC1M(Level);
        using ChurnContest large = ChurnContest.RunC160M(Level, arena);
        return [GroupOf("1 MiB, 4,096 chunks of 256 bytes", small.All), GroupOf("160 MiB, 655,360 chunks of 256 bytes", large.All)];
    }

    private static BarGroup RefusalsAt(double level)
    {
        Refusals refusals = Refusals.At(level, C1M.ChunkSize);
        return new BarGroup(
            FormattableString.Invariant($"{level * 100:0} % of the chunks in use"),
            [new("ChunkHeap", refusals.Heap, true), new("first fit", refusals.FirstFit, false), new("best fit", refusals.BestFit, false)]);
    }

    private static BarGroup GroupOf(string title, IEnumerable<Lane> lanes) =>
        new(title, [.. lanes.Select(static lane => new Bar(lane.Name, lane.Nanoseconds, lane.Name.StartsWith("ChunkHeap", StringComparison.Ordinal)))]);
}
