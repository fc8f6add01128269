using System.Threading.Tasks;
using Allocators.Generator.Tests.Harness;
using Xunit;

namespace Allocators.Generator.Tests.Diagnostics;

/// <summary>What every kind asks of the type.</summary>
public class TypeRulesTests
{
    private const string Attribute = "Allocators.ChunkHeap";

    [Theory]
    [InlineData("[Allocators.ChunkHeap] struct Heap { }", "Heap")]
    [InlineData("[Allocators.ChunkHeap] static class Heap { }", "Heap")]
    [InlineData("class Outer { [Allocators.ChunkHeap] partial struct Heap { } }", "Outer")]
    [InlineData("class Outer { partial class Middle { [Allocators.ChunkHeap] partial struct Heap { } } }", "Outer")]
    [InlineData("class Outer { [Allocators.ChunkHeap] struct Heap { } }", "Heap")]
    public Task NotPartial(string file, string closed) =>
        Expect.OneAsync("ALLOC0001", Attribute, $"'{closed}' must be partial, so that the allocator can be written into it", file);

    [Theory]
    [InlineData("partial class Heap { }", "a class that can have instances")]
    [InlineData("partial record Heap { }", "a record")]
    [InlineData("partial record struct Heap { }", "a record struct")]
    [InlineData("readonly partial struct Heap { }", "a readonly struct")]
    [InlineData("static partial class Heap<T> { }", "a static class in a generic type, which has no one address")]
    public Task WrongType(string declaration, string what) => Expect.OneAsync(
        "ALLOC0002",
        Attribute,
        $"'Heap' is {what}; a ChunkHeap is a partial struct or ref struct, or a static partial class for the whole process",
        $"[{Attribute}] {declaration}");

    [Fact]
    public Task StaticClassInGenericType() => Expect.OneAsync(
        "ALLOC0002",
        Attribute,
        "'Heap' is a static class in a generic type, which has no one address; a ChunkHeap is a partial struct or ref struct, or a static partial class for the whole process",
        "partial struct Outer<T> { [Allocators.ChunkHeap] static partial class Heap { } }");

    [LanguageTheory("11")]
    [InlineData("[Allocators.ChunkHeap] file partial struct Heap { }")]
    [InlineData("file partial class Outer { [Allocators.ChunkHeap] partial struct Heap { } }")]
    public Task LocalToOneFile(string file) => Expect.OneAsync(
        "ALLOC0002",
        Attribute,
        "'Heap' is local to one file, and the allocator has to write a part of it in another; a ChunkHeap is a partial struct or ref struct, or a static partial class for the whole process",
        new ProjectSettings(Framework.Net8, "11").Compile(file));

    [Theory]
    [InlineData("static partial class Reset", "Reset")]
    [InlineData("partial struct Reset", "Reset")]
    [InlineData("partial struct Chunks", "Chunks")]
    [InlineData("ref partial struct MaxCapacity", "MaxCapacity")]
    [InlineData("partial struct HeapState", "HeapState")]
    [InlineData("partial struct ToString", "ToString")]
    [InlineData("partial struct Reset<T>", "Reset")]
    [InlineData("partial struct @Words", "Words")]
    [InlineData("static partial class SpanOf", "SpanOf")]
    [InlineData("static partial class Allocator", "Allocator")]
    public Task NamedLikeOneOfItsMembers(string declaration, string name) => Expect.OneAsync(
        "ALLOC0009",
        Attribute,
        $"'{name}' has a member '{name}', which the allocator writes itself; give yours another name",
        $"[{Attribute}] {declaration} {{ }}");

    [Theory]
    [InlineData("partial struct Item")]
    [InlineData("partial struct MaxCapacity")]
    [InlineData("partial struct AllChunks")]
    [InlineData("partial struct AllocAddress")]
    public Task NamedLikeAMemberThatItDoesNotHave(string declaration) => Expect.NothingAsync(
        ProjectSettings.Default.Compile($"[{Attribute}] internal {declaration} {{ }}"));

    [Theory]
    [InlineData("Chunks = 64", "AllChunks")]
    [InlineData("Chunks = 5000", "LastChunks")]
    [InlineData("Storage = Allocators.Storage.Pointer", "AllocAddress")]
    [InlineData("Storage = Allocators.Storage.Pointer, State = Allocators.State.InMemory", "Books")]
    public Task NamedLikeAMemberThatOnlySuchAHeapHas(string arguments, string name) => Expect.OneAsync(
        "ALLOC0009",
        $"{Attribute}({arguments})",
        $"'{name}' has a member '{name}', which the allocator writes itself; give yours another name",
        $"[{Attribute}({arguments})] partial struct {name} {{ }}");

    [Fact]
    public Task NamedLikeOneOfItsMembersWithMembersOfItsOwn() => Expect.SeveralAsync(
        $"[{Attribute}] partial struct Reset {{ public int Usage => 0; }}",
        ("ALLOC0009", Attribute),
        ("ALLOC0009", "Usage"));

    [Fact]
    public Task TwoKinds() => Expect.OneAsync(
        "ALLOC0008",
        Attribute,
        "'Heap' is declared as ChunkHeap and as NullHeap; a type is one heap",
        "[Allocators.ChunkHeap, Allocators.NullHeap] partial struct Heap { }");

    [Fact]
    public Task TwoKindsOnTwoParts() => Expect.OneAsync(
        "ALLOC0008",
        "Allocators.NullHeap",
        "'Heap' is declared as NullHeap and as ChunkHeap; a type is one heap",
        ProjectSettings.Default.Compile("[Allocators.NullHeap] partial struct Heap { }", "[Allocators.ChunkHeap] partial struct Heap { }"));

    [Fact]
    public Task OneKindOnTwoParts() => Expect.OneAsync(
        "ALLOC0008",
        Attribute,
        "'Heap' is declared as ChunkHeap and as ChunkHeap; a type is one heap",
        ProjectSettings.Default.Compile("[Allocators.ChunkHeap] partial struct Heap { }", "[Allocators.ChunkHeap] partial struct Heap { }"));

    [Theory]
    [InlineData("7.3", "7.3")]
    [InlineData("8", "8.0")]
    public Task LanguageTooOld(string language, string shown) => Expect.OneAsync(
        "ALLOC0010",
        Attribute + "(ChunkSize = 100)",
        $"'Heap' is compiled as C# {shown}, but generated allocators need C# 9 or newer",
        (new ProjectSettings(Framework.NetStandard21, language) { Nullable = false }).Compile("[Allocators.ChunkHeap(ChunkSize = 100)] class Heap { int _field; }"));
}
