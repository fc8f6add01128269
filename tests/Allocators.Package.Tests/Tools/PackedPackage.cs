using System;
using System.Globalization;
using System.IO;
using Xunit;

namespace Allocators.Package.Tests.Tools;

/// <summary>The package, packed once for all tests, under a version that no cache can have seen.</summary>
public sealed class PackedPackage : IDisposable
{
    /// <summary>Packs.</summary>
    public PackedPackage()
    {
        Version = string.Create(CultureInfo.InvariantCulture, $"0.1.0-test.{DateTime.UtcNow.Ticks}");
        Folder = Directory.CreateTempSubdirectory("allocators-").FullName;
        Source = Path.Combine(Folder, "source");
        Pack(Source);
    }

    /// <summary>The version of the package.</summary>
    public string Version { get; }

    /// <summary>A folder outside the repository, for everything that the tests make.</summary>
    public string Folder { get; }

    /// <summary>The folder with the package.</summary>
    public string Source { get; }

    /// <summary>The file of the package.</summary>
    public string PackagePath => Path.Combine(Source, $"Allocators.{Version}.nupkg");

    /// <summary>The file of the symbol package.</summary>
    public string SymbolsPath => Path.ChangeExtension(PackagePath, ".snupkg");

    /// <summary>Packs into a folder.</summary>
    public void Pack(string folder) => Command.Run(
        "dotnet", Repository.Root, "pack", "src/Allocators", "-c", "Release", "-o", folder, $"-p:PackageVersion={Version}", "-warnaserror");

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(Folder, recursive: true);
}

/// <summary>All tests share the package, and so run one after another: each keeps all processors busy.</summary>
[CollectionDefinition(Name)]
public sealed class WithPackage : ICollectionFixture<PackedPackage>
{
    /// <summary>The name by which a class of tests asks for the package.</summary>
    public const string Name = "Package";
}
