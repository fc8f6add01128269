using System.Threading.Tasks;
using Allocators.Generator.Tests.Harness;
using Xunit;

namespace Allocators.Generator.Tests.Diagnostics;

/// <summary>A struct heap cannot be a part of its own values.</summary>
public class ContainmentTests
{
    [Theory]
    [InlineData("H", "")]
    [InlineData("S", "struct S { public H Heap; }")]
    [InlineData("S", "struct S { public Inner One; public struct Inner { public H Heap { get; set; } } }")]
    [InlineData("S<H>", "struct S<T> { public T Value; }")]
    [InlineData("S<S<H>>", "struct S<T> { public T Value; }")]
    [InlineData("(int, H)", "")]
    public Task HeapIsInItsValues(string type, string other) => Expect.OneAsync(
        "ALLOC0022",
        $"typeof({type})",
        $"'{type}' has 'H' in it, the heap that it is a value of; a struct cannot be a part of itself",
        $"[Allocators.FreeList(typeof({type}), Blocks = 5)] partial struct H {{ }} {other}");

    [Fact]
    public Task TwoHeapsAreInEachOther() => Expect.SeveralAsync(
        "[Allocators.FreeList(typeof(B), Blocks = 5)] partial struct A { } [Allocators.Slab(typeof(A), Slots = 5)] partial struct B { }",
        ("ALLOC0022", "typeof(B)"),
        ("ALLOC0022", "typeof(A)"));

    [Theory]
    [InlineData("[Allocators.FreeList(typeof(S), Blocks = 5)] partial struct H { } struct S { public static H Heap; public int Field; }")]
    [InlineData("[Allocators.FreeList(typeof(H), Blocks = 5, Storage = Allocators.Storage.Pointer)] partial struct H { }")]
    [InlineData("[Allocators.FreeList(typeof(A), Blocks = 5)] partial struct H { } [Allocators.ChunkHeap(Chunks = 5)] partial struct A { }")]
    public Task OtherHeapsAreWelcome(string file) => Expect.NothingAsync(ProjectSettings.Default.Compile(file));
}
