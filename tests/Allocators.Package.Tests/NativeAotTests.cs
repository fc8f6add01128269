using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using Allocators.Package.Tests.Tools;
using Xunit;
using Xunit.Abstractions;

namespace Allocators.Package.Tests;

/// <summary>A static heap is part of the executable: zeros that the loader provides, without a byte of file or a line of code.</summary>
[Collection(WithPackage.Name)]
public sealed class NativeAotTests(PackedPackage package, ITestOutputHelper output)
{
    private const int LargeHeapBytes = 65536 * 256;
    private const int StartsToCompare = 15;

    [NativeAotFact]
    public void A_static_heap_is_bss_and_nothing_else()
    {
        Published large = Publish("Large", "LARGE"), small = Publish("Small", "SMALL");

        long bssGrowth = large.Symbols.Bss.Size - small.Symbols.Bss.Size;
        long fileGrowth = large.FileBytes - small.FileBytes;
        Memory growth = MemoryGrowth(large, small);
        output.WriteLine($".bss grew by {bssGrowth:N0} bytes, the file ({large.FileBytes:N0} bytes) by {fileGrowth:N0}; at start, anonymous memory grew by {growth.AnonymousKiB} KiB, resident memory by {growth.ResidentKiB} KiB");

        Assert.InRange(bssGrowth, LargeHeapBytes - 256, LargeHeapBytes + (LargeHeapBytes / 100));
        Assert.InRange(fileGrowth, -8 * 1024, 8 * 1024);
        Assert.InRange(growth.AnonymousKiB, -64, 64);
        Assert.All([large, small], HasNoInitializer);
    }

    private static void HasNoInitializer(Published program)
    {
        ElfFile elf = program.Symbols;
        string[] initializers = [.. elf.Symbols.Select(symbol => symbol.Name).Where(name => name.StartsWith("__GetNonGCStaticBase_", StringComparison.Ordinal) || name.Contains("cctor", StringComparison.Ordinal))];

        // A type that does need an initializer shows what it would look like.
        Assert.Contains(initializers, name => name.Contains("InitializedAtRunTime", StringComparison.Ordinal));
        Assert.DoesNotContain(initializers, name => name.Contains("StaticHeap", StringComparison.Ordinal));

        ElfFile.Symbol heap = elf.Symbols.Single(symbol => symbol.Name.StartsWith("__NONGCSTATICS", StringComparison.Ordinal) && symbol.Name.EndsWith("_StaticHeap", StringComparison.Ordinal));
        Assert.True(elf.Bss.Contains(heap.Address));
    }

    /// <summary>
    /// How much more memory one program has than the other when it starts, in the median of starts by turns. A heap in
    /// <c>.bss</c> could only be anonymous memory. The rest of what is resident are pages of files, and how many of those
    /// the kernel maps around the ones that are needed changes from start to start by more than what is looked for.
    /// </summary>
    private static Memory MemoryGrowth(Published large, Published small)
    {
        List<Memory> ofLarge = [], ofSmall = [];
        for (int i = 0; i < StartsToCompare; i++)
        {
            ofLarge.Add(large.MemoryAtStart());
            ofSmall.Add(small.MemoryAtStart());
        }

        return new(
            Median(ofLarge, memory => memory.AnonymousKiB) - Median(ofSmall, memory => memory.AnonymousKiB),
            Median(ofLarge, memory => memory.ResidentKiB) - Median(ofSmall, memory => memory.ResidentKiB));
    }

    private static long Median(List<Memory> starts, Func<Memory, long> part) => starts.Select(part).Order().ElementAt(starts.Count / 2);

    private Published Publish(string name, string constant)
    {
        string folder = new ConsumerProject(package, name, $"""
            <OutputType>Exe</OutputType>
            <TargetFramework>net9.0</TargetFramework>
            <RuntimeIdentifier>linux-x64</RuntimeIdentifier>
            <PublishAot>true</PublishAot>
            <AssemblyName>program</AssemblyName>
            <DefineConstants>$(DefineConstants);{constant}</DefineConstants>
            """).WithProgram("StaticHeap.cs").Publish();
        return new Published(Path.Combine(folder, "program"));
    }

    /// <summary>An executable, with the symbols that were split off it.</summary>
    private sealed class Published(string path)
    {
        public ElfFile Symbols { get; } = new(path + ".dbg");

        public long FileBytes => new FileInfo(path).Length;

        public Memory MemoryAtStart()
        {
            string[] lines = Command.Run(path, Path.GetDirectoryName(path)!).Split('\n');
            Assert.Equal(["256", "True"], lines[2..4]);
            return new(long.Parse(lines[0], CultureInfo.InvariantCulture), long.Parse(lines[1], CultureInfo.InvariantCulture));
        }
    }

    private sealed record Memory(long AnonymousKiB, long ResidentKiB);
}
