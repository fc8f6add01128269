using System.Threading.Tasks;
using Allocators.Generator.Tests.Harness;
using Xunit;

namespace Allocators.Generator.Tests.Diagnostics;

/// <summary>What a user's own part of a heap may have.</summary>
public class MemberRulesTests
{
    [Theory]
    [InlineData("public void Reset() { }", "Reset")]
    [InlineData("public bool TryAlloc(int bytes, out Allocators.Block found) { found = default; return false; }", "TryAlloc")]
    [InlineData("public double Usage => 0;", "Usage")]
    [InlineData("public const int Capacity = 1;", "Capacity")]
    [InlineData("private static int Alloc;", "Alloc")]
    [InlineData("private int Chunks() => 0;", "Chunks")]
    [InlineData("private struct HeapState { }", "HeapState")]
    [InlineData("public int this[Allocators.Block block] => 0;", "this[]")]
    [InlineData("public ref TValue Alloc<TValue>() where TValue : unmanaged => throw new System.NotImplementedException();", "Alloc")]
    [InlineData("public void Free<TValue>(System.Span<TValue> values) where TValue : unmanaged { }", "Free")]
    [InlineData("public override string ToString() => null!;", "ToString")]
    [InlineData("private struct Item { }", "Item")]
    [InlineData("public int Item() => 0;", "Item")]
    public Task CollisionIsSaidAtTheMember(string member, string name) => Expect.OneAsync(
        "ALLOC0009",
        name.Replace("[]", "", System.StringComparison.Ordinal),
        $"'Heap' has a member '{name}', which the allocator writes itself; give yours another name",
        Struct(member));

    [Theory]
    [InlineData("public void Free(string name) { }")]
    [InlineData("public void Free(in Allocators.Block block) { }")]
    [InlineData("public Allocators.Block Alloc(long size) => default;")]
    [InlineData("public T Alloc<T>(string name) => default!;")]
    [InlineData("public int this[int index] => index;")]
    [InlineData("private const int Answer = 42; public static int Twice => 2 * Answer;")]
    [InlineData("private static int _count; public static int Next() => ++_count;")]
    [InlineData("public static int Count { get; set; }")]
    [InlineData("public static event System.Action? Changed; public static void Raise() => Changed?.Invoke();")]
    [InlineData("public readonly int Half => UsedBytes / 2;")]
    [InlineData("public event System.Action Changed { add { } remove { } }")]
    [InlineData("public static bool operator true(Heap heap) => true; public static bool operator false(Heap heap) => false;")]
    [InlineData("public struct Nested { private int _field; public int Next() => ++_field; public int Count { get; set; } }")]
    [InlineData("public delegate void Callback();")]
    public Task OwnMembersAreWelcome(string member) => Expect.NothingAsync(ProjectSettings.Default.Compile(Struct(member)));

    [Theory]
    [InlineData("public Heap(nint address, long length) { this = default; }")]
    [InlineData("private Heap(System.IntPtr start, System.Int64 bytes) { this = default; }")]
    public Task ConstructorOfAnAddressCollides(string constructor) => Expect.OneAsync(
        "ALLOC0009",
        "Heap",
        "'Heap' has a member 'Heap(nint, long)', which the allocator writes itself; give yours another name",
        AtAnAddress(constructor));

    [Fact]
    public Task ConstructorOfASpanCollides() => Expect.OneAsync(
        "ALLOC0009",
        "Heap",
        "'Heap' has a member 'Heap(Span<byte>)', which the allocator writes itself; give yours another name",
        "[Allocators.ChunkHeap] internal ref partial struct Heap { public Heap(System.Span<byte> bytes) { this = default; } }");

    [Theory]
    [InlineData("public Heap(nint address) : this(address, 4096) { }")]
    [InlineData("public Heap(System.IO.UnmanagedMemoryStream memory) : this(0, memory.Length) { }")]
    public Task OtherConstructorsAreWelcome(string constructor) => Expect.NothingAsync(ProjectSettings.Default.Compile(AtAnAddress(constructor)));

    [Theory]
    [InlineData("get_UsedBytes", "private static int get_UsedBytes() => 0;")]
    [InlineData("set_Usage", "private static void set_Usage(double value) { }")]
    [InlineData("get_Item", "private int get_Item(Allocators.Block block) => 0;")]
    [InlineData("get_Usage", "private const int get_Usage = 1;")]
    public Task NameOfAnAccessorCollides(string name, string member) =>
        Expect.OneAsync("ALLOC0009", name, $"'Heap' has a member '{name}', which the allocator writes itself; give yours another name", Struct(member));

