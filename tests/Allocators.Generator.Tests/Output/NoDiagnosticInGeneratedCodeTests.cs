using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Allocators.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace Allocators.Generator.Tests.Output;

/// <summary>
/// Whatever stands in the user's code, whole or half typed: either a heap is written that compiles without a word, or an error says
/// in the user's code why not. No diagnostic ever lies in a generated file.
/// </summary>
public class NoDiagnosticInGeneratedCodeTests
{
    private static readonly string[] Heaps =
    [
        "[ChunkHeap(Chunks = 16)] public partial struct",
        "[ChunkHeap] public ref partial struct",
        "[ChunkHeap(Storage = Storage.Pointer, State = State.InMemory)] public partial struct",
        "[ChunkHeap] public static partial class",
        "[Teaspoon(Variant = \"4KiB\")] public partial struct",
        "[Slab(Slots = 16, BlockSize = 64)] public partial struct",
        "[Slab(typeof(long), Slots = 16, Storage = Storage.Pointer)] public partial struct",
        "[FreeList(typeof(long), Blocks = 16)] public partial struct",
        "[FreeList(Blocks = 16, BlockSize = 64, Synchronization = Synchronization.LockFree)] public static partial class",
        "[NullHeap] public partial struct",
    ];

    /// <summary>Where a name can stand, around a heap.</summary>
    private static readonly string[] Places =
    [
        "HEAP NAME { }",
        "HEAP H<NAME> { }",
        "HEAP H<T, NAME> { }",
        "public partial class NAME { HEAP H { } }",
        "public partial class Outer<NAME> { HEAP H { } }",
        "namespace NAME { HEAP H { } }",
        "HEAP H { public void NAME() { } }",
        "HEAP H { private static int NAME(Block block) => block.Length; }",
        "HEAP H { private const int NAME = 1; }",
        "HEAP H { private static object NAME => null; }",
        "HEAP H { private struct NAME { } }",
        "HEAP H { private static class Nested { public static object NAME => null; } }",
        "public class NAME { } HEAP H { }",
        "public struct NAME { public int Field; } [FreeList(typeof(NAME), Blocks = 4)] public partial struct H { }",
        "public struct NAME<T> { public int Field; } [Slab(typeof(NAME<int>), Slots = 4)] public static partial class H { }",
        "[ChunkHeap] public static partial class NAME { } [FreeList(Blocks = 4, BlockSize = 8, Over = typeof(NAME))] public ref partial struct H { }",
    ];

    /// <summary>Names that mean something: to the compiler, to every type, in the library, or in bodies of generated code.</summary>
    private static readonly string[] OtherNames =
    [
        "heap", "size", "block", "offset", "alignment", "slot", "generation", "value", "memory", "address", "length", "next", "moved",
        "record", "@record", "var", "@var", "dynamic", "@dynamic", "file", "@file", "required", "@required", "scoped", "@scoped", "field", "@field", "nint", "@nint",
        "notnull", "unmanaged", "@unmanaged", "async", "@await", "@class", "@default", "nameof", "@nameof", "global", "@global", "partial", "@partial", "extension", "@extension",
        "Equals", "GetHashCode", "ToString", "GetType", "Finalize", "MemberwiseClone", "ReferenceEquals",
        "System", "Allocators", "Block", "Span", "Math", "HeapMemory", "IAllocator", "IHeap", "Check", "MethodImpl", "MethodImplAttribute", "StructLayout", "InvalidOperationException", "T", "TValue", "T1", "_", "get_Capacity", "get_UsedBytes", "get_Item", "set_Usage", "Größe",
    ];

