using System.Linq;
using Allocators.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Xunit;

namespace Allocators.Generator.Tests.Output;

/// <summary>Tools for coverage leave out a heap, but not what a user has written.</summary>
public sealed class CoverageTests
{
    private const string Attribute = "System.Diagnostics.CodeAnalysis.ExcludeFromCodeCoverageAttribute";

    [Theory]
    [InlineData("[Allocators.ChunkHeap] partial struct H { }", 1)]
    [InlineData("[Allocators.Slab(Slots = 3, Bytes = 24)] static partial class H { }", 1)]
    [InlineData("[Allocators.ChunkHeap] partial struct H { public int Own() => 1; }", 0)]
    [InlineData("[Allocators.ChunkHeap] partial struct H { } partial struct H { public int Own() => 1; }", 0)]
    [InlineData("[Allocators.ChunkHeap, System.Diagnostics.CodeAnalysis.ExcludeFromCodeCoverage] partial struct H { }", 1)]
    [InlineData("[Allocators.ChunkHeap, System.Diagnostics.CodeAnalysis.ExcludeFromCodeCoverage] partial struct H { public int Own() => 1; }", 1)]
    public void HeapWithoutOwnMembersIsLeftOut(string declaration, int attributes)
    {
        Compilation output = GeneratorHarness.Generate(new ProjectSettings(Framework.Net8, "10").Compile([declaration]));

        Assert.DoesNotContain(output.GetDiagnostics(), static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning);
        Assert.Equal(attributes, output.GetTypeByMetadataName("H")!.GetAttributes().Count(static data => data.AttributeClass!.ToDisplayString() == Attribute));
    }
}
