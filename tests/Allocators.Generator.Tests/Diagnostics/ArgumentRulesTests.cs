using System.Threading.Tasks;
using Allocators.Generator.Diagnostics;
using Allocators.Generator.Kinds.ChunkHeap;
using Allocators.Generator.Model;
using Allocators.Generator.Tests.Specs;
using Microsoft.CodeAnalysis;
using Xunit;

namespace Allocators.Generator.Tests.Diagnostics;

/// <summary>What the numbers in the brackets can be, and which good ones are offered.</summary>
public class ArgumentRulesTests
{
    [Theory]
    [InlineData("100", "100", "64,128", "64 and 128")]
    [InlineData("3", "3", "2,4", "2 and 4")]
    [InlineData("1000", "1000", "512,1024", "512 and 1,024")]
    [InlineData("int.MaxValue", "2147483647", "4194304", "4,194,304")]
    public async Task ChunkSizeIsNoPowerOfTwo(string written, string value, string goodValues, string shown)
    {
        Diagnostic diagnostic = await Expect.OneAsync(
            "ALLOC0003",
            $"ChunkSize = {written}",
            $"ChunkSize is {Expect.Grouped(value)}, which is no power of two; the nearest are {shown}",
            Struct($"Chunks = 16, ChunkSize = {written}"));

        AssertOffers(diagnostic, "ChunkSize", goodValues);
    }

    [Theory]
    [InlineData("Chunks", "0")]
    [InlineData("Chunks", "-1")]
    [InlineData("Chunks", "-2147483648")]
    [InlineData("ChunkSize", "0")]
    [InlineData("ChunkSize", "-64")]
    public async Task NumberIsBelowOne(string argument, string value)
    {
        Diagnostic diagnostic = await Expect.OneAsync(
            "ALLOC0004",
            $"{argument} = {value}",
            $"{argument} is {Expect.Grouped(value)}; the nearest possible value is 1",
            Struct($"{argument} = {value}"));

        AssertOffers(diagnostic, argument, "1");
    }

    [Theory]
    [InlineData("Synchronization", "struct", "None")]
    [InlineData("Synchronization", "static class", "SpinLock")]
    [InlineData("Checks", "struct", "Standard")]
    [InlineData("Storage", "struct", "Inline")]
    [InlineData("Coalescing", "struct", "Deferred")]
    [InlineData("Coalescing", "static class", "Deferred")]
    [InlineData("State", "ref struct", "Automatic")]
    public async Task EnumHasNoSuchMember(string argument, string type, string nearest)
    {
        string written = $"{argument} = (Allocators.{argument})7";
        string declaration = $"[Allocators.ChunkHeap({written})] {type} Heap {{ }}"
            .Replace("struct", "partial struct", System.StringComparison.Ordinal)
            .Replace("class", "partial class", System.StringComparison.Ordinal);

        Diagnostic diagnostic = await Expect.OneAsync(
            "ALLOC0004",
            written,
            $"{argument} is 7; the nearest possible value is {argument}.{nearest}",
            declaration);

        AssertOffers(diagnostic, argument, $"Allocators.{argument}.{nearest}");
    }

    [Fact]
    public async Task TooManyChunks()
    {
        ChunkHeapSpec spec = SpecFactory.Inline(1 << 20, 1024);
        int most = spec.MaxChunks(HeapOptions.MaxInlineBytes);

        Diagnostic diagnostic = await Expect.OneAsync(
            "ALLOC0005",
            "Chunks = 1 << 20",
            $"A heap of 1,048,576 chunks of 1,024 bytes has {Expect.Grouped(spec.TotalBytesLong)} bytes with its bookkeeping, more than the 125,829,120 that "
                + $"such a heap can have; the largest possible Chunks is {Expect.Grouped(most)}",
            Struct("Chunks = 1 << 20, ChunkSize = 1024"));

        AssertOffers(diagnostic, "Chunks", $"{most}");
    }

