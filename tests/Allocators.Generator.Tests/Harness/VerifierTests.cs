using System;
using System.IO;
using System.Threading.Tasks;
using Xunit;
using Xunit.Sdk;

namespace Allocators.Generator.Tests.Harness;

public sealed class VerifierTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    private string Verified => Path.Combine(_folder, "SomeTests.SomeMethod.verified.cs");

    private string Received => Path.Combine(_folder, "SomeTests.SomeMethod.received.cs");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task AcceptedTextPasses()
    {
        await File.WriteAllTextAsync(Verified, "text");
        await File.WriteAllTextAsync(Received, "what a failure left behind");

        await Verifier.Compare("text", Verified, Received, accept: false);

        Assert.False(File.Exists(Received));
    }

    [Fact]
    public async Task OtherTextFailsAndIsLeftBeside()
    {
        await File.WriteAllTextAsync(Verified, "text");

        FailException failure = await Assert.ThrowsAsync<FailException>(() => Verifier.Compare("other", Verified, Received, accept: false));

        Assert.Contains("ACCEPT_SNAPSHOTS=1", failure.Message, StringComparison.Ordinal);
        Assert.Equal("other", await File.ReadAllTextAsync(Received));
        Assert.Equal("text", await File.ReadAllTextAsync(Verified));
    }

    [Fact]
    public async Task NewTextFails()
    {
        await Assert.ThrowsAsync<FailException>(() => Verifier.Compare("new", Verified, Received, accept: false));

        Assert.True(File.Exists(Received));
    }

    [Fact]
    public async Task AcceptingTakesTheText()
    {
        await Verifier.Compare("new", Verified, Received, accept: true);

        Assert.Equal("new", await File.ReadAllTextAsync(Verified));
        Assert.False(File.Exists(Received));
    }
}
