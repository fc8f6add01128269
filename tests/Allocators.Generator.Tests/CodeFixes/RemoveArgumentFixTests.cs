using System.Threading.Tasks;
using Allocators.CodeFixes;
using Xunit;

namespace Allocators.Generator.Tests.CodeFixes;

public class RemoveArgumentFixTests
{
    [Theory]
    [InlineData("(Alignment = 4)", "")]
    [InlineData("(Alignment = 4, Checks = Allocators.Checks.None)", "(Checks = Allocators.Checks.None)")]
    [InlineData("(Checks = Allocators.Checks.None, Alignment = 4)", "(Checks = Allocators.Checks.None)")]
    public Task ArgumentIsRemoved(string before, string after) => FixTest<RemoveArgumentFix>.RunAsync(NullHeap(before), "Remove Alignment", NullHeap(after));

    [Theory]
    [InlineData("(Storage = Allocators.Storage.Span)", "", "static partial class", "Remove Storage")]
    [InlineData("(Chunks = 16, Storage = Allocators.Storage.Span)", "(Chunks = 16)", "partial struct", "Remove Storage")]
    [InlineData("(Storage = Allocators.Storage.Inline, Chunks = 16)", "(Chunks = 16)", "ref partial struct", "Remove Storage")]
    [InlineData("(State = Allocators.State.InMemory)", "", "partial struct", "Remove State")]
    public Task WhatIsNoneOfTheMemorysIsRemoved(string before, string after, string type, string title) => FixTest<RemoveArgumentFix>.RunAsync(
        $"[Allocators.ChunkHeap{before}] {type} Heap {{ }}", title, $"[Allocators.ChunkHeap{after}] {type} Heap {{ }}");

    [Theory]
    [InlineData("Slab(typeof(int), Slots = 8, BlockSize = 4)", "Slab(typeof(int), Slots = 8)", "Remove BlockSize")]
    [InlineData("Slab(typeof(int), Bytes = 32, Slots = 8)", "Slab(typeof(int), Slots = 8)", "Remove Bytes")]
    [InlineData("FreeList(typeof(int), Blocks = 8, Alignment = 4)", "FreeList(typeof(int), Blocks = 8)", "Remove Alignment")]
    public Task WhatATypeSaysIsRemoved(string before, string after, string title) => FixTest<RemoveArgumentFix>.RunAsync($"[Allocators.{before}] partial struct Heap {{ }}", title, $"[Allocators.{after}] partial struct Heap {{ }}");

    [Fact]
    public Task AllAreRemoved() => FixTest<RemoveArgumentFix>.RunAsync(
        NullHeap("(Alignment = 4)") + "\n" + NullHeap("(Alignment = 8, Checks = Allocators.Checks.None)", "Other"),
        "Remove Alignment",
        NullHeap("") + "\n" + NullHeap("(Checks = Allocators.Checks.None)", "Other"));

    private static string NullHeap(string arguments, string name = "Heap") => $"[Allocators.NullHeap{arguments}] partial struct {name} {{ }}";
}
