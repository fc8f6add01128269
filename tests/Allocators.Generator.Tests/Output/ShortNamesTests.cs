using System.Linq;
using Allocators.Generator.Model;
using Allocators.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace Allocators.Generator.Tests.Output;

/// <summary>Generated code calls types by their last names, unless something of the user's is called so.</summary>
public sealed class ShortNamesTests
{
    private const string Heap = "[Allocators.FreeList(Blocks = 64, BlockSize = 64)] public partial struct Pages { MEMBER }";

    [Theory]
    [InlineData("namespace Game { HEAP }", false)]
    [InlineData("HEAP", false)]
    [InlineData("namespace Game.Parts { HEAP } namespace Game { class Check { } }", false)]
    [InlineData("using Other; namespace Game { HEAP } namespace Other { class Check { } }", false)]
    [InlineData("namespace Game { HEAP class Check { } }", true)]
    [InlineData("namespace Game { HEAP } namespace Game.Check { class C { } }", true)]
    [InlineData("HEAP class Check { }", true)]
    [InlineData("namespace Game { partial class Outer { HEAP class Check { } } }", true)]
    [InlineData("namespace Game { partial class Outer : Base { HEAP } class Base { protected int Check => 1; } }", true)]
    [InlineData("namespace Game { partial class Outer<Check> { HEAP } }", true)]
    [InlineData("global using Check = System.String; HEAP", true)]
    [InlineData("global using Check = System.String; namespace Game { HEAP }", false)]
    [InlineData("namespace Game { HEAP-WITH(private static int Check() => 1;) }", true)]
    [InlineData("namespace Allocators { HEAP }", true)]
    public void NameIsShortUnlessItIsTaken(string file, bool isTaken)
    {
        string member = file.Contains("HEAP-WITH", System.StringComparison.Ordinal) ? "private static int Check() => 1;" : "";
        string code = file.Replace("HEAP-WITH(private static int Check() => 1;)", "HEAP", System.StringComparison.Ordinal).Replace("HEAP", Heap.Replace("MEMBER", member, System.StringComparison.Ordinal), System.StringComparison.Ordinal);
        CSharpCompilation output = GeneratorHarness.Generate(ProjectSettings.Default.Compile(code));
        string generated = output.SyntaxTrees.Last().ToString();

        GeneratorHarness.AssertNoComplaints(output);
        Assert.Equal(isTaken, generated.Contains("global::Allocators.Check.", System.StringComparison.Ordinal));
        Assert.Equal(!isTaken, generated.Contains("using Check = global::Allocators.Check;", System.StringComparison.Ordinal));
    }

    [Fact]
    public void EachAliasIsOfATypeThatExists()
    {
        CSharpCompilation compilation = new ProjectSettings(Framework.Net10, "10").Compile("");

        Assert.All(ShortNames.ByWrittenName.Values, name => Assert.NotNull(compilation.GetTypeByMetadataName(name.FullName)));
    }

    [Fact]
    public void NoLineIsTooLong() => Assert.All(SampleDeclarations.All, static declaration =>
    {
        foreach (GeneratedSourceResult source in GeneratorHarness.Run(ProjectSettings.Default.Compile(declaration.Value)).GeneratedSources)
        {
            Assert.DoesNotContain(source.SourceText.ToString().Split('\n'), static line => line.Length > Generator.Text.LineBreaker.MaxLength);
        }
    });
}
