using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using Allocators.Generator.Model;

namespace Allocators.Generator.Text;

/// <summary>A piece of code that is kept as a C# file, which tests compile as it is: the members of a type, under conditions.</summary>
/// <remarks>
/// What differs from heap to heap is said with what C# has: <c>#if</c> with symbols, <c>!</c>, <c>&amp;&amp;</c> and <c>||</c>, without
/// parentheses; names that stand for something else; and parameters that a heap may not need.
/// </remarks>
internal sealed class CompiledTemplate
{
    private const string Indent = "    ";

    private readonly string[] _lines;

    private CompiledTemplate(string[] lines) => _lines = lines;

    /// <summary>The members in a file that is embedded in the generator.</summary>
    /// <param name="name">What the file is called, without <c>.template.cs</c>.</param>
    public static CompiledTemplate Embedded(string name)
    {
        using StreamReader file = new(typeof(CompiledTemplate).Assembly.GetManifestResourceStream(name + ".template.cs")!);
        return Parse(file.ReadToEnd());
    }

    /// <summary>The members of the one type in a file.</summary>
    public static CompiledTemplate Parse(string file)
    {
        string[] lines = file.Replace("\r\n", "\n").Split('\n');
        int open = Array.IndexOf(lines, "{"), close = Array.LastIndexOf(lines, "}");
        return new([.. lines.Skip(open + 1).Take(close - open - 1)]);
    }

    /// <summary>The members that one heap has, with the full names of all types.</summary>
    /// <param name="symbols">The symbols that are defined.</param>
    /// <param name="names">What stands where a name stands.</param>
    /// <param name="dropped">Parameters that go, such as <c>ref byte memory</c>.</param>
    public string Resolve(ICollection<string> symbols, IReadOnlyDictionary<string, string> names, IEnumerable<string> dropped)
    {
        string kept = string.Join("\n", Kept(symbols).Select(static line => line.StartsWith(Indent, StringComparison.Ordinal) ? line.Substring(Indent.Length) : line));
        foreach (string parameter in dropped) kept = kept.Replace(parameter + ", ", "").Replace($"({parameter})", "()");
        return string.Join("\n", kept.Trim('\n').Split('\n').Select(line => Named(line, names)));
    }

    /// <summary>The lines whose conditions hold.</summary>
    private IEnumerable<string> Kept(ICollection<string> symbols)
    {
        // Of each condition around a line, whether it holds, and whether one of its branches did.
        Stack<(bool Holds, bool Held)> around = new();
        foreach (string line in _lines)
        {
            string[] words = line.Trim().Split([' '], 2);
            switch (words[0])
            {
                case "#if":
                    bool holds = Holds(words[1], symbols);
                    around.Push((holds, holds));
                    break;
                case "#elif":
                    bool held = around.Pop().Held;
                    holds = !held && Holds(words[1], symbols);
                    around.Push((holds, held || holds));
                    break;
                case "#else":
                    around.Push((!around.Pop().Held, true));
                    break;
                case "#endif":
                    around.Pop();
                    break;
                default:
                    if (around.All(static condition => condition.Holds)) yield return line;
                    break;
            }
        }
    }

    private static bool Holds(string condition, ICollection<string> symbols) => BeforeComment(condition)
        .Split(["||"], StringSplitOptions.None)
        .Any(all => all.Split(["&&"], StringSplitOptions.None).Select(static symbol => symbol.Trim()).All(symbol => symbol[0] == '!' ? !symbols.Contains(symbol.Substring(1)) : symbols.Contains(symbol)));

    private static string BeforeComment(string line)
    {
        int comment = line.IndexOf("//", StringComparison.Ordinal);
        return comment < 0 ? line : line.Substring(0, comment);
    }

    /// <summary>The line with each name that stands for another replaced, unless it is a member of something or stands in a comment.</summary>
    private static string Named(string line, IReadOnlyDictionary<string, string> names)
    {
        StringBuilder result = new(line.Length);
        int end = BeforeComment(line).Length;
        for (int at = 0; at < end;)
        {
            int start = at;
            while (at < end && IsOfWord(line[at])) at++;
            string word = line.Substring(start, at - start);
            bool isMember = start > 0 && line[start - 1] == '.';
            result.Append(isMember ? word : names.TryGetValue(word, out string? other) ? other : ShortNames.FullNameOf(word) ?? word);
            while (at < end && !IsOfWord(line[at])) result.Append(line[at++]);
        }

        return result.Append(line, end, line.Length - end).ToString();
    }

    private static bool IsOfWord(char character) => char.IsLetterOrDigit(character) || character == '_';
}
