using System.Collections.Generic;
using System.IO;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Allocators.Replay.Reports;

/// <summary>Writes rows as an array of JSON objects.</summary>
internal static class JsonReport
{
    public static void Write(string path, IReadOnlyList<ReplayRow> rows)
    {
        using FileStream file = File.Create(path);
        JsonSerializer.Serialize(file, rows, ReplayJson.Default.IReadOnlyListReplayRow);
    }
}

/// <summary>How rows become JSON; the compiler writes the code for it.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(IReadOnlyList<ReplayRow>))]
internal sealed partial class ReplayJson : JsonSerializerContext;
