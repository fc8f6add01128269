using Allocators.Package.Tests.Tools;
using Xunit;

namespace Allocators.Package.Tests;

/// <summary>The package in projects that know nothing of this repository.</summary>
[Collection(WithPackage.Name)]
public sealed class ConsumerTests(PackedPackage package)
{
    [Fact]
    public void A_program_builds_without_warnings_and_runs()
    {
        ConsumerProject project = new ConsumerProject(
            package, "Program", "<OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><Nullable>enable</Nullable>").WithProgram("Hello.cs");

        project.Build();

        Assert.Equal(
            """
            LevelHeap: 1 block in 128 of 1,024 bytes (12.5 %), largest free block 896 bytes
            0
            1 block in 1,024 of 65,536 bytes (1.6 %), largest free block 64,512 bytes
            False

            """,
            project.Run());
    }

    [Fact]
    public void A_library_for_netstandard_builds_as_csharp_9() => new ConsumerProject(
        package, "OldLibrary", "<TargetFramework>netstandard2.1</TargetFramework><LangVersion>9</LangVersion>").WithFile(
        "Heaps.cs",
        """
        using Allocators;

        namespace Consumer
        {
            [ChunkHeap(Chunks = 1024, ChunkSize = 64)]
            public static partial class GameMemory { }

            [ChunkHeap(Chunks = 16, ChunkSize = 64)]
            public partial struct LevelHeap { }

            [NullHeap]
            public partial struct NoMemory { }
        }
        """).Build();

    [Fact]
    public void A_wrong_declaration_is_an_error_with_a_page()
    {
        (int exitCode, string output) = new ConsumerProject(package, "Wrong", "<TargetFramework>net10.0</TargetFramework>").WithFile(
            "Heaps.cs",
            """
            [Allocators.ChunkHeap(ChunkSize = 100)]
            internal partial struct LevelHeap { }
            """).TryBuild();

        Assert.NotEqual(0, exitCode);
        Assert.Contains("Heaps.cs(1,23): error ALLOC0003: ChunkSize is 100", output, System.StringComparison.Ordinal);
        Assert.Contains("docs/diagnostics/ALLOC0003.md", output, System.StringComparison.Ordinal);
    }
}
