using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Allocators.Generator.Tests.Harness;

/// <summary>A user's project as far as the generator can tell: what a project file says, and the files.</summary>
/// <param name="Framework">A target framework of <see cref="Harness.Framework"/>.</param>
/// <param name="Language">The language version as a project file says it, such as <c>9</c> or <c>preview</c>.</param>
internal sealed record ProjectSettings(string Framework, string Language)
{
    /// <summary>What every Roslyn that the tests run on knows.</summary>
    public static ProjectSettings Default { get; } = new(Harness.Framework.Net8, "10");

    /// <summary>That an assembly was built against an older framework is no news; every .NET project is compiled without these.</summary>
    private static readonly Dictionary<string, ReportDiagnostic> SilencedBySdk = new()
    {
        ["CS1701"] = ReportDiagnostic.Suppress,
        ["CS1702"] = ReportDiagnostic.Suppress,
    };

    public bool Nullable { get; init; } = true;

    public bool Checked { get; init; }

    public bool Unsafe { get; init; }

    public CSharpParseOptions ParseOptions => new(LanguageVersion, DocumentationMode.Diagnose);

    /// <summary>Compiles files, each given by its contents.</summary>
    public CSharpCompilation Compile(params IEnumerable<string> files) => CSharpCompilation.Create(
        "UserProject",
        files.Select((text, index) => CSharpSyntaxTree.ParseText(text, ParseOptions, path: $"File{index}.cs")),
        Harness.Framework.References(Framework),
        new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            allowUnsafe: Unsafe,
            checkOverflow: Checked,
            nullableContextOptions: Nullable ? NullableContextOptions.Enable : NullableContextOptions.Disable,
            warningLevel: 9999,
            specificDiagnosticOptions: SilencedBySdk));

    /// <summary>Whether this Roslyn has heard of a language version.</summary>
    public static bool IsKnown(string language) => LanguageVersionFacts.TryParse(language, out _);

    private LanguageVersion LanguageVersion =>
        LanguageVersionFacts.TryParse(Language, out LanguageVersion version) ? version : throw new System.NotSupportedException($"C# {Language}");
}
