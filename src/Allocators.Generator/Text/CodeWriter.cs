using System;
using System.Text;

namespace Allocators.Generator.Text;

/// <summary>Collects generated code, line by line, at the right indentation.</summary>
internal sealed class CodeWriter
{
    private const int SpacesPerLevel = 4;

    private readonly StringBuilder _text = new();
    private int _level;

    /// <summary>Writes whole lines.</summary>
    public void Write(CodeTemplate template) => Write(template.ToString());

    /// <summary>Writes whole lines.</summary>
    public void Write(string lines)
    {
        foreach (string line in lines.Split('\n'))
        {
            if (!string.IsNullOrWhiteSpace(line)) _text.Append(' ', _level * SpacesPerLevel).Append(line);
            _text.Append('\n');
        }
    }

    /// <summary>Writes an empty line, and then whole lines: a member that follows another.</summary>
    public void WriteNext(CodeTemplate template) => WriteNext(template.ToString());

    /// <summary>Writes an empty line, and then whole lines: a member that follows another.</summary>
    public void WriteNext(string lines)
    {
        _text.Append('\n');
        Write(lines);
    }

    /// <summary>Opens a brace and indents what follows.</summary>
    public void Open()
    {
        Write("{");
        _level++;
    }

    /// <summary>Ends the indentation and closes the brace.</summary>
    public void Close()
    {
        _level--;
        Write("}");
    }

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();
}
