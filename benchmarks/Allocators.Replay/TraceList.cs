using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Allocators.Traces;

namespace Allocators.Replay;

/// <summary>The traces that come with the tool, smallest first, and those in files.</summary>
internal static class TraceList
{
    private const string Extension = ".trace.gz";

    public static IReadOnlyList<string> Names { get; } = ["ash", "bc", "lua", "sqlite", "openttd"];

    /// <summary>The file of a trace that is called so or lies there, or null if there is none.</summary>
    public static string? FileOf(string nameOrPath)
    {
        if (Names.Contains(nameOrPath)) return Path.Combine(AppContext.BaseDirectory, "traces", nameOrPath + Extension);
        return File.Exists(nameOrPath) ? nameOrPath : null;
    }

    /// <summary>Reads a trace.</summary>
    /// <exception cref="TraceFormatException">It is damaged.</exception>
    public static LoadedTrace Load(string path, int naturalAlignment)
    {
        string name = Path.GetFileName(path);
        if (name.EndsWith(Extension, StringComparison.Ordinal)) name = name[..^Extension.Length];
        return new LoadedTrace(name, TraceFile.Read(path), naturalAlignment);
    }
}
