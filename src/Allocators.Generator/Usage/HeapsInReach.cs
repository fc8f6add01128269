using System;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace Allocators.Generator.Usage;

/// <summary>Whether a project can have to do with heaps at all: where it cannot, nothing is looked at.</summary>
internal static class HeapsInReach
{
    private const string Library = "Allocators.Runtime";

    /// <summary>Our mark on structs that must not be copied; null where there can be none.</summary>
    public static INamedTypeSymbol? MarkerIn(Compilation compilation) =>
        HasGeneratedOnes(compilation) || CanBeReferenced(compilation) ? compilation.GetTypeByMetadataName("Allocators.NonCopyableAttribute") : null;

    private static bool HasGeneratedOnes(Compilation compilation) =>
        compilation.SyntaxTrees.Any(static tree => tree.FilePath.IndexOf(nameof(AllocatorGenerator), StringComparison.Ordinal) >= 0);

    /// <summary>Heaps of other assemblies need the library.</summary>
    private static bool CanBeReferenced(Compilation compilation) => compilation.SourceModule.ReferencedAssemblySymbols.Any(
        static assembly => assembly.Modules.Any(static module => module.ReferencedAssemblies.Any(static reference => reference.Name == Library)));
}
