using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Allocators.Benchmarks.Charts;

/// <summary>A row of what the replay tool wrote, as far as a chart needs it.</summary>
internal sealed record ReplayResult(string Trace, string Heap, int Failed, int TooLarge, double NsPerEvent);

/// <summary>Reads what the replay tool wrote.</summary>
internal static class ReplayResults
{
    private static readonly string[] NotOurs = ["malloc", "mimalloc"];

    /// <summary>A group of bars for each trace: the heaps that served all of it.</summary>
    /// <exception cref="JsonException">The file is not what the replay tool writes.</exception>
    public static IReadOnlyList<BarGroup> Read(string path)
    {
        using FileStream file = File.OpenRead(path);
        ReplayResult[] results = JsonSerializer.Deserialize(file, ReplayResultsJson.Default.ReplayResultArray) ?? [];
        return
        [
            .. results.Where(static result => result is { Failed: 0, TooLarge: 0 }).GroupBy(static result => result.Trace).Select(static trace => new BarGroup(
                trace.Key,
                [.. trace.Select(static result => new Bar(result.Heap, result.NsPerEvent, !NotOurs.Contains(result.Heap)))])),
        ];
    }
}

/// <summary>How rows come out of JSON; the compiler writes the code for it.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ReplayResult[]))]
internal sealed partial class ReplayResultsJson : JsonSerializerContext;
