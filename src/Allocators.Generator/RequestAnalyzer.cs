using System.Collections.Immutable;
using Allocators.Generator.Diagnostics;
using Allocators.Generator.Kinds;
using Allocators.Generator.Usage;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Allocators.Generator;

/// <summary>Says of a request with constant numbers that the heap can never give what is asked for.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RequestAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(
        UsageDescriptors.CannotBeGiven,
        UsageDescriptors.NeverRoom,
        UsageDescriptors.CannotBeAligned);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (HeapsInReach.MarkerIn(start.Compilation) is null) return;

            HeapTypes heaps = new(HeapKinds.Attributes);
            start.RegisterOperationAction(
                operation =>
                {
                    if (Request.Fault((IInvocationOperation)operation.Operation, heaps) is { } fault && !IsNeverReached(operation.Operation)) operation.ReportDiagnostic(fault);
                },
                OperationKind.Invocation);
        });
    }

    /// <summary>Whether a condition around an operation is a constant that leaves it out.</summary>
    private static bool IsNeverReached(IOperation operation)
    {
        for (IOperation inner = operation; inner.Parent is { } outer; inner = outer)
        {
            if (outer is IConditionalOperation { Condition.ConstantValue: { HasValue: true, Value: bool holds } } conditional && inner == (holds ? conditional.WhenFalse : conditional.WhenTrue)) return true;
        }

        return false;
    }
}
