using System.Globalization;
using System.Linq;
using System.Text;
using Allocators.Generator.Model;

namespace Allocators.Generator.Text;

/// <summary>The file name of a generated type: readable, short enough for every file system, and different for every type.</summary>
internal static class HintName
{
    private const int MaxReadable = 80;

    /// <summary>For example <c>Game.World.LevelHeap.3f0a91c2.g.cs</c>.</summary>
    public static string Of(TypeHierarchy type)
    {
        string types = string.Join("+", type.Types.Select(static part => part.Arity == 0 ? part.Name : $"{part.Name}({part.Arity})"));
        string name = type.Namespace.Length == 0 ? types : type.Namespace + "." + types;

        // Hint names are compared without regard to case, types are not; long names lose their front, and nesting its sign:
        // the hash tells apart what would look alike.
        string hash = Hash(name).ToString("x8", CultureInfo.InvariantCulture);
        return $"{Readable(name)}.{hash}.g.cs";
    }

    private static string Readable(string name)
    {
        StringBuilder readable = new(name.Length);
        foreach (char character in name)
        {
            // An identifier may contain marks that the compiler does not take in a hint name.
            if (char.IsLetterOrDigit(character) || character is '.' or '(' or ')') readable.Append(character);
            else if (character == '+') readable.Append('.');
            else if (character != '@') readable.Append('_');
        }

        int cut = readable.Length - MaxReadable;
        return cut <= 0 ? readable.ToString() : readable.ToString(cut, MaxReadable).TrimStart('.');
    }

    /// <summary>FNV-1a: the same in every process, which <c>string.GetHashCode</c> is not.</summary>
    private static uint Hash(string text)
    {
        uint hash = 2166136261;
        foreach (char character in text) hash = unchecked((hash ^ character) * 16777619);
        return hash;
    }
}
