using System;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.IO;
using System.Numerics;
using System.Text.RegularExpressions;

namespace Allocators.Traces;

/// <summary>Reads a trace line by line, and believes nothing that it has not checked.</summary>
internal sealed partial class TraceParser(string file, TextReader lines)
{
    private const string Version = "# allocation-trace 1";
    private const string SourcePrefix = "# source: ";

    private readonly LiveObjects _live = new();
    private int _line;

    public TraceFile Parse()
    {
        if (NextLine() != Version) Refuse($"this is no trace of a known version; its first line has to be '{Version}'");

        string? source = NextLine();
        if (source is null || !source.StartsWith(SourcePrefix, StringComparison.Ordinal)) Refuse($"expected '{SourcePrefix}' and what ran");

        Match summary = SummaryPattern().Match(NextLine() ?? "");
        if (!summary.Success) Refuse("expected '# events E, objects O, peak live bytes B, peak live objects K'");

        TraceEvent[] events = new TraceEvent[Number(summary.Groups[1].ValueSpan)];
        int peakEvent = ReadEvents(events);

        if (NextLine() is not null) Refuse($"there are more than the {events.Length} events that the third line promises");
        Compare("objects", _live.Total, Number(summary.Groups[2].ValueSpan));
        Compare("peak live bytes", _live.PeakBytes, Number(summary.Groups[3].ValueSpan));
        Compare("peak live objects", _live.PeakCount, Number(summary.Groups[4].ValueSpan));
        return new TraceFile(source[SourcePrefix.Length..], events, _live.Total, _live.PeakBytes, peakEvent);
    }

    [GeneratedRegex("^# events ([0-9]+), objects ([0-9]+), peak live bytes ([0-9]+), peak live objects ([0-9]+)$")]
    private static partial Regex SummaryPattern();

    private int ReadEvents(TraceEvent[] events)
    {
        int peakEvent = 0;
        for (int i = 0; i < events.Length; i++)
        {
            string? line = NextLine();
            if (line is null) Refuse($"the trace ends after {i} of {events.Length} events");

            events[i] = Event(line);
            if (_live.Follow(events[i])) peakEvent = i;
        }

        return peakEvent;
    }

    private TraceEvent Event(ReadOnlySpan<char> line)
    {
        Span<Range> words = stackalloc Range[5];
        int count = line.Split(words, ' ');
        ReadOnlySpan<char> action = line[words[0]];
        int arguments = count - 1;
        return action switch
        {
            "a" when arguments == 3 => new(TraceAction.Allocate, AlignmentShift(line[words[3]]), NewObject(line[words[1]]), Number(line[words[2]])),
            "r" when arguments == 2 => new(TraceAction.Resize, 0, LiveObject(line[words[1]]), Number(line[words[2]])),
            "f" when arguments == 1 => new(TraceAction.Free, 0, LiveObject(line[words[1]]), 0),
            _ => throw Problem("expected 'a <id> <size> <alignment>', 'r <id> <size>' or 'f <id>'"),
        };
    }

    private int NewObject(ReadOnlySpan<char> word)
    {
        int id = Number(word);
        if (id != _live.Total) Refuse($"the id of a new object is {id}, but the next one is {_live.Total}");
        return id;
    }

    private int LiveObject(ReadOnlySpan<char> word)
    {
        int id = Number(word);
        if (!_live.IsLive(id)) Refuse($"object {id} is not live");
        return id;
    }

    private byte AlignmentShift(ReadOnlySpan<char> word)
    {
        int alignment = Number(word);
        if (!BitOperations.IsPow2(alignment)) Refuse($"the alignment {alignment} is no power of two");
        return (byte)BitOperations.Log2((uint)alignment);
    }

    private int Number(ReadOnlySpan<char> word)
    {
        if (!int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out int number)) Refuse($"'{word}' is no number from 0 to {int.MaxValue}");
        return number;
    }

    private void Compare(string what, long found, long promised)
    {
        if (found != promised) Refuse($"{found} {what} were found, but the third line promises {promised}");
    }

    private string? NextLine()
    {
        _line++;
        try
        {
            return lines.ReadLine();
        }
        catch (InvalidDataException damage)
        {
            throw new TraceFormatException(file, _line, "the compressed data is damaged", damage);
        }
    }

    [DoesNotReturn]
    private void Refuse(string problem) => throw Problem(problem);

    private TraceFormatException Problem(string problem) => new(file, _line, problem);
}
