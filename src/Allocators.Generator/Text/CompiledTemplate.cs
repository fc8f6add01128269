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

    private readonly Line[] _lines;

    private CompiledTemplate(Line[] lines) => _lines = lines;

    /// <summary>The members in a file that is embedded in the generator.</summary>
    /// <param name="name">What the file is called, without <c>.template.cs</c>.</param>
    public static CompiledTemplate Embedded(string name)
    {
        using StreamReader file = new(typeof(CompiledTemplate).Assembly.GetManifestResourceStream(name + ".template.cs")!);
        return Parse(file.ReadToEnd());
    }

    /// <summary>The members of the one type in a file. Types that have a short name get their full one.</summary>
    public static CompiledTemplate Parse(string file)
    {
        string[] lines = file.Replace("\r\n", "\n").Split('\n');
        int open = Array.IndexOf(lines, "{"), close = Array.LastIndexOf(lines, "}");
        return new([.. lines.Skip(open + 1).Take(close - open - 1).Select(Line.Parse)]);
    }

    /// <summary>The members that one heap has.</summary>
    /// <param name="symbols">The symbols that are defined.</param>
    /// <param name="names">What stands where a name stands.</param>
    /// <param name="dropped">Parameters that go, such as <c>ref byte memory</c>.</param>
    public string Resolve(ICollection<string> symbols, IReadOnlyDictionary<string, string> names, IEnumerable<string> dropped)
    {
        StringBuilder kept = new();
        foreach (string line in Kept(symbols))
        {
            bool isNamed = names.Keys.Any(name => line.IndexOf(name, StringComparison.Ordinal) >= 0);
            kept.Append(isNamed ? Named(line, word => names.TryGetValue(word, out string? other) ? other : null) : line).Append('\n');
        }

        foreach (string parameter in dropped) kept.Replace(parameter + ", ", "").Replace($"({parameter})", "()");
        return kept.ToString().Trim('\n');
    }

    /// <summary>The lines whose conditions hold.</summary>
    private IEnumerable<string> Kept(ICollection<string> symbols)
    {
        // Of each condition around a line, whether one of its branches held. So many around it do not hold.
        Stack<bool> held = new();
        int without = 0;
        foreach (Line line in _lines)
        {
            switch (line.Directive)
            {
                case "#if":
                    bool holds = line.Holds(symbols);
                    held.Push(holds);
                    if (without > 0 || !holds) without++;
                    break;
                case "#elif" or "#else":
                    holds = !held.Peek() && line.Holds(symbols);
                    if (without == 0) without = 1;
                    else if (without == 1 && holds) without = 0;
                    if (holds)
                    {
                        held.Pop();
                        held.Push(true);
                    }

                    break;
                case "#endif":
                    held.Pop();
                    if (without > 0) without--;
                    break;
                default:
                    if (without == 0) yield return line.Text;
                    break;
            }
        }
    }

    /// <summary>The line with some names replaced, unless they are members of something or stand in a comment.</summary>
    private static string Named(string line, Func<string, string?> other)
    {
        StringBuilder result = new(line.Length);
        int end = BeforeComment(line).Length;
        for (int at = 0; at < end;)
        {
            int start = at;
            while (at < end && IsOfWord(line[at])) at++;
            string word = line.Substring(start, at - start);
            bool isMember = start > 0 && line[start - 1] == '.';
            result.Append(isMember ? word : other(word) ?? word);
            while (at < end && !IsOfWord(line[at])) result.Append(line[at++]);
        }

        return result.Append(line, end, line.Length - end).ToString();
    }

    private static string BeforeComment(string line)
    {
        int comment = line.IndexOf("//", StringComparison.Ordinal);
        return comment < 0 ? line : line.Substring(0, comment);
    }

    private static bool IsOfWord(char character) => char.IsLetterOrDigit(character) || character == '_';

    /// <summary>A line of code, or a directive with its condition.</summary>
    private sealed record Line(string? Directive, string Text, string[][] Condition)
    {
        public static Line Parse(string line)
        {
            if (line.Length == 0 || line[0] != '#') return new(null, Named(line.StartsWith(Indent, StringComparison.Ordinal) ? line.Substring(Indent.Length) : line, ShortNames.FullNameOf), []);

            string[] words = BeforeComment(line).Trim().Split([' '], 2);
            return new(words[0], line, words.Length == 1 ? [[]] : [.. Split(words[1], "||").Select(static all => Split(all, "&&"))]);
        }

        /// <summary>Whether one of the alternatives holds; that of <c>#else</c> asks for nothing.</summary>
        public bool Holds(ICollection<string> symbols) =>
            Condition.Any(all => all.All(symbol => symbol[0] == '!' ? !symbols.Contains(symbol.Substring(1)) : symbols.Contains(symbol)));

        private static string[] Split(string condition, string between) => [.. condition.Split([between], StringSplitOptions.None).Select(static part => part.Trim())];
    }
}
