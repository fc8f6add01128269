using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace Allocators.Generator.Text;

/// <summary>Breaks lines of generated code that are longer than a window is wide, as a person would: templates need not know how long their holes get.</summary>
internal static class LineBreaker
{
    /// <summary>Characters in a line, if it can be broken at all.</summary>
    public const int MaxLength = 140;

    private const int Indent = 4;

    private static readonly string[] Heads = ["if (", "for (", "while (", "else if (", "foreach ("];

    private static readonly string[] Comments = ["/// ", "// "];

    /// <summary>Code with the same meaning, in shorter lines. What stands in <c>&lt;code&gt;</c>, and directives, stay as they are.</summary>
    public static string Break(string code)
    {
        StringBuilder result = new(code.Length);
        bool isTable = false;
        foreach (string line in code.Split('\n'))
        {
            if (result.Length > 0) result.Append('\n');
            if (line.EndsWith("/// <code>", StringComparison.Ordinal) || line.EndsWith("/// </code>", StringComparison.Ordinal)) isTable = !isTable;
            result.Append(line.Length <= MaxLength || isTable || IsDirective(line) ? line : string.Join("\n", Parts(line)));
        }

        return result.ToString();
    }

    private static bool IsDirective(string line) => line.TrimStart(' ').StartsWith("#", StringComparison.Ordinal);

    private static IEnumerable<string> Parts(string line)
    {
        string code = line.TrimStart(' ');
        int indent = line.Length - code.Length;
        string comment = Comments.FirstOrDefault(start => code.StartsWith(start, StringComparison.Ordinal)) ?? "";
        string again = comment.Length > 0 ? new string(' ', indent) + comment : new string(' ', indent + Indent);
        while (line.Length > MaxLength)
        {
            int at = comment.Length > 0 ? line.LastIndexOf(' ', MaxLength) : BestBreak(line);
            if (at <= again.Length) break;

            yield return line.Substring(0, at).TrimEnd(' ');
            line = again + line.Substring(at).TrimStart(' ');
        }

        yield return line;
    }

    /// <summary>Where what comes next is furthest from what came before; -1 if that is nowhere.</summary>
    private static int BestBreak(string line)
    {
        int best = -1, bestRank = int.MaxValue;
        foreach ((int at, int rank) in Breaks(line))
        {
            if (at > MaxLength || rank > bestRank) continue;

            best = at;
            bestRank = rank;
        }

        return best;
    }

    /// <summary>The places between two words outside of strings, each with a number that is the larger the closer they belong together.</summary>
    private static IEnumerable<(int At, int Rank)> Breaks(string line)
    {
        const int OfDepth = 10;
        string code = line.TrimStart(' ');
        bool hasHead = Heads.Any(head => code.StartsWith(head, StringComparison.Ordinal));
        int depth = 0;
        char quote = '\0';
        for (int at = line.Length - code.Length; at < line.Length; at++)
        {
            char letter = line[at];
            if (quote != '\0')
            {
                if (letter == '\\') at++;
                else if (letter == quote) quote = '\0';
                continue;
            }

            // A comment stays where it is: what is broken off it would become code.
            if (StartsWith(line, at, "//")) yield break;

            if (letter is '"' or '\'') quote = letter;
            else if (letter is '(' or '[' or '{') depth++;
            else if (letter is ')' or ']' or '}') depth--;
            else if (letter == ' ' && RankOf(line, at, ref hasHead, depth) is { } rank) yield return (at, rank + (depth * OfDepth));
        }
    }

    /// <summary>How closely belongs together what a space stands between; null where it would be odd to break.</summary>
    private static int? RankOf(string line, int at, ref bool hasHead, int depth)
    {
        if (hasHead && depth == 0 && line[at - 1] == ')')
        {
            hasHead = false;
            return 0;
        }

        if (EndsWith(line, at, "=>")) return 0;
        if (StartsWith(line, at, "&& ") || StartsWith(line, at, "|| ")) return 1;
        if (StartsWith(line, at, "? ") || StartsWith(line, at, ": ")) return 1;
        if (StartsWith(line, at, "+ ") || EndsWith(line, at, " =")) return 2;
        return line[at - 1] is ',' or ';' ? 3 : null;
    }

    private static bool StartsWith(string line, int at, string word) => string.CompareOrdinal(line, at + 1, word, 0, word.Length) == 0;

    private static bool EndsWith(string line, int at, string word) => at >= word.Length && string.CompareOrdinal(line, at - word.Length, word, 0, word.Length) == 0;
}
