using System;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using Xunit;

namespace Allocators.Package.Tests.Tools;

/// <summary>A test that needs a native tool chain: without one it is skipped, but never where CI is <c>true</c>.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NativeAotFactAttribute : FactAttribute
{
    /// <summary>Looks for the tool chain.</summary>
    public NativeAotFactAttribute()
    {
        if (Environment.GetEnvironmentVariable("CI") != "true") Skip = WhyNot();
    }

    private static string? WhyNot()
    {
        if (!OperatingSystem.IsLinux() || RuntimeInformation.OSArchitecture != Architecture.X64) return "It reads what is published for linux-x64.";

        string[] folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        bool hasLinker = folders.Any(folder => File.Exists(Path.Combine(folder, "clang")) || File.Exists(Path.Combine(folder, "gcc")));
        return hasLinker ? null : "NativeAOT links with clang or gcc, and neither is on the path.";
    }
}