    private static readonly string[] HalfTyped =
    [
        "[ChunkHeap] partial struct",
        "[ChunkHeap] partial struct { }",
        "[ChunkHeap] static partial class { }",
        "[ChunkHeap] partial",
        "[ChunkHeap]",
        "[ChunkHeap] partial struct H",
        "[ChunkHeap] partial struct H {",
        "[ChunkHeap] partial struct H<",
        "[ChunkHeap] partial struct H<>",
        "[ChunkHeap] partial struct H<> { }",
        "[ChunkHeap] partial struct H<T, > { }",
        "[ChunkHeap] partial struct H<T, T> { }",
        "[ChunkHeap] partial struct H : { }",
        "[ChunkHeap] partial struct H : int { }",
        "[ChunkHeap] partial struct H : Missing { }",
        "[ChunkHeap] partial struct H { public }",
        "[ChunkHeap] partial struct H { public void }",
        "[ChunkHeap] partial struct H { public void () { } }",
        "[ChunkHeap] partial struct H { public int => 5; }",
        "[ChunkHeap] partial struct H where T : struct { }",
        "partial class { [ChunkHeap] partial struct H { } }",
        "partial class O< { [ChunkHeap] partial struct H { } }",
        "partial class O<T { [ChunkHeap] partial struct H { } }",
        "partial class O { [ChunkHeap] partial struct }",
        "partial class O { [ChunkHeap] partial struct H",
        "[ChunkHeap( partial struct H { }",
        "[ChunkHeap(] partial struct H { }",
        "[ChunkHeap()] partial struct H { }",
        "[ChunkHeap(Chunks)] partial struct H { }",
        "[ChunkHeap(Chunks = )] partial struct H { }",
        "[ChunkHeap(Chunks = 5, )] partial struct H { }",
        "[ChunkHeap(Chunks = 5, Chunks = 6)] partial struct H { }",
        "[ChunkHeap(Chunks = \"5\")] partial struct H { }",
        "[ChunkHeap(Chunks = 5.5)] partial struct H { }",
        "[ChunkHeap(Chunks = 5000000000)] partial struct H { }",
        "[ChunkHeap(Chunks = 5 / 0)] partial struct H { }",
        "[ChunkHeap(Chunks = int.MaxValue + 1)] partial struct H { }",
        "[ChunkHeap(Chunks = Missing)] partial struct H { }",
        "[ChunkHeap(Chunks = System.Environment.ProcessorCount)] partial struct H { }",
        "[ChunkHeap(Chunkz = 5)] partial struct H { }",
        "[ChunkHeap(5)] partial struct H { }",
        "[ChunkHeap(Checks = Checks.)] partial struct H { }",
        "[FreeList(typeof())] partial struct H { }",
        "[FreeList(typeof(] partial struct H { }",
        "[FreeList(typeof(Missing), Blocks = 5)] partial struct H { }",
        "[FreeList(typeof(Missing<int>), Blocks = 5)] partial struct H { }",
        "[FreeList(typeof(H), typeof(H), Blocks = 5)] partial struct H { }",
        "[FreeList(null, Blocks = 5)] partial struct H { }",
        "[FreeList(5, Blocks = 5)] partial struct H { }",
        "[FreeList(typeof(System.Span<int>), Blocks = 5)] partial struct H { }",
        "[FreeList(typeof(int[]), Blocks = 5)] partial struct H { }",
        "[FreeList(typeof(int*), Blocks = 5)] partial struct H { }",
        "[FreeList(typeof(dynamic), Blocks = 5)] partial struct H { }",
        "[Slab<>] partial struct H { }",
        "[Slab<int, int>(Slots = 5)] partial struct H { }",
        "[Slab<Missing>(Slots = 5)] partial struct H { }",
        "[Slab<string>(Slots = 5)] partial struct H { }",
        "[FreeList(Blocks = 5, BlockSize = 8, Over = typeof(Missing))] ref partial struct H { }",
        "[FreeList(Blocks = 5, BlockSize = 8, Over = null)] ref partial struct H { }",
        "[FreeList(Blocks = 5, BlockSize = 8, Over = typeof(H))] ref partial struct H { }",
        "[FreeList(typeof(H), Blocks = 5)] partial struct H { }",
        "[FreeList(typeof(H), Blocks = 5)] ref partial struct H { }",
        "[FreeList(typeof(H), Blocks = 5)] static partial class H { }",
        "[FreeList(typeof(H), Blocks = 5, Storage = Storage.Pointer)] partial struct H { }",
        "[FreeList(typeof(S), Blocks = 5)] partial struct H { } struct S { public H Heap; }",
        "[FreeList(typeof(S<H>), Blocks = 5)] partial struct H { } struct S<T> { public T Value; }",
        "[FreeList(typeof(S<S<H>>), Blocks = 5)] partial struct H { } struct S<T> { public T Value; }",
        "[FreeList(typeof(S), Blocks = 5)] static partial class H { } struct S { public int Value; public static S One; }",
        "[FreeList(typeof(B), Blocks = 5)] partial struct A { } [Slab(typeof(A), Slots = 5)] partial struct B { }",
        "[FreeList(typeof(H<int>), Blocks = 5)] partial struct H<T> { }",
        "[Slab(typeof((H, int)), Slots = 5)] partial struct H { }",
        "[ChunkHeap] partial interface H { }",
        "[ChunkHeap] public partial interface IHeap { void Alloc(); }",
        "[ChunkHeap] enum H { }",
        "[ChunkHeap] delegate void H();",
        "class C { [ChunkHeap] void H() { } }",
        "class C { [ChunkHeap] int H; }",
        "[ChunkHeap] partial class H { }",
        "[ChunkHeap] partial record H { }",
        "[ChunkHeap] partial record struct H { }",
        "[ChunkHeap] static partial struct H { }",
        "[ChunkHeap] abstract partial struct H { }",
        "[ChunkHeap] abstract static partial class H { }",
        "[ChunkHeap] public private partial struct H { }",
        "[ChunkHeap] public partial struct H { } internal partial struct H { }",
        "[ChunkHeap] partial struct H { } [ChunkHeap] partial struct H { }",
        "[ChunkHeap] partial struct H { } [NullHeap] partial struct H { }",
        "[ChunkHeap] partial struct H { } struct H { }",
        "[ChunkHeap] partial struct H { } partial class H { }",
        "[ChunkHeap] partial struct H<T> { } partial struct H<U> { }",
        "[ChunkHeap] partial struct H<T> where T : struct { } partial struct H<T> where T : class { }",
        "[ChunkHeap] partial struct H { H() { } }",
        "[ChunkHeap] partial struct H { ~H() { } }",
        "[ChunkHeap] partial struct H { static H() { } }",
        "[ChunkHeap] partial struct H { public static implicit operator int(H heap) => 0; }",
        "[ChunkHeap] partial struct H { int IAllocator.Capacity => 5; }",
        "[ChunkHeap] partial struct H : IAllocator { int IAllocator.Capacity => 5; }",
        "[ChunkHeap] partial struct H : IAllocator { }",
        "[ChunkHeap] partial struct H : IAllocator { void global::Allocators.IAllocator.Free(Block block) { } }",
        "[ChunkHeap] partial struct H : IAllocator { System.Span<byte> Allocators.IAllocator.this[Block block] => default; }",
        "[ChunkHeap] static partial class H { void IAllocator.Reset() { } }",
        "[ChunkHeap, System.Obsolete] public partial struct H { }",
        "[ChunkHeap, System.Obsolete(\"no\", true)] public static partial class H { }",
        "[ChunkHeap, System.CLSCompliant(true)] public partial struct H { }",
        "[ChunkHeap, System.CLSCompliant(false)] public static partial class H { }",
        "[ChunkHeap, System.CodeDom.Compiler.GeneratedCode(\"Mine\", \"1.0\")] partial struct H { }",
        "[ChunkHeap, System.CodeDom.Compiler.GeneratedCode(\"Allocators\", \"1.0\")] partial struct H { }",
        "[ChunkHeap, System.Diagnostics.CodeAnalysis.ExcludeFromCodeCoverage] partial struct H { }",
        "[ChunkHeap, System.Diagnostics.CodeAnalysis.ExcludeFromCodeCoverage] public static partial class H { public static int Own => 1; }",
        "[FreeList(typeof(Old), Blocks = 5)] partial struct H { } [System.Obsolete] struct Old { }",
        "[ChunkHeap] static partial class P { } [FreeList(Blocks = 5, BlockSize = 8, Over = typeof(P))] ref partial struct H { } ",
        "[ChunkHeap, System.Obsolete] static partial class P { } [FreeList(Blocks = 5, BlockSize = 8, Over = typeof(P))] ref partial struct H { } ",
        "[System.Obsolete] static partial class O { [ChunkHeap] public static partial class P { } } ",
    ];

