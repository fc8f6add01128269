using System;
using System.Collections.Generic;
using System.IO;
using Allocators.Benchmarks;
using Allocators.Replay.Heaps;
using Allocators.Replay.Reports;
using Allocators.Traces;
using Spectre.Console;

namespace Allocators.Replay;

/// <summary>Replays traces one after the other and reports.</summary>
/// <param name="files">The traces.</param>
/// <param name="heaps">The heaps that take part.</param>
/// <param name="arenaFactor">Bytes of an arena as a multiple of the trace's peak live bytes.</param>
/// <param name="naturalAlignment">What heaps are asked for in place of the alignment that <c>malloc</c> promises, in bytes.</param>
internal sealed class ReplaySession(IReadOnlyList<string> files, IReadOnlyList<HeapEntry> heaps, double arenaFactor, int naturalAlignment)
{
    private readonly List<string> _absent = [];

    /// <summary>Gives the exit code of the process.</summary>
    public int Run(string? jsonPath)
    {
        // Progress goes where errors go, so that the table can be redirected alone.
        IAnsiConsole errors = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        if (!errors.Profile.Out.IsTerminal) errors.Profile.Width = TableReport.Width;
        try
        {
            // Damage is found before time is spent on what comes in front of it.
            List<LoadedTrace> traces = [];
            foreach (string file in files) traces.Add(TraceList.Load(file, naturalAlignment));

            List<ReplayRow> rows = [];
            foreach (LoadedTrace trace in traces) rows.AddRange(Replay(trace, errors));

            TableReport.Write(AnsiConsole.Console, rows);
            AnsiConsole.WriteLine(
                FormattableString.Invariant($"Arenas have {arenaFactor} x the peak live bytes, objects are aligned to {naturalAlignment}; single operations include the {LatencyRecorder.TimerCost()} ns of the clock."));
            if (_absent.Count > 0) AnsiConsole.WriteLine($"Too small for the arena or for an object, or without an alignment that is asked for: {string.Join(", ", _absent)}.");
            if (jsonPath is not null) JsonReport.Write(jsonPath, rows);
            return 0;
        }
        catch (Exception refusal) when (refusal is TraceFormatException or IOException or InvalidDataException or UnauthorizedAccessException)
        {
            errors.WriteLine(refusal.Message);
            return 1;
        }
    }

    private IReadOnlyList<ReplayRow> Replay(LoadedTrace trace, IAnsiConsole console)
    {
        if (!console.Profile.Out.IsTerminal)
        {
            console.WriteLine($"{trace.Name}: {trace.File.Events.Length:N0} events, {trace.File.Source}");
            return Run(new Race(trace, static _ => { }), trace);
        }

        // Nothing is drawn while something is timed.
        return console.Status().AutoRefresh(false).Start(trace.Name, status =>
        {
            Race race = new(trace, doing =>
            {
                status.Status(doing);
                status.Refresh();
            });
            return Run(race, trace);
        });
    }

    private IReadOnlyList<ReplayRow> Run(Race race, LoadedTrace trace)
    {
        IReadOnlyList<ReplayRow> rows = race.Run(heaps, arenaFactor);
        foreach (string heap in race.Absent) _absent.Add($"{heap} ({trace.Name})");
        return rows;
    }
}
