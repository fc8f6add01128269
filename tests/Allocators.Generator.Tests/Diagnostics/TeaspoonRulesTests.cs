using System.Threading.Tasks;
using Allocators.Generator.Diagnostics;
using Allocators.Generator.Tests.Harness;
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
            $"Bytes is {Expect.Grouped(value)}; the variant {variant} can have an arena of 16 to {Expect.Grouped(largest)} bytes here, in multiples of 8, and the nearest is {Expect.Grouped(nearest)}",
            Struct($"Variant = \"{variant}\", Bytes = {written}"));

        AssertOffers(diagnostic, "Bytes", nearest);
    }

    [Fact]
    public async Task ArenaAtAnAddressCanBeLarger()
    {
        Diagnostic diagnostic = await Expect.OneAsync(
            "ALLOC0013",
            "Bytes = int.MaxValue",
            "Bytes is 2,147,483,647; the variant 1GiB can have an arena of 16 to 1,073,741,824 bytes here, in multiples of 8, and the nearest is 1,073,741,824",
            Struct("Variant = \"1GiB\", Bytes = int.MaxValue, Storage = Allocators.Storage.Pointer"));

        AssertOffers(diagnostic, "Bytes", "1073741824");
    }

    [Fact]
    public Task BothAreSaidWithWhatElseIsWrong() => Expect.SeveralAsync(
        Struct("Variant = \"2GiB\", Alignment = 16"),
        ("ALLOC0012", "Variant = \"2GiB\""),
        ("ALLOC0006", "Alignment = 16"));

    [Theory]
    [InlineData("Variant = \"16MiB\", Bytes = 100_000", "100000", "128KiB", 8, 472)]
    [InlineData("Variant = \"16MiB\", Bytes = 131072", "131072", "128KiB", 8, 504)]
    [InlineData("Variant = \"16MiB\", Bytes = 4112", "4112", "128KiB", 8, 248)]
    [InlineData("Variant = \"16MiB\", Bytes = 4104", "4104", "4KiB", 8, 352)]
    [InlineData("Variant = \"1GiB\", Bytes = 1000", "1000", "4KiB", 8, 224)]
    [InlineData("Variant = \"1GiB\", Bytes = 8192", "8192", "128KiB", 8, 304)]
    [InlineData("Variant = \"128KiB\", Bytes = 4096", "4096", "4KiB", 4, 96)]
    [InlineData("Variant = \"128KiB\", Bytes = 16", "16", "4KiB", 4, 8)]
    public async Task SmallerVariantIsEnough(string arguments, string bytes, string smaller, int savedInBlock, int savedInBookkeeping)
    {
        Diagnostic diagnostic = await Expect.SuggestionAsync(
            "ALLOC0014",
            arguments.Split(',')[0],
            $"Bytes is {Expect.Grouped(bytes)}, for which the variant {smaller} is enough; it saves up to {savedInBlock} bytes a block and {savedInBookkeeping} bytes of bookkeeping",
            Struct(arguments));

        AssertOffers(diagnostic, "Variant", $"\"{smaller}\"");
    }

    [Fact]
    public async Task SmallerThanTheDefaultIsSaidAtTheAttribute()
    {
        Diagnostic diagnostic = await Expect.SuggestionAsync(
            "ALLOC0014",
            "Allocators.Teaspoon(Bytes = 100_000, Storage = Allocators.Storage.Pointer)",
            "Bytes is 100,000, for which the variant 128KiB is enough; it saves up to 8 bytes a block and 480 bytes of bookkeeping",
            Struct("Bytes = 100_000, Storage = Allocators.Storage.Pointer"));

        AssertOffers(diagnostic, "Variant", "\"128KiB\"");
    }

    /// <summary>Larger blocks or arenas than the smaller variant has; nothing to save; an arena that nobody chose.</summary>
    [Theory]
    [InlineData("Variant = \"128KiB\", Bytes = 4104")]
    [InlineData("Variant = \"128KiB\", Bytes = 8192")]
    [InlineData("Variant = \"16MiB\", Bytes = 131080")]
    [InlineData("Variant = \"1GiB\", Bytes = 131080")]
    [InlineData("Variant = \"1GiB\", Bytes = 1 << 24")]
    [InlineData("Variant = \"4KiB\", Bytes = 16")]
    [InlineData("Variant = \"1GiB\", Storage = Allocators.Storage.Pointer")]
    [InlineData("Variant = \"16MiB\", Bytes = 4096, Headers = false")]
    public Task NoSmallerVariantIsEnough(string arguments) => Expect.NothingAsync(ProjectSettings.Default.Compile(Struct(arguments)));

    private static string Struct(string arguments) => $"[Allocators.Teaspoon({arguments})] partial struct Heap {{ }}";

    private static void AssertOffers(Diagnostic diagnostic, string argument, string goodValues)
    {
        Assert.Equal(argument, diagnostic.Properties[DeclarationReport.ArgumentProperty]);
        Assert.Equal(goodValues, diagnostic.Properties[DeclarationReport.GoodValuesProperty]);
    }
}
