using System.Collections.Immutable;
using System.Linq;
using Allocators.Generator.Usage;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Allocators.Generator;

/// <summary>Lets nobody advise what would be an error of ours, or what a heap is no case of.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class AdviceSuppressor : DiagnosticSuppressor
{
    /// <inheritdoc/>
    public override ImmutableArray<SuppressionDescriptor> SupportedSuppressions { get; } = ImmutableArray.Create(
        new SuppressionDescriptor("ALLOC0110S", "IDE0044", "Each call on a heap in a readonly field is made on a copy (ALLOC0110)"),
        new SuppressionDescriptor("ALLOC0108S", "CA1051", "A heap is a field, because a property gives copies of it (ALLOC0108)"),
        new SuppressionDescriptor("ALLOC0101S", "CA1815", "What must not be copied is not compared (ALLOC0101)"));

    /// <inheritdoc/>
    public override void ReportSuppressions(SuppressionAnalysisContext context)
    {
        if (HeapsInReach.MarkerIn(context.Compilation) is not { } marker) return;

        NonCopyableTypes types = new(marker);
        foreach (Diagnostic diagnostic in context.ReportedDiagnostics)
        {
            if (diagnostic.Location.SourceTree is not { } tree) continue;

            SyntaxNode place = tree.GetRoot(context.CancellationToken).FindNode(diagnostic.Location.SourceSpan);
            ISymbol? about = context.GetSemanticModel(tree).GetDeclaredSymbol(place, context.CancellationToken);
            if (!types.Contains(about is IFieldSymbol field ? field.Type : about as ITypeSymbol)) continue;

            context.ReportSuppression(Suppression.Create(SupportedSuppressions.First(descriptor => descriptor.SuppressedDiagnosticId == diagnostic.Id), diagnostic));
        }
    }
}
