using System.Threading.Tasks;
using Allocators.Generator.Diagnostics;
using Allocators.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Xunit;

namespace Allocators.Generator.Tests.Diagnostics;

/// <summary>The numbers of slabs and free lists, and what is said of those that cannot be.</summary>
public class FixedSizeRulesTests
{
    [Theory]
    [InlineData("Slab(BlockSize = 32)", "Slots")]
    [InlineData("Slab(typeof(int))", "Slots")]
    [InlineData("FreeList(BlockSize = 32)", "Blocks")]
    [InlineData("FreeList(Blocks = 32)", "BlockSize")]
    [InlineData("FreeList(typeof(int))", "Blocks")]
    public async Task NumberIsMissing(string attribute, string argument)
    {
        Diagnostic diagnostic = await Expect.OneAsync(
            "ALLOC0004",
            "Allocators." + attribute,
            $"{argument} is not given, and has to be; the nearest possible value is 1",
            Struct(attribute));

        AssertOffers(diagnostic, argument, "1");
    }

    [Theory]
    [InlineData("Slab", "Slots", "0", "BlockSize = 8")]
    [InlineData("Slab", "Slots", "-5", "Bytes = 8")]
    [InlineData("Slab", "BlockSize", "0", "Slots = 8")]
    [InlineData("Slab", "BlockSize", "-8", "Slots = 8")]
    [InlineData("Slab", "Bytes", "-64", "Slots = 8", "8")]
    [InlineData("FreeList", "Blocks", "-1", "BlockSize = 8")]
    [InlineData("FreeList", "BlockSize", "-2147483648", "Blocks = 8")]
    public async Task NumberIsBelowOne(string kind, string argument, string value, string rest, string nearest = "1")
    {
        Diagnostic diagnostic = await Expect.OneAsync(
            "ALLOC0004",
            $"{argument} = {value}",
            $"{argument} is {Expect.Grouped(value)}; the nearest possible value is {nearest}",
            Struct($"{kind}({argument} = {value}, {rest})"));

        AssertOffers(diagnostic, argument, nearest);
    }

    [Theory]
    [InlineData("Slab", "Slots")]
    [InlineData("FreeList", "Blocks")]
    public async Task CountIsBeyondAllMemory(string kind, string argument)
    {
        Diagnostic diagnostic = await Expect.OneAsync(
            "ALLOC0004",
            $"{argument} = int.MaxValue",
            $"{argument} is 2,147,483,647; the nearest possible value is 134,217,728",
            Struct($"{kind}({argument} = int.MaxValue, BlockSize = 1, Storage = Allocators.Storage.Pointer)"));

        AssertOffers(diagnostic, argument, "134217728");
    }

    [Theory]
    [InlineData("1000", "32", "992")]
    [InlineData("1023", "32", "1024")]
    [InlineData("5", "32", "32")]
    [InlineData("48", "32", "32")]
    [InlineData("int.MaxValue", "2", "2147483598", "2147483647")]
    public async Task BytesAreNoMultipleOfTheSlots(string written, string slots, string nearest, string? value = null)
    {
        Diagnostic diagnostic = await Expect.OneAsync(
            "ALLOC0004",
            $"Bytes = {written}",
            $"Bytes is {Expect.Grouped(value ?? written)}; the nearest possible value is {Expect.Grouped(nearest)}, a multiple of the {slots} slots",
            Struct($"Slab(Bytes = {written}, Slots = {slots}, Storage = Allocators.Storage.Pointer)"));

        AssertOffers(diagnostic, "Bytes", nearest);
    }

    [Fact]
    public Task SizeOfASlotIsSaidTwice() => Expect.OneAsync(
        "ALLOC0017",
        "Bytes = 1024",
        "'Heap' says both of Bytes and BlockSize; say exactly one of them",
        Struct("Slab(Slots = 32, BlockSize = 32, Bytes = 1024)"));

