using System;
using System.Linq;
using Allocators.Generator.Tests.Harness;

namespace Allocators.Generator.Tests.Snapshots;

/// <summary>The generated file of a declaration, without what changes from one release to the next.</summary>
internal static class SnapshotSource
{
    public static string Of(string declaration, ProjectSettings settings)
    {
        string version = typeof(AllocatorGenerator).Assembly.GetName().Version!.ToString(3);
        return GeneratorHarness.Run(settings.Compile(declaration)).GeneratedSources.Single().SourceText.ToString()
            .Replace($"Allocators {version} for", "Allocators {Version} for", StringComparison.Ordinal)
            .Replace($"(\"Allocators\", \"{version}\")", "(\"Allocators\", \"{Version}\")", StringComparison.Ordinal);
    }
}
