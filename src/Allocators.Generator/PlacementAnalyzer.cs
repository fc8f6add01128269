using System;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using Allocators.Generator.Diagnostics;
using Allocators.Generator.Kinds;
using Allocators.Generator.Usage;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Allocators.Generator;

/// <summary>Refuses to put a heap where it has no room, or where it does not stay.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PlacementAnalyzer : DiagnosticAnalyzer
{
    /// <summary>The option in an <c>.editorconfig</c>, in bytes.</summary>
    internal const string StackOption = "allocators.max_stack_heap_bytes";

    private const long DefaultMaxStackBytes = 65_536;

    /// <summary>Bytes of the largest element that the run time has arrays of.</summary>
    private const long MaxElementBytes = 65_535;

    /// <summary>Collections of the framework that keep in an array what they hold, and the bytes that they need at least beside a heap in each element.</summary>
    private static readonly ImmutableDictionary<string, int> ArrayCollections = new (string Name, int Bytes)[]
    {
        ("List", 0), ("Queue", 0), ("Stack", 0), ("SortedList", 0), ("Collection", 0), ("ObservableCollection", 0),
        ("PriorityQueue", 8),   // the other of element and priority
        ("HashSet", 8),         // hash code and link
        ("Dictionary", 16),     // these, and the other of key and value
    }.ToImmutableDictionary(static collection => collection.Name, static collection => collection.Bytes);

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(
        UsageDescriptors.TooLargeForStack,
        UsageDescriptors.TooLargeForArray,
        UsageDescriptors.AddressTaken);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (HeapsInReach.MarkerIn(start.Compilation) is null) return;

            HeapTypes heaps = new(HeapKinds.Attributes);
            start.RegisterOperationAction(operation => AnalyzeLocal(operation, heaps), OperationKind.VariableDeclarator, OperationKind.DeclarationExpression);
            start.RegisterOperationAction(operation => AnalyzeFunction(operation, heaps), OperationKind.AnonymousFunction, OperationKind.LocalFunction);
            start.RegisterOperationAction(operation => AnalyzeTemporary(operation, heaps), OperationKind.ObjectCreation, OperationKind.DefaultValue);
            start.RegisterSymbolAction(symbol => AnalyzeParameters(symbol, heaps), SymbolKind.Method, SymbolKind.Property);
            start.RegisterOperationAction(operation => AnalyzeCreation(operation, heaps), OperationKind.ArrayCreation, OperationKind.ObjectCreation, NewerOperations.CollectionExpression, OperationKind.Invocation);
            start.RegisterSymbolAction(symbol => AnalyzeMember(symbol, heaps), SymbolKind.Field, SymbolKind.Property);
            start.RegisterOperationAction(operation => AnalyzeCall(operation, heaps), OperationKind.Invocation);
        });
    }

    private static void AnalyzeLocal(OperationAnalysisContext context, HeapTypes heaps)
    {
        ILocalSymbol? local = context.Operation switch
        {
            IVariableDeclaratorOperation declarator => declarator.Symbol,
            IDeclarationExpressionOperation { Expression: ILocalReferenceOperation reference } => reference.Local,
            _ => null,
        };
        if (local is null || heaps.BytesOf(local.Type) is not (> 0 and var bytes) || bytes <= MaxStackBytes(context.Options, context.Operation.Syntax.SyntaxTree)) return;

        if (Places.IsOnStack(local, context.Operation, context.ContainingSymbol)) ReportStack(context.Options, context.ReportDiagnostic, local, bytes);
    }

    /// <summary>What a member is called on, or is passed, is on the stack while it has no name.</summary>
    private static void AnalyzeTemporary(OperationAnalysisContext context, HeapTypes heaps)
    {
        IOperation value = context.Operation, outer = value;
        while (outer.Parent is IConversionOperation { Type.IsValueType: true } or IParenthesizedOperation) outer = outer.Parent;
        bool isTemporary = outer.Parent switch
        {
            IInvocationOperation call => call.Instance == outer,
            IPropertyReferenceOperation property => property.Instance == outer,

            // Of a parameter that is a value, it is said where that is declared.
            IArgumentOperation { Parameter.RefKind: var kind } => kind != RefKind.None,
            _ => false,
        };
        if (!isTemporary || heaps.BytesOf(value.Type) is not (> 0 and var bytes) || bytes <= MaxStackBytes(context.Options, value.Syntax.SyntaxTree)) return;

        context.ReportDiagnostic(Diagnostic.Create(
            UsageDescriptors.TooLargeForStack, value.Syntax.GetLocation(), value.Syntax, Number(bytes), Number(MaxStackBytes(context.Options, value.Syntax.SyntaxTree))));
    }

    private static void AnalyzeFunction(OperationAnalysisContext context, HeapTypes heaps)
    {
        IMethodSymbol function = context.Operation is IAnonymousFunctionOperation lambda ? lambda.Symbol : ((ILocalFunctionOperation)context.Operation).Symbol;
        AnalyzeParameters(function.Parameters, heaps, context.Options, context.ReportDiagnostic);
    }

    /// <summary>The parameters of an indexer are declared once, for both accessors.</summary>
    private static void AnalyzeParameters(SymbolAnalysisContext context, HeapTypes heaps) => AnalyzeParameters(
        context.Symbol switch
        {
            IMethodSymbol { AssociatedSymbol: null } method => method.Parameters,
            IPropertySymbol indexer => indexer.Parameters,
            _ => ImmutableArray<IParameterSymbol>.Empty,
        },
        heaps,
        context.Options,
        context.ReportDiagnostic);

    /// <summary>A parameter is on the stack while it is passed, whatever the method makes of it.</summary>
    private static void AnalyzeParameters(ImmutableArray<IParameterSymbol> parameters, HeapTypes heaps, AnalyzerOptions options, Action<Diagnostic> report)
    {
        foreach (IParameterSymbol parameter in parameters)
        {
            if (parameter is not { RefKind: RefKind.None, IsImplicitlyDeclared: false, DeclaringSyntaxReferences: { Length: 1 } declarations }) continue;
            if (heaps.BytesOf(parameter.Type) is > 0 and var bytes && bytes > MaxStackBytes(options, declarations[0].SyntaxTree)) ReportStack(options, report, parameter, bytes);
        }
    }

    private static void ReportStack(AnalyzerOptions options, Action<Diagnostic> report, ISymbol variable, long bytes) => report(Diagnostic.Create(
        UsageDescriptors.TooLargeForStack,
        variable.Locations[0],
        variable.Name,
        Number(bytes),
        Number(MaxStackBytes(options, variable.Locations[0].SourceTree!))));

    private static void AnalyzeCreation(OperationAnalysisContext context, HeapTypes heaps)
    {
        // Of a field it is said at its name.
        if (context.Operation.Parent is IFieldInitializerOperation or IPropertyInitializerOperation or IConversionOperation { Parent: IFieldInitializerOperation or IPropertyInitializerOperation }) return;
        if (ElementTooLarge(context.Operation.Type, heaps) is not { } element) return;

        ReportArray(context.ReportDiagnostic, context.Operation.Syntax.GetLocation(), element, heaps);
    }

    private static void AnalyzeMember(SymbolAnalysisContext context, HeapTypes heaps)
    {
        ITypeSymbol type = context.Symbol is IFieldSymbol field ? field.Type : ((IPropertySymbol)context.Symbol).Type;
        if (!context.Symbol.IsImplicitlyDeclared && ElementTooLarge(type, heaps) is { } element) ReportArray(context.ReportDiagnostic, context.Symbol.Locations[0], element, heaps);
    }

    /// <summary>The type of which there are no arrays, but one is in a type; null where all can be.</summary>
    private static ITypeSymbol? ElementTooLarge(ITypeSymbol? type, HeapTypes heaps) => type switch
    {
        IArrayTypeSymbol { ElementType: IArrayTypeSymbol inner } => ElementTooLarge(inner, heaps),
        IArrayTypeSymbol { ElementType: var element } when heaps.BytesOf(element) > MaxElementBytes => element,
        INamedTypeSymbol { Arity: > 0 } named when ArrayCollections.TryGetValue(named.Name, out int beside) && named.ContainingNamespace?.ToDisplayString() is "System.Collections.Generic" or "System.Collections.ObjectModel" =>
            named.TypeArguments.FirstOrDefault(argument => heaps.BytesOf(argument) is > 0 and var bytes && bytes + beside > MaxElementBytes),
        _ => null,
    };

    private static void ReportArray(Action<Diagnostic> report, Location location, ITypeSymbol element, HeapTypes heaps) =>
        report(Diagnostic.Create(UsageDescriptors.TooLargeForArray, location, element.Name, Number(heaps.BytesOf(element)), Number(MaxElementBytes)));

    private static void AnalyzeCall(OperationAnalysisContext context, HeapTypes heaps)
    {
        if (context.Operation is not IInvocationOperation { TargetMethod: { Name: "AsPointer", ContainingType: { Name: "Unsafe", ContainingNamespace: { } around } }, Arguments: { Length: 1 } arguments } call) return;
        if (around.ToDisplayString() != "System.Runtime.CompilerServices" || HeapIn(arguments[0].Value, heaps) is not { } heap) return;

        // There the object is held.
        if (call.Syntax.Ancestors().Any(static node => node is FixedStatementSyntax)) return;

        context.ReportDiagnostic(Diagnostic.Create(UsageDescriptors.AddressTaken, call.Syntax.GetLocation(), heap.Syntax.ToString(), heap.Type!.Name));
    }

    /// <summary>The heap in an object that an expression is, or lies in.</summary>
    private static IOperation? HeapIn(IOperation? place, HeapTypes heaps) => place switch
    {
        IParenthesizedOperation parenthesized => HeapIn(parenthesized.Operand, heaps),
        IFieldReferenceOperation field when heaps.BytesOf(field.Type) > 0 => Places.IsInObject(field) ? field : null,
        ILocalReferenceOperation { Local.RefKind: RefKind.Ref } local => HeapIn(Places.ReferredBy(local), heaps),
        IInvocationOperation { TargetMethod: { Name: "GetReference", ContainingType.Name: "MemoryMarshal" }, Arguments: { Length: 1 } arguments } => HeapIn(arguments[0].Value, heaps),
        _ when Inside.InstanceOf(place, heaps) is { } instance => HeapIn(instance, heaps),
        IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } span } when Inside.IsSpan(span.Type) => HeapIn(span, heaps),
        _ => null,
    };

    private static long MaxStackBytes(AnalyzerOptions options, SyntaxTree tree) =>
        options.AnalyzerConfigOptionsProvider.GetOptions(tree).TryGetValue(StackOption, out string? text)
        && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long bytes) ? bytes : DefaultMaxStackBytes;

    private static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
