using System.IO;
using System.Linq;
using System.Reflection;

namespace Allocators.Generator.Tests.Harness;

/// <summary>Where the build has put things, as the project file noted it in the assembly.</summary>
internal static class BuildPaths
{
    public static string RepositoryRoot { get; } = Metadata("RepositoryRoot");

    /// <summary>The reference assemblies of a target framework.</summary>
    public static string ReferenceAssemblies(string framework) => Metadata("References/" + framework);

    /// <summary>An assembly of this repository, built for a target framework.</summary>
    public static string BuiltAssembly(string project, string framework) =>
        Path.Combine(RepositoryRoot, "src", project, "bin", Metadata("Configuration"), framework, project + ".dll");

    private static string Metadata(string key) => typeof(BuildPaths).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == key).Value!;
}
