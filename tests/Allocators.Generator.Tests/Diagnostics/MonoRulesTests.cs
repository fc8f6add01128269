using System.Threading.Tasks;
using Allocators.Generator.Tests.Harness;
using Xunit;

namespace Allocators.Generator.Tests.Diagnostics;

/// <summary>What is said of heaps that Mono cannot load, in projects that may run there.</summary>
public class MonoRulesTests
{
    private static readonly ProjectSettings NetStandard = new(Framework.NetStandard21, "9");

    /// <summary>The slack and the bookkeeping count; of values, what is known of their size.</summary>
    [Theory]
    [InlineData("ChunkHeap(Chunks = 4096, ChunkSize = 256)", "partial struct", "1,049,704", "struct")]
    [InlineData("ChunkHeap(Chunks = 4096, ChunkSize = 256)", "static partial class", "1,049,728", "static field")]
    [InlineData("Teaspoon(Bytes = 1 << 20)", "static partial class", "1,049,544", "static field")]
    [InlineData("FreeList(Blocks = 1, BlockSize = (1 << 20) - 16)", "partial struct", "1,048,576", "struct")]
    [InlineData("Slab(typeof(long), Slots = 200_000)", "partial struct", "2,400,024", "struct")]
    public async Task HeapIsTooLargeForMono(string attribute, string type, string bytes, string what) => await Expect.SuggestionAsync(
        "ALLOC0023",
        $"Allocators.{attribute}",
        $"'Heap' has {bytes} bytes; Mono, and with it probably Unity, loads no {what} of 1,048,576 bytes or more: with Storage = Storage.Pointer the memory is at an address instead",
        NetStandard.Compile($"[Allocators.{attribute}] {type} Heap {{ }}"));

    [Theory]
    [InlineData("[Allocators.FreeList(Blocks = 1, BlockSize = (1 << 20) - 24)] partial struct Heap { }")]
    [InlineData("[Allocators.ChunkHeap(Storage = Allocators.Storage.Pointer)] partial struct Heap { }")]
    [InlineData("[Allocators.ChunkHeap(Storage = Allocators.Storage.Pointer)] static partial class Heap { }")]
    [InlineData("[Allocators.ChunkHeap] ref partial struct Heap { }")]
    [InlineData("[Allocators.NullHeap] static partial class Heap { }")]
    public Task OtherHeapsAreNot(string declaration) => Expect.NothingAsync(NetStandard.Compile(declaration));

    [Theory]
    [InlineData(Framework.Net8)]
    [InlineData(Framework.Net9)]
    public Task OtherFrameworksLoadIt(string framework) =>
        Expect.NothingAsync(new ProjectSettings(framework, "10").Compile("[Allocators.ChunkHeap] static partial class Heap { }"));

    [Fact]
    public Task WrongDeclarationIsNoSuggestion() => Expect.OneAsync(
        "ALLOC0009",
        "Alloc",
        "'Heap' has a member 'Alloc', which the allocator writes itself; give yours another name",
        NetStandard.Compile("[Allocators.ChunkHeap] partial struct Heap { const int Alloc = 1; }"));
}
