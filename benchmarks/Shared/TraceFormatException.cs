using System;

namespace Allocators.Traces;

/// <summary>A trace is damaged; the message says where, as <c>file(line): what is wrong</c>.</summary>
public sealed class TraceFormatException : FormatException
{
    /// <summary>Names the place and what is wrong there.</summary>
    public TraceFormatException(string file, int line, string problem, Exception? cause = null)
        : base($"{file}({line}): {problem}", cause)
    {
    }
}
