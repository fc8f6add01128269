using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace Allocators.Generator.Tests.Usage;

/// <summary>The editor suggests to make fields readonly that nothing is assigned to; not those of heaps.</summary>
public class ReadOnlyFieldSuppressorTests
{
    [Fact]
    public async Task FieldsOfHeapsAreNotSuggested()
    {
        Compilation compilation = Marks.Compile(
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
            """);

        ImmutableArray<Diagnostic> said = await compilation
            .WithAnalyzers([new Advisor(), new ReadOnlyFieldSuppressor()], new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), null, true, false, reportSuppressedDiagnostics: true))
            .GetAnalyzerDiagnosticsAsync(CancellationToken.None);

        Assert.Equal(["_atAddress", "_heap", "_level", "_other"], NamesOf(isSuppressed: true));
        Assert.Equal(["_heaps", "_inMemory", "_number"], NamesOf(isSuppressed: false));

        string[] NamesOf(bool isSuppressed) =>
            [.. said.Where(diagnostic => diagnostic.IsSuppressed == isSuppressed).Select(static diagnostic => diagnostic.Location.SourceTree!.ToString().Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length)).Order()];
    }

#pragma warning disable RS1001, RS2008 // It stands in for the editor's own, and no compiler loads it.
    /// <summary>Suggests it of all fields, at the place where the editor does.</summary>
    private sealed class Advisor : DiagnosticAnalyzer
    {
        private static readonly DiagnosticDescriptor Rule = new("IDE0044", "Add readonly modifier", "Make field readonly", "Style", DiagnosticSeverity.Warning, isEnabledByDefault: true);

        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

        public override void Initialize(AnalysisContext context)
        {
            context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
            context.EnableConcurrentExecution();
            context.RegisterSymbolAction(
                static symbol =>
                {
                    if (symbol.Symbol.ContainingType.Name == "C") symbol.ReportDiagnostic(Diagnostic.Create(Rule, symbol.Symbol.Locations[0]));
                },
                SymbolKind.Field);
        }
    }
#pragma warning restore RS1001, RS2008
}
