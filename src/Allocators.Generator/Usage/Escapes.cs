using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Allocators.Generator.Usage;

/// <summary>The way of a span or a reference from the heap that it lies in.</summary>
internal static class Escapes
{
    /// <summary>Methods of the framework whose result lies where their first argument, or the span they are called on, does.</summary>
    private static readonly ImmutableHashSet<string> SamePlace = ImmutableHashSet.Create(
        "System.Span.Slice", "System.ReadOnlySpan.Slice", "System.Runtime.InteropServices.MemoryMarshal.Cast", "System.Runtime.InteropServices.MemoryMarshal.AsBytes", "System.Runtime.InteropServices.MemoryMarshal.GetReference");

    /// <summary>The heap in whose struct a span or a reference lies; null where that is not known.</summary>
    public static IOperation? HeapOf(IOperation? value, HeapTypes heaps) => HeapOf(value, heaps, []);

    /// <summary>Whether a method gives away where its value is, and not a copy of it.</summary>
    public static bool IsPlace(IReturnOperation returned) => returned.ReturnedValue?.Type is { IsRefLikeType: true } || Places.FunctionAround(returned) is { RefKind: not RefKind.None };

    /// <summary>Whether what is written to a place is still there when the method has returned.</summary>
    public static bool IsOutside(IOperation target) => target switch
    {
        IParameterReferenceOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } => true,
        IFieldReferenceOperation { Field.IsStatic: false, Instance: { } instance } =>
            instance is IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } || IsOutside(instance),
        _ => false,
    };

    /// <param name="value">The span or the reference.</param>
    /// <param name="heaps">What is a heap.</param>
    /// <param name="seen">Locals that were looked at: one can be assigned from another, and that from it.</param>
    private static IOperation? HeapOf(IOperation? value, HeapTypes heaps, HashSet<ISymbol> seen) => value switch
    {
        _ when Inside.InstanceOf(value, heaps) is { } instance => instance,
        IParenthesizedOperation parenthesized => HeapOf(parenthesized.Operand, heaps, seen),

        // A span as a span of what is only read.
        IConversionOperation { Type: var type } conversion when Inside.IsSpan(type) && Inside.IsSpan(conversion.Operand.Type) => HeapOf(conversion.Operand, heaps, seen),
        IConversionOperation { Conversion: { IsIdentity: true } } conversion => HeapOf(conversion.Operand, heaps, seen),

        IConditionalOperation { WhenFalse: { } other } conditional => FirstOf([conditional.WhenTrue, other], heaps, seen),
        ISwitchExpressionOperation { Arms: var arms } => FirstOf(arms.Select(static arm => arm.Value), heaps, seen),
        IObjectCreationOperation { Initializer.Initializers: var members } => FirstOf(members.OfType<ISimpleAssignmentOperation>().Select(static member => member.Value), heaps, seen),

        // A range of a span.
        { Kind: NewerOperations.ImplicitIndexer } => HeapOf(value.ChildOperations.FirstOrDefault(), heaps, seen),
        IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } span } when Inside.IsSpan(span.Type) => HeapOf(span, heaps, seen),
        IInvocationOperation { Instance: { } span, TargetMethod: var method } when SamePlace.Contains(NameOf(method)) => HeapOf(span, heaps, seen),
        IInvocationOperation { Instance: null, Arguments: { IsEmpty: false } arguments, TargetMethod: var method } when SamePlace.Contains(NameOf(method)) => HeapOf(arguments[0].Value, heaps, seen),
        ILocalReferenceOperation { Local: var local } when Inside.IsSpan(local.Type) || local.RefKind != RefKind.None => HeapOfLocal(local, value, heaps, seen),
        _ => null,
    };

    /// <summary>Of what one of several values is, the heap of the first that lies in one.</summary>
    private static IOperation? FirstOf(IEnumerable<IOperation> values, HeapTypes heaps, HashSet<ISymbol> seen)
    {
        IOperation[] found = [.. values.Select(value => HeapOf(value, heaps, seen)).OfType<IOperation>()];
        return found.FirstOrDefault(static heap => Places.VariableOf(heap) is not null) ?? found.FirstOrDefault();
    }

    /// <summary>The heap of all that a local is ever given; null where one thing is elsewhere, or not known.</summary>
    private static IOperation? HeapOfLocal(ILocalSymbol local, IOperation use, HeapTypes heaps, HashSet<ISymbol> seen)
    {
        if (!seen.Add(local)) return null;

        IOperation? heap = null;
        foreach (IOperation operation in Places.RootOf(use).DescendantsAndSelf())
        {
            IOperation? given;
            switch (operation)
            {
                case IVariableDeclaratorOperation { Symbol: var symbol } declarator when SymbolEqualityComparer.Default.Equals(symbol, local):
                    if (declarator.GetVariableInitializer()?.Value is not { } initial || IsEmpty(initial)) continue;
                    given = HeapOf(initial, heaps, seen);
                    break;
                case ISimpleAssignmentOperation assignment when Places.Is(assignment.Target, local):
                    if ((local.RefKind != RefKind.None && !assignment.IsRef) || IsEmpty(assignment.Value) || IsPartOf(assignment.Value, local)) continue;
                    given = HeapOf(assignment.Value, heaps, seen);
                    break;
                case IArgumentOperation { Parameter.RefKind: not RefKind.None } argument when IsLocal(argument.Value, local):
                    if (local.RefKind != RefKind.None || argument.Parameter.RefKind == RefKind.In) continue;
                    given = Inside.InstanceOf(argument, heaps);
                    break;
                default:
                    continue;
            }

            if (given is null) return null;
            heap ??= given;
        }

        return heap;
    }

    /// <summary>Whether a span is a part of one that a local has already.</summary>
    private static bool IsPartOf(IOperation? value, ILocalSymbol local) => value switch
    {
        ILocalReferenceOperation => Places.Is(value, local),
        IInvocationOperation { Instance: { } span, TargetMethod: var method } when SamePlace.Contains(NameOf(method)) => IsPartOf(span, local),
        { Kind: NewerOperations.ImplicitIndexer } => IsPartOf(value.ChildOperations.FirstOrDefault(), local),
        _ => false,
    };

    private static bool IsEmpty(IOperation value) => value is IDefaultValueOperation or IConversionOperation { Operand: IDefaultValueOperation };

    private static bool IsLocal(IOperation value, ILocalSymbol local) =>
        Places.Is(value is IDeclarationExpressionOperation declaration ? declaration.Expression : value, local);

    private static string NameOf(IMethodSymbol method) => $"{method.ContainingNamespace?.ToDisplayString()}.{method.ContainingType.Name}.{method.Name}";
}
