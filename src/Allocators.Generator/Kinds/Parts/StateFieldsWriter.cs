using System.Collections.Generic;
using System.Linq;
using Allocators.Generator.Model;
using Allocators.Generator.Text;

namespace Allocators.Generator.Kinds;

/// <summary>Writes the fields of a state as its layout says, and the types that they need.</summary>
internal static class StateFieldsWriter
{
    /// <summary>The declarations, in the order of the layout, which is that of the fields.</summary>
    public static string Declare(IEnumerable<StateField> fields) =>
        string.Join("\n", fields.Where(static field => field.Type.Length > 0).Select(static field => $"private {field.Type} {field.Name};"));

    /// <summary>Writes the type of each array.</summary>
    public static void WriteArrays(CodeWriter writer, IEnumerable<StateField> fields)
    {
        foreach (StateField field in fields.Where(static field => field.Element is not null))
        {
            writer.WriteNext($$"""
                /// <summary>{{char.ToUpperInvariant(field.Text[0])}}{{field.Text.Substring(1)}}.</summary>
                {{KindText.ArrayOf}}{{field.Bytes}})]
                private struct {{field.Type}}
                {
                    public {{field.Element!}} First;
                }
                """);
        }
    }
}
