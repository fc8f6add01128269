using System;
using System.Collections.Generic;
using System.Linq;
using Allocators.Generator.Model;

namespace Allocators.Generator.Text;

/// <summary>Writes what stands around a type: its namespace, and the types that it is nested in.</summary>
internal static class TypeBlocks
{
    /// <param name="writer">Takes the code.</param>
    /// <param name="type">The type.</param>
    /// <param name="write">Writes it.</param>
    /// <param name="aliases">What stands in front of everything in the namespace, or in the file if there is none.</param>
    public static void WriteAround(CodeWriter writer, TypeHierarchy type, Action write, IEnumerable<string>? aliases = null)
    {
        bool inNamespace = type.Namespace.Length > 0;
        if (inNamespace)
        {
            writer.Write($"namespace {type.Namespace}");
            writer.Open();
        }

        bool hasAliases = false;
        foreach (string alias in aliases ?? [])
        {
            writer.Write(alias);
            hasAliases = true;
        }

        if (hasAliases) writer.Write("");
        foreach (TypeHierarchy.Part outer in type.Types.Take(type.Types.Count - 1))
        {
            writer.Write($"partial {outer.Keyword} {outer.NameWithParameters}");
            writer.Open();
        }

        write();
        for (int i = 1; i < type.Types.Count; i++) writer.Close();
        if (inNamespace) writer.Close();
    }
}