    [Fact]
    public Task SizeOfASlotIsNotSaid() => Expect.OneAsync(
        "ALLOC0017",
        "Slots = 32",
        "'Heap' says none of Bytes and BlockSize; say exactly one of them",
        Struct("Slab(Slots = 32)"));

    [Theory]
    [InlineData("24", "32")]
    [InlineData("23", "16")]
    [InlineData("0", "16")]
    [InlineData("-1", "16")]
    [InlineData("8", "16")]
    [InlineData("33", "32")]
    [InlineData("48", "64")]
    [InlineData("128", "64")]
    public async Task HandleHasNotSoManyBits(string bits, string nearest)
    {
        Diagnostic diagnostic = await Expect.OneAsync(
            "ALLOC0004",
            $"HandleBits = {bits}",
            $"HandleBits is {bits}; the nearest possible value is {nearest}",
            Struct($"Slab(Slots = 32, BlockSize = 32, HandleBits = {bits})"));

        AssertOffers(diagnostic, "HandleBits", nearest);
    }

    [Theory]
    [InlineData("4097", "4,097", 13, 3)]
    [InlineData("30000", "30,000", 15, 1)]
    [InlineData("65536", "65,536", 16, 0)]
    [InlineData("100000", "100,000", 17, 0)]
    public async Task HandleIsTooNarrow(string slots, string shown, int slotBits, int left)
    {
        Diagnostic diagnostic = await Expect.OneAsync(
            "ALLOC0018",
            "HandleBits = 16",
            $"A handle of 16 bits numbers {shown} slots with {slotBits} of them and leaves {left} for the generation, which needs at least 4; the nearest HandleBits is 32",
            Struct($"Slab(Slots = {slots}, BlockSize = 32, HandleBits = 16)"));

        AssertOffers(diagnostic, "HandleBits", "32");
    }

    [Theory]
    [InlineData("Slab(Slots = 4096, BlockSize = 32, HandleBits = 16)")]
    [InlineData("Slab(Slots = 1, Bytes = 1)")]
    [InlineData("Slab(Slots = 8, Bytes = 48, Alignment = 2)")]
    [InlineData("FreeList(Blocks = 1, BlockSize = 1)")]
    public Task SmallestAndNarrowestAreGood(string attribute) => Expect.NothingAsync(ProjectSettings.Default.Compile(Struct(attribute)));

    [Theory]
    [InlineData("Slab(typeof(int), Slots = 8, BlockSize = 4)", "BlockSize = 4", "BlockSize", "a heap of values, whose size is that of their type")]
    [InlineData("Slab(typeof(int), Slots = 8, Bytes = 32)", "Bytes = 32", "Bytes", "a heap of values, whose size is that of their type")]
    [InlineData("Slab(typeof(int), Slots = 8, Alignment = 4)", "Alignment = 4", "Alignment", "a heap of values, which have the alignment of their type")]
    [InlineData("FreeList(typeof(int), Blocks = 8, BlockSize = 4)", "BlockSize = 4", "BlockSize", "a heap of values, whose size is that of their type")]
    [InlineData("FreeList(typeof(int), Blocks = 8, Alignment = 4)", "Alignment = 4", "Alignment", "a heap of values, which have the alignment of their type")]
    public async Task SizeOfValuesIsNotSaid(string attribute, string at, string argument, string reason)
    {
        Diagnostic diagnostic = await Expect.OneAsync("ALLOC0007", at, $"{argument} does not apply to {reason}", Struct(attribute));

        AssertOffers(diagnostic, argument, "");
    }

    [Theory]
    [InlineData("Slab(Slots = 8, BlockSize = 12, Alignment = 8)", "8", "12", "4")]
    [InlineData("Slab(Slots = 8, Bytes = 56, Alignment = 2)", "2", "7", "1")]
    [InlineData("FreeList(Blocks = 8, BlockSize = 1000, Alignment = 16, Storage = Allocators.Storage.Pointer)", "16", "1,000", "8")]
    public async Task AlignmentDoesNotDivideTheBlock(string attribute, string alignment, string blockSize, string nearest)
    {
        Diagnostic diagnostic = await Expect.OneAsync(
            "ALLOC0006",
            $"Alignment = {alignment}",
            $"Alignment is {alignment}; a block of {blockSize} bytes can promise a power of two from 1 to {nearest}, and the nearest is {nearest}",
            Struct(attribute));

        AssertOffers(diagnostic, "Alignment", nearest);
    }

