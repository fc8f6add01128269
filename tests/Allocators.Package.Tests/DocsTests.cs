using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Allocators.Package.Tests.Docs;
using Allocators.Package.Tests.Tools;
using Xunit;

namespace Allocators.Package.Tests;

/// <summary>What the README and the pages of <c>docs</c> show is true: it compiles, prints what it says, or is refused as it says.</summary>
[Collection(WithPackage.Name)]
public sealed partial class DocsTests(PackedPackage package)
{
    /// <summary>A build tells a suggestion only where it is asked to take it for an error.</summary>
    private static readonly string AllAreErrors =
        $"<WarningsAsErrors>{string.Join(';', DocsPages.Diagnostics.Select(Path.GetFileNameWithoutExtension))}</WarningsAsErrors>";

    private static readonly List<CodeBlock> Blocks = [.. DocsPages.All.SelectMany(DocsPages.BlocksOf)];

    [Fact]
    public void Examples_compile_and_print_what_they_say()
    {
        List<CodeBlock> good = [.. Blocks.Where(block => block is { IsWrong: false, IsGenerated: false })];
        List<CodeBlock> runnable = [.. good.Where(block => block.ClassName.Length > 0)];
        string main = string.Join('\n', runnable.Select(block => $"Console.WriteLine(\"# {block.Page}({block.Line})\");\nglobal::{block.ClassName}.Run();"));

        ConsumerProject project = new ConsumerProject(package, "Examples", """
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <Nullable>enable</Nullable>
            <AllowUnsafeBlocks>true</AllowUnsafeBlocks>
            <EmitCompilerGeneratedFiles>true</EmitCompilerGeneratedFiles>
            """ + AllAreErrors)
            .WithFile("Program.cs", "using System;\n" + main);
        foreach (CodeBlock block in good) project.WithFile(block.FileName, block.ToFile());
        project.Build();

        var expected = runnable.SelectMany(block => block.Prints.Prepend($"# {block.Page}({block.Line})"));
        Assert.Equal(expected, project.Run().Split('\n', StringSplitOptions.RemoveEmptyEntries));

        string[] generated = [.. project.GeneratedFiles().Select(Bare)];
        Assert.All(Blocks.Where(block => block.IsGenerated), block => Assert.Contains(generated, file => file.Contains(Bare(block.Code), StringComparison.Ordinal)));
    }

    [Fact]
    public void Examples_of_older_languages_compile_in_them()
    {
        foreach (var blocks in Blocks.Where(block => !block.IsWrong && block.LanguageVersion.Length > 0).GroupBy(block => block.LanguageVersion))
        {
            ConsumerProject project = new(
                package, "Old" + blocks.Key, $"<TargetFramework>netstandard2.1</TargetFramework><LangVersion>{blocks.Key}</LangVersion>" + AllAreErrors);
            foreach (CodeBlock block in blocks) project.WithFile(block.FileName, block.ToFile());
            project.Build();
        }
    }

    [Fact]
    public void Wrong_examples_have_the_error_that_their_page_quotes_and_no_other()
    {
        foreach (var blocks in Blocks.Where(block => block.IsWrong).GroupBy(block => block.LanguageVersion))
        {
            string target = blocks.Key.Length > 0
                ? $"<TargetFramework>netstandard2.1</TargetFramework><LangVersion>{blocks.Key}</LangVersion>"
                : "<TargetFramework>net10.0</TargetFramework>";
            ConsumerProject project = new(package, "Wrong" + blocks.Key, target + "<AllowUnsafeBlocks>true</AllowUnsafeBlocks>" + AllAreErrors);
            foreach (CodeBlock block in blocks) project.WithFile(block.FileName, block.ToFile());

            (_, string output) = project.TryBuild();

            Assert.Equal(
                blocks.SelectMany(block => ErrorsOf(block).Select(error => block.Page + ": " + error)).Order(StringComparer.Ordinal),
                ErrorPattern().Matches(output).Select(match => $"{match.Groups[1].Value}: {match.Groups[2].Value}").Distinct().Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public void Every_diagnostic_has_a_page_with_its_title()
    {
        var rules = RulePattern().Matches(File.ReadAllText(Repository.PathOf("src", "Allocators.Generator", "AnalyzerReleases.Unshipped.md"))
            + File.ReadAllText(Repository.PathOf("src", "Allocators.Generator", "AnalyzerReleases.Shipped.md")));

        Assert.Equal(
            rules.Select(rule => $"# {rule.Groups[1].Value}: {rule.Groups[2].Value}"),
            DocsPages.Diagnostics.Select(page => DocsPages.LinesOf(page)[0]));
        Assert.All(DocsPages.Diagnostics, page => Assert.Contains(DocsPages.BlocksOf(page), block => block.IsWrong));
        Assert.All(DocsPages.Diagnostics, page => Assert.Contains(DocsPages.BlocksOf(page), block => !block.IsWrong));
    }

    [Fact]
    public void Links_lead_somewhere()
    {
        string[] pages = [.. DocsPages.All, "ARCHITECTURE.md", "CHANGELOG.md"];
        var broken =
            from page in pages
            from link in LinkPattern().Matches(string.Join('\n', DocsPages.LinesOf(page)))
            let target = link.Groups[1].Value
            where !target.StartsWith("http", StringComparison.Ordinal) || OursPattern().IsMatch(target)
            where page == "README.md" != OursPattern().IsMatch(target) || !Path.Exists(Path.Combine(Path.GetDirectoryName(Repository.PathOf(page))!, OursPattern().Replace(target, "")))
            select $"{page}: {target}";

        Assert.Empty(broken);
    }

    /// <summary>Code without what a page leaves out: indentation, the namespace of the library, and attributes about inlining.</summary>
    private static string Bare(string code) => string.Join('\n', code
        .Split('\n')
        .Select(line => line.Trim().Replace("global::Allocators.", "", StringComparison.Ordinal))
        .Where(line => !line.Contains("MethodImplOptions.", StringComparison.Ordinal)));

    private static string[] ErrorsOf(CodeBlock block) => block.Errors is { Length: > 0 } errors ? errors : [ErrorOf(block.Page)];

    /// <summary>What the compiler has to say: the name of the page and the message that it quotes.</summary>
    private static string ErrorOf(string page) =>
        Path.GetFileNameWithoutExtension(page) + ": " + DocsPages.LinesOf(page).Single(line => line.StartsWith("> ", StringComparison.Ordinal))[2..];

    [GeneratedRegex(@"((?:docs/|README)[\w./-]+)\([0-9,]+\): error (\w+: .*?)(?: \(https[^)]*\))? \[")]
    private static partial Regex ErrorPattern();

    [GeneratedRegex(@"^(ALLOC[0-9]{4}) \| .* \| (.*?)\s*$", RegexOptions.Multiline)]
    private static partial Regex RulePattern();

    /// <summary>What stands in front of the path of a file of this repository in the README, which a package page shows without the files.</summary>
    [GeneratedRegex("^https://(?:github.com/allocators/allocators/(?:blob|tree)/main|raw.githubusercontent.com/allocators/allocators/main)/")]
    private static partial Regex OursPattern();

    [GeneratedRegex(@"\]\(([^)#\s]+)(?:#[^)]*)?\)")]
    private static partial Regex LinkPattern();
}