    [Fact]
    public async Task TooManyChunksByDefaultIsSaidAtTheAttribute()
    {
        ChunkHeapSpec spec = SpecFactory.Inline(4096, 1 << 20);

        Diagnostic diagnostic = await Expect.OneAsync(
            "ALLOC0005",
            "Allocators.ChunkHeap(ChunkSize = 1 << 20)",
            $"A heap of 4,096 chunks of 1,048,576 bytes has {Expect.Grouped(spec.TotalBytesLong)} bytes with its bookkeeping, more than the 125,829,120 that "
                + "such a heap can have; the largest possible Chunks is 119",
            Struct("ChunkSize = 1 << 20"));

        AssertOffers(diagnostic, "Chunks", "119");
    }

    [Fact]
    public async Task ChunkIsTooLarge()
    {
        Diagnostic diagnostic = await Expect.OneAsync(
            "ALLOC0005",
            "ChunkSize = 1 << 27",
            "A heap of 1 chunk of 134,217,728 bytes has 134,217,744 bytes with its bookkeeping, more than the 125,829,120 that "
                + "such a heap can have; the largest possible ChunkSize is 67,108,864",
            Struct("Chunks = 1, ChunkSize = 1 << 27"));

        AssertOffers(diagnostic, "ChunkSize", "67108864");
    }

    [Theory]
    [InlineData("partial struct", "16", "8", "a struct, which the garbage collector can move,", 8)]
    [InlineData("partial struct", "3", "4", "a struct, which the garbage collector can move,", 8)]
    [InlineData("partial struct", "0", "1", "a struct, which the garbage collector can move,", 8)]
    [InlineData("ref partial struct", "16", "8", "memory in a span", 8)]
    [InlineData("ref partial struct", "5", "4", "memory in a span", 8)]
    [InlineData("static partial class", "8192", "4096", "a static class", 4096)]
    [InlineData("static partial class", "48", "64", "a static class", 4096)]
    [InlineData("static partial class", "-16", "1", "a static class", 4096)]
    public async Task AlignmentCannotBePromised(string type, string value, string nearest, string place, int largest)
    {
        Diagnostic diagnostic = await Expect.OneAsync(
            "ALLOC0006",
            $"Alignment = {value}",
            $"Alignment is {Expect.Grouped(value)}; {place} can promise a power of two from 1 to {Expect.Grouped(largest)}, and the nearest is {Expect.Grouped(nearest)}",
            $"[Allocators.ChunkHeap(Alignment = {value})] {type} Heap {{ }}");

        AssertOffers(diagnostic, "Alignment", nearest);
    }

    [Theory]
    [InlineData("8192", "4096")]
    [InlineData("24", "32")]
    [InlineData("0", "1")]
    public async Task AlignmentOfMemoryAtAnAddressCannotBePromised(string value, string nearest)
    {
        Diagnostic diagnostic = await Expect.OneAsync(
            "ALLOC0006",
            $"Alignment = {value}",
            $"Alignment is {Expect.Grouped(value)}; memory at an address can promise a power of two from 1 to 4,096, and the nearest is {Expect.Grouped(nearest)}",
            Struct($"Storage = Allocators.Storage.Pointer, Alignment = {value}"));

        AssertOffers(diagnostic, "Alignment", nearest);
    }

    [Theory]
    [InlineData("static partial class", "Storage.Span", "Storage.Span", "a static class; only a ref struct can hold a span")]
    [InlineData("partial struct", "Storage.Span", "Storage.Span", "a struct; only a ref struct can hold a span")]
    [InlineData("ref partial struct", "Storage.Pointer", "Storage.Pointer", "a ref struct, whose memory is a span")]
    [InlineData("ref partial struct", "Storage.Inline", "Storage.Inline", "a ref struct, whose memory is a span")]
    public async Task StorageDoesNotApply(string type, string value, string what, string reason)
    {
        Diagnostic diagnostic = await Expect.OneAsync(
            "ALLOC0007",
            $"Storage = Allocators.{value}",
            $"{what} does not apply to {reason}",
            $"[Allocators.ChunkHeap(Storage = Allocators.{value})] {type} Heap {{ }}");

        AssertOffers(diagnostic, "Storage", "");
    }

