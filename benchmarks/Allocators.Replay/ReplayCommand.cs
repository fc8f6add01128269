using System.Collections.Generic;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.IO;
using System.Linq;
using Allocators.Replay.Heaps;

namespace Allocators.Replay;

/// <summary>The command line: what can be asked for, and what is refused.</summary>
internal sealed class ReplayCommand : RootCommand
{
    private const int MaxFactor = 1000;

    private readonly Argument<string[]> _traces = new("trace")
    {
        Description = $"Traces to replay: {string.Join(", ", TraceList.Names)}, or files. Default: these five.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<string[]> _heaps = new("--heap")
    {
        Description = $"Heaps that take part beside malloc and mimalloc: {string.Join(", ", HeapNames())}. Default: all.",
        HelpName = "NAME",
        AllowMultipleArgumentsPerToken = true,
    };

    private readonly Option<double> _arena = new("--arena")
    {
        Description = "Memory of heaps over foreign memory, as a multiple of the trace's peak live bytes; bookkeeping comes in addition.",
        HelpName = "FACTOR",
        DefaultValueFactory = _ => 1.25,
    };

    private readonly Option<int> _alignment = new("--alignment")
    {
        Description = "What heaps are asked for where a program called malloc, which promises 16: 8 is the most that a primitive type needs.",
        HelpName = "BYTES",
        DefaultValueFactory = _ => 8,
    };

    private readonly Option<FileInfo?> _json = new("--json")
    {
        Description = "Also write the results to this file.",
        HelpName = "FILE",
    };

    public ReplayCommand()
        : base("Replays the allocations of real programs against generated heaps, malloc and mimalloc.")
    {
        _traces.Validators.Add(RefuseUnknownTraces);
        _heaps.Validators.Add(RefuseUnknownHeaps);
        _arena.Validators.Add(RefuseBadFactor);
        _alignment.AcceptOnlyFromAmong("1", "2", "4", "8", "16");
        Add(_traces);
        Add(_heaps);
        Add(_arena);
        Add(_alignment);
        Add(_json);
        SetAction(Run);
    }

    private static IEnumerable<string> HeapNames() => HeapList.All.Select(static heap => heap.Name);

    private static void RefuseUnknownTraces(ArgumentResult result)
    {
        foreach (Token token in result.Tokens)
        {
            if (TraceList.FileOf(token.Value) is null)
                result.AddError($"There is no trace '{token.Value}': known are {string.Join(", ", TraceList.Names)}, and no such file exists.");
        }
    }

    private static void RefuseUnknownHeaps(OptionResult result)
    {
        foreach (Token token in result.Tokens)
        {
            if (!HeapNames().Contains(token.Value))
                result.AddError($"There is no heap '{token.Value}'. Did you mean '{NearestName.Of(token.Value, HeapNames())}'?");
        }
    }

    private static void RefuseBadFactor(OptionResult result)
    {
        foreach (Token token in result.Tokens)
        {
            bool isNumber = double.TryParse(token.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out double factor);
            if (!isNumber || factor is not (> 0 and <= MaxFactor)) result.AddError($"The factor '{token.Value}' is no number above 0 and up to {MaxFactor}.");
        }
    }

    private int Run(ParseResult arguments)
    {
        string[] traces = arguments.GetValue(_traces)!;
        string[] names = arguments.GetValue(_heaps)!;
        ReplaySession session = new(
            [.. (traces.Length == 0 ? TraceList.Names : traces).Select(static trace => TraceList.FileOf(trace)!)],
            [.. HeapList.All.Where(heap => heap.IsYardstick || names.Length == 0 || names.Contains(heap.Name))],
            arguments.GetValue(_arena),
            arguments.GetValue(_alignment));
        return session.Run(arguments.GetValue(_json)?.FullName);
    }
}
