using System.Threading.Tasks;
using Allocators.Generator.Tests.Harness;
using Allocators.Generator.Tests.Output;
using Xunit;

namespace Allocators.Generator.Tests.Diagnostics;

/// <summary>Nothing is said of a good declaration, also when the analyzer sees what was generated for it.</summary>
public class GoodDeclarationTests
{
    public static TheoryData<string> Names => new(SampleDeclarations.All.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public Task NothingIsSaid(string declaration) => Expect.NothingAsync(ProjectSettings.Default.Compile(SampleDeclarations.All[declaration]));

    [Fact]
    public async Task NothingIsSaidOfOtherCode()
    {
        var compilation = ProjectSettings.Default.Compile("internal class Plain { private int _field; private int Reset() => _field++; }");

        Assert.Empty(await GeneratorHarness.AnalyzeAsync(compilation));
        Assert.Empty(GeneratorHarness.Run(compilation).GeneratedSources);
    }
}
