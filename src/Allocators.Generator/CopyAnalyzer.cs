using System;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Allocators.Generator.Diagnostics;
using Allocators.Generator.Usage;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
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
                NewerOperations.InlineArrayAccess,
                OperationKind.None);
            start.RegisterOperationAction(operation => AnalyzeLoop(operation, types), OperationKind.Loop);
            start.RegisterOperationAction(operation => AnalyzePattern(operation, types), OperationKind.DeclarationPattern);
            start.RegisterSymbolAction(symbol => AnalyzeMethod(symbol, types), SymbolKind.Method);
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
            if (use is IPropertyReferenceOperation { Property: { RefKind: RefKind.None, OriginalDefinition.Type: ITypeParameterSymbol } property } && !IsAssigned(use)) Report(context, use, UsageDescriptors.ElementCopied, NameOf(property.ContainingType), NameOf(use.Type!));
            return;
        }

        if (Copy.Of(use) is { } copy)
        {
            // The value of an assignment is in what was assigned to.
            SyntaxNode place = use is ISimpleAssignmentOperation assignment ? assignment.Target.Syntax : use.Syntax;
            Report(context, use, copy.Descriptor, NameOf(use.Type!), place.ToString(), copy.Into);
        }
        else if (use.Parent is IInvocationOperation or IPropertyReferenceOperation && InstanceOf(use.Parent) == use && !Variables.ChangesNothing(use.Parent) && Variables.IsReadOnly(use, context.ContainingSymbol) && !IsReadOnlyFieldOfOurs(use))
        {
            Report(context, use, UsageDescriptors.HiddenCopy, MemberOf(use.Parent).Name, use.Syntax.ToString(), AdviceFor(use));
        }
    }

    private static void AnalyzeLoop(OperationAnalysisContext context, NonCopyableTypes types)
    {
        switch (context.Operation)
        {
            case IForEachLoopOperation { LoopControlVariable: IVariableDeclaratorOperation { Symbol: { RefKind: RefKind.None } variable } } loop when types.Contains(variable.Type):
                context.ReportDiagnostic(Diagnostic.Create(UsageDescriptors.Enumerated, variable.Locations[0], variable.Name, NameOf(variable.Type), AdviceFor(loop, variable)));
                break;
            case IForEachLoopOperation { LoopControlVariable: { Type: { IsTupleType: true } parts } deconstructed } when types.Contains(parts):
                context.ReportDiagnostic(Diagnostic.Create(UsageDescriptors.Enumerated, deconstructed.Syntax.GetLocation(), deconstructed.Syntax, NameOf(parts), InAnArray));
                break;
            default:
                break;
        }
    }

    /// <summary>A local in a pattern gets a copy. Of one that stands alone it is said where what it looks at is.</summary>
    private static void AnalyzePattern(OperationAnalysisContext context, NonCopyableTypes types)
    {
        IDeclarationPatternOperation pattern = (IDeclarationPatternOperation)context.Operation;
        if (pattern.DeclaredSymbol is not ILocalSymbol local || !types.Contains(local.Type) || pattern.Parent is not IPatternOperation) return;

        // A property pattern has reported the member.
        Report(context, pattern, UsageDescriptors.Wrapped, NameOf(local.Type), "…", "a pattern");
    }

    /// <summary>What is left of an iterator or of an async method is an object, which has a copy of the struct.</summary>
    private static void AnalyzeMethod(SymbolAnalysisContext context, NonCopyableTypes types)
    {
        IMethodSymbol method = (IMethodSymbol)context.Symbol;
        if (method is not { IsStatic: false, IsImplicitlyDeclared: false, ContainingType.TypeKind: TypeKind.Struct } || !types.Contains(method.ContainingType)) return;
        if (!method.IsAsync && !IsIterator(method, context.CancellationToken)) return;

        context.ReportDiagnostic(Diagnostic.Create(UsageDescriptors.Boxed, method.Locations[0], NameOf(method.ContainingType), "this", NameOf(method.ReturnType)));
    }

    private static bool IsIterator(IMethodSymbol method, CancellationToken cancellation) => method.DeclaringSyntaxReferences
        .SelectMany(reference => reference.GetSyntax(cancellation).DescendantNodes(static node => node is not (LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax)))
        .Any(static node => node is YieldStatementSyntax);

    private static void AnalyzeField(SymbolAnalysisContext context, NonCopyableTypes types)
    {
        IFieldSymbol field = (IFieldSymbol)context.Symbol;
        if (field.IsImplicitlyDeclared || field.RefKind != RefKind.None || !types.Contains(field.Type)) return;

        if (!field.IsStatic && field.ContainingType is { IsRecord: true, TypeKind: TypeKind.Class } record) context.ReportDiagnostic(Diagnostic.Create(UsageDescriptors.InRecord, field.Locations[0], record.Name, NameOf(field.Type)));
        else if (field.IsReadOnly) context.ReportDiagnostic(Diagnostic.Create(UsageDescriptors.ReadOnlyField, field.Locations[0], field.Name, NameOf(field.Type)));
    }

    private static void AnalyzeProperty(SymbolAnalysisContext context, NonCopyableTypes types)
    {
        IPropertySymbol property = (IPropertySymbol)context.Symbol;
        if (property.RefKind != RefKind.None || !types.Contains(property.Type)) return;

        bool isAutomatic = property.ContainingType.GetMembers().Any(member => member is IFieldSymbol { AssociatedSymbol: { } owner } && SymbolEqualityComparer.Default.Equals(owner, property));
        if (!isAutomatic) return;

        if (!property.IsStatic && property.ContainingType is { IsRecord: true, TypeKind: TypeKind.Class } record) context.ReportDiagnostic(Diagnostic.Create(UsageDescriptors.InRecord, property.Locations[0], record.Name, NameOf(property.Type)));
        else context.ReportDiagnostic(Diagnostic.Create(UsageDescriptors.PropertyByValue, property.Locations[0], property.Name, NameOf(property.Type)));
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
        IFieldReferenceOperation { Field.IsReadOnly: false, Instance: { Type.IsValueType: true } instance } => AdviceFor(instance),
        IParameterReferenceOperation => "make the parameter 'ref'",
        ILocalReferenceOperation => "make it a 'ref' local",
        IInstanceReferenceOperation => "the method around it cannot be 'readonly'",
        _ => "refer to it by 'ref'",
    };

    /// <summary>What can be done instead, where the collection has its elements in one piece or not.</summary>
    private static string AdviceFor(IForEachLoopOperation loop, ILocalSymbol variable)
    {
        IOperation collection = loop.Collection is IConversionOperation { IsImplicit: true } conversion ? conversion.Operand : loop.Collection;
        string? span = collection.Type switch
        {
            IArrayTypeSymbol { Rank: 1 } => $"{collection.Syntax}.AsSpan()",
            INamedTypeSymbol { Name: "List" } => $"CollectionsMarshal.AsSpan({collection.Syntax})",
            _ when Inside.IsSpan(collection.Type) => collection.Syntax.ToString(),
            _ => null,
        };
        return span is null ? InAnArray : $"write 'foreach (ref {NameOf(variable.Type)} {variable.Name} in {span})'";
    }

    private const string InAnArray = "keep heaps in an array, or each in a class of yours";

    private static string NameOf(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);

    private static void Report(OperationAnalysisContext context, IOperation use, DiagnosticDescriptor descriptor, params string[] arguments) =>
        context.ReportDiagnostic(Diagnostic.Create(descriptor, use.Syntax.GetLocation(), arguments));
}
