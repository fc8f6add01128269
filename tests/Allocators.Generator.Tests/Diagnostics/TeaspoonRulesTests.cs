using System.Threading.Tasks;
using Allocators.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Xunit;

namespace Allocators.Generator.Tests.Diagnostics;

/// <summary>Which variants there are, and which arenas they can have.</summary>
public class TeaspoonRulesTests
{
    [Theory]
    [InlineData("8KiB")]
    [InlineData("4kib")]
    [InlineData("")]
    public async Task VariantIsUnknown(string variant)
    {
        Diagnostic diagnostic = await Expect.OneAsync(
            "ALLOC0012",
            $"Variant = \"{variant}\"",
            $"Variant is \"{variant}\"; the variants are 4KiB, 128KiB, 16MiB, 1GiB",
            Struct($"Variant = \"{variant}\""));

        AssertOffers(diagnostic, "Variant", "\"16MiB\"");
    }

    [Theory]
    [InlineData("4KiB", "8200", "8200", 8192, "8192")]
    [InlineData("4KiB", "1 << 30", "1073741824", 8192, "8192")]
    [InlineData("4KiB", "1001", "1001", 8192, "1000")]
    [InlineData("4KiB", "0", "0", 8192, "16")]
    [InlineData("4KiB", "-8", "-8", 8192, "16")]
    [InlineData("128KiB", "200000", "200000", 131072, "131072")]
    [InlineData("16MiB", "1 << 25", "33554432", 16777216, "16777216")]
    [InlineData("1GiB", "1 << 30", "1073741824", 125763584, "125763584")]
    public async Task ArenaDoesNotSuitTheVariant(string variant, string written, string value, int largest, string nearest)
    {
        Diagnostic diagnostic = await Expect.OneAsync(
            "ALLOC0013",
            $"Bytes = {written}",
            $"Bytes is {value}; the variant {variant} can have an arena of 16 to {largest} bytes here, in multiples of 8, and the nearest is {nearest}",
            Struct($"Variant = \"{variant}\", Bytes = {written}"));

        AssertOffers(diagnostic, "Bytes", nearest);
    }

    [Fact]
    public async Task ArenaAtAnAddressCanBeLarger()
    {
        Diagnostic diagnostic = await Expect.OneAsync(
            "ALLOC0013",
            "Bytes = int.MaxValue",
            "Bytes is 2147483647; the variant 1GiB can have an arena of 16 to 1073741824 bytes here, in multiples of 8, and the nearest is 1073741824",
            Struct("Variant = \"1GiB\", Bytes = int.MaxValue, Storage = Allocators.Storage.Pointer"));

        AssertOffers(diagnostic, "Bytes", "1073741824");
    }

    [Fact]
    public Task BothAreSaidWithWhatElseIsWrong() => Expect.SeveralAsync(
        Struct("Variant = \"2GiB\", Alignment = 16"),
        ("ALLOC0012", "Variant = \"2GiB\""),
        ("ALLOC0006", "Alignment = 16"));

    private static string Struct(string arguments) => $"[Allocators.Teaspoon({arguments})] partial struct Heap {{ }}";

    private static void AssertOffers(Diagnostic diagnostic, string argument, string goodValues)
    {
        Assert.Equal(argument, diagnostic.Properties[DeclarationReport.ArgumentProperty]);
        Assert.Equal(goodValues, diagnostic.Properties[DeclarationReport.GoodValuesProperty]);
    }
}
