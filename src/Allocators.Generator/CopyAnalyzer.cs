using System;
using System.Collections.Immutable;
using System.Linq;
using Allocators.Generator.Diagnostics;
using Allocators.Generator.Usage;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Allocators.Generator;

/// <summary>Refuses what copies a heap: then there are two with the same blocks, and nothing says so.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CopyAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(
        UsageDescriptors.Assigned,
        UsageDescriptors.PassedByValue,
        UsageDescriptors.ReturnedByValue,
        UsageDescriptors.Boxed,
        UsageDescriptors.Wrapped,
        UsageDescriptors.Enumerated,
        UsageDescriptors.ElementCopied,
        UsageDescriptors.PropertyByValue,
        UsageDescriptors.InRecord,
        UsageDescriptors.ReadOnlyField,
        UsageDescriptors.HiddenCopy);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (HeapsInReach.MarkerIn(start.Compilation) is not { } marker) return;

            NonCopyableTypes types = new(marker);
            start.RegisterOperationAction(
                operation => AnalyzeUse(operation, types),
                OperationKind.LocalReference,
                OperationKind.ParameterReference,
                OperationKind.FieldReference,
                OperationKind.ArrayElementReference,
                OperationKind.PropertyReference,
                OperationKind.Invocation,
                OperationKind.InstanceReference,
                OperationKind.SimpleAssignment,
                Variables.InlineArrayAccess,
                OperationKind.None);
            start.RegisterOperationAction(operation => AnalyzeLoop(operation, types), OperationKind.Loop);
            start.RegisterSymbolAction(symbol => AnalyzeField(symbol, types), SymbolKind.Field);
            start.RegisterSymbolAction(symbol => AnalyzeProperty(symbol, types), SymbolKind.Property);
        });
    }

    private static void AnalyzeUse(OperationAnalysisContext context, NonCopyableTypes types)
    {
        IOperation use = context.Operation;
        if (!types.Contains(use.Type)) return;

        if (!Variables.IsVariable(use))
        {
            if (use is IPropertyReferenceOperation { Property: { DeclaringSyntaxReferences.IsEmpty: true, OriginalDefinition.Type: ITypeParameterSymbol } property } && !IsAssigned(use)) Report(context, use, UsageDescriptors.ElementCopied, property.ContainingType.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat), use.Type!.Name);
            return;
        }

        if (Copy.Of(use) is { } copy)
        {
            Report(context, use, copy.Descriptor, use.Type!.Name, use.Syntax.ToString(), copy.Into);
        }
        else if (use.Parent is IInvocationOperation or IPropertyReferenceOperation && InstanceOf(use.Parent) == use && !Variables.ChangesNothing(use.Parent) && Variables.IsReadOnly(use, context.ContainingSymbol) && !IsReadOnlyFieldOfOurs(use))
        {
            Report(context, use, UsageDescriptors.HiddenCopy, MemberOf(use.Parent).Name, use.Syntax.ToString(), AdviceFor(use));
        }
    }

    private static void AnalyzeLoop(OperationAnalysisContext context, NonCopyableTypes types)
    {
        if (context.Operation is not IForEachLoopOperation { LoopControlVariable: IVariableDeclaratorOperation { Symbol: { RefKind: RefKind.None } variable } } || !types.Contains(variable.Type)) return;

        context.ReportDiagnostic(Diagnostic.Create(UsageDescriptors.Enumerated, variable.Locations[0], variable.Name, variable.Type.Name));
    }

    private static void AnalyzeField(SymbolAnalysisContext context, NonCopyableTypes types)
    {
        IFieldSymbol field = (IFieldSymbol)context.Symbol;
        if (field.IsImplicitlyDeclared || !types.Contains(field.Type)) return;

        if (field.ContainingType is { IsRecord: true, TypeKind: TypeKind.Class } record) context.ReportDiagnostic(Diagnostic.Create(UsageDescriptors.InRecord, field.Locations[0], record.Name, field.Type.Name));
        else if (field.IsReadOnly) context.ReportDiagnostic(Diagnostic.Create(UsageDescriptors.ReadOnlyField, field.Locations[0], field.Name, field.Type.Name));
    }

    private static void AnalyzeProperty(SymbolAnalysisContext context, NonCopyableTypes types)
    {
        IPropertySymbol property = (IPropertySymbol)context.Symbol;
        if (property.RefKind != RefKind.None || !types.Contains(property.Type)) return;

        bool isAutomatic = property.ContainingType.GetMembers().Any(member => member is IFieldSymbol { AssociatedSymbol: { } owner } && SymbolEqualityComparer.Default.Equals(owner, property));
        if (!isAutomatic) return;

        if (property.ContainingType is { IsRecord: true, TypeKind: TypeKind.Class } record) context.ReportDiagnostic(Diagnostic.Create(UsageDescriptors.InRecord, property.Locations[0], record.Name, property.Type.Name));
        else context.ReportDiagnostic(Diagnostic.Create(UsageDescriptors.PropertyByValue, property.Locations[0], property.Name, property.Type.Name));
    }

    private static bool IsAssigned(IOperation use) => use.Parent is ISimpleAssignmentOperation assignment && assignment.Target == use;

    private static IOperation? InstanceOf(IOperation member) => member switch
    {
        IInvocationOperation invocation => invocation.Instance,
        IPropertyReferenceOperation property => property.Instance,
        _ => null,
    };

    private static ISymbol MemberOf(IOperation member) => member switch
    {
        IInvocationOperation invocation => invocation.TargetMethod,
        IPropertyReferenceOperation property => property.Property,
        _ => throw new ArgumentException("A call has a member.", nameof(member)),
    };

    /// <summary>Of such a field it is said once, where it is declared.</summary>
    private static bool IsReadOnlyFieldOfOurs(IOperation use) => use is IFieldReferenceOperation { Field: { IsReadOnly: true, DeclaringSyntaxReferences.IsEmpty: false } };

    private static string AdviceFor(IOperation use) => use switch
    {
        IParameterReferenceOperation => "make the parameter 'ref'",
        ILocalReferenceOperation => "make it a 'ref' local",
        IInstanceReferenceOperation => "the method around it cannot be 'readonly'",
        _ => "refer to it by 'ref'",
    };

    private static void Report(OperationAnalysisContext context, IOperation use, DiagnosticDescriptor descriptor, params string[] arguments) =>
        context.ReportDiagnostic(Diagnostic.Create(descriptor, use.Syntax.GetLocation(), arguments));
}
