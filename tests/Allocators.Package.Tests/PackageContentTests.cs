using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;
using Allocators.Package.Tests.Tools;
using Xunit;

namespace Allocators.Package.Tests;

[Collection(WithPackage.Name)]
public sealed class PackageContentTests(PackedPackage package)
{
    private static readonly string[] Frameworks = ["net8.0", "net9.0", "netstandard2.1"];

    private static readonly string[] Libraries = ["Allocators.Attributes", "Allocators.Runtime"];

    [Fact]
    public void Package_has_exactly_these_files() => Assert.Equal(
        [
            "Allocators.nuspec",
            "README.md",
            "analyzers/dotnet/cs/Allocators.CodeFixes.dll",
            "analyzers/dotnet/cs/Allocators.Generator.dll",
            "icon.png",
            .. LibraryFiles(".dll", ".xml"),
        ],
        FilesIn(package.PackagePath));

    [Fact]
    public void Symbol_package_has_exactly_these_files() => Assert.Equal(
        ["Allocators.nuspec", .. LibraryFiles(".pdb")],
        FilesIn(package.SymbolsPath));

    [Fact]
    public void Only_the_old_framework_needs_another_package()
    {
        XElement metadata = Metadata();
        var dependencies = metadata.Descendants(metadata.GetDefaultNamespace() + "dependency").ToList();

        XElement dependency = Assert.Single(dependencies);
        Assert.Equal("System.Runtime.CompilerServices.Unsafe", dependency.Attribute("id")!.Value);
        Assert.Equal("6.1.2", dependency.Attribute("version")!.Value);
        Assert.Equal(".NETStandard2.1", dependency.Parent!.Attribute("targetFramework")!.Value);
    }

    [Fact]
    public void Metadata_says_what_it_is()
    {
        XElement metadata = Metadata();
        string? Value(string name) => metadata.Element(metadata.GetDefaultNamespace() + name)?.Value;

        Assert.Equal("Allocators", Value("id"));
        Assert.Equal("MIT", Value("license"));
        Assert.Equal("README.md", Value("readme"));
        Assert.Equal("icon.png", Value("icon"));
        Assert.Equal("https://github.com/allocators/allocators", Value("projectUrl"));
        Assert.NotNull(Value("description"));
        Assert.Null(Value("developmentDependency"));
    }

    [Fact]
    public void Analyzers_need_nothing_that_a_compiler_does_not_have()
    {
        using ZipArchive archive = ZipFile.OpenRead(package.PackagePath);
        foreach (ZipArchiveEntry entry in archive.Entries.Where(entry => entry.FullName.StartsWith("analyzers/", StringComparison.Ordinal)))
        {
            Assert.All(ReferencesOf(entry), IsInEveryCompiler);
        }
    }

    [Fact]
    public void The_generator_does_without_Workspaces()
    {
        using ZipArchive archive = ZipFile.OpenRead(package.PackagePath);
        var references = ReferencesOf(archive.GetEntry("analyzers/dotnet/cs/Allocators.Generator.dll")!);

        Assert.DoesNotContain(references, name => name.Name!.Contains("Workspaces", StringComparison.Ordinal));
        Assert.Equal(new Version(4, 3, 0, 0), references.Single(name => name.Name == "Microsoft.CodeAnalysis").Version);
    }

    [Fact]
    public void Packing_twice_gives_the_same_bytes()
    {
        string again = Path.Combine(package.Folder, "again");
        package.Pack(again);

        Assert.Equal(File.ReadAllBytes(package.PackagePath), File.ReadAllBytes(Path.Combine(again, Path.GetFileName(package.PackagePath))));
    }

    private static IEnumerable<string> LibraryFiles(params string[] extensions) =>
        from framework in Frameworks
        from library in Libraries
        from extension in extensions
        select $"lib/{framework}/{library}{extension}";

    /// <summary>The files of a package, without those that every package has.</summary>
    private static List<string> FilesIn(string path)
    {
        using ZipArchive archive = ZipFile.OpenRead(path);
        return [.. archive.Entries
            .Select(entry => entry.FullName)
            .Where(name => name != "[Content_Types].xml" && !name.StartsWith("_rels/", StringComparison.Ordinal) && !name.StartsWith("package/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)];
    }

    private static List<AssemblyName> ReferencesOf(ZipArchiveEntry entry)
    {
        using MemoryStream copy = new();
        using (Stream stream = entry.Open()) stream.CopyTo(copy);
        copy.Position = 0;
        using PEReader assembly = new(copy);
        MetadataReader reader = assembly.GetMetadataReader();
        return [.. reader.AssemblyReferences.Select(handle => reader.GetAssemblyReference(handle).GetAssemblyName())];
    }

    private static void IsInEveryCompiler(AssemblyName reference) => Assert.Contains(
        reference.Name,
        (string[])
        [
            "netstandard",
            "Allocators.Generator",
            "Microsoft.CodeAnalysis",
            "Microsoft.CodeAnalysis.CSharp",
            "Microsoft.CodeAnalysis.Workspaces",
            "System.Collections.Immutable",
            "System.Composition.AttributedModel",
            "System.Memory",
        ]);

    private XElement Metadata()
    {
        using ZipArchive archive = ZipFile.OpenRead(package.PackagePath);
        using Stream nuspec = archive.GetEntry("Allocators.nuspec")!.Open();
        return XDocument.Load(nuspec).Root!.Elements().Single();
    }
}
