using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Allocators.Generator.Usage;

/// <summary>Spans and references into the memory of a heap.</summary>
internal static class Inside
{
    /// <summary>The heap into whose struct a generated member gives a span or a reference; null where an expression is no such call.</summary>
    public static IOperation? InstanceOf(IOperation? operation, HeapTypes heaps) => operation switch
    {
        IInvocationOperation { TargetMethod: { Name: "Alloc" or "AllocSpan" or "SpanOf" or "ValueOf" } method, Instance: { } instance }
            when (method.ReturnsByRef || IsSpan(method.ReturnType)) && IsOurs(method, heaps) => instance,
        IPropertyReferenceOperation { Property: { IsIndexer: true } indexer, Instance: { } instance }
            when (indexer.ReturnsByRef || IsSpan(indexer.Type)) && IsOurs(indexer, heaps) => instance,
        _ => null,
    };

    /// <summary>The heap into whose struct a generated member gives a span by an argument.</summary>
    public static IOperation? InstanceOf(IArgumentOperation argument, HeapTypes heaps) =>
        argument is { Parameter: { RefKind: RefKind.Out, Type: var type, ContainingSymbol: IMethodSymbol { Name: "Alloc" or "TryGet" } method }, Parent: IInvocationOperation { Instance: { } instance } } && IsSpan(type) && IsOurs(method, heaps)
            ? instance
            : null;

    /// <summary>Whether a type is one of the spans of the framework.</summary>
    public static bool IsSpan(ITypeSymbol? type) =>
        type is INamedTypeSymbol { Name: "Span" or "ReadOnlySpan", Arity: 1, ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };

    private static bool IsOurs(ISymbol member, HeapTypes heaps) => heaps.IsInline(member.ContainingType) && HeapTypes.IsGenerated(member);
}
