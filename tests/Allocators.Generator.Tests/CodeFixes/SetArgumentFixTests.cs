using System.Threading.Tasks;
using Allocators.CodeFixes;
using Xunit;

namespace Allocators.Generator.Tests.CodeFixes;

public class SetArgumentFixTests
{
    [Theory]
    [InlineData(0, "64")]
    [InlineData(1, "128")]
    public Task BothNeighboursOfAChunkSizeAreOffered(int offer, string neighbour) =>
        FixTest<SetArgumentFix>.RunAsync(Struct("ChunkSize = 100"), "Set ChunkSize to " + neighbour, Struct("ChunkSize = " + neighbour), offer);

    [Theory]
    [InlineData("ChunkSize = /* odd */ 7 * 9 /* so */, Chunks = 2", "Set ChunkSize to 32", "ChunkSize = /* odd */ 32 /* so */, Chunks = 2")]
    [InlineData("Chunks = 0", "Set Chunks to 1", "Chunks = 1")]
    [InlineData("Chunks = 1 << 20, ChunkSize = 1 << 20", "Set Chunks to 119", "Chunks = 119, ChunkSize = 1 << 20")]
    [InlineData("ChunkSize = 1 << 20", "Set Chunks to 119", "ChunkSize = 1 << 20, Chunks = 119")]
    [InlineData("Alignment = 16", "Set Alignment to 8", "Alignment = 8")]
    [InlineData("Checks = (Allocators.Checks)9", "Set Checks to Checks.Standard", "Checks = Allocators.Checks.Standard")]
    [InlineData("Synchronization = (Allocators.Synchronization)9", "Set Synchronization to Synchronization.None", "Synchronization = Allocators.Synchronization.None")]
    [InlineData("Coalescing = (Allocators.Coalescing)9", "Set Coalescing to Coalescing.Deferred", "Coalescing = Allocators.Coalescing.Deferred")]
    [InlineData("Storage = (Allocators.Storage)9", "Set Storage to Storage.Inline", "Storage = Allocators.Storage.Inline")]
    public Task ArgumentIsSet(string before, string title, string after) => FixTest<SetArgumentFix>.RunAsync(Struct(before), title, Struct(after));

    [Theory]
    [InlineData("Variant = \"8KiB\"", "Set Variant to \"16MiB\"", "Variant = \"16MiB\"")]
    [InlineData("Variant = \"4KiB\", Bytes = 10000", "Set Bytes to 8192", "Variant = \"4KiB\", Bytes = 8192")]
    [InlineData("Variant = \"4KiB\", Bytes = 1001", "Set Bytes to 1000", "Variant = \"4KiB\", Bytes = 1000")]
    [InlineData("Variant = \"16MiB\", Bytes = 100_000", "Set Variant to \"128KiB\"", "Variant = \"128KiB\", Bytes = 100_000")]
    [InlineData("Variant = \"128KiB\", Bytes = 4096", "Set Variant to \"4KiB\"", "Variant = \"4KiB\", Bytes = 4096")]
    [InlineData("Bytes = 100_000", "Set Variant to \"128KiB\"", "Bytes = 100_000, Variant = \"128KiB\"")]
    public Task ArgumentOfATeaspoonIsSet(string before, string title, string after) => FixTest<SetArgumentFix>.RunAsync(Teaspoon(before), title, Teaspoon(after));

    [Theory]
    [InlineData("Slab(Slots = 10000, BlockSize = 8, HandleBits = 16)", "Set HandleBits to 32", "Slab(Slots = 10000, BlockSize = 8, HandleBits = 32)")]
    [InlineData("Slab(Slots = 32, Bytes = 1000)", "Set Bytes to 992", "Slab(Slots = 32, Bytes = 992)")]
    [InlineData("Slab(Slots = 3, Bytes = 3 << 27)", "Set Bytes to 125829072", "Slab(Slots = 3, Bytes = 125829072)")]
    [InlineData("Slab(typeof(int))", "Set Slots to 1", "Slab(typeof(int), Slots = 1)")]
    [InlineData("Slab(Slots = 8, BlockSize = 12, Alignment = 8)", "Set Alignment to 4", "Slab(Slots = 8, BlockSize = 12, Alignment = 4)")]
    [InlineData("FreeList(BlockSize = 8)", "Set Blocks to 1", "FreeList(BlockSize = 8, Blocks = 1)")]
    [InlineData("FreeList(Blocks = 1 << 20, BlockSize = 1024)", "Set Blocks to 122864", "FreeList(Blocks = 122864, BlockSize = 1024)")]
    public Task ArgumentOfEqualBlocksIsSet(string before, string title, string after) => FixTest<SetArgumentFix>.RunAsync(
        $"[Allocators.{before}] partial struct Heap {{ }}", title, $"[Allocators.{after}] partial struct Heap {{ }}");

    [Fact]
    public Task EnumIsWrittenAsShortAsTheFileAllows() => FixTest<SetArgumentFix>.RunAsync(
        """
        using Allocators;

        [ChunkHeap(Checks = (Checks)9)]
        partial struct Heap { }
        """,
        "Set Checks to Checks.Standard",
        """
        using Allocators;

        [ChunkHeap(Checks = Checks.Standard)]
        partial struct Heap { }
        """);

    [Fact]
    public Task AllAreSetEachToItsOwnNeighbour() => FixTest<SetArgumentFix>.RunAsync(
        Struct("ChunkSize = 100") + "\n" + Struct("ChunkSize = 1000", "Other"),
        "Set ChunkSize to 128",
        Struct("ChunkSize = 128") + "\n" + Struct("ChunkSize = 1024", "Other"),
        offer: 1);

    [Fact]
    public Task AllAreSetWhateverTheArgument() => FixTest<SetArgumentFix>.RunAsync(
        Struct("Chunks = 0") + "\n" + Struct("ChunkSize = -3", "Other"),
        "Set Chunks to 1",
        Struct("Chunks = 1") + "\n" + Struct("ChunkSize = 1", "Other"));

    private static string Teaspoon(string arguments) => $"[Allocators.Teaspoon({arguments})] partial struct Heap {{ }}";

    private static string Struct(string arguments, string name = "Heap") => $"[Allocators.ChunkHeap({arguments})] partial struct {name} {{ }}";
}
