using System.Threading.Tasks;
using Allocators.CodeFixes;
using Xunit;

namespace Allocators.Generator.Tests.CodeFixes;

public class SetArgumentFixTests
{
    private static readonly SetArgumentFix Fix = new();

    [Fact]
    public async Task BothNeighboursOfAChunkSizeAreOffered() => Assert.Equal(
        ["Set ChunkSize to 64", "Set ChunkSize to 128"],
        await FixHarness.TitlesAsync(Fix, Struct("ChunkSize = 100")));

    [Theory]
    [InlineData("ChunkSize = 100", "Set ChunkSize to 64", "ChunkSize = 64")]
    [InlineData("ChunkSize = 100", "Set ChunkSize to 128", "ChunkSize = 128")]
    [InlineData("ChunkSize = /* odd */ 7 * 9 /* so */, Chunks = 2", "Set ChunkSize to 32", "ChunkSize = /* odd */ 32 /* so */, Chunks = 2")]
    [InlineData("Chunks = 0", "Set Chunks to 1", "Chunks = 1")]
    [InlineData("Chunks = 1 << 20, ChunkSize = 1 << 20", "Set Chunks to 119", "Chunks = 119, ChunkSize = 1 << 20")]
    [InlineData("ChunkSize = 1 << 20", "Set Chunks to 119", "ChunkSize = 1 << 20, Chunks = 119")]
    [InlineData("Alignment = 16", "Set Alignment to 8", "Alignment = 8")]
    [InlineData("Checks = (Allocators.Checks)9", "Set Checks to Checks.Standard", "Checks = Allocators.Checks.Standard")]
    [InlineData("Synchronization = (Allocators.Synchronization)9", "Set Synchronization to Synchronization.None", "Synchronization = Allocators.Synchronization.None")]
    [InlineData("Coalescing = (Allocators.Coalescing)9", "Set Coalescing to Coalescing.Deferred", "Coalescing = Allocators.Coalescing.Deferred")]
    [InlineData("Storage = (Allocators.Storage)9", "Set Storage to Storage.Inline", "Storage = Allocators.Storage.Inline")]
    public async Task ArgumentIsSet(string before, string title, string after)
    {
        string fixedFile = await FixHarness.FixAsync(Fix, Struct(before), title);

        Assert.Equal(Struct(after), fixedFile);
        await FixHarness.AssertIsGoodAsync(fixedFile);
    }

    [Theory]
    [InlineData("Variant = \"8KiB\"", "Set Variant to \"16MiB\"", "Variant = \"16MiB\"")]
    [InlineData("Variant = \"4KiB\", Bytes = 10000", "Set Bytes to 8192", "Variant = \"4KiB\", Bytes = 8192")]
    [InlineData("Variant = \"4KiB\", Bytes = 1001", "Set Bytes to 1000", "Variant = \"4KiB\", Bytes = 1000")]
    [InlineData("Variant = \"16MiB\", Bytes = 100_000", "Set Variant to \"128KiB\"", "Variant = \"128KiB\", Bytes = 100_000")]
    [InlineData("Variant = \"128KiB\", Bytes = 4096", "Set Variant to \"4KiB\"", "Variant = \"4KiB\", Bytes = 4096")]
    [InlineData("Bytes = 100_000", "Set Variant to \"128KiB\"", "Bytes = 100_000, Variant = \"128KiB\"")]
    public async Task ArgumentOfATeaspoonIsSet(string before, string title, string after)
    {
        string fixedFile = await FixHarness.FixAsync(Fix, Teaspoon(before), title);

        Assert.Equal(Teaspoon(after), fixedFile);
        await FixHarness.AssertIsGoodAsync(fixedFile);
    }

    [Theory]
    [InlineData("Slab(Slots = 10000, BlockSize = 8, HandleBits = 16)", "Set HandleBits to 32", "Slab(Slots = 10000, BlockSize = 8, HandleBits = 32)")]
    [InlineData("Slab(Slots = 32, Bytes = 1000)", "Set Bytes to 992", "Slab(Slots = 32, Bytes = 992)")]
    [InlineData("Slab(Slots = 3, Bytes = 3 << 27)", "Set Bytes to 125829072", "Slab(Slots = 3, Bytes = 125829072)")]
    [InlineData("Slab(typeof(int))", "Set Slots to 1", "Slab(typeof(int), Slots = 1)")]
    [InlineData("Slab(Slots = 8, BlockSize = 12, Alignment = 8)", "Set Alignment to 4", "Slab(Slots = 8, BlockSize = 12, Alignment = 4)")]
    [InlineData("FreeList(BlockSize = 8)", "Set Blocks to 1", "FreeList(BlockSize = 8, Blocks = 1)")]
    [InlineData("FreeList(Blocks = 1 << 20, BlockSize = 1024)", "Set Blocks to 122864", "FreeList(Blocks = 122864, BlockSize = 1024)")]
    public async Task ArgumentOfEqualBlocksIsSet(string before, string title, string after)
    {
        string fixedFile = await FixHarness.FixAsync(Fix, $"[Allocators.{before}] partial struct Heap {{ }}", title);

        Assert.Equal($"[Allocators.{after}] partial struct Heap {{ }}", fixedFile);
        await FixHarness.AssertIsGoodAsync(fixedFile);
    }

    [Fact]
    public async Task EnumIsWrittenAsShortAsTheFileAllows()
    {
        string fixedFile = await FixHarness.FixAsync(
            Fix,
            """
            using Allocators;

            [ChunkHeap(Checks = (Checks)9)]
            partial struct Heap { }
            """,
            "Set Checks to Checks.Standard");

        Assert.Equal(
            """
            using Allocators;

            [ChunkHeap(Checks = Checks.Standard)]
            partial struct Heap { }
            """,
            fixedFile);
        await FixHarness.AssertIsGoodAsync(fixedFile);
    }

    [Fact]
    public async Task AllAreSetEachToItsOwnNeighbour()
    {
        string fixedFile = await FixHarness.FixAllAsync(Fix, Struct("ChunkSize = 100") + "\n" + Struct("ChunkSize = 1000", "Other"), "Set ChunkSize to 128");

        Assert.Equal(Struct("ChunkSize = 128") + "\n" + Struct("ChunkSize = 1024", "Other"), fixedFile);
        await FixHarness.AssertIsGoodAsync(fixedFile);
    }

    [Fact]
    public async Task AllAreSetWhateverTheArgument()
    {
        string fixedFile = await FixHarness.FixAllAsync(Fix, Struct("Chunks = 0") + "\n" + Struct("ChunkSize = -3", "Other"), "Set Chunks to 1");

        Assert.Equal(Struct("Chunks = 1") + "\n" + Struct("ChunkSize = 1", "Other"), fixedFile);
        await FixHarness.AssertIsGoodAsync(fixedFile);
    }

    private static string Teaspoon(string arguments) => $"[Allocators.Teaspoon({arguments})] partial struct Heap {{ }}";

    private static string Struct(string arguments, string name = "Heap") => $"[Allocators.ChunkHeap({arguments})] partial struct {name} {{ }}";
}
