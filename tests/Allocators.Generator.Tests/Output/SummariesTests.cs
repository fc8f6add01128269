using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Allocators.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace Allocators.Generator.Tests.Output;

/// <summary>Who steps into generated code reads of each method and property what it does.</summary>
public sealed partial class SummariesTests
{
    public static TheoryData<string> Names => new(SampleDeclarations.All.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public void EachMemberSaysWhatItDoes(string declaration)
    {
        IEnumerable<MemberDeclarationSyntax> members =
            from source in GeneratorHarness.Run(ProjectSettings.Default.Compile(SampleDeclarations.All[declaration])).GeneratedSources
            from member in source.SyntaxTree.GetRoot().DescendantNodes().OfType<MemberDeclarationSyntax>()
            where member is MethodDeclarationSyntax { ExplicitInterfaceSpecifier: null } or PropertyDeclarationSyntax { ExplicitInterfaceSpecifier: null } or IndexerDeclarationSyntax { ExplicitInterfaceSpecifier: null }
            where !IsThrower(member) && !IsOverride(member)
            select member;

        Assert.NotEmpty(members);
        Assert.All(members, static member => Assert.True(IsDocumented(member), member.ToString().Split('\n')[0]));
    }

    /// <summary>What is put together from parts reads as if it had been typed.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void TextIsTidy(string declaration) => Assert.All(
        GeneratorHarness.Run(ProjectSettings.Default.Compile(SampleDeclarations.All[declaration])).GeneratedSources,
        static source =>
        {
            string text = source.SourceText.ToString();
            Assert.All(Summary().Matches(text), static summary => Assert.Matches("(?s)^([A-Z<]|[0-9]+ ).*[.:]$", summary.Groups[1].Value.Trim(' ', '\n', '/')));
            Assert.DoesNotContain("\n\n\n", text, StringComparison.Ordinal);
            Assert.DoesNotMatch(@"\{\n\n", text);
            Assert.DoesNotMatch(@"\n\n *\}", text);
        });

    [GeneratedRegex("<summary>((?:.|\n)*?)</summary>")]
    private static partial Regex Summary();

    private static bool IsDocumented(MemberDeclarationSyntax member) => member.GetLeadingTrivia().Any(static trivia => trivia.ToString().Contains("///", StringComparison.Ordinal) || trivia.IsKind(SyntaxKind.SingleLineDocumentationCommentTrivia));

    /// <summary>What throws is named after what it says.</summary>
    private static bool IsThrower(MemberDeclarationSyntax member) => member is MethodDeclarationSyntax method && method.Identifier.Text.StartsWith("Throw", StringComparison.Ordinal);

    private static bool IsOverride(MemberDeclarationSyntax member) => member.Modifiers.Any(SyntaxKind.OverrideKeyword);
}
