using System.IO;
using Allocators.Generator.Tests.Harness;
using Allocators.Generator.Usage;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace Allocators.Generator.Tests.Usage;

/// <summary>A project that can have no heap is not looked at, though the package is there.</summary>
public class HeapsInReachTests
{
    private const string Heap = "[Allocators.ChunkHeap] public partial struct Pocket { }";

    [Fact]
    public void WithoutAHeapNothingIsRegistered() =>
        Assert.Null(HeapsInReach.MarkerIn(ProjectSettings.Default.Compile("public class C { public Allocators.Block Block; }")));

    [Fact]
    public void AHeapOfTheProjectIsInReach() =>
        Assert.NotNull(HeapsInReach.MarkerIn(GeneratorHarness.Generate(ProjectSettings.Default.Compile(Heap))));

    [Fact]
    public void SoIsOneOfAnotherAssembly()
    {
        using MemoryStream assembly = new();
        Assert.True(GeneratorHarness.Generate(ProjectSettings.Default.Compile(Heap)).Emit(assembly).Success);
        CSharpCompilation user = ProjectSettings.Default.Compile("public class C { public Pocket Heap; }").AddReferences(MetadataReference.CreateFromImage(assembly.ToArray()));

        Assert.NotNull(HeapsInReach.MarkerIn(user));
        Assert.True(new NonCopyableTypes(HeapsInReach.MarkerIn(user)!).Contains(user.GetTypeByMetadataName("Pocket")));
    }
}
