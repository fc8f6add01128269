using System.Threading.Tasks;
using Allocators.CodeFixes;
using Xunit;

namespace Allocators.Generator.Tests.CodeFixes;

public class MakePartialFixTests
{
    private static readonly MakePartialFix Fix = new();

    [Theory]
    [InlineData("[Allocators.ChunkHeap] struct Heap { }", "[Allocators.ChunkHeap] partial struct Heap { }")]
    [InlineData("[Allocators.ChunkHeap]\ninternal unsafe struct Heap { }", "[Allocators.ChunkHeap]\ninternal unsafe partial struct Heap { }")]
    [InlineData("[Allocators.ChunkHeap]\n// The memory of all.\nstatic class Heap { }", "[Allocators.ChunkHeap]\n// The memory of all.\nstatic partial class Heap { }")]
    [InlineData("[Allocators.ChunkHeap]\n// Small.\nstruct Heap { }", "[Allocators.ChunkHeap]\n// Small.\npartial struct Heap { }")]
    public async Task TypeBecomesPartial(string file, string expected)
    {
        string fixedFile = await FixHarness.FixAsync(Fix, file, "Make 'Heap' partial");

        Assert.Equal(expected, fixedFile);
        if (!file.Contains("unsafe", System.StringComparison.Ordinal)) await FixHarness.AssertIsGoodAsync(fixedFile);
    }

    [Theory]
    [InlineData("class Outer { [Allocators.ChunkHeap] partial struct Heap { } }", "'Outer'")]
    [InlineData("class Outer { [Allocators.ChunkHeap] struct Heap { } }", "'Outer' and 'Heap'")]
    [InlineData("record Outer { interface IMiddle { [Allocators.ChunkHeap] struct Heap { } } }", "'Outer' and 'IMiddle' and 'Heap'")]
    [InlineData("class Outer { partial struct Middle { [Allocators.ChunkHeap] partial struct Heap { } } }", "'Outer'")]
    public async Task TypesAroundItBecomePartialToo(string file, string names)
    {
        string fixedFile = await FixHarness.FixAsync(Fix, file, $"Make {names} partial");

        await FixHarness.AssertIsGoodAsync(fixedFile);
    }

    [Fact]
    public async Task AllBecomePartial()
    {
        string fixedFile = await FixHarness.FixAllAsync(
            Fix,
            """
            [Allocators.ChunkHeap]
            internal struct One { }

            internal class Outer
            {
                [Allocators.ChunkHeap]
                public struct Two { }
            }
            """,
            "Make 'One' partial");

        Assert.Equal(
            """
            [Allocators.ChunkHeap]
            internal partial struct One { }

            internal partial class Outer
            {
                [Allocators.ChunkHeap]
                public partial struct Two { }
            }
            """,
            fixedFile);
        await FixHarness.AssertIsGoodAsync(fixedFile);
    }

    [Fact]
    public async Task AllInOneTypeBecomePartial()
    {
        string fixedFile = await FixHarness.FixAllAsync(
            Fix,
            "class Outer { [Allocators.ChunkHeap] struct One { } [Allocators.ChunkHeap] struct Two { } }",
            "Make 'Outer' and 'One' partial");

        Assert.Equal("partial class Outer { [Allocators.ChunkHeap] partial struct One { } [Allocators.ChunkHeap] partial struct Two { } }", fixedFile);
        await FixHarness.AssertIsGoodAsync(fixedFile);
    }
}
