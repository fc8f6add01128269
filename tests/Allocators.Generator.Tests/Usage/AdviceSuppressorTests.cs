using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace Allocators.Generator.Tests.Usage;

/// <summary>The editor suggests to make fields readonly or properties of them, and structs comparable; not those of heaps.</summary>
public class AdviceSuppressorTests
{
    [Theory]
    [InlineData("IDE0044")]
    [InlineData("CA1051")]
    public async Task FieldsOfHeapsAreNotSuggested(string id)
    {
        ImmutableArray<Diagnostic> said = await SaidOf(
            """
            class C
            {
                private Pocket _heap, _other;
                private Level _level;
                private AtAddress _atAddress;
                private InMemory _inMemory;
                private Pocket[] _heaps;
                private int _number;
            }
            """,
            id,
            SymbolKind.Field);

        Assert.Equal(["_atAddress", "_heap", "_level", "_other"], NamesOf(said, isSuppressed: true));
        Assert.Equal(["_heaps", "_inMemory", "_number"], NamesOf(said, isSuppressed: false));
    }

    [Fact]
    public async Task StructsWithHeapsAreNotCompared()
    {
        ImmutableArray<Diagnostic> said = await SaidOf(
            """
            class C
            {
                public struct Room { public Pocket Heap; }
                public struct Point { public int X; }
                public struct Shared { public InMemory Heap; }
            }
            """,
            "CA1815",
            SymbolKind.NamedType);

        Assert.Equal(["Room"], NamesOf(said, isSuppressed: true));
        Assert.Equal(["Point", "Shared"], NamesOf(said, isSuppressed: false));
    }

    private static async Task<ImmutableArray<Diagnostic>> SaidOf(string file, string id, SymbolKind kind) => await Marks.Compile(file)
        .WithAnalyzers([new Advisor(id, kind), new AdviceSuppressor()], new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), null, true, false, reportSuppressedDiagnostics: true))
        .GetAnalyzerDiagnosticsAsync(CancellationToken.None);

    private static string[] NamesOf(ImmutableArray<Diagnostic> said, bool isSuppressed) =>
        [.. said.Where(diagnostic => diagnostic.IsSuppressed == isSuppressed).Select(static diagnostic => diagnostic.Location.SourceTree!.ToString().Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length)).Order()];

#pragma warning disable RS1001, RS1017, RS2008 // It stands in for the editor's own, and no compiler loads it.
    /// <summary>Says it of all that is in the class, at the place where the editor does.</summary>
    private sealed class Advisor(string id, SymbolKind kind) : DiagnosticAnalyzer
    {
        private readonly DiagnosticDescriptor _rule = new(id, "Advice", "Advice", "Style", DiagnosticSeverity.Warning, isEnabledByDefault: true);

        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [_rule];

        public override void Initialize(AnalysisContext context)
        {
            context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
            context.EnableConcurrentExecution();
            context.RegisterSymbolAction(
                symbol =>
                {
                    if (symbol.Symbol.ContainingType?.Name == "C") symbol.ReportDiagnostic(Diagnostic.Create(_rule, symbol.Symbol.Locations[0]));
                },
                kind);
        }
    }
#pragma warning restore RS1001, RS1017, RS2008
}