    [Theory]
    [InlineData("partial struct", "InMemory")]
    [InlineData("partial struct", "Automatic")]
    [InlineData("static partial class", "InMemory")]
    public async Task StateDoesNotApplyToMemoryOfOnesOwn(string type, string value)
    {
        Diagnostic diagnostic = await Expect.OneAsync(
            "ALLOC0007",
            $"State = Allocators.State.{value}",
            "State does not apply to a heap whose memory is its own",
            $"[Allocators.ChunkHeap(State = Allocators.State.{value})] {type} Heap {{ }}");

        AssertOffers(diagnostic, "State", "");
    }

    /// <summary>Fields lie in the first 128 MiB of a struct, whatever kind of struct that is.</summary>
    [Theory]
    [InlineData("partial struct", "ChunkHeap(Chunks = 500_000_000, ChunkSize = 4, Storage = Allocators.Storage.Pointer", "129,028,872")]
    [InlineData("ref partial struct", "ChunkHeap(Chunks = 500_000_000, ChunkSize = 4", "129,028,872")]
    [InlineData("ref partial struct", "FreeList(Blocks = 100_000_000, BlockSize = 2", "412,500,016")]
    public async Task BookkeepingIsTooLargeForAStruct(string type, string attribute, string bytes)
    {
        const string Written = "State = Allocators.State.InStruct";
        Diagnostic diagnostic = await Expect.OneAsync(
            "ALLOC0004",
            Written,
            $"State is State.InStruct, and the bookkeeping has {bytes} bytes, more than the 125,829,120 that a struct can have; the nearest possible value is State.InMemory",
            $"[Allocators.{attribute}, {Written})] {type} Heap {{ }}");

        AssertOffers(diagnostic, "State", "Allocators.State.InMemory");
    }

    [Theory]
    [InlineData("ref partial struct", "Storage", "a ref struct, whose memory is a span")]
    [InlineData("partial struct", "State", "a heap whose memory is its own")]
    [InlineData("static partial class", "State", "a heap whose memory is its own")]
    public async Task ValueThatDoesNotExistOfAPropertyThatDoesNotApplyIsSaidOnce(string type, string property, string reason)
    {
        string written = $"{property} = (Allocators.{property})7";
        Diagnostic diagnostic = await Expect.OneAsync(
            "ALLOC0007",
            written,
            $"{property} does not apply to {reason}",
            $"[Allocators.ChunkHeap({written})] {type} Heap {{ }}");

        AssertOffers(diagnostic, property, "");
    }

    [Fact]
    public async Task TooManyChunksAtAnAddress()
    {
        Diagnostic diagnostic = await Expect.OneAsync(
            "ALLOC0005",
            "Chunks = 1 << 24",
            "A heap of 16,777,216 chunks of 256 bytes has 4,299,297,296 bytes with its bookkeeping, more than the 2,147,483,647 that "
                + "such a heap can have; the largest possible Chunks is 8,380,158",
            Struct("Chunks = 1 << 24, Storage = Allocators.Storage.Pointer"));

        AssertOffers(diagnostic, "Chunks", "8380158");
    }

    [Fact]
    public async Task PropertyDoesNotApply()
    {
        Diagnostic diagnostic = await Expect.OneAsync(
            "ALLOC0007",
            "Alignment = 4",
            "Alignment does not apply to a heap without memory",
            "[Allocators.NullHeap(Alignment = 4)] partial struct Heap { }");

        AssertOffers(diagnostic, "Alignment", "");
    }

    [Fact]
    public Task EverythingIsSaidAtOnce() => Expect.SeveralAsync(
        Struct("Chunks = 0, ChunkSize = 100, Alignment = 16"),
        ("ALLOC0004", "Chunks = 0"),
        ("ALLOC0003", "ChunkSize = 100"),
        ("ALLOC0006", "Alignment = 16"));

    private static string Struct(string arguments) => $"[Allocators.ChunkHeap({arguments})] partial struct Heap {{ }}";

    private static void AssertOffers(Diagnostic diagnostic, string argument, string goodValues)
    {
        Assert.Equal(argument, diagnostic.Properties[DeclarationReport.ArgumentProperty]);
        Assert.Equal(goodValues, diagnostic.Properties[DeclarationReport.GoodValuesProperty]);
    }
}
