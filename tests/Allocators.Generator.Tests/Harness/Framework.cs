using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace Allocators.Generator.Tests.Harness;

/// <summary>Everything that user code refers to: the framework, the attributes, and the runtime library for that framework.</summary>
internal static class Framework
{
    public const string NetStandard21 = "netstandard2.1", Net8 = "net8.0", Net9 = "net9.0", Net10 = "net10.0";

    private static readonly ConcurrentDictionary<string, ImmutableArray<MetadataReference>> Loaded = new();

    public static ImmutableArray<MetadataReference> References(string framework) => Loaded.GetOrAdd(framework, Load);

    private static ImmutableArray<MetadataReference> Load(string framework)
    {
        // The newest build of the runtime library is for .NET 9; on .NET 10 the same is taken.
        string runtimeFramework = framework == Net10 ? Net9 : framework;
        return Directory.EnumerateFiles(BuildPaths.ReferenceAssemblies(framework), "*.dll")
            .Append(BuildPaths.BuiltAssembly("Allocators.Attributes", "netstandard2.0"))
            .Append(BuildPaths.BuiltAssembly("Allocators.Runtime", runtimeFramework))
            .Select(static path => (MetadataReference)MetadataReference.CreateFromFile(path))
            .ToImmutableArray();
    }
}
