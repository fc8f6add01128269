using System.Threading.Tasks;
using Allocators.CodeFixes;
using Xunit;

namespace Allocators.Generator.Tests.CodeFixes;

public class RemoveArgumentFixTests
{
    private static readonly RemoveArgumentFix Fix = new();

    [Theory]
    [InlineData("(Alignment = 4)", "")]
    [InlineData("(Alignment = 4, Checks = Allocators.Checks.None)", "(Checks = Allocators.Checks.None)")]
    [InlineData("(Checks = Allocators.Checks.None, Alignment = 4)", "(Checks = Allocators.Checks.None)")]
    public async Task ArgumentIsRemoved(string before, string after)
    {
        string fixedFile = await FixHarness.FixAsync(Fix, NullHeap(before), "Remove Alignment");

        Assert.Equal(NullHeap(after), fixedFile);
        await FixHarness.AssertIsGoodAsync(fixedFile);
    }

    [Theory]
    [InlineData("(Storage = Allocators.Storage.Pointer)", "", "static partial class", "Remove Storage")]
    [InlineData("(Chunks = 16, Storage = Allocators.Storage.Span)", "(Chunks = 16)", "partial struct", "Remove Storage")]
    [InlineData("(Storage = Allocators.Storage.Inline, Chunks = 16)", "(Chunks = 16)", "ref partial struct", "Remove Storage")]
    [InlineData("(State = Allocators.State.InMemory)", "", "partial struct", "Remove State")]
    public async Task WhatIsNoneOfTheMemorysIsRemoved(string before, string after, string type, string title)
    {
        string fixedFile = await FixHarness.FixAsync(Fix, $"[Allocators.ChunkHeap{before}] {type} Heap {{ }}", title);

        Assert.Equal($"[Allocators.ChunkHeap{after}] {type} Heap {{ }}", fixedFile);
        await FixHarness.AssertIsGoodAsync(fixedFile);
    }

    [Theory]
    [InlineData("Slab(typeof(int), Slots = 8, BlockSize = 4)", "Slab(typeof(int), Slots = 8)", "Remove BlockSize")]
    [InlineData("Slab(typeof(int), Bytes = 32, Slots = 8)", "Slab(typeof(int), Slots = 8)", "Remove Bytes")]
    [InlineData("FreeList(typeof(int), Blocks = 8, Alignment = 4)", "FreeList(typeof(int), Blocks = 8)", "Remove Alignment")]
    public async Task WhatATypeSaysIsRemoved(string before, string after, string title)
    {
        string fixedFile = await FixHarness.FixAsync(Fix, $"[Allocators.{before}] partial struct Heap {{ }}", title);

        Assert.Equal($"[Allocators.{after}] partial struct Heap {{ }}", fixedFile);
        await FixHarness.AssertIsGoodAsync(fixedFile);
    }

    [Fact]
    public async Task AllAreRemoved()
    {
        string fixedFile = await FixHarness.FixAllAsync(
            Fix,
            NullHeap("(Alignment = 4)") + "\n" + NullHeap("(Alignment = 8, Checks = Allocators.Checks.None)", "Other"),
            "Remove Alignment");

        Assert.Equal(NullHeap("") + "\n" + NullHeap("(Checks = Allocators.Checks.None)", "Other"), fixedFile);
        await FixHarness.AssertIsGoodAsync(fixedFile);
    }

    private static string NullHeap(string arguments, string name = "Heap") => $"[Allocators.NullHeap{arguments}] partial struct {name} {{ }}";
}
