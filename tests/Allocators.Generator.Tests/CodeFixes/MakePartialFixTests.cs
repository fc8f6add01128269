using System.Threading.Tasks;
using Allocators.CodeFixes;
using Xunit;

namespace Allocators.Generator.Tests.CodeFixes;

public class MakePartialFixTests
{
    [Theory]
    [InlineData("[Allocators.ChunkHeap] struct Heap { }", "[Allocators.ChunkHeap] partial struct Heap { }")]
    [InlineData("[Allocators.ChunkHeap]\ninternal unsafe struct Heap { }", "[Allocators.ChunkHeap]\ninternal unsafe partial struct Heap { }")]
    [InlineData("[Allocators.ChunkHeap]\n// The memory of all.\nstatic class Heap { }", "[Allocators.ChunkHeap]\n// The memory of all.\nstatic partial class Heap { }")]
    [InlineData("[Allocators.ChunkHeap]\n// Small.\nstruct Heap { }", "[Allocators.ChunkHeap]\n// Small.\npartial struct Heap { }")]
    public Task TypeBecomesPartial(string before, string after) => FixTest<MakePartialFix>.RunAsync(before, "Make 'Heap' partial", after);

    [Theory]
    [InlineData("class Outer { [Allocators.ChunkHeap] partial struct Heap { } }", "'Outer'", "partial class Outer { [Allocators.ChunkHeap] partial struct Heap { } }")]
    [InlineData("class Outer { [Allocators.ChunkHeap] struct Heap { } }", "'Outer' and 'Heap'", "partial class Outer { [Allocators.ChunkHeap] partial struct Heap { } }")]
    [InlineData(
        "record Outer { interface IMiddle { [Allocators.ChunkHeap] struct Heap { } } }",
        "'Outer' and 'IMiddle' and 'Heap'",
        "partial record Outer { partial interface IMiddle { [Allocators.ChunkHeap] partial struct Heap { } } }")]
    [InlineData(
        "class Outer { partial struct Middle { [Allocators.ChunkHeap] partial struct Heap { } } }",
        "'Outer'",
        "partial class Outer { partial struct Middle { [Allocators.ChunkHeap] partial struct Heap { } } }")]
    public Task TypesAroundItBecomePartialToo(string before, string names, string after) => FixTest<MakePartialFix>.RunAsync(before, $"Make {names} partial", after);

    [Fact]
    public Task AllBecomePartial() => FixTest<MakePartialFix>.RunAsync(
        """
        [Allocators.ChunkHeap]
        internal struct One { }

        internal class Outer
        {
            [Allocators.ChunkHeap]
            public struct Two { }
        }
        """,
        "Make 'One' partial",
        """
        [Allocators.ChunkHeap]
        internal partial struct One { }

        internal partial class Outer
        {
            [Allocators.ChunkHeap]
            public partial struct Two { }
        }
        """);

    [Fact]
    public Task AllInOneTypeBecomePartial() => FixTest<MakePartialFix>.RunAsync(
        "class Outer { [Allocators.ChunkHeap] struct One { } [Allocators.ChunkHeap] struct Two { } }",
        "Make 'Outer' and 'One' partial",
        "partial class Outer { [Allocators.ChunkHeap] partial struct One { } [Allocators.ChunkHeap] partial struct Two { } }");
}