    [Theory]
    [InlineData("Slab(Slots = 1 << 20, BlockSize = 1024)", "Slots = 1 << 20", "1,048,576 slots of 1,024 bytes", 1077936152L, 125829120, "Slots", 122401)]
    [InlineData("FreeList(Blocks = 1 << 20, BlockSize = 1024)", "Blocks = 1 << 20", "1,048,576 blocks of 1,024 bytes", 1073872904L, 125829120, "Blocks", 122864)]
    [InlineData("FreeList(Blocks = 4, BlockSize = 1 << 27)", "BlockSize = 1 << 27", "4 blocks of 134,217,728 bytes", 536870928L, 125829120, "BlockSize", 16777216)]
    [InlineData("Slab(Slots = 3, Bytes = 3 << 27)", "Bytes = 3 << 27", "3 slots of 134,217,728 bytes", 402653232L, 125829120, "Bytes", 125829072)]
    [InlineData("Slab(typeof(long), Slots = 1 << 24)", "Slots = 1 << 24", "16,777,216 slots for values of long", 201326616L, 125829120, "Slots", 10485758)]
    [InlineData("FreeList(Blocks = 1 << 22, BlockSize = 1024, Storage = Allocators.Storage.Pointer)", "Blocks = 1 << 22", "4,194,304 blocks of 1,024 bytes", 4295491608L, 2147483647, "Blocks", 2096896)]
    public async Task HeapIsTooLarge(string attribute, string at, string contents, long bytes, int most, string argument, int nearest)
    {
        Diagnostic diagnostic = await Expect.OneAsync(
            "ALLOC0005",
            at,
            $"A heap of {contents} has {Expect.Grouped(bytes)} bytes with its bookkeeping, more than the {Expect.Grouped(most)} that such a heap can have; the largest possible {argument} is {Expect.Grouped(nearest)}",
            Struct(attribute));

        AssertOffers(diagnostic, argument, $"{nearest}");
        await Expect.NothingAsync(ProjectSettings.Default.Compile(Struct(attribute.Replace(at, $"{argument} = {nearest}", System.StringComparison.Ordinal))));
    }

    [Theory]
    [InlineData("Teaspoon(Variant = \"4KiB\", Synchronization = Allocators.Synchronization.LockFree)", "partial struct", "a call changes several words of a Teaspoon, which only a lock makes one step")]
    [InlineData("NullHeap(Synchronization = Allocators.Synchronization.LockFree)", "partial struct", "a NullHeap has no list that could do without one")]
    [InlineData("Teaspoon(Synchronization = Allocators.Synchronization.LockFree)", "static partial class", "a call changes several words of a Teaspoon, which only a lock makes one step")]
    public async Task KindNeedsALock(string attribute, string type, string reason)
    {
        Diagnostic diagnostic = await Expect.OneAsync(
            "ALLOC0004",
            "Synchronization = Allocators.Synchronization.LockFree",
            $"Synchronization is LockFree; the nearest possible value is Synchronization.SpinLock: {reason}",
            $"[Allocators.{attribute}] {type} Heap {{ }}");

        AssertOffers(diagnostic, "Synchronization", "Allocators.Synchronization.SpinLock");
    }

    [Fact]
    public async Task ThereIsNoSuchWayOut()
    {
        Diagnostic diagnostic = await Expect.OneAsync(
            "ALLOC0004",
            "OnExhausted = (Allocators.OnExhausted)7",
            "OnExhausted is 7; the nearest possible value is OnExhausted.Retire",
            Struct("Slab(Slots = 8, BlockSize = 8, OnExhausted = (Allocators.OnExhausted)7)"));

        AssertOffers(diagnostic, "OnExhausted", "Allocators.OnExhausted.Retire");
    }