    public static TheoryData<string, string, bool> Cases
    {
        get
        {
            TheoryData<string, string, bool> cases = new();
            foreach (string place in Places)
            {
                cases.Add(place, "10", false);
                cases.Add(place, Newest, true);
            }

            return cases;
        }
    }

    /// <summary>The newest language that this Roslyn knows.</summary>
    private static string Newest => Array.Find(["14", "11", "10"], ProjectSettings.IsKnown)!;

    /// <summary>Names that mean something, and every so often one that some heap has a member of.</summary>
    private static IEnumerable<string> Names => OtherNames.Concat(Heaps.SelectMany(static heap => MembersOf(heap)).Distinct().Where(static (_, index) => index % 8 == 0));

    [Theory]
    [MemberData(nameof(Cases))]
    public Task NamesInAllPlaces(string place, string language, bool isStrict) => AssertAsync(
        Settings(language, isStrict),
        isStrict,
        Names.Where((_, index) => !isStrict || index % 3 == 0).Select((name, index) => place.Replace("HEAP", Heaps[index % Heaps.Length], StringComparison.Ordinal).Replace("NAME", name, StringComparison.Ordinal)));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task HalfTypedAndWrong(bool isStrict) => AssertAsync(Settings(isStrict ? Newest : "10", isStrict), isStrict, HalfTyped);

