using System.IO;
using System.Linq;
using System.Reflection;

namespace Allocators.Package.Tests.Tools;

/// <summary>Where the files of this repository are.</summary>
internal static class Repository
{
    public static string Root { get; } = typeof(Repository).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "RepositoryRoot").Value!;

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);
}
