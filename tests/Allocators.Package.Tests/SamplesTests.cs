using System;
using System.IO;
using System.Linq;
using Allocators.Package.Tests.Tools;
using Xunit;

namespace Allocators.Package.Tests;

/// <summary>The commands that the README names.</summary>
[Collection(WithPackage.Name)]
public sealed class SamplesTests
{
    private const string EntitiesArguments = "run -c Release --project samples/Entities";

    [Fact]
    public void Quickstart_serves_a_real_program_and_prints_plain_text_when_redirected()
    {
        string output = Command.Run(Path.Combine(Repository.Root, "quickstart"), Repository.Root);
        string Value(string name) => ValueIn(output, name);

        Assert.StartsWith("Building the allocators and the sample", output, StringComparison.Ordinal);
        Assert.Equal("78,175", Value("allocations"));
        Assert.Equal("78,105", Value("frees"));
        Assert.Equal("0", Value("failed"));
        Assert.StartsWith("8,137 bytes", Value("peak"), StringComparison.Ordinal);
        Assert.StartsWith("busybox", Value("recorded of"), StringComparison.Ordinal);
        Assert.EndsWith(" 1.00", Value("NativeMemory").TrimEnd(), StringComparison.Ordinal);
        Assert.EndsWith(" 8,224 bytes in chunks of 16 bytes, checked", Value("ShellHeap"), StringComparison.Ordinal);
        Assert.EndsWith(" 8,904 bytes behind headers of 4 bytes, checked", Value("ShellSpoon"), StringComparison.Ordinal);
        Assert.EndsWith(" 8,208 bytes without headers, checked", Value("BareSpoon"), StringComparison.Ordinal);
        Assert.EndsWith(" 8,208 bytes without headers, not checked", Value("TrustingSpoon"), StringComparison.Ordinal);
        Assert.InRange(output.IndexOf("warming up for some seconds", StringComparison.Ordinal), 0, output.IndexOf("  NativeMemory ", StringComparison.Ordinal));
        Assert.Equal(4, output.Split('\n').Count(line => line.EndsWith("························", StringComparison.Ordinal)));
        Assert.Contains("PocketHeap: no live block starts at offset 0 (length 100)", output, StringComparison.Ordinal);
        Assert.Contains("StackHeap: 1 block in 832 of", output, StringComparison.Ordinal);
        Assert.StartsWith("32 bytes of the 8,192 in a struct; bookkeeping: 64 bytes", Value("4KiB"), StringComparison.Ordinal);
        Assert.StartsWith("36 bytes of the 131,072 in a static class", Value("128KiB"), StringComparison.Ordinal);
        Assert.StartsWith("40 bytes of the 16,777,216 in a static class", Value("16MiB"), StringComparison.Ordinal);
        Assert.StartsWith("40 bytes of the 63,", Value("1GiB"), StringComparison.Ordinal);
        Assert.Equal("True: 4000 bytes at 4, and 4,004 bytes are used", Value("to 4,000"));
        Assert.Equal("True: 10 bytes at 4, and 12 bytes are used", Value("to 10"));
        Assert.Contains("PocketSpoon is damaged: the block at offset 16 ", output, StringComparison.Ordinal);
        Assert.EndsWith(" in 65,536 bytes", Value("left at"), StringComparison.Ordinal);
        Assert.EndsWith(" in 131,072 bytes", Value("found at"), StringComparison.Ordinal);
        Assert.Equal("Nothing was saved, and nothing is lost.", Value("note"));
        Assert.DoesNotContain('\u001b', output);
    }

    [Fact]
    public void Entities_come_and_go_without_garbage_and_no_stale_handle_finds_another()
    {
        string output = Command.Run("dotnet", Repository.Root, EntitiesArguments.Split(' '));
        string Value(string name) => ValueIn(output, name);

        Assert.Equal("0 bytes", Value("garbage"));
        Assert.Equal("0", Value("mistaken"));
        Assert.Equal("51,800", Value("spawned"));
        Assert.Equal("5,800, when all slots were live", Value("not spawned"));
        Assert.Equal("48,436", Value("died"));
        Assert.Equal("3,364, 410 of them armed", Value("alive"));
        Assert.Equal("28,649 shots, of which 27,070 hit", Value("fired"));
        Assert.Equal("529, when all slots were live or retired", Value("not fired"));
        Assert.Equal("276 of 500", Value("retired"));
        Assert.Equal("18,174 refused", Value("targets"));
        Assert.Equal("22,269 refused", Value("shots"));
        Assert.Contains("µs, median of 600; the longest ", Value("a frame"), StringComparison.Ordinal);
        Assert.InRange(output.IndexOf("warming up for some seconds", StringComparison.Ordinal), 0, output.IndexOf("  a frame ", StringComparison.Ordinal));
        Assert.DoesNotContain('\u001b', output);
    }

    [Theory]
    [InlineData("./quickstart")]
    [InlineData("dotnet run -c Release --project samples/Quickstart")]
    [InlineData($"dotnet {EntitiesArguments}")]
    public void The_readme_names_the_command(string command) =>
        Assert.Contains($"`{command}`", File.ReadAllText(Repository.PathOf("README.md")), StringComparison.Ordinal);

    /// <summary>What a line says that starts with a name.</summary>
    private static string ValueIn(string output, string name) =>
        output.Split('\n').Single(line => line.StartsWith("  " + name.PadRight(14), StringComparison.Ordinal))[16..];
}
