using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Allocators.Generator.Model;

namespace Allocators.Generator.Text;

/// <summary>Makes code shorter to read, which was written so that nothing can be meant but what is: with the full name of each type.</summary>
/// <param name="taken">Words that mean something of the user's where the code is to stand.</param>
internal sealed class Shortener(IEnumerable<string> taken)
{
    private const string Global = "global::";

    private readonly HashSet<string> _taken = [.. taken];
    private readonly SortedSet<string> _aliases = new(StringComparer.Ordinal);

    /// <summary>The aliases that the code needs that was made shorter so far.</summary>
    public IEnumerable<string> Aliases => _aliases.Select(static name => $"using {name.Substring(name.LastIndexOf('.') + 1)} = {Global}{name};");

    /// <summary>Shortens the names that have an alias.</summary>
    public string Shorten(string code)
    {
        StringBuilder result = new(code.Length);
        int copied = 0;
        for (int at = code.IndexOf(Global, StringComparison.Ordinal); at >= 0; at = code.IndexOf(Global, at + Global.Length, StringComparison.Ordinal))
        {
            if (NameAt(code, at + Global.Length) is not { } name) continue;

            result.Append(code, copied, at - copied).Append(name.Word);
            copied = at + Global.Length + name.Written.Length;
            _aliases.Add(name.FullName);
        }

        return result.Append(code, copied, code.Length - copied).ToString();
    }

    /// <summary>The type that is named at a place, if it can be called by its last name.</summary>
    private ShortNames.ShortName? NameAt(string code, int start)
    {
        int end = start;
        while (true)
        {
            while (end < code.Length && (char.IsLetterOrDigit(code[end]) || code[end] == '_')) end++;
            if (ShortNames.ByWrittenName.TryGetValue(code.Substring(start, end - start), out ShortNames.ShortName? name))
                return (end < code.Length && code[end] == '<') || _taken.Contains(name.Word) || _taken.Contains(name.Alias) ? null : name;

            if (end >= code.Length || code[end] != '.') return null;
            end++;
        }
    }
}
