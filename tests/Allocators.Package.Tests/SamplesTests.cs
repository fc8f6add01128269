using System;
using System.IO;
using System.Linq;
using Allocators.Package.Tests.Tools;
using Xunit;

namespace Allocators.Package.Tests;

/// <summary>The command of the README.</summary>
[Collection(WithPackage.Name)]
public sealed class SamplesTests
{
    private const string Arguments = "run -c Release --project samples/Quickstart";

    [Fact]
    public void Quickstart_serves_a_real_program_and_prints_plain_text_when_redirected()
    {
        string output = Command.Run("dotnet", Repository.Root, Arguments.Split(' '));
        string Value(string name) => output.Split('\n').Single(line => line.StartsWith("  " + name, StringComparison.Ordinal))[16..];

        Assert.Equal("78,175", Value("allocations"));
        Assert.Equal("78,105", Value("frees"));
        Assert.Equal("0", Value("failed"));
        Assert.StartsWith("8,137 bytes", Value("peak"), StringComparison.Ordinal);
        Assert.Contains("of NativeMemory", Value("ShellHeap"), StringComparison.Ordinal);
        Assert.Contains("of NativeMemory", Value("ShellSpoon"), StringComparison.Ordinal);
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
    public void The_readme_names_the_command() => Assert.Contains($"`dotnet {Arguments}`", File.ReadAllText(Repository.PathOf("README.md")), StringComparison.Ordinal);
}
