using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Allocators.Generator.Model;

/// <summary>What the user's compiler and framework can do: all that the emitted code depends on besides the declaration.</summary>
/// <param name="LanguageVersion">The C# version, such as 900 for 9.</param>
/// <param name="AllowsUnsafe">Whether the project compiles unsafe code.</param>
/// <param name="HasUnscopedRef">Whether a member of a struct can say that it returns a reference into the struct.</param>
/// <param name="RefStructsImplementInterfaces">Whether language and run time let a ref struct implement an interface.</param>
internal sealed record Capabilities(int LanguageVersion, bool AllowsUnsafe, bool HasUnscopedRef, bool RefStructsImplementInterfaces)
{
    private const int CSharp9 = 900;
    private const int CSharp11 = 1100;
    private const int CSharp13 = 1300;

    /// <summary>Whether the language is new enough for generated code.</summary>
    public bool IsSupported => LanguageVersion >= CSharp9;

    /// <summary>Whether a struct can implement an interface member that is marked <c>[UnscopedRef]</c> with one that is too.</summary>
    public bool ImplementsUnscopedMembers => LanguageVersion >= CSharp13 && HasUnscopedRef;

    public static Capabilities Of(Compilation compilation)
    {
        int language = (int)((CSharpCompilation)compilation).LanguageVersion;
        return new Capabilities(
            language,
            ((CSharpCompilationOptions)compilation.Options).AllowUnsafe,
            language >= CSharp11 && IsUsable(compilation, "System.Diagnostics.CodeAnalysis.UnscopedRefAttribute"),
            language >= CSharp13 && HasByRefLikeGenerics(compilation));
    }

    private static bool IsUsable(Compilation compilation, string metadataName) =>
        compilation.GetTypeByMetadataName(metadataName) is { } type && compilation.IsSymbolAccessibleWithin(type, compilation.Assembly);

    private static bool HasByRefLikeGenerics(Compilation compilation) =>
        compilation.GetTypeByMetadataName("System.Runtime.CompilerServices.RuntimeFeature") is { } features
        && !features.GetMembers("ByRefLikeGenerics").IsEmpty;
}
