using System.Collections.Immutable;
using Allocators.Generator.Declarations;
using Allocators.Generator.Diagnostics;
using Allocators.Generator.Kinds;
using Allocators.Generator.Usage;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Allocators.Generator;

/// <summary>Refuses to let a span out of the method that has the heap it lies in, where the language is too old to see it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class EscapeAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(UsageDescriptors.Outlives);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            // With [UnscopedRef], which generated members have, the compiler itself says so.
            if (CompilationReader.CapabilitiesOf(start.Compilation).HasUnscopedRef || HeapsInReach.MarkerIn(start.Compilation) is null) return;

            HeapTypes heaps = new(HeapKinds.Attributes);
            start.RegisterOperationAction(
                operation => Analyze(operation, heaps),
                OperationKind.Return,
                OperationKind.SimpleAssignment,
                OperationKind.Argument);
        });
    }

    private static void Analyze(OperationAnalysisContext context, HeapTypes heaps)
    {
        (IOperation At, IOperation Heap)? found = context.Operation switch
        {
            IReturnOperation { ReturnedValue: { } value } returned when Escapes.IsPlace(returned) => Found(value, value),
            ISimpleAssignmentOperation { IsRef: false, Value: var value, Target: var target } when Inside.IsSpan(target.Type) && Escapes.IsOutside(target) => Found(value, value),
            IArgumentOperation { Value: var target } argument when Inside.InstanceOf(argument, heaps) is { } instance && Escapes.IsOutside(target) => (target, instance),
            _ => null,
        };
        if (found is not { } escape || Places.VariableOf(escape.Heap) is not { } variable) return;

        if (Places.IsOnStack(variable, escape.Heap, context.ContainingSymbol)) context.ReportDiagnostic(Diagnostic.Create(UsageDescriptors.Outlives, escape.At.Syntax.GetLocation(), escape.At.Syntax.ToString(), variable.Name));

        (IOperation, IOperation)? Found(IOperation at, IOperation value) => Escapes.HeapOf(value, heaps) is { } heap ? (at, heap) : null;
    }
}
