using System.Collections.Immutable;
using System.Threading.Tasks;
using Allocators.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace Allocators.Generator.Tests.Usage;

/// <summary>Before C# 11 the compiler lets a span out of the method that has its heap.</summary>
public class EscapeTests
{
    private const string Escaping =
        """
        [Slab(Slots = 8, BlockSize = 32)] public partial struct Packets { }
        [FreeList(typeof(long), Blocks = 8)] public partial struct Longs { }

        ref struct View { public Span<byte> Bytes; }

        ref struct Window
        {
            public Span<byte> Bytes;
            public Window(int size) { Pocket h = default; Bytes = h.AllocSpan(size); } // ALLOC0401
            void Move() { Pocket h = default; this.Bytes = h.AllocSpan(4); }    // ALLOC0401
        }

        class C
        {
            static Span<byte> Direct() { Pocket h = default; return h.AllocSpan(400); } // ALLOC0401
            static Span<byte> Parameter(Pocket h) => h.AllocSpan(400);          // ALLOC0401
            static Span<int> Typed() { Pocket h = default; return h.AllocSpan<int>(4); } // ALLOC0401
            static Span<byte> Indexer(Block b) { Pocket h = default; return h[b]; } // ALLOC0401
            static Span<int> SpanOf(Block<int> b) { Pocket h = default; return h.SpanOf(b); } // ALLOC0401
            static ReadOnlySpan<byte> ReadOnly() { Pocket h = default; return h.AllocSpan(4); } // ALLOC0401
            static Span<byte> Field() { Level l = default; return l.Heap.AllocSpan(4); } // ALLOC0401
            static ref int Reference() { Pocket h = default; return ref h.Alloc<int>(); } // ALLOC0401
            static ref byte Element() { Pocket h = default; return ref h.AllocSpan(4)[0]; } // ALLOC0401
            static ref long Value(Block<long> b) { Longs h = default; return ref h[b]; } // ALLOC0401
            static Span<byte> Handle() { Packets h = default; return h[h.Alloc(4)]; } // ALLOC0401

            static Span<byte> Local()
            {
                Pocket h = default;
                var s = h.AllocSpan(4);
                return s;                                       // ALLOC0401
            }

            static ReadOnlySpan<int> Derived()
            {
                Pocket h = default;
                Span<byte> s = default;
                s = h.AllocSpan(64);
                Span<byte> half = s.Slice(32);
                ReadOnlySpan<byte> read = half;
                return MemoryMarshal.Cast<byte, int>(read);     // ALLOC0401
            }

            static ref int RefLocal()
            {
                Pocket h = default;
                ref int number = ref h.Alloc<int>();
                number = 4;
                return ref number;                              // ALLOC0401
            }

            static Span<byte> ByOut()
            {
                Pocket h = default;
                h.Alloc(4, out Span<byte> bytes);
                return bytes;                                   // ALLOC0401
            }

            static Span<byte> Conditional(bool b, Block k) { Pocket h = default; return b ? h[k] : default; } // ALLOC0401
            static Span<byte> Switched(int i, Block k) { Pocket h = default; return i switch { 0 => h[k], _ => default }; } // ALLOC0401
            static Span<byte> Range(Block k) { Pocket h = default; return h[k][1..]; } // ALLOC0401
            static Span<byte> Reassigned(Block k) { Pocket h = default; Span<byte> s = h[k]; s = s.Slice(1); return s; } // ALLOC0401
            static Span<byte> Alias(Block k) { Pocket h = default; ref Pocket r = ref h; return r[k]; } // ALLOC0401
            static View Wrapped(Block k) { Pocket h = default; return new View { Bytes = h[k] }; } // ALLOC0401

            static void Out(out Span<byte> bytes)
            {
                Pocket h = default;
                bytes = h.AllocSpan(4);                         // ALLOC0401
            }

            static void Ref(ref Span<byte> bytes, ref Window window)
            {
                Pocket h = default;
                bytes = h.AllocSpan(4);                         // ALLOC0401
                window.Bytes = h.AllocSpan(4);                  // ALLOC0401
                h.Alloc(4, out bytes);                          // ALLOC0401
            }

            Span<byte> Property { get { Pocket h = default; return h.AllocSpan(4); } } // ALLOC0401

            static void Inner()
            {
                Span<byte> Function() { Pocket h = default; return h.AllocSpan(4); } // ALLOC0401
                Maker lambda = () => { Pocket h = default; return h.AllocSpan(4); }; // ALLOC0401
            }
        }

        delegate Span<byte> Maker();
        """;

