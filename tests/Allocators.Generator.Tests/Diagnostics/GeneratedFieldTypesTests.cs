using System.Threading.Tasks;
using Allocators.Generator.Tests.Harness;
using Xunit;

namespace Allocators.Generator.Tests.Diagnostics;

/// <summary>Values whose fields have types that the generator itself writes: it sees them before those types exist.</summary>
public class GeneratedFieldTypesTests
{
    [Theory]
    [InlineData("struct Entity { public Entities.Handle Target; public int Health; }")]
    [InlineData("struct Goal { public Entities.Handle Handle; } struct Entity { public Goal Goal; }")]
    [InlineData("struct Entity { public Entities.Handle Target { get; set; } }")]
    public Task ValuesCanHaveHandlesOfTheirOwnSlab(string entity) =>
        Expect.NothingAsync(ProjectSettings.Default.Compile($"[Allocators.Slab(typeof(Entity), Slots = 100)] partial struct Entities {{ }} {entity}"));

    [Fact]
    public async Task AFieldThatIsStillUnknownExcusesNoReferenceBesideIt()
    {
        var compilation = ProjectSettings.Default.Compile(
            "[Allocators.Slab(typeof(Entity), Slots = 100)] partial struct Entities { } struct Entity { public Entities.Handle Target; public string Name; }");

        Assert.Equal("ALLOC0015", Assert.Single(await GeneratorHarness.AnalyzeAsync(compilation)).Id);
        Assert.Empty(GeneratorHarness.Run(compilation).GeneratedSources);
    }

    [Fact]
    public void AStructInItselfIsLeftToTheCompiler()
    {
        var compilation = ProjectSettings.Default.Compile(
            "[Allocators.Slab(typeof(Loop), Slots = 100)] partial struct Loops { } struct Loop { public Loop Next; public Loops.Handle Handle; }");

        Assert.Null(GeneratorHarness.Run(compilation).Exception);
    }
}
