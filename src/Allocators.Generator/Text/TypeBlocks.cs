using System;
using System.Linq;
using Allocators.Generator.Model;

namespace Allocators.Generator.Text;

/// <summary>Writes what stands around a type: its namespace, and the types that it is nested in.</summary>
internal static class TypeBlocks
{
    public static void WriteAround(CodeWriter writer, TypeHierarchy type, Action write)
    {
        bool inNamespace = type.Namespace.Length > 0;
        if (inNamespace)
        {
            writer.Write($"namespace {type.Namespace}");
            writer.Open();
        }

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
