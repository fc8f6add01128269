using System.Linq;
using Allocators.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Xunit;

namespace Allocators.Generator.Tests.Output;

/// <summary>What refers to a heap lives no longer than the heap, where the language can say so: from C# 11 on.</summary>
public class LifetimeTests
{
    private const string Heaps =
        """
        using System;
        using Allocators;

        [ChunkHeap] public partial struct Pocket { }
        [ChunkHeap(Storage = Storage.Pointer)] public partial struct AtAddress { }
        [FreeList(typeof(int), Blocks = 8)] public partial struct Numbers { }
        [Slab(typeof(int), Slots = 8)] public partial struct Entities { }
        """;

    [LanguageTheory("11")]
    [InlineData("HeapBox<int, Pocket> M() { Pocket heap = default; return new HeapBox<int, Pocket>(ref heap); }")]
    [InlineData("Pocket.BlockEnumerator M() { Pocket heap = default; return heap.LiveBlocks; }")]
    [InlineData("AtAddress.BlockEnumerator M() { AtAddress heap = default; return heap.LiveBlocks; }")]
    [InlineData("Numbers.ValueEnumerator M() { Numbers heap = default; return heap.Values; }")]
    [InlineData("Entities.HandleEnumerator M() { Entities heap = default; return heap.Handles; }")]
    [InlineData("Entities.EntryEnumerator M() { Entities heap = default; return heap.Entries; }")]
    [InlineData("ref int M() { Numbers heap = default; return ref heap[heap.Alloc(5)]; }")]
    [InlineData("Span<int> M() { Numbers heap = default; return heap.AllocSpan<int>(1); }")]
    public void OfALocalHeapNothingLeavesTheMethod(string method)
    {
        string[] errors = Errors($"static {method}");
        Assert.Contains(errors, static id => id is "CS8352" or "CS8347" or "CS8168" or "CS8157");
    }

    [LanguageTheory("11")]
    [InlineData("HeapBox<int, Pocket> M(ref Pocket heap) => new HeapBox<int, Pocket>(ref heap);")]
    [InlineData("HeapBox<int, Pocket> M(ref Pocket heap) { int one = 1; return new HeapBox<int, Pocket>(ref heap, in one); }")]
    [InlineData("HeapBox<int, Pocket> M(ref Pocket heap) => new HeapBox<int, Pocket>(ref heap, 5);")]
    [InlineData("Pocket.BlockEnumerator M(ref Pocket heap) => heap.LiveBlocks;")]
    [InlineData("Numbers.ValueEnumerator M(ref Numbers heap) => heap.Values;")]
    [InlineData("Entities.EntryEnumerator M(ref Entities heap) => heap.Entries;")]
    [InlineData("ref int M(ref Numbers heap) => ref heap[heap.Alloc(5)];")]
    public void OfAHeapThatWasPassedItMay(string method) => Assert.Empty(Errors($"static {method}"));

    private static string[] Errors(string method) =>
    [
        .. GeneratorHarness.Generate(new ProjectSettings(Framework.Net8, "11") { Nullable = false }.Compile($"{Heaps}\ninternal static class Program {{ {method} }}"))
            .GetDiagnostics().Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(static diagnostic => diagnostic.Id),
    ];
}
