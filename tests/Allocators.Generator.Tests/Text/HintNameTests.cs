using System;
using System.Linq;
using Allocators.Generator.Model;
using Allocators.Generator.Text;
using Xunit;

namespace Allocators.Generator.Tests.Text;

/// <summary>A hint name is a file name: unique for each type, however alike two types are, and never too long.</summary>
public class HintNameTests
{
    // The longest name that common file systems take is 255 bytes; compilers put it below a long path.
    private const int MaxLength = 100;

    [Fact]
    public void IsStable() => Assert.Equal("Game.World.LevelHeap.53d01f9a.g.cs", Hint("Game", "World", "LevelHeap"));

    [Fact]
    public void TellsTypesApart()
    {
        string[] hints =
        [
            Hint("", "Heap"),
            Hint("", "heap"),
            Hint("", "Heap`1"),
            Hint("", "Heap`2"),
            Hint("Game", "Heap"),
            Hint("game", "Heap"),
            Hint("Game.World", "Heap"),
            Hint("Game", "World", "Heap"),
            Hint("", "Game", "World", "Heap"),
            Hint("Game", "World`1", "Heap"),
            Hint("Game", "World", "Heap`1"),
        ];

        Assert.Distinct(hints, StringComparer.OrdinalIgnoreCase);
    }

    [Fact]
    public void LongNameStaysShortAndUnique()
    {
        string front = string.Concat(Enumerable.Repeat("AVeryLongName", 100));
        string one = Hint(front, "Heap"), other = Hint(front + "X", "Heap");

        Assert.InRange(one.Length, 20, MaxLength);
        Assert.EndsWith("Name.Heap", one.Substring(0, one.Length - ".00000000.g.cs".Length), StringComparison.Ordinal);
        Assert.NotEqual(one, Hint("Other" + front, "Heap"));
        Assert.NotEqual(one, other);
    }

    [Fact]
    public void KeywordsAreNamedWithoutTheirEscape() => Assert.StartsWith("event.struct.", Hint("@event", "@struct"), StringComparison.Ordinal);

    [Fact]
    public void CharactersThatNoFileShouldHaveAreReplaced()
    {
        // Identifiers may contain combining marks, such as the vowel signs of Devanagari; hint names may not.
        string hint = Hint("", "नमस्ते");

        Assert.All(hint, static character => Assert.True(char.IsLetterOrDigit(character) || character is '.' or '_', $"U+{(int)character:X4}"));
        Assert.NotEqual(hint, Hint("", "नमस्तो"));
    }

    /// <summary>Types from the outside in, each with its arity as metadata has it.</summary>
    private static string Hint(string @namespace, params string[] types) => HintName.Of(new TypeHierarchy(
        @namespace,
        new EquatableArray<TypeHierarchy.Part>(types.Select(static type => Part(type.Split('`'))))));

    private static TypeHierarchy.Part Part(string[] name)
    {
        int arity = name.Length == 1 ? 0 : int.Parse(name[1], System.Globalization.CultureInfo.InvariantCulture);
        return new TypeHierarchy.Part("struct", name[0], "", arity);
    }
}
