using Allocators.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Allocators.Generator.Declarations;

/// <summary>Reads what the user's compiler and framework can do.</summary>
internal static class CompilationReader
{
    private const string NetStandard = "netstandard";

    public static Capabilities CapabilitiesOf(Compilation compilation)
    {
        int language = (int)((CSharpCompilation)compilation).LanguageVersion;
        return new Capabilities(
            language,
            ((CSharpCompilationOptions)compilation.Options).AllowUnsafe,
            language >= Capabilities.CSharp11 && IsUsable(compilation, "System.Diagnostics.CodeAnalysis.UnscopedRefAttribute"),
            language >= Capabilities.CSharp13 && HasByRefLikeGenerics(compilation),
            compilation.GetSpecialType(SpecialType.System_Object).ContainingAssembly?.Name == NetStandard);
    }

    private static bool IsUsable(Compilation compilation, string metadataName) =>
        compilation.GetTypeByMetadataName(metadataName) is { } type && compilation.IsSymbolAccessibleWithin(type, compilation.Assembly);

    private static bool HasByRefLikeGenerics(Compilation compilation) =>
        compilation.GetTypeByMetadataName("System.Runtime.CompilerServices.RuntimeFeature") is { } features
        && !features.GetMembers("ByRefLikeGenerics").IsEmpty;
}