    [Theory]
    [InlineData("int Allocators.IAllocator.Capacity => 5;", "Capacity")]
    [InlineData("void Allocators.IAllocator.Free(Allocators.Block block) { }", "Free")]
    [InlineData("bool IBlockOwner.Owns(Block block) => false;", "Owns")]
    [InlineData("int IHeapFigures.UsedBytes => 0;", "UsedBytes")]
    [InlineData("void IResettable.Reset() { }", "Reset")]
    [InlineData("void global::Allocators.IHeap.Realloc(ref Block block, int size, int alignment) { }", "Realloc")]
    public async Task MembersOfTheInterfaceAreWrittenAlready(string member, string at)
    {
        string[] interfaces = ["", ": Allocators.IHeap "];
        foreach (string list in interfaces)
        {
            var compilation = ProjectSettings.Default.Compile($"using Allocators; [ChunkHeap] internal partial struct Heap {list}{{ {member} }}");
            var diagnostic = Assert.Single(await GeneratorHarness.AnalyzeAsync(compilation));

            Assert.Equal("ALLOC0009", diagnostic.Id);
            Assert.Equal(at, diagnostic.Location.SourceTree!.GetText().ToString(diagnostic.Location.SourceSpan));
            Assert.Empty(GeneratorHarness.Run(compilation).GeneratedSources);
        }
    }

    [Theory]
    [InlineData("Capacity")]
    [InlineData("HeapState")]
    [InlineData("get_Usage")]
    public Task TypeParameterIsCalledLikeAMember(string name) => Expect.OneAsync(
        "ALLOC0009",
        name,
        $"'Heap' has a type parameter '{name}', and a member of that name, which the allocator writes itself; give yours another name",
        $"[Allocators.ChunkHeap] internal partial struct Heap<{name}> {{ }}");

    [Theory]
    [InlineData("Equals")]
    [InlineData("GetHashCode")]
    [InlineData("MemberwiseClone")]
    [InlineData("Finalize")]
    public Task HeapIsCalledLikeAMemberOfEveryType(string name) => Expect.OneAsync(
        "ALLOC0009",
        "Allocators.ChunkHeap",
        $"'{name}' has a member '{name}', as every type; give yours another name",
        $"[Allocators.ChunkHeap] internal static partial class {name} {{ }}");

    [Theory]
    [InlineData("class @var { }", "var")]
    [InlineData("struct nint { }", "nint")]
    [InlineData("namespace nameof { class C { } }", "nameof")]
    public Task WordsMeanSomethingElse(string around, string word) => Expect.OneAsync(
        "ALLOC0009",
        "Allocators.ChunkHeap",
        $"'Heap' has something called '{word}' in its reach, a word that generated code needs; give yours another name",
        $"{around} [Allocators.ChunkHeap] internal partial struct Heap {{ }}");

    [Fact]
    public Task OwnInterfacesAreWelcome() => Expect.NothingAsync(ProjectSettings.Default.Compile(
        """
        [Allocators.ChunkHeap]
        internal partial struct Heap : System.IDisposable
        {
            void System.IDisposable.Dispose() => Reset();
        }
        """));

    [Theory]
    [InlineData("private int _count;", "_count", "the field '_count'")]
    [InlineData("public int Count { get; set; }", "Count", "the automatic property 'Count'")]
    [InlineData("public event System.Action? Changed;", "Changed", "the event 'Changed'")]
    public Task StateOfOnesOwnIsSaidAtTheMember(string member, string at, string what) => Expect.OneAsync(
        "ALLOC0011",
        at,
        $"'Heap' cannot have {what}: the allocator decides the layout of the heap; keep it in a type around the heap",
        Struct(member));

    [Fact]
    public Task LayoutOfOnesOwnIsSaidAtTheAttribute() => Expect.OneAsync(
        "ALLOC0011",
        "StructLayout(LayoutKind.Auto)",
        "'Heap' cannot have a layout of its own: the allocator decides the layout of the heap; keep it in a type around the heap",
        """
        using System.Runtime.InteropServices;

        [Allocators.ChunkHeap, StructLayout(LayoutKind.Auto)]
        internal partial struct Heap { }
        """);

    [LanguageFact("12")]
    public Task PrimaryConstructor() => Expect.OneAsync(
        "ALLOC0011",
        "Heap",
        "'Heap' cannot have a primary constructor: the allocator decides the layout of the heap; keep it in a type around the heap",
        new ProjectSettings(Framework.Net8, "12").Compile("[Allocators.ChunkHeap] internal partial struct Heap(int seed) { public int Seed => seed; }"));

    [Fact]
    public Task CollisionInAnotherPart() => Expect.OneAsync(
        "ALLOC0009",
        "Reset",
        "'Memory' has a member 'Reset', which the allocator writes itself; give yours another name",
        ProjectSettings.Default.Compile(
            "[Allocators.ChunkHeap] internal static partial class Memory { }",
            "internal static partial class Memory { private static void Reset() { } }"));

    [Fact]
    public Task EveryMemberIsNamed() => Expect.SeveralAsync(
        Struct("private int _one, _two; public void Reset() { }"),
        ("ALLOC0011", "_one"),
        ("ALLOC0011", "_two"),
        ("ALLOC0009", "Reset"));

    private static string AtAnAddress(string members) =>
        $"[Allocators.ChunkHeap(Storage = Allocators.Storage.Pointer)] internal partial struct Heap {{ {members} }}";

    private static string Struct(string members) => $"[Allocators.ChunkHeap] internal partial struct Heap {{ {members} }}";
}