    [Fact]
    public Task EverythingIsSaidAtOnce() => Expect.SeveralAsync(
        Struct("Slab(Slots = 0, BlockSize = 0, HandleBits = 24, Alignment = 3)"),
        ("ALLOC0004", "Slots = 0"),
        ("ALLOC0004", "BlockSize = 0"),
        ("ALLOC0004", "HandleBits = 24"),
        ("ALLOC0006", "Alignment = 3"));

    [Theory]
    [InlineData("Slab(Slots = 8, BlockSize = 8)", "Handle", "public struct Handle { }")]
    [InlineData("Slab(Slots = 8, BlockSize = 8)", "HandleBits", "public static int HandleBits => 1;")]
    [InlineData("Slab(Slots = 8, BlockSize = 8)", "Count", "public static int Count() => 1;")]
    [InlineData("Slab(Slots = 8, BlockSize = 8)", "TryFree", "public bool TryFree(Handle name) => false;")]
    [InlineData("Slab(typeof(int), Slots = 8)", "Values", "public static int[] Values() => null!;")]
    [InlineData("Slab(typeof(int), Slots = 8)", "ValueEnumerator", "private struct ValueEnumerator { }")]
    [InlineData("Slab(typeof(int), Slots = 8)", "Memory", "private struct Memory { }")]
    [InlineData("Slab(typeof(int), Slots = 8)", "HandleOf", "public Handle HandleOf(ref int number) => default;")]
    [InlineData("FreeList(Blocks = 8, BlockSize = 8)", "Blocks", "private enum Blocks { }")]
    [InlineData("FreeList(typeof(int), Blocks = 8)", "IndexOf", "public int IndexOf(Allocators.Block<int> block) => 0;")]
    public Task MemberCollides(string attribute, string name, string member) => Expect.OneAsync(
        "ALLOC0009",
        name,
        $"'Heap' has a member '{name}', which the allocator writes itself; give yours another name",
        $"[Allocators.{attribute}] internal partial struct Heap {{ {member} }}");

    [Theory]
    [InlineData("Slab(Slots = 8, BlockSize = 8)", "Handle")]
    [InlineData("Slab(typeof(int), Slots = 8)", "Values")]
    [InlineData("Slab(Slots = 8, BlockSize = 8)", "Slots")]
    [InlineData("FreeList(Blocks = 8, BlockSize = 8)", "Blocks")]
    public Task HeapIsCalledLikeOneOfItsMembers(string attribute, string name) => Expect.OneAsync(
        "ALLOC0009",
        "Allocators." + attribute,
        $"'{name}' has a member '{name}', which the allocator writes itself; give yours another name",
        $"[Allocators.{attribute}] partial struct {name} {{ }}");

    [Theory]
    [InlineData("Slab(Slots = 8, BlockSize = 8)", "private struct Values { } internal static int ValueOf(Handle handle) => handle.Slot;")]
    [InlineData("FreeList(Blocks = 8, BlockSize = 8)", "internal struct Handle { } internal static int Slots, HandleBits;")]
    [InlineData("Slab(typeof(int), Slots = 8)", "internal static Handle Alloc(string name) => default; internal void Free(string name) { }")]
    public Task OtherMembersAreWelcome(string attribute, string members) => Expect.NothingAsync(ProjectSettings.Default.Compile(
        $"[Allocators.{attribute}] internal partial struct Heap {{ {members} }}"));

    private static string Struct(string attribute) => $"[Allocators.{attribute}] partial struct Heap {{ }}";

    private static void AssertOffers(Diagnostic diagnostic, string argument, string goodValues)
    {
        Assert.Equal(argument, diagnostic.Properties[DeclarationReport.ArgumentProperty]);
        Assert.Equal(goodValues, diagnostic.Properties[DeclarationReport.GoodValuesProperty]);
    }
}
