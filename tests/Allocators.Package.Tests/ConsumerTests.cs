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

    /// <summary>All that a project can ask of its code: every rule, every warning an error. Nothing is suppressed, in the project or in the file.</summary>
    [Theory]
    [InlineData("enable", "latest")]
    [InlineData("disable", "10")]
    public void The_strictest_project_has_nothing_to_say(string nullable, string language) => new ConsumerProject(
        package,
        "Strict" + language,
        $"""
        <TargetFramework>net10.0</TargetFramework>
        <LangVersion>{language}</LangVersion>
        <Nullable>{nullable}</Nullable>
        <CheckForOverflowUnderflow>true</CheckForOverflowUnderflow>
        <AllowUnsafeBlocks>true</AllowUnsafeBlocks>
        <GenerateDocumentationFile>true</GenerateDocumentationFile>
        <EnforceCodeStyleInBuild>true</EnforceCodeStyleInBuild>
        <WarningLevel>9999</WarningLevel>
        """,
        analysisLevel: "latest-all").WithFile(
        "Heaps.cs",
        """
        using System;
        using System.Resources;
        using System.Runtime.InteropServices;
        using Allocators;

        [assembly: CLSCompliant(true)]
        [assembly: ComVisible(false)]
        [assembly: NeutralResourcesLanguage("en")]

        namespace Consumer
        {
            /// <summary>Sparks.</summary>
            [ChunkHeap(Chunks = 16, ChunkSize = 64)]
            public partial struct SparkHeap { }

            /// <summary>A level.</summary>
            [ChunkHeap(Chunks = 4096, ChunkSize = 256)]
            public partial struct LevelHeap { }

            /// <summary>A frame.</summary>
            [ChunkHeap]
            public ref partial struct FrameHeap { }

            /// <summary>A file.</summary>
            [ChunkHeap(Storage = Storage.Pointer, State = State.InMemory, Synchronization = Synchronization.SpinLock)]
            public partial struct FileHeap { }

            /// <summary>The game.</summary>
            [ChunkHeap]
            public static partial class GameMemory { }

            /// <summary>Small things.</summary>
            [Teaspoon(Variant = "4KiB")]
            public partial struct Spoon { }

            /// <summary>Things.</summary>
            [Teaspoon(Headers = false)]
            public static partial class Things { }

            /// <summary>Packets.</summary>
            [Slab(Slots = 32, BlockSize = 32)]
            public partial struct Packets { }

            /// <summary>Numbers.</summary>
            [Slab(typeof(long), Slots = 32)]
            public static partial class Numbers { }

            /// <summary>Blocks.</summary>
            [FreeList(Blocks = 32, BlockSize = 32, Synchronization = Synchronization.LockFree)]
            public partial struct Pages { }

            /// <summary>A pool.</summary>
            [FreeList(Blocks = 8, BlockSize = 32, Over = typeof(GameMemory))]
            public partial struct Pool { }

            /// <summary>Nothing.</summary>
            [NullHeap]
            public partial struct NoMemory { }
        }
        """).Build();

    [Fact]
    public void A_wrong_declaration_is_an_error_with_a_page()
    {
        (int exitCode, string output) = new ConsumerProject(package, "WrongDeclaration", "<TargetFramework>net10.0</TargetFramework>").WithFile(
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
