using System;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Allocators.Package.Tests.Docs;

/// <summary>A C# example of a page.</summary>
/// <param name="Page">The page, from the root of the repository.</param>
/// <param name="Line">The line of the page on which the code starts.</param>
/// <param name="Info">What stands behind <c>csharp</c> on the line that opens the block.</param>
/// <param name="Code">The code.</param>
internal sealed partial record CodeBlock(string Page, int Line, string Info, string Code)
{
    /// <summary>Whether the example shows what the compiler refuses.</summary>
    public bool IsWrong => Info.StartsWith("wrong", StringComparison.Ordinal);

    /// <summary>Whether the example shows what is generated for another one.</summary>
    public bool IsGenerated => Info.StartsWith("generated", StringComparison.Ordinal);

    /// <summary>The errors that the comments of a wrong example name.</summary>
    public string[] Errors => [.. ErrorPattern().Matches(Code).Select(match => match.Groups[1].Value)];

    /// <summary>The language version that the example is about; empty for the newest.</summary>
    public string LanguageVersion => LanguagePattern().Match(Info).Groups[1].Value;

    /// <summary>The file name of the example in a project.</summary>
    public string FileName => $"{Namespace}.{Line}.cs";

    /// <summary>The class with the statements of the example; empty if it has none.</summary>
    public string ClassName => HasStatements ? $"{Namespace}.Example{Line}" : "";

    /// <summary>What the comments say that the example prints, line by line.</summary>
    public string[] Prints => [.. PrintPattern().Matches(Code).Select(match => match.Groups[1].Value)];

    private string Namespace => "Pages." + Page.Replace(".md", "", StringComparison.Ordinal).Replace('/', '.').Replace("-", "", StringComparison.Ordinal);

    private CompilationUnitSyntax Unit => SyntaxFactory.ParseCompilationUnit(Code, options: new CSharpParseOptions(Microsoft.CodeAnalysis.CSharp.LanguageVersion.Latest));

    private bool HasStatements => Unit.Members.Any(member => member is GlobalStatementSyntax);

    /// <summary>The example as a file: types of a page share a namespace, statements become a method of their own.</summary>
    public string ToFile()
    {
        CompilationUnitSyntax unit = Unit;
        StringBuilder file = new("using System;\nusing Allocators;\n");
        foreach (UsingDirectiveSyntax directive in unit.Usings) Append(file, directive);

        file.Append("namespace ").Append(Namespace).Append("\n{\n");
        foreach (MemberDeclarationSyntax type in unit.Members.Where(member => member is not GlobalStatementSyntax)) Append(file, type);
        if (HasStatements)
        {
            file.Append("internal static class Example").Append(Line).Append("\n{\npublic static void Run()\n{\n");
            foreach (MemberDeclarationSyntax statement in unit.Members.Where(member => member is GlobalStatementSyntax)) Append(file, statement);
            file.Append("}\n}\n");
        }

        return file.Append("}\n").ToString();
    }

    [GeneratedRegex("lang=([0-9.]+)")]
    private static partial Regex LanguagePattern();

    [GeneratedRegex(@"// (ALLOC[0-9]{4}: .*)$", RegexOptions.Multiline)]
    private static partial Regex ErrorPattern();

    [GeneratedRegex(@"Console\.WriteLine\(.*\);\s*// (.*)$", RegexOptions.Multiline)]
    private static partial Regex PrintPattern();

    /// <summary>Appends code so that the compiler names the page and its line when it finds something.</summary>
    private void Append(StringBuilder file, SyntaxNode node)
    {
        int line = Line + node.SyntaxTree.GetLineSpan(node.FullSpan).StartLinePosition.Line;
        file.Append("#line ").Append(line).Append(" \"").Append(Page).Append("\"\n").Append(node.ToFullString()).Append('\n');
    }
}
