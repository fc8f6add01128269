using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Allocators.Generator.Usage;

/// <summary>Where a variable is: on the stack, or in an object that the compiler or the user has made.</summary>
internal static class Places
{
    /// <summary>
    /// Whether a local or a by-value parameter ends with its function. It does not where a lambda takes it along, or a local function of which there is a
    /// delegate, nor in iterators and async methods, which go on after they have returned: there it is a field of a class.
    /// </summary>
    /// <param name="variable">The local or the parameter.</param>
    /// <param name="use">Where it is declared or used.</param>
    /// <param name="member">The member that this is in.</param>
    public static bool IsOnStack(ISymbol variable, IOperation use, ISymbol member)
    {
        if (variable is not (ILocalSymbol { RefKind: RefKind.None, IsStatic: false } or IParameterSymbol { RefKind: RefKind.None })) return false;
        if (variable.ContainingSymbol is not IMethodSymbol { IsAsync: false } function) return false;

        bool isInner = function.MethodKind is MethodKind.LambdaMethod or MethodKind.LocalFunction;

        // A parameter of the type itself is a field of the object for all members but the constructor.
        if (!isInner && !SymbolEqualityComparer.Default.Equals(function, member)) return false;

        IMethodSymbol? owner = isInner ? function : null;
        return RootOf(use).DescendantsAndSelf().All(operation => operation.Kind switch
        {
            OperationKind.LocalReference or OperationKind.ParameterReference when Is(operation, variable) => StaysOnStack(InnerFunctionAround(operation), owner, operation),
            OperationKind.YieldReturn or OperationKind.YieldBreak => !SymbolEqualityComparer.Default.Equals(InnerFunctionAround(operation), owner),
            _ => true,
        });
    }

    /// <summary>Whether a function has the variables of one around it by a reference to its stack: local functions that are only called do.</summary>
    private static bool StaysOnStack(IMethodSymbol? inner, IMethodSymbol? owner, IOperation use)
    {
        for (; !SymbolEqualityComparer.Default.Equals(inner, owner); inner = inner!.ContainingSymbol as IMethodSymbol is { MethodKind: MethodKind.LambdaMethod or MethodKind.LocalFunction } outer ? outer : null)
        {
            if (inner is not { MethodKind: MethodKind.LocalFunction, IsAsync: false }) return false;

            bool isTaken = RootOf(use).DescendantsAndSelf().Any(operation => operation switch
            {
                IMethodReferenceOperation reference => SymbolEqualityComparer.Default.Equals(reference.Method.OriginalDefinition, inner.OriginalDefinition),
                IInvocationOperation call when SymbolEqualityComparer.Default.Equals(call.TargetMethod.OriginalDefinition, inner.OriginalDefinition) => IsInLambda(call),
                _ => operation.Kind is OperationKind.YieldReturn or OperationKind.YieldBreak && SymbolEqualityComparer.Default.Equals(InnerFunctionAround(operation), inner),
            });
            if (isTaken) return false;
        }

        return true;
    }

    /// <summary>Whether a local or a parameter lives on in an object, because a lambda, a local function or another member of the type uses it too.</summary>
    public static bool IsTakenAlong(ISymbol variable, IOperation use)
    {
        if (!SymbolEqualityComparer.Default.Equals(variable.ContainingSymbol, FunctionAround(use))) return true;

        IMethodSymbol? owner = InnerFunctionAround(use);
        return RootOf(use).DescendantsAndSelf().Any(operation =>
            operation.Kind is OperationKind.LocalReference or OperationKind.ParameterReference
            && Is(operation, variable)
            && !SymbolEqualityComparer.Default.Equals(InnerFunctionAround(operation), owner));
    }

    /// <summary>The method, local function or lambda that an operation stands in.</summary>
    public static IMethodSymbol? FunctionAround(IOperation operation) =>
        InnerFunctionAround(operation) ?? operation.SemanticModel?.GetEnclosingSymbol(operation.Syntax.SpanStart) as IMethodSymbol;

    /// <summary>The local or the parameter whose bytes an expression names, all or a part of them; null where they are elsewhere.</summary>
    public static ISymbol? VariableOf(IOperation? place) => place switch
    {
        IParenthesizedOperation parenthesized => VariableOf(parenthesized.Operand),
        IFieldReferenceOperation { Field: { IsStatic: false, RefKind: RefKind.None }, Instance: { Type.IsValueType: true } instance } => VariableOf(instance),
        ILocalReferenceOperation { Local.RefKind: RefKind.None } local => local.Local,
        ILocalReferenceOperation { Local.RefKind: RefKind.Ref } local => VariableOf(ReferredBy(local)),
        IParameterReferenceOperation { Parameter.RefKind: RefKind.None } parameter => parameter.Parameter,
        _ => null,
    };

    /// <summary>What a local refers to from its declaration on; null where it is given another reference.</summary>
    public static IOperation? ReferredBy(ILocalReferenceOperation use)
    {
        IOperation? referred = null;
        foreach (IOperation operation in RootOf(use).DescendantsAndSelf())
        {
            if (operation is ISimpleAssignmentOperation { IsRef: true } assignment && Is(assignment.Target, use.Local)) return null;
            if (operation is IVariableDeclaratorOperation declarator && SymbolEqualityComparer.Default.Equals(declarator.Symbol, use.Local)) referred = declarator.GetVariableInitializer()?.Value;
        }

        return referred;
    }

    /// <summary>Whether an expression names bytes that lie in an object of a class of which they are a field.</summary>
    public static bool IsInObject(IOperation? place) => place switch
    {
        IParenthesizedOperation parenthesized => IsInObject(parenthesized.Operand),
        IFieldReferenceOperation { Field: { IsStatic: false, RefKind: RefKind.None }, Instance: { } instance } => instance.Type is { IsReferenceType: true } || IsInObject(instance),
        _ => false,
    };

    public static bool Is(IOperation operation, ISymbol variable) => SymbolEqualityComparer.Default.Equals(variable, operation switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        _ => null,
    });

    private static bool IsInLambda(IOperation operation)
    {
        for (IOperation? current = operation; current is not null; current = current.Parent)
        {
            if (current is IAnonymousFunctionOperation) return true;
        }

        return false;
    }

    /// <summary>The whole body that an operation is in.</summary>
    public static IOperation RootOf(IOperation operation)
    {
        while (operation.Parent is { } parent) operation = parent;
        return operation;
    }

    /// <summary>The lambda or local function that an operation is in; null where that is the member itself.</summary>
    public static IMethodSymbol? InnerFunctionAround(IOperation operation)
    {
        for (IOperation? current = operation.Parent; current is not null; current = current.Parent)
        {
            if (current is IAnonymousFunctionOperation lambda) return lambda.Symbol;
            if (current is ILocalFunctionOperation local) return local.Symbol;
        }

        return null;
    }
}
