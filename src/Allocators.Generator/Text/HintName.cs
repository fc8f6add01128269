using System.Globalization;
using System.Linq;
using Allocators.Generator.Model;

namespace Allocators.Generator.Text;

/// <summary>The file name of a generated type: readable, short enough for every file system, and different for every type.</summary>
internal static class HintName
{
    private const int MaxReadable = 80;

    /// <summary>For example <c>Game.World.LevelHeap.3f0a91c2.g.cs</c>.</summary>
    public static string Of(TypeHierarchy type)
    {
        string name = string.Join(".", type.Types.Select(static part => part.Arity == 0 ? part.Name : $"{part.Name}({part.Arity})"));
        if (type.Namespace.Length > 0) name = type.Namespace + "." + name;
        name = name.Replace("@", "");

        // Hint names are compared without regard to case, types are not, and long names lose their front:
        // the hash tells apart what would look alike.
        string readable = name.Length <= MaxReadable ? name : name.Substring(name.Length - MaxReadable).TrimStart('.');
        return $"{readable}.{Hash(name).ToString("x8", CultureInfo.InvariantCulture)}.g.cs";
    }

    /// <summary>FNV-1a: the same in every process, which <c>string.GetHashCode</c> is not.</summary>
    private static uint Hash(string text)
    {
        uint hash = 2166136261;
        foreach (char character in text) hash = unchecked((hash ^ character) * 16777619);
        return hash;
    }
}
