using System.Linq;
using Xunit;

namespace Allocators.Generator.Tests.Harness;

/// <summary>The harness sees what it is there to see: a test that cannot fail proves nothing.</summary>
public class GeneratorHarnessTests
{
    [Fact]
    public void MissingDocumentationIsAComplaint()
    {
        string complaint = Assert.Single(GeneratorHarness.Complaints(ProjectSettings.Default.Compile("public class Undocumented { }")));

        Assert.Contains("CS1591", complaint, System.StringComparison.Ordinal);
    }

    [Fact]
    public void BrokenReferenceInDocumentationIsAComplaint()
    {
        string complaint = Assert.Single(GeneratorHarness.Complaints(ProjectSettings.Default.Compile(
            """
            /// <summary>See <see cref="Nothing"/>.</summary>
            public class Documented { }
            """)));

        Assert.Contains("CS1574", complaint, System.StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Framework.NetStandard21)]
    [InlineData(Framework.Net8)]
    [InlineData(Framework.Net9)]
    [InlineData(Framework.Net10)]
    public void EveryFrameworkHasTheLibrary(string framework)
    {
        var compilation = (ProjectSettings.Default with { Framework = framework }).Compile(
            "internal static class User { internal static Allocators.Block Block(Allocators.ChunkHeapAttribute attribute) => new Allocators.Block(0, attribute.Chunks); }");

        Assert.Empty(GeneratorHarness.Complaints(compilation));
        Assert.Contains(compilation.ReferencedAssemblyNames, static name => name.Name == "Allocators.Runtime");
    }
}
