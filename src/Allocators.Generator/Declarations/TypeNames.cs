using System.Linq;
using Microsoft.CodeAnalysis;

namespace Allocators.Generator.Declarations;

/// <summary>Names of the user's, as generated code can write them.</summary>
internal static class TypeNames
{
    /// <summary>The bare name, with an <c>@</c> where it is a keyword.</summary>
    private static readonly SymbolDisplayFormat BareFormat = new(miscellaneousOptions: SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers);

    /// <summary>A type with all that is around it, such as <c>global::Game.Entity</c>.</summary>
    public static string FullNameOf(ITypeSymbol type) => string.Concat(type.ToDisplayParts(SymbolDisplayFormat.FullyQualifiedFormat)
        .Select(static part => part.Symbol is INamespaceOrTypeSymbol symbol && part.Kind != SymbolDisplayPartKind.Keyword && symbol.Name == part.ToString() ? Escaped(symbol) : part.ToString()));

    /// <summary>The bare name of a symbol. In lower case it could be, or become, a word of the language, of which the compiler warns.</summary>
    public static string Escaped(ISymbol symbol) => symbol.Name.Length > 0 && symbol.Name.All(static character => character is >= 'a' and <= 'z')
        ? "@" + symbol.Name
        : symbol.ToDisplayString(BareFormat);
}
