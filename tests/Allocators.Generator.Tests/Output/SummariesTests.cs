using System;
using System.Collections.Generic;
using System.Linq;
using Allocators.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace Allocators.Generator.Tests.Output;

/// <summary>Who steps into generated code reads of each method and property what it does.</summary>
public sealed class SummariesTests
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

    private static bool IsDocumented(MemberDeclarationSyntax member) => member.GetLeadingTrivia().Any(static trivia => trivia.ToString().Contains("///", StringComparison.Ordinal) || trivia.IsKind(SyntaxKind.SingleLineDocumentationCommentTrivia));

    /// <summary>What throws is named after what it says.</summary>
    private static bool IsThrower(MemberDeclarationSyntax member) => member is MethodDeclarationSyntax method && method.Identifier.Text.StartsWith("Throw", StringComparison.Ordinal);

    private static bool IsOverride(MemberDeclarationSyntax member) => member.Modifiers.Any(SyntaxKind.OverrideKeyword);
}
