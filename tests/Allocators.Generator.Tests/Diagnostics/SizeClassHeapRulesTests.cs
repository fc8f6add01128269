using System.Collections.Immutable;
using System.Globalization;
using System.Threading.Tasks;
using Allocators.Generator.Diagnostics;
using Allocators.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Xunit;

namespace Allocators.Generator.Tests.Diagnostics;

/// <summary>How large a heap of size classes can be.</summary>
public class SizeClassHeapRulesTests
{
    [Theory]
    [InlineData("0", "0", "536,854,528", "512", "4096")]
    [InlineData("-512", "-512", "536,854,528", "512", "4096")]
    [InlineData("4095", "4,095", "536,854,528", "512", "4096")]
    [InlineData("5000", "5,000", "536,854,528", "512", "4608")]
    [InlineData("(32 << 20) + 512", "33,554,944", "536,854,528", "1,024", "33554432")]
    [InlineData("int.MaxValue", "2,147,483,647", "536,854,528", "8,192", "536854528")]
    public async Task BytesAreWholeUnits(string written, string value, string most, string unit, string nearest)
    {
        Diagnostic diagnostic = await Expect.OneAsync(
            "ALLOC0024",
            $"Bytes = {written}",
            $"Bytes is {value}; a heap of size classes can have 4,096 to {most} bytes here, in multiples of {unit} near that size, and the nearest is {Expect.Grouped(nearest)}",
            $"[Allocators.SizeClassHeap(Bytes = {written}, Storage = Allocators.Storage.Pointer)] public partial struct Heap {{ }}");

        Assert.Equal(nearest, diagnostic.Properties[DeclarationReport.GoodValuesProperty]);
    }

    [Fact]
    public async Task MemoryOfItsOwnHasToFitWithTheBookkeeping()
    {
        Diagnostic diagnostic = Assert.Single(await AnalyzeAsync("1 << 27"));
        Assert.Equal("ALLOC0024", diagnostic.Id);

        int nearest = int.Parse(diagnostic.Properties[DeclarationReport.GoodValuesProperty]!, CultureInfo.InvariantCulture);
        Assert.InRange(nearest, 115 << 20, 120 << 20);
        Assert.Empty(await AnalyzeAsync($"{nearest}"));
    }

    private static Task<ImmutableArray<Diagnostic>> AnalyzeAsync(string bytes) =>
        GeneratorHarness.AnalyzeAsync(ProjectSettings.Default.Compile($"[Allocators.SizeClassHeap(Bytes = {bytes})] public static partial class Heap {{ }}"));
}
