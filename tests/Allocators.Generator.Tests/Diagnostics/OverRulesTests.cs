using System.Threading.Tasks;
using Allocators.Generator.Tests.Harness;
using Xunit;

namespace Allocators.Generator.Tests.Diagnostics;

/// <summary>From which heaps another can take its memory.</summary>
public class OverRulesTests
{
    private const string Heaps = """
        [Allocators.ChunkHeap]
        public partial struct Level
        {
        }

        [Allocators.ChunkHeap]
        public static partial class Game
        {
        }

        [Allocators.ChunkHeap]
        public ref partial struct Stack
        {
        }

        internal static partial class Outer
        {
            [Allocators.ChunkHeap]
            internal static partial class Hidden
            {
            }
        }


        """;

    private const int GoodHeaps = 4;

    [Theory]
    [InlineData("int")]
    [InlineData("string")]
    [InlineData("Stack")]
    [InlineData("Pool")]
    public Task OverIsNoHeap(string type) => Expect.OneAsync(
        "ALLOC0019",
        $"Over = typeof({type})",
        $"'{type}' is no heap that memory can be taken from; that is another struct or static class with the attribute of a kind, or a struct that implements IAllocator",
        Pool("ref partial struct", $"Over = typeof({type})"),
        GoodHeaps);

    [Fact]
    public Task MemoryThatCanMoveIsForRefStructs() => Expect.OneAsync(
        "ALLOC0020",
        "Over = typeof(Level)",
        "The memory of 'Level' can be moved by the garbage collector, and only a span follows it; declare 'Pool' as a ref struct",
        Pool("partial struct", "Over = typeof(Level)"),
        GoodHeaps);

    [Fact]
    public Task StaticClassIsItsOwnMemory() => Expect.OneAsync(
        "ALLOC0007",
        "Over = typeof(Game)",
        "Over does not apply to a static class; only a struct or a ref struct takes its memory from another heap",
        Pool("static partial class", "Over = typeof(Game)"),
        GoodHeaps);

    [Fact]
    public Task StorageIsThatOfTheOtherHeap() => Expect.OneAsync(
        "ALLOC0007",
        "Storage = Allocators.Storage.Pointer",
        "Storage does not apply to a heap over Game, where its memory is",
        Pool("partial struct", "Over = typeof(Game), Storage = Allocators.Storage.Pointer"),
        GoodHeaps);

    [Fact]
    public Task StateIsNotFoundAgain() => Expect.OneAsync(
        "ALLOC0007",
        "State = Allocators.State.InMemory",
        "State does not apply to a heap over another, whose memory is always taken anew",
        Pool("partial struct", "Over = typeof(Game), State = Allocators.State.InMemory"),
        GoodHeaps);

    [Fact]
    public Task HeapOfASignatureIsAccessible() => Expect.OneAsync(
        "ALLOC0016",
        "Over = typeof(Outer.Hidden)",
        "'Hidden' is less accessible than the heap, whose public members have it in their signatures; make the heap less accessible, or the type more",
        Pool("partial struct", "Over = typeof(Outer.Hidden)"),
        GoodHeaps);

    private static string Pool(string type, string arguments) => Heaps + $$"""
        [Allocators.FreeList(BlockSize = 64, Blocks = 10, {{arguments}})]
        public {{type}} Pool
        {
        }
        """;
}