    private const string Staying =
        """
        [FreeList(typeof(long), Blocks = 8)] public partial struct Longs { }

        ref struct Window { public Span<byte> Bytes; }

        struct Mine
        {
            Pocket _heap;
            public Span<byte> Take() => _heap.AllocSpan(4);
        }

        partial struct Pocket
        {
            static byte[] s_bytes = new byte[4];
            public Span<byte> SpanOf(string name) => s_bytes;
            public Span<byte> Again() => AllocSpan(4);
        }

        class C
        {
            Pocket _heap;
            static Pocket s_heap;
            static byte[] s_array = new byte[10];

            Span<byte> OfField() => _heap.AllocSpan(4);
            static Span<byte> OfStatic() => s_heap.AllocSpan(4);
            static Span<byte> OfRef(ref Pocket h) => h.AllocSpan(4);
            static Span<byte> OfElement(Pocket[] heaps) => heaps[0].AllocSpan(4);
            static Span<byte> OfAddress(AtAddress h) => h.AllocSpan(4);
            static Span<byte> OfMemory() { InMemory h = default; return h.AllocSpan(4); }
            static Span<byte> OfFrame(Frame frame) => frame.AllocSpan(4);
            static Span<byte> OfGame() => Game.AllocSpan(4);
            static unsafe Span<byte> OfPointer(Pocket* h) => h->AllocSpan(4);
            static Span<byte> OfRefLocal(ref Pocket given) { ref Pocket h = ref given; return h.AllocSpan(4); }
            static Span<byte> Users() { Pocket h = default; return h.SpanOf("mine"); }
            static Span<byte> UsersToo() { Pocket h = default; return h.Again(); }
            static int Copied() { Pocket h = default; return h.Alloc<int>(); }
            static long Widened() { Pocket h = default; return h.Alloc<int>(); }
            static byte ElementCopied() { Pocket h = default; return h.AllocSpan(4)[0]; }
            static long ValueCopied(Block<long> b) { Longs h = default; return h[b]; }
            static int Length() { Pocket h = default; return h.AllocSpan(4).Length; }
            static byte[] Copy() { Pocket h = default; return h.AllocSpan(4).ToArray(); }
            static Block Taken() { Pocket h = default; return h.Alloc(4); }
            static Span<byte> Filled(Span<byte> given) { Pocket h = default; Span<byte> s = h.AllocSpan(4); s.CopyTo(given); return given; }

            static Span<byte> Replaced()
            {
                Pocket h = default;
                Span<byte> s = h.AllocSpan(4);
                int length = s.Length;
                s = s_array;
                return s;
            }

            static Span<byte> Chosen(bool b)
            {
                Pocket h = default;
                Span<byte> s = h.AllocSpan(4);
                Fill(ref s);
                return s;
            }

            static void Fill(ref Span<byte> s) => s = s_array;

            static void WithinTheMethod(ref int number)
            {
                Pocket h = default;
                Window window = default;
                window.Bytes = h.AllocSpan(4);
                Span<byte> other = h.AllocSpan(4);
                number = h.Alloc<int>();
                Use(h.AllocSpan(4));
            }

            static void Use(Span<byte> bytes) { }

            static Taker Captured()
            {
                Pocket h = default;
                return () => h.AllocSpan(4);
            }

            static Span<byte> CapturedToo()
            {
                Pocket h = default;
                Action reset = () => h.Reset();
                return h.AllocSpan(4);
            }

            static Span<byte> Circle()
            {
                Span<byte> s = default;
                Span<byte> t = s;
                s = t;
                return t;
            }

            static Span<byte> Lambda()
            {
                Pocket h = default;
                Func<int> inner = () => { Pocket other = default; return other.AllocSpan(4).Length; };
                Span<byte> s = s_array;
                return s;
            }
        }

        delegate Span<byte> Taker();
        """;

    [Fact]
    public Task SpansThatLeave() => Marks.ExpectAsync(Escaping, "10", new EscapeAnalyzer());

    [Fact]
    public Task SpansThatLeaveWhereTheFrameworkHasNoUnscopedRef() => Marks.ExpectAsync(Escaping, "12", new EscapeAnalyzer(), Framework.NetStandard21);

    [Fact]
    public Task SpansThatStay() => Marks.ExpectAsync(Staying, "10", new EscapeAnalyzer());

    [LanguageFact("12")]
    public Task ParameterOfTheTypeIsAField() => Marks.ExpectAsync(
        """
        class C(Pocket heap)
        {
            public Span<byte> Take() => heap.AllocSpan(4);
        }
        """,
        "12",
        new EscapeAnalyzer(),
        Framework.NetStandard21);

    /// <summary>Where the compiler sees it, it is not said twice.</summary>
    [LanguageFact("12")]
    public async Task NewerLanguagesSayItThemselves()
    {
        const string File = "using System; using Allocators; [ChunkHeap(Chunks = 16, ChunkSize = 64)] public partial struct Pocket { } class C { static Span<byte> M() { Pocket h = default; return h.AllocSpan(400); } }";
        CSharpCompilation compilation = GeneratorHarness.Generate(new ProjectSettings(Framework.Net8, "12").Compile(File));

        Assert.Contains(compilation.GetDiagnostics(), static diagnostic => diagnostic is { Severity: DiagnosticSeverity.Error, Id: "CS8168" });
        Assert.Empty(await compilation.WithAnalyzers(ImmutableArray.Create<DiagnosticAnalyzer>(new EscapeAnalyzer())).GetAnalyzerDiagnosticsAsync());
    }

    [Fact]
    public async Task MessageNamesTheHeap() => Assert.Equal(
        "'h.AllocSpan(400)' lies in 'h', which ends with the method; keep the heap in a field, or take it by 'ref'",
        await Marks.MessageOfAsync("class C { static Span<byte> M() { Pocket h = default; return h.AllocSpan(400); } }", new EscapeAnalyzer(), "10"));
}
