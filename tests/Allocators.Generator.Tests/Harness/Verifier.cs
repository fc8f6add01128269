using System;
using System.IO;
using System.Runtime.CompilerServices;
using System.Threading.Tasks;
using Xunit;

namespace Allocators.Generator.Tests.Harness;

/// <summary>Compares a text with the file beside the test that holds the accepted one.</summary>
/// <remarks>
/// Files and call are those of the library Verify, which can take this class's place: <c>Class.Method.verified.cs</c> is
/// accepted, <c>Class.Method.received.cs</c> appears where the text differs from it. To accept, look at the difference and
/// rename the file, or run the tests with the environment variable <c>ACCEPT_SNAPSHOTS=1</c> and look at <c>git diff</c>.
/// </remarks>
internal static class Verifier
{
    private static readonly bool Accept = Environment.GetEnvironmentVariable("ACCEPT_SNAPSHOTS") == "1";

    public static Task Verify(
        string target,
        string extension,
        [CallerFilePath] string sourceFile = "",
        [CallerMemberName] string method = "")
    {
        string stem = Path.Combine(Path.GetDirectoryName(sourceFile)!, $"{Path.GetFileNameWithoutExtension(sourceFile)}.{method}");
        return Compare(target, $"{stem}.verified.{extension}", $"{stem}.received.{extension}", Accept);
    }

    /// <summary>Compares a text with an accepted file that is somewhere else.</summary>
    public static Task CompareAsync(string target, string verified, string received) => Compare(target, verified, received, Accept);

    internal static async Task Compare(string target, string verified, string received, bool accept)
    {
        File.Delete(received);
        if (File.Exists(verified) && await File.ReadAllTextAsync(verified) == target) return;

        await File.WriteAllTextAsync(accept ? verified : received, target);
        if (accept) return;

        Assert.Fail($"""
            The text differs from the accepted one:
              accepted  {verified}
              received  {received}
            If it is right, rename the received file, or run the tests again with ACCEPT_SNAPSHOTS=1.
            """);
    }
}
