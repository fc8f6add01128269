using System;
using System.Linq;
using Allocators.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Xunit;

namespace Allocators.Generator.Tests.Output;

/// <summary>Types that look alike are all generated: a hint name that came twice would take every heap away (CS8785).</summary>
public class HintNamesInUseTests
{
    [Theory]
    [InlineData("case", "[Allocators.ChunkHeap] internal partial struct Heap { } [Allocators.ChunkHeap] internal partial struct HEAP { }")]
    [InlineData("case of a namespace", "namespace A { [Allocators.ChunkHeap] internal partial struct Heap { } } namespace a { [Allocators.ChunkHeap] internal partial struct Heap { } }")]
    [InlineData("arity", "[Allocators.ChunkHeap] internal partial struct Heap { } [Allocators.ChunkHeap] internal partial struct Heap<T> { }")]
    [InlineData("arity of a container", "partial class Outer { [Allocators.ChunkHeap] internal partial struct Heap { } } partial class Outer<T> { [Allocators.ChunkHeap] internal partial struct Heap { } }")]
    [InlineData("namespace", "[Allocators.ChunkHeap] internal partial struct Heap { } namespace A { [Allocators.ChunkHeap] internal partial struct Heap { } }")]
    [InlineData("nesting", "[Allocators.ChunkHeap] internal partial struct Heap { } partial class Outer { [Allocators.ChunkHeap] internal partial struct Heap { } }")]
    [InlineData("kind", "[Allocators.ChunkHeap] internal partial struct Heap { } [Allocators.NullHeap] internal partial struct HEAP { }")]
    public void BothAreGenerated(string difference, string file)
    {
        var compilation = ProjectSettings.Default.Compile(file);

        GeneratorRunResult result = GeneratorHarness.Run(compilation);

        Assert.Null(result.Exception);
        Assert.True(result.GeneratedSources.Length == 2, difference);
        Assert.Distinct(result.GeneratedSources.Select(static source => source.HintName), StringComparer.OrdinalIgnoreCase);
        GeneratorHarness.AssertNoComplaints(GeneratorHarness.Generate(compilation));
    }

    [Fact]
    public void VeryLongNameStaysShort()
    {
        string longName = string.Concat(Enumerable.Repeat("VeryLong", 50));
        var compilation = ProjectSettings.Default.Compile($$"""
            namespace {{longName}}.Inner
            {
                internal partial class {{longName}}
                {
                    [Allocators.ChunkHeap] internal partial struct {{longName}}Heap { }
                }
            }
            """);

        GeneratedSourceResult source = Assert.Single(GeneratorHarness.Run(compilation).GeneratedSources);

        Assert.InRange(source.HintName.Length, 20, 100);
        GeneratorHarness.AssertNoComplaints(GeneratorHarness.Generate(compilation));
    }
}
