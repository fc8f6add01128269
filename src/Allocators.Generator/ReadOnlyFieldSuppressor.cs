using System.Collections.Immutable;
using Allocators.Generator.Usage;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Allocators.Generator;

/// <summary>Lets nobody advise to make the field of a heap readonly: that would be an error of ours.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ReadOnlyFieldSuppressor : DiagnosticSuppressor
{
    private static readonly SuppressionDescriptor MakeReadOnly = new("ALLOC0110S", "IDE0044", "Each call on a heap in a readonly field is made on a copy (ALLOC0110)");

    /// <inheritdoc/>
    public override ImmutableArray<SuppressionDescriptor> SupportedSuppressions { get; } = ImmutableArray.Create(MakeReadOnly);

    /// <inheritdoc/>
    public override void ReportSuppressions(SuppressionAnalysisContext context)
    {
        if (HeapsInReach.MarkerIn(context.Compilation) is not { } marker) return;

        NonCopyableTypes types = new(marker);
        foreach (Diagnostic diagnostic in context.ReportedDiagnostics)
        {
            if (diagnostic.Location.SourceTree is not { } tree) continue;

            SyntaxNode place = tree.GetRoot(context.CancellationToken).FindNode(diagnostic.Location.SourceSpan);
            if (context.GetSemanticModel(tree).GetDeclaredSymbol(place, context.CancellationToken) is IFieldSymbol field && types.Contains(field.Type)) context.ReportSuppression(Suppression.Create(MakeReadOnly, diagnostic));
        }
    }
}
