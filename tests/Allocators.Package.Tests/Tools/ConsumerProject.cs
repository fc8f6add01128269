using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace Allocators.Package.Tests.Tools;

/// <summary>A project outside the repository that has nothing but the package.</summary>
internal sealed class ConsumerProject
{
    private readonly string _folder;

    public ConsumerProject(PackedPackage package, string name, string properties, string analysisLevel = "latest-recommended")
    {
        Name = name;
        _folder = Path.Combine(package.Folder, name);
        Directory.CreateDirectory(_folder);
        Write("nuget.config", NuGetConfig(package));
        Write($"{name}.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                {properties}
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                <AnalysisLevel>{analysisLevel}</AnalysisLevel>
                <InvariantGlobalization>true</InvariantGlobalization>
                <RestorePackagesPath>{Path.Combine(package.Folder, "packages")}</RestorePackagesPath>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="Allocators" Version="{package.Version}" />
              </ItemGroup>
            </Project>
            """);
    }

    /// <summary>The name of the project and of its assembly.</summary>
    public string Name { get; }

    /// <summary>Adds a file that is part of the tests' sources.</summary>
    public ConsumerProject WithProgram(string file) =>
        WithFile(file, File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Programs", file)));

    /// <summary>Adds a file.</summary>
    public ConsumerProject WithFile(string file, string text)
    {
        Write(file, text);
        return this;
    }

    /// <summary>Builds without a warning.</summary>
    public void Build() => Command.Run("dotnet", _folder, "build", "-c", "Release", "-warnaserror");

    /// <summary>Builds, with the errors that there are.</summary>
    public (int ExitCode, string Output) TryBuild() => Command.TryRun("dotnet", _folder, "build", "-c", "Release");

    /// <summary>What the last build generated, where the project asks for files of it.</summary>
    public IEnumerable<string> GeneratedFiles() =>
        Directory.EnumerateFiles(Path.Combine(_folder, "obj"), "*.g.cs", SearchOption.AllDirectories).Select(File.ReadAllText);

    /// <summary>Runs what was built, and gives what it prints.</summary>
    public string Run() => Command.Run("dotnet", _folder, "run", "-c", "Release", "--no-build");

    /// <summary>Publishes without a warning, and gives the folder with the result.</summary>
    public string Publish()
    {
        string folder = Path.Combine(_folder, "published");
        Command.Run("dotnet", _folder, "publish", "-c", "Release", "-o", folder, "-warnaserror");
        return folder;
    }

    /// <summary>
    /// The local source comes beside those of the machine. Packages of others are taken from the machine where it has
    /// them; ours is unpacked into a folder of its own.
    /// </summary>
    private static string NuGetConfig(PackedPackage package)
    {
        string machine = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        string fallback = Directory.Exists(machine)
            ? $"""<fallbackPackageFolders><add key="machine" value="{machine}" /></fallbackPackageFolders>"""
            : "";
        return $"""
            <configuration>
              <packageSources><add key="packed" value="{package.Source}" /></packageSources>
              {fallback}
            </configuration>
            """;
    }

    private void Write(string file, string text) => File.WriteAllText(Path.Combine(_folder, file), text);
}
