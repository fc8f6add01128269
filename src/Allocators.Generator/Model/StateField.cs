using System.Globalization;
using System.Linq;

namespace Allocators.Generator.Model;

/// <summary>A field of a heap's state, said once: the table in the docs, the size of the heap, the declaration and its type come from here.</summary>
/// <param name="Field">What it is called in the table.</param>
/// <param name="Bytes">How many bytes it has.</param>
/// <param name="Text">What is in it.</param>
/// <param name="Type">Its type in the generated code.</param>
internal sealed record StateField(string Field, int Bytes, string Text, string Type) : LayoutRow(Field, Bytes, Text)
{
    /// <summary>The type of the elements, if it is an array: a struct that is as large as all of them, and declares the first.</summary>
    public string? Element { get; init; }

    /// <summary>The name in the generated code, such as <c>_markedWords</c> for <c>marked words</c>.</summary>
    public string Name => "_" + char.ToLowerInvariant(Pascal[0]) + Pascal.Substring(1);

    private string Pascal => PascalOf(Field);

    /// <summary>A field of a type that exists.</summary>
    public static StateField Of(string field, string type, int bytes, string text) => new(field, bytes, text, type);

    /// <summary>A number.</summary>
    public static StateField Number(string field, string type, string text) => new(field, SizeOf(type), text, type);

    /// <summary>So many numbers, one behind the other, and what rounds them up to whole words.</summary>
    public static StateField Array(string field, string element, long count, string text) => Array(field, element, SizeOf(element), count, text);

    /// <summary>So many values of so many bytes, and what rounds them up to whole words.</summary>
    public static StateField Array(string field, string element, int elementBytes, long count, string text) =>
        Packed(field, element, ((elementBytes * count) + sizeof(ulong) - 1) & -sizeof(ulong), text);

    /// <summary>So many numbers, one behind the other, and nothing else: for arrays that are followed by what is no larger than their elements.</summary>
    public static StateField Packed(string field, string element, int count, string text) => Packed(field, element, (long)SizeOf(element) * count, text);

    /// <summary>More bytes than a number can say are as many as it can.</summary>
    private static StateField Packed(string field, string element, long bytes, string text) =>
        new(field, (int)System.Math.Min(bytes, int.MaxValue), text, PascalOf(field)) { Element = element };

    /// <summary>Bytes that the compiler leaves between fields, or behind the last.</summary>
    public static StateField Gap(int bytes) => new("", bytes, "nothing", "");

    private static int SizeOf(string type) => type switch
    {
        "byte" => sizeof(byte),
        "ushort" => sizeof(ushort),
        "int" or "uint" => sizeof(int),
        _ => sizeof(long),
    };

    private static string PascalOf(string field) => string.Concat(field.Split(' ').Select(static word => char.ToUpper(word[0], CultureInfo.InvariantCulture) + word.Substring(1)));
}
