using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Allocators.Package.Tests.Tools;

namespace Allocators.Package.Tests.Docs;

/// <summary>The README and the pages of <c>docs</c>.</summary>
internal static class DocsPages
{
    private const string Fence = "```";
    private const string CSharpFence = Fence + "csharp";

    /// <summary>All pages, from the root of the repository.</summary>
    public static IEnumerable<string> All { get; } =
    [
        "README.md",
        .. Directory.EnumerateFiles(Repository.PathOf("docs"), "*.md", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The pages about one diagnostic each.</summary>
    public static IEnumerable<string> Diagnostics => All.Where(page => page.StartsWith("docs/diagnostics/ALLOC", StringComparison.Ordinal));

    /// <summary>The lines of a page.</summary>
    public static string[] LinesOf(string page) => File.ReadAllLines(Repository.PathOf(page));

    /// <summary>The C# examples of a page.</summary>
    public static IEnumerable<CodeBlock> BlocksOf(string page)
    {
        string[] lines = LinesOf(page);
        for (int i = 0; i < lines.Length; i++)
        {
            if (!lines[i].StartsWith(CSharpFence, StringComparison.Ordinal)) continue;

            int start = i + 1;
            int end = Array.IndexOf(lines, Fence, start);
            if (end < 0) throw new InvalidDataException($"{page}({i + 1}): the code block has no end");
            yield return new CodeBlock(page, start + 1, lines[i][CSharpFence.Length..].Trim(), string.Join('\n', lines[start..end]));
            i = end;
        }
    }
}