    /// <summary>Every piece of code is a file of one project, in a namespace of its own.</summary>
    private static async Task AssertAsync(ProjectSettings settings, bool isClsCompliant, IEnumerable<string> pieces)
    {
        string[] files = [.. pieces.Select(static (piece, index) => $"namespace N{index} {{ using Allocators; {piece} }}")];
        string claim = isClsCompliant ? "[assembly: global::System.CLSCompliant(true)]" : "";
        CSharpCompilation compilation = settings.Compile([.. files, claim]);
        CSharpCompilation output = GeneratorHarness.Generate(compilation);

        List<string> failures = [];
        Dictionary<SyntaxTree, List<Diagnostic>> errors = files.Select((_, index) => compilation.SyntaxTrees[index]).ToDictionary(static tree => tree, static _ => new List<Diagnostic>());
        foreach (Diagnostic diagnostic in output.GetDiagnostics().Concat(await GeneratorHarness.AnalyzeAsync(output)))
        {
            if (diagnostic.Severity < DiagnosticSeverity.Warning) continue;
            SyntaxTree? tree = diagnostic.Location.SourceTree;
            if (tree is null || !compilation.SyntaxTrees.Contains(tree)) failures.Add($"{diagnostic}\n    of {tree?.FilePath}");
            else if (diagnostic.Severity == DiagnosticSeverity.Error && errors.TryGetValue(tree, out var found)) found.Add(diagnostic);
        }

        HashSet<string> written = [.. output.SyntaxTrees.Skip(compilation.SyntaxTrees.Length).Select(static tree => NamespaceOf(tree.ToString()))];
        for (int i = 0; i < files.Length; i++)
        {
            bool isRefused = errors[compilation.SyntaxTrees[i]].Count > 0;
            if (!written.Contains($"N{i}") && !isRefused) failures.Add($"neither written nor refused: {files[i]}");
        }

        Assert.True(written.Count > 0, "nothing was written at all");
        Assert.True(failures.Count == 0, $"{failures.Count} of {files.Length}:\n" + string.Join("\n", failures));
    }

    private static string NamespaceOf(string source) => source.Split("namespace ")[1].Split('\n')[0].Split('.')[0].Trim();

    private static ProjectSettings Settings(string language, bool isStrict) =>
        new(language is "10" or "11" ? Framework.Net8 : Framework.Net10, language) { Nullable = isStrict, Checked = isStrict, Unsafe = isStrict };

    private static IEnumerable<string> MembersOf(string heap)
    {
        CSharpCompilation output = GeneratorHarness.Generate(ProjectSettings.Default.Compile($"using Allocators; {heap} H {{ }}"));
        INamedTypeSymbol type = output.GetTypeByMetadataName("H") ?? throw new InvalidOperationException(heap);
        return type.GetMembers().Where(static member => member.CanBeReferencedByName && !member.IsImplicitlyDeclared).Select(static member => member.Name);
    }
}
