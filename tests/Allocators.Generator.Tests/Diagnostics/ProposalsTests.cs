using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using Allocators.Generator.Diagnostics;
using Allocators.Generator.Pipeline;
using Allocators.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace Allocators.Generator.Tests.Diagnostics;

/// <summary>Whoever takes the value that a message proposes is done: nothing is said of the declaration afterwards.</summary>
public class ProposalsTests
{
    private static readonly int[] Numbers =
    [
        int.MinValue, -17, -1, 0, 1, 3, 7, 24, 100, 1000, 4095, 4097, 65_535, 65_537, 1_000_003, 100_000_000, 120 << 20, (1 << 27) + 1, 1 << 30, int.MaxValue - 1, int.MaxValue,
    ];

    private static readonly string[] Types =
    [
        "partial struct",
        "ref partial struct",
        "static partial class",
        "partial struct, Storage = Allocators.Storage.Pointer",
        "partial struct, Storage = Allocators.Storage.Pointer, State = Allocators.State.InMemory, Synchronization = Allocators.Synchronization.SpinLock",
        "partial struct, Synchronization = Allocators.Synchronization.LockFree",
        "partial struct, Checks = Allocators.Checks.None",
    ];

    /// <summary>Each kind with the arguments that are good, and those that are tried out.</summary>
    [Theory]
    [InlineData("ChunkHeap", "Chunks = 16, ChunkSize = 64", "Chunks, ChunkSize, Alignment")]
    [InlineData("ChunkHeap", "Chunks = 1, ChunkSize = 1", "Chunks, ChunkSize, Alignment")]
    [InlineData("ChunkHeap", "Chunks = 4096, ChunkSize = 256", "Chunks, ChunkSize")]
    [InlineData("ChunkHeap", "Chunks = 100000, ChunkSize = 16", "Chunks, ChunkSize")]
    [InlineData("ChunkHeap", "Chunks = 1000000, ChunkSize = 64, Coalescing = Allocators.Coalescing.Immediate", "Chunks, ChunkSize")]
    [InlineData("FreeList", "Blocks = 16, BlockSize = 64", "Blocks, BlockSize, Alignment")]
    [InlineData("FreeList", "Blocks = 7, BlockSize = 3", "Blocks, BlockSize, Alignment")]
    [InlineData("FreeList", "Blocks = 1000000, BlockSize = 1", "Blocks, BlockSize")]
    [InlineData("FreeList", "typeof(long), Blocks = 5", "Blocks")]
    [InlineData("Slab", "Slots = 16, BlockSize = 64", "Slots, BlockSize, Alignment, HandleBits")]
    [InlineData("Slab", "Slots = 16, Bytes = 1024", "Slots, Bytes, HandleBits")]
    [InlineData("Slab", "Slots = 3, Bytes = 3000", "Slots, Bytes")]
    [InlineData("Slab", "Slots = 100000, BlockSize = 1", "Slots, BlockSize, HandleBits")]
    [InlineData("Slab", "typeof(long), Slots = 5", "Slots, HandleBits")]
    [InlineData("Teaspoon", "Variant = \"4KiB\", Bytes = 1024", "Bytes, Alignment")]
    [InlineData("Teaspoon", "Variant = \"1GiB\", Headers = false, Bytes = 1024", "Bytes")]
    [InlineData("Teaspoon", "Variant = \"1GiB\", Bytes = 1024", "Bytes")]
    public async Task ProposedValueIsAccepted(string kind, string good, string names)
    {
        string[] arguments = good.Split(", ");
        List<Trial> trials =
        [
            .. from type in Types
               where kind != "Teaspoon" || !type.Contains("LockFree", StringComparison.Ordinal)
               from name in names.Split(", ")
               from value in Numbers
               select new Trial(kind, type, [.. arguments.Where(argument => !argument.StartsWith(name + " ", StringComparison.Ordinal)), $"{name} = {value}"]),
        ];

        List<Trial> mended = [];
        foreach ((Trial trial, Diagnostic diagnostic) in await SayAsync(trials))
        {
            string proposed = diagnostic.Properties.GetValueOrDefault(DeclarationReport.GoodValuesProperty) ?? "";
            mended.AddRange(proposed.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(value => trial.With(diagnostic.Properties[DeclarationReport.ArgumentProperty]!, value)));
        }

        Assert.NotEmpty(mended);
        string refused = string.Join("\n", (await SayAsync(mended)).Select(static said => $"{said.Trial}: {said.Diagnostic.GetMessage(CultureInfo.InvariantCulture)}"));
        Assert.True(refused.Length == 0, refused);
    }

    /// <summary>What is wrong with each of many declarations, which are one project.</summary>
    private static async Task<List<(Trial Trial, Diagnostic Diagnostic)>> SayAsync(List<Trial> trials)
    {
        CSharpCompilation compilation = ProjectSettings.Default.Compile(trials.Select(static (trial, index) => trial.Declaration($"Heap{index}")));
        ImmutableArray<Diagnostic> said = await GeneratorHarness.AnalyzeAsync(compilation);
        Dictionary<SyntaxTree, Trial> trialOf = trials.Select((trial, index) => (trial, compilation.SyntaxTrees[index])).ToDictionary(static pair => pair.Item2, static pair => pair.trial);
        return [.. said.Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(diagnostic => (trialOf[diagnostic.Location.SourceTree!], diagnostic))];
    }

    private sealed record Trial(string Kind, string Type, ImmutableArray<string> Arguments)
    {
        public Trial With(string name, string value) => this with
        {
            Arguments = [.. Arguments.Where(argument => !argument.StartsWith(name + " ", StringComparison.Ordinal)), $"{name} = {value}"],
        };

        public string Declaration(string name)
        {
            string[] parts = Type.Split(", ", 2);
            return $"[Allocators.{Kind}({string.Join(", ", Arguments.Concat(parts.Skip(1)))})] {parts[0]} {name} {{ }}";
        }

        public override string ToString() => Declaration("Heap");
    }
}
