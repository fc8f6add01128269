using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Allocators.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Allocators.Generator.Tests.Incremental;

/// <summary>A project that is edited between two runs of the generator, as in an editor.</summary>
internal sealed class IncrementalRun
{
    private GeneratorDriver _driver;
    private CSharpCompilation _compilation;

    public IncrementalRun(ProjectSettings settings, params IEnumerable<string> files)
    {
        _compilation = settings.Compile(files);
        _driver = GeneratorHarness.CreateDriver(_compilation).RunGenerators(_compilation);
    }

    public GeneratorRunResult Result => _driver.GetRunResult().Results.Single();

    /// <summary>Why each step of a name ran, or did not have to, in the last run.</summary>
    public List<IncrementalStepRunReason> Reasons(string step) => ReasonsOf(Result.TrackedSteps[step]);

    /// <summary>The same of the files, one each.</summary>
    public List<IncrementalStepRunReason> OutputReasons => ReasonsOf(Result.TrackedOutputSteps.Values.SelectMany(static steps => steps));

    /// <summary>Gives a file another text.</summary>
    public void Edit(int file, string text)
    {
        SyntaxTree old = _compilation.SyntaxTrees[file];
        Rerun(_compilation.ReplaceSyntaxTree(old, CSharpSyntaxTree.ParseText(text, (CSharpParseOptions)old.Options, old.FilePath)));
    }

    /// <summary>Changes the project file.</summary>
    public void Edit(ProjectSettings settings)
    {
        _driver = _driver.WithUpdatedParseOptions(settings.ParseOptions);
        Rerun(settings.Compile(_compilation.SyntaxTrees.Select(static tree => tree.ToString())));
    }

    private void Rerun(CSharpCompilation compilation)
    {
        _compilation = compilation;
        _driver = _driver.RunGenerators(compilation);
    }

    private static List<IncrementalStepRunReason> ReasonsOf(IEnumerable<IncrementalGeneratorRunStep> steps) =>
        [.. steps.SelectMany(static step => step.Outputs).Select(static output => output.Reason)];
}
