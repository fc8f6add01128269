using System;
using System.Linq;
using Allocators.Generator.Tests.Harness;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace Allocators.Generator.Tests.Output;

/// <summary>Whatever the declaration and whatever the project: generated code compiles, and nobody is warned of it.</summary>
public class CompilesWithoutWarningTests
{
    private static readonly (string Framework, string Language)[] Projects =
    [
        (Framework.NetStandard21, "9"),
        (Framework.NetStandard21, "10"),
        (Framework.NetStandard21, "11"),
        (Framework.Net8, "9"),
        (Framework.Net8, "10"),
        (Framework.Net8, "12"),
        (Framework.Net9, "13"),
        (Framework.Net10, "14"),
        (Framework.Net10, "preview"),
    ];

    public static TheoryData<string, string, string> Cases
    {
        get
        {
            TheoryData<string, string, string> cases = new();
            foreach ((string framework, string language) in Projects.Where(static project => IsRelease(project.Language)))
            {
                foreach (string declaration in SampleDeclarations.All.Keys)
                {
                    if (language != "9" || !declaration.Contains("C# 10", StringComparison.Ordinal)) cases.Add(declaration, framework, language);
                }
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void CompilesWithoutWarning(string declaration, string framework, string language)
    {
        ProjectSettings strict = new(framework, language) { Nullable = true, Checked = true, Unsafe = true };
        ProjectSettings lax = new(framework, language) { Nullable = false, Checked = false, Unsafe = false };

        AssertCompiles(strict.Compile(SampleDeclarations.All[declaration]));
        AssertCompiles(lax.Compile(SampleDeclarations.All[declaration]));
    }

    private static void AssertCompiles(CSharpCompilation compilation)
    {
        CSharpCompilation output = GeneratorHarness.Generate(compilation);

        Assert.True(output.SyntaxTrees.Length > compilation.SyntaxTrees.Length, "nothing was generated");
        GeneratorHarness.AssertNoComplaints(output);
    }

    /// <summary>The preview of the oldest Roslyn is one of C# 11, with rules that were never released.</summary>
    private static bool IsRelease(string language) => ProjectSettings.IsKnown(language) && (language != "preview" || ProjectSettings.IsKnown("14"));
}
