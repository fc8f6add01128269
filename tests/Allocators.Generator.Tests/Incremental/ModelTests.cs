using System.Collections.Generic;
using System.Linq;
using Allocators.Generator.Model;
using Allocators.Generator.Pipeline;
using Allocators.Generator.Tests.Harness;
using Allocators.Generator.Tests.Output;
using Microsoft.CodeAnalysis;
using Xunit;

namespace Allocators.Generator.Tests.Incremental;

/// <summary>What is kept from run to run keeps nothing of the compilation alive, and compares by value.</summary>
public class ModelTests
{
    public static TheoryData<string> Names => new(SampleDeclarations.All.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public void HoldsNothingOfTheCompilation(string declaration)
    {
        GeneratorRunResult result = GeneratorHarness.Run(ProjectSettings.Default.Compile(SampleDeclarations.All[declaration]));

        List<object> models = [.. ModelsOf(result)];

        Assert.Contains(models, static model => model is HeapDeclaration);
        Assert.Contains(models, static model => model is Capabilities);
        Assert.All(models, static model => Assert.DoesNotContain(Reachable.From(model), IsOfTheCompilation));
    }

    [Fact]
    public void EqualDeclarationsInTwoCompilationsAreEqual()
    {
        Assert.All(SampleDeclarations.All.Values, static files => Assert.Equal(DeclarationsIn(files), DeclarationsIn(files)));

        static IEnumerable<object> DeclarationsIn(string[] files) =>
            ModelsOf(GeneratorHarness.Run(ProjectSettings.Default.Compile(files))).OfType<HeapDeclaration>();
    }

    [Fact]
    public void WalkFindsWhatIsHidden()
    {
        SyntaxTree tree = ProjectSettings.Default.Compile("").SyntaxTrees[0];
        System.Func<Location> closure = () => tree.GetRoot().GetLocation();

        Assert.Contains(Reachable.From(new object?[] { 1, (Closure: closure, Text: "") }), IsOfTheCompilation);
        Assert.DoesNotContain(Reachable.From(new object?[] { 1, "", null }), IsOfTheCompilation);
    }

    /// <summary>The results of our own steps, and whatever the files are written from.</summary>
    private static IEnumerable<object> ModelsOf(GeneratorRunResult result)
    {
        IEnumerable<object> ours = new[] { AllocatorGenerator.DeclarationStep, AllocatorGenerator.CapabilitiesStep }
            .SelectMany(name => result.TrackedSteps[name])
            .SelectMany(static step => step.Outputs)
            .Select(static output => output.Value);
        IEnumerable<object> written = result.TrackedOutputSteps.Values
            .SelectMany(static steps => steps)
            .SelectMany(static step => step.Inputs)
            .Select(static input => input.Source.Outputs[input.OutputIndex].Value);
        return ours.Concat(written);
    }

    private static bool IsOfTheCompilation(object value) =>
        value is ISymbol or SyntaxNode or SyntaxTree or SyntaxReference or Location or Compilation or SemanticModel or AttributeData or Diagnostic;
}
